import { describe, expect, test } from 'vitest'
import { asFile, service, structure } from './given-files.ts'
import { figuresOf, type KnownRecords, originKey, planImport } from './plan.ts'
import { readAll } from './reading.ts'
import { readRecords } from './records.ts'

const incoming = (...records: unknown[]) => {
  const found = readRecords(asFile(records), 'file.json')
  if (!found.ok) throw new Error(found.key)
  return readAll(found.value)
}
const nothing: KnownRecords = { partners: new Map(), services: new Map() }

describe('a record of version 1', () => {
  test('becomes a partner, with French numbers as identifiers and the rest kept under its name', () => {
    const { partners, faults } = incoming(
      structure(1, {
        siret: '12345678901234',
        code_insee: '99999',
        latitude: 46.9,
        reseaux_porteurs: ['caf'],
        more: 'x',
      }),
    )
    expect(faults).toEqual([])
    expect(partners[0]).toMatchObject({
      origin: { source: 'annuaire', sourceId: 'annuaire--s1', on: '2026-10-01' },
      partner: {
        name: 'Maison 1',
        place: 'Rivemont',
        identifiers: [
          { kind: 'siret', value: '12345678901234' },
          { kind: 'code-insee', value: '99999' },
        ],
      },
      details: { latitude: 46.9, reseaux_porteurs: ['caf'], more: 'x' },
    })
  })
  test('brings no control characters, no half letters and no link that is none of the web', () => {
    const { partners, faults } = incoming(
      structure(1, { nom: 'Ma\u0000ison \ud800', site_web: 'javascript:alert(1)', odd: ['\u0000'] }),
    )
    expect(faults).toEqual([])
    expect(partners[0]).toMatchObject({ partner: { name: 'Maison \ufffd', website: null }, details: { odd: [null] } })
  })
  test('twice in a file counts once, the second is told', () => {
    expect(incoming(structure(1), structure(1)).faults).toMatchObject([
      { number: 2, line: 3, field: 'id', why: 'twice' },
    ])
  })
})

describe('a record from before version 1', () => {
  const old = {
    source: 'annuaire',
    structure_id: 's1',
    id: 'o1',
    nom: 'Permanence',
    date_maj: '2023-05-04T10:00:00',
    presentation_resume: 'Un premier accueil.',
    presentation_detail: 'Sur rendez-vous.',
    types: ['accueil', 'autonomie'],
    thematiques: [
      'apprendre-francais--suivre-formation',
      'apprendre-francais',
      'mobilite',
      'numerique--acceder-a-du-materiel',
    ],
    profils: ['adultes', 'femmes', 'public-langues-etrangeres'],
    frais: ['gratuit-sous-conditions', 'adhesion'],
    frais_autres: '10 par an',
    pre_requis: ['Niveau A2'],
    justificatifs: ['Pièce d’identité'],
    modes_orientation_beneficiaire: ['telephoner', 'autre'],
    modes_orientation_beneficiaire_autres: 'Laisser un message',
    modes_orientation_accompagnateur: ['envoyer-un-mail-avec-une-fiche-de-prescription'],
    recurrence: 'Mo 09:00-11:00',
    cumulable: true,
  }
  test('comes out in present words and codes, and what has none is kept', () => {
    const { services, faults } = incoming(old)
    expect(faults).toEqual([])
    expect(services[0]).toMatchObject({
      structureId: 's1',
      origin: { on: '2023-05-04' },
      service: {
        description: 'Un premier accueil.\nSur rendez-vous.',
        kind: 'information',
        themes: ['lecture-ecriture-calcul--maitriser-le-francais', 'numerique--acquerir-un-equipement', 'mobilite'],
        audiences: ['femmes'],
        audienceDetails: 'Public langues étrangères',
        fees: 'payant',
        feeDetails: '10 par an',
        conditions: 'Niveau A2\nPièce d’identité',
        ways: ['telephoner', 'envoyer-un-courriel'],
        callers: ['usagers', 'professionnels'],
        wayDetails: 'Laisser un message',
        opening: 'Mo 09:00-11:00',
      },
      details: { cumulable: true, types: ['accueil', 'autonomie'] },
    })
  })
  test('with a code that neither vocabulary knows is told', () => {
    expect(incoming({ ...old, thematiques: ['astronomie'] }).faults).toMatchObject([
      { field: 'thematiques', why: 'choice', expected: 'astronomie' },
    ])
  })
})

describe('what an import would write', () => {
  test('499 of 500 come in when one has a wrong field, which is told with its line', () => {
    const records = Array.from({ length: 500 }, (_, at) => structure(at + 1, at === 99 ? { courriel: 'nobody' } : {}))
    const plan = planImport(incoming(...records), nothing)
    expect(figuresOf(plan)).toEqual({ created: 499, updated: 0, unchanged: 0, rejected: 1 })
    expect(plan.faults).toEqual([
      {
        ...{ file: 'file.json', number: 100, line: 101, called: 'Maison 100' },
        ...{ field: 'courriel', why: 'email', expected: 'nobody' },
      },
    ])
  })
  test('a service without its structure is told; one whose structure is here already is not', () => {
    const known = {
      ...nothing,
      partners: new Map([[originKey('annuaire', 'annuaire--s7'), { id: 'x', hash: null, edited: false }]]),
    }
    const plan = planImport(incoming(structure(1), service(1), service(7), service(9)), known)
    expect(plan.services.create.map(({ structureId }) => structureId)).toEqual(['annuaire--s1', 'annuaire--s7'])
    expect(plan.faults).toMatchObject([
      { number: 4, field: 'structure_id', why: 'noStructure', expected: 'annuaire--s9' },
    ])
  })
  test('the same record again is no change; a changed one is an update that says whether somebody edited it here', () => {
    const [first] = incoming(structure(1)).partners
    const known = {
      ...nothing,
      partners: new Map([
        [originKey('annuaire', 'annuaire--s1'), { id: 'one', hash: first!.origin.hash, edited: true }],
        [originKey('annuaire', 'annuaire--s2'), { id: 'two', hash: 'other', edited: true }],
      ]),
    }
    const plan = planImport(incoming(structure(1), structure(2)), known)
    expect(figuresOf(plan)).toEqual({ created: 0, updated: 1, unchanged: 1, rejected: 0 })
    expect(plan.partners.update).toMatchObject([{ id: 'two', edited: true }])
  })
})
