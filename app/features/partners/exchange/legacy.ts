// Records as they were written before version 1 of the format, brought into its present form. What has no present
// place keeps its old name: it is kept with the record and nothing is lost.
import { legacy, termIds } from '../../../data/data-inclusion/vocabulary.ts'

type Raw = Readonly<Record<string, unknown>>

/** The same record by the names and codes of version 1; one that is of version 1 comes out as it went in. */
export function upgraded(raw: Raw, kind: 'structure' | 'service'): Record<string, unknown> {
  const of = new Old(raw)
  of.take('date_maj', (value) => (/^\d{4}-\d\d-\d\dT/.test(text(value)) ? text(value).slice(0, 10) : value), 'date_maj')
  of.join(['presentation_resume', 'presentation_detail'], 'description')
  of.rename('horaires_ouverture', 'horaires_accueil')
  if (kind === 'structure') {
    of.rename('accessibilite', 'accessibilite_lieu')
    return of.result
  }
  of.rename('recurrence', 'horaires_accueil')
  of.rename('formulaire_en_ligne', 'lien_mobilisation')
  of.rename('prise_rdv', 'lien_mobilisation')
  of.rename('frais_autres', 'frais_precisions')
  of.rename('profils_precisions', 'publics_precisions')
  of.join(['pre_requis', 'justificatifs'], 'conditions_acces')
  of.take('zone_diffusion_code', (value) => (value === null ? null : [value]), 'zone_eligibilite')
  fees(of)
  kinds(of)
  audiences(of)
  ways(of)
  of.take('thematiques', (value) => (isList(value) ? [...new Set(value.map(themeOf))] : value), 'thematiques')
  // A description was not asked for then.
  if (of.isOld && !of.has('description') && typeof raw.nom === 'string') of.set('description', raw.nom)
  return of.result
}

const fine = new Set(termIds('themes'))
const themeOf = (code: unknown): unknown =>
  typeof code === 'string' && !fine.has(code) && Object.hasOwn(legacy.themes, code) ? legacy.themes[code] : code

/** Prices had several words; now it is free or not, and the rest is said beside it. */
function fees(of: Old): void {
  of.take(
    'frais',
    (value) => {
      if (!isList(value)) return value
      const known = value.map((one) => legacy.fees[text(one)] ?? one)
      return known.includes('payant') ? 'payant' : (known[0] ?? null)
    },
    'frais',
  )
}

function kinds(of: Old): void {
  const old = of.raw.types
  if (!isList(old)) return
  const known = [...new Set(old.map((one) => legacy.kinds[text(one)] ?? one))]
  of.set('type', known[0] ?? null)
  // One kind a service now: the others stay beside it.
  if (known.length < 2) of.drop('types')
}

function audiences(of: Old): void {
  const old = of.raw.profils
  if (!isList(old)) return
  const known = old.map((one) => (Object.hasOwn(legacy.audiences, text(one)) ? legacy.audiences[text(one)] : one))
  const codes = [...new Set(known.filter((one) => one !== null))]
  const narrower = codes.filter((one) => one !== 'tous-publics')
  const words = old.flatMap((one) => legacy.audienceLabels[text(one)] ?? [])
  of.set('publics', narrower.length > 0 ? narrower : codes.length > 0 ? codes : null)
  if (words.length > 0) of.add('publics_precisions', words.join(', '))
  of.drop('profils')
}

function ways(of: Old): void {
  const said = [
    ['modes_orientation_beneficiaire', 'usagers'],
    ['modes_orientation_accompagnateur', 'professionnels'],
  ] as const
  const found = new Set<unknown>()
  const callers = new Set<string>()
  for (const [name, who] of said) {
    const old = of.raw[name]
    if (isList(old) && old.length > 0) {
      callers.add(who)
      for (const one of old) {
        const way = Object.hasOwn(legacy.ways, text(one)) ? legacy.ways[text(one)] : one
        if (way !== null) found.add(way)
      }
      of.drop(name)
    }
    if (typeof of.raw[`${name}_autres`] === 'string') {
      of.add('mobilisation_precisions', text(of.raw[`${name}_autres`]))
      of.drop(`${name}_autres`)
    }
  }
  if (found.size > 0) of.set('modes_mobilisation', [...found])
  if (callers.size > 0) of.set('mobilisable_par', [...callers])
}

/** A record while it is rewritten: a present field that says something is never replaced by an old one. */
class Old {
  readonly raw: Raw
  readonly #made: Map<string, unknown>
  isOld = false

  constructor(raw: Raw) {
    this.raw = raw
    this.#made = new Map(Object.entries(raw))
  }
  has(name: string): boolean {
    return !isEmpty(this.#made.get(name))
  }
  set(name: string, value: unknown): void {
    this.isOld = true
    if (!this.has(name)) this.#made.set(name, value)
  }
  drop(name: string): void {
    this.#made.delete(name)
  }
  add(name: string, words: string): void {
    this.isOld = true
    const before = this.#made.get(name)
    this.#made.set(name, typeof before === 'string' && before !== '' ? `${before}\n${words}` : words)
  }
  rename(from: string, to: string): void {
    if (!Object.hasOwn(this.raw, from)) return
    this.isOld = true
    if (this.has(to)) return
    this.#made.set(to, this.raw[from])
    this.drop(from)
  }
  /** Several old fields, texts or lists of texts, as the paragraphs of one. */
  join(from: readonly string[], to: string): void {
    const there = from.filter((name) => Object.hasOwn(this.raw, name))
    if (there.length === 0) return
    this.isOld = true
    if (this.has(to)) return
    const words = there.flatMap((name) => this.raw[name] ?? []).filter((one) => text(one) !== '')
    this.#made.set(to, words.length > 0 ? words.map(text).join('\n') : null)
    for (const name of there) this.drop(name)
  }
  take(from: string, change: (value: unknown) => unknown, to: string): void {
    if (!Object.hasOwn(this.raw, from)) return
    const value = change(this.raw[from])
    if (from === to) this.#made.set(to, value)
    else {
      this.set(to, value)
      this.drop(from)
    }
  }
  get result(): Record<string, unknown> {
    return Object.fromEntries(this.#made)
  }
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value)
const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (isList(value) && value.length === 0)
const text = (value: unknown): string => (typeof value === 'string' ? value : value == null ? '' : String(value))
