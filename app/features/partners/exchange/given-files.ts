// Files of the format for tests: as many sound records as asked for, with names of an invented town.

export const structure = (n: number, more: Record<string, unknown> = {}) => ({
  source: 'annuaire',
  id: `annuaire--s${n}`,
  nom: `Maison ${n}`,
  date_maj: '2026-10-01',
  siret: null,
  adresse: `Rue du Lac ${n}`,
  code_postal: '25990',
  commune: 'Rivemont',
  telephone: '+41320000000',
  courriel: `maison${n}@example.org`,
  site_web: 'https://example.org/maison',
  description: 'Une maison ouverte.',
  ...more,
})

export const service = (n: number, more: Record<string, unknown> = {}) => ({
  source: 'annuaire',
  structure_id: `annuaire--s${n}`,
  id: `annuaire--o${n}`,
  nom: `Atelier ${n}`,
  description: 'Un atelier deux fois par semaine.',
  date_maj: '2026-10-01',
  type: 'atelier',
  thematiques: ['numerique--maitriser-les-fondamentaux-du-numerique'],
  publics: ['tous-publics'],
  ...more,
})

/** One record a line, as files are delivered: what is wrong with one can be put in by its line. */
export const asFile = (records: readonly unknown[]): string =>
  `[\n${records.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`
