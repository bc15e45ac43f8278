// Long, because each route of the directory, of its import and of passing somebody on is asked as nobody, stranger and allowed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, newId, type Staff, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { addDays } from '../../shared/time/dates.ts'
import { paths as people } from '../people/paths.ts'
import { asFile, service, structure } from './exchange/given-files.ts'
import { wrongInService, wrongInStructure } from './exchange/schema.ts'
import { paths } from './paths.ts'

let site: TestSite
let helene: Staff
let amina: Staff
let coach: Staff
let elsewhere: Staff
beforeAll(async () => {
  site = await createTestSite()
  helene = await site.given.staff('coordinator', { name: 'Hélène Voisard' })
  amina = await site.given.staff('social-worker', { name: 'Amina Berger' })
  coach = await site.given.staff('coach')
  elsewhere = await site.given.staff('coordinator', { institutionId: await site.given.institution('association') })
})
afterAll(() => site.close())

const idIn = (response: Response) =>
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(response.headers.get('location') ?? '')![0]

async function givenPartner(name: string, more: Record<string, string> = {}, by = amina): Promise<string> {
  const response = await site.as(by).post(paths.create(), { name, shared: 'yes', ...more })
  expect(response.status).toBe(303)
  return idIn(response)
}
const givenService = (partnerId: string, more: Record<string, string | string[]> = {}, by = amina) =>
  site.as(by).post(paths.createService({ partnerId }), {
    ...{ name: 'Cours du soir', description: 'Deux soirs par semaine.' },
    ...{ themes: 'lecture-ecriture-calcul--maitriser-le-francais', ...more },
  })

const upload = (who: Staff, text: string, shared = 'yes') => {
  const form = new FormData()
  form.set('file', new File([text], 'annuaire.json'))
  form.set('shared', shared)
  return site.as(who).upload(paths.imports(), form)
}
async function importFile(who: Staff, records: readonly unknown[], shared = 'yes'): Promise<Response> {
  const partnerImportId = idIn(await upload(who, asFile(records), shared))
  return site.as(who).post(paths.confirmImport({ partnerImportId }))
}
const list = async (who: Staff, query: Record<string, string>) => textOf(await site.as(who).get(paths.list(query)))

describe('the directory', () => {
  test('is for nobody who is not signed in, and not for administrators', async () => {
    expect((await site.as().get(paths.list())).status).toBe(303)
    expect((await site.as().post(paths.create(), { name: 'x' })).status).toBe(401)
    expect((await site.as(await site.given.staff('administrator')).get(paths.list())).status).toBe(403)
  })
  test('finds by words, by theme and its words in any language, and by place, accents aside', async () => {
    const id = await givenPartner('École du Préau', { place: 'Rivemont-les-Près', postalCode: '2599' })
    await givenService(id)
    const found: Record<string, string>[] = [
      { q: 'ecole preau' },
      { q: 'Franzosisch lernen' },
      { q: 'cours DU soir' },
      { theme: 'lecture-ecriture-calcul' },
      { theme: 'lecture-ecriture-calcul--maitriser-le-francais' },
      { place: 'pres' },
      { place: '2599 rivemont' },
      { q: 'soir', theme: 'lecture-ecriture-calcul', place: 'Près' },
    ]
    for (const query of found) expect(await list(coach, query), JSON.stringify(query)).toContain('École du Préau')
    const missed: Record<string, string>[] = [
      { q: 'ecole menuiserie' },
      { theme: 'sante' },
      { place: 'Uferwil' },
      { q: '%' },
    ]
    for (const query of missed) expect(await list(coach, query), JSON.stringify(query)).not.toContain('École du Préau')
  })
  test('shows a partner to other institutions when it is shared, changes it for its own only', async () => {
    const shared = await givenPartner('Partenaire partagé')
    const own = await givenPartner('Partenaire gardé', { shared: 'no' })
    expect((await site.as(elsewhere).get(paths.show({ partnerId: shared }))).status).toBe(200)
    expect((await site.as(elsewhere).get(paths.edit({ partnerId: shared }))).status).toBe(403)
    expect((await site.as(elsewhere).post(paths.retire({ partnerId: shared }), { why: 'x' })).status).toBe(403)
    expect((await site.as(elsewhere).get(paths.show({ partnerId: own }))).status).toBe(404)
    expect(await list(elsewhere, { q: 'Partenaire' })).not.toContain('gardé')
  })
  test('keeps what an institution notes to that institution', async () => {
    const partnerId = await givenPartner('Noté de deux côtés')
    await site.as(amina).post(paths.note({ partnerId }), { body: 'Demander Mme Roux' })
    await site.as(elsewhere).post(paths.note({ partnerId }), { body: 'Très lent à répondre' })
    const ours = await textOf(await site.as(coach).get(paths.show({ partnerId })))
    expect(ours).toContain('Demander Mme Roux')
    expect(ours).not.toContain('Très lent')
    expect(await textOf(await site.as(elsewhere).get(paths.show({ partnerId })))).toContain('Très lent')
  })
  test('comes back with what was typed when something is wrong', async () => {
    const wrong: [Record<string, string>, string][] = [
      [{ name: '' }, 'name'],
      [{ name: 'Ab' }, 'name'],
      [{ name: 'Maison', website: 'javascript:alert(1)' }, 'website'],
      [{ name: 'Maison', email: 'nobody' }, 'email'],
      [{ name: 'Maison', identifier: '123' }, 'identifierKind'],
      [{ name: 'Maison', identifierKind: 'siret', identifier: '123' }, 'identifier'],
    ]
    for (const [form, field] of wrong) {
      const response = await site.as(amina).post(paths.create(), { phone: '032 111 11 11', shared: 'yes', ...form })
      expect(response.status, field).toBe(422)
      const html = await response.text()
      expect(html).toContain(`href="#f-${field}"`)
      expect(html).toContain('032 111 11 11')
    }
    const partnerId = await givenPartner('Sans thème')
    expect((await givenService(partnerId, { themes: [] })).status).toBe(422)
    expect((await givenService(partnerId, { themes: 'astronomie' })).status).toBe(422)
  })
  test('keeps a retired partner, out of sight, until it is brought back', async () => {
    const partnerId = await givenPartner('Bientôt fermé')
    expect((await site.as(amina).post(paths.retire({ partnerId }), { why: 'Fermé' })).status).toBe(403)
    expect((await site.as(helene).post(paths.retire({ partnerId }), { why: '' })).status).toBe(422)
    await site.as(helene).post(paths.retire({ partnerId }), { why: 'Fermé fin octobre' })
    expect(await list(coach, { q: 'Bientot' })).not.toContain('Bientôt fermé')
    expect(await list(coach, { q: 'Bientot', retired: 'yes' })).toContain('Bientôt fermé')
    expect(await textOf(await site.as(coach).get(paths.show({ partnerId })))).toContain('Fermé fin octobre')
    await site.as(helene).post(paths.bringBack({ partnerId }))
    expect(await list(coach, { q: 'Bientot' })).toContain('Bientôt fermé')
    expect(await site.sql('select ended_on from partner_retirements where partner_id = $1', [partnerId])).toEqual([
      { ended_on: testToday },
    ])
  })
  test('ends a service that is no longer offered: it is not found by it any more', async () => {
    const partnerId = await givenPartner('Change son offre')
    const response = await givenService(partnerId, { name: 'Poterie', themes: ['remobilisation--lien-social'] })
    expect(response.status).toBe(303)
    const [row] = await site.sql<{ id: string }>('select id from partner_services where partner_id = $1', [partnerId])
    const form = { name: 'Poterie', description: 'Finie pour cette année.', ended: 'yes' }
    const saved = await site
      .as(amina)
      .post(paths.editService({ partnerId, serviceId: row!.id }), { ...form, 'themes.sante': 'sante--sante-mentale' })
    expect(saved.status).toBe(303)
    expect(await list(coach, { q: 'poterie' })).not.toContain('Change son offre')
    const other = await givenPartner('Un autre')
    expect((await site.as(amina).get(paths.editService({ partnerId: other, serviceId: row!.id }))).status).toBe(404)
  })
})

describe('an import', () => {
  test('is for coordinators of the institution', async () => {
    expect((await upload(amina, asFile([structure(1)]))).status).toBe(403)
    const partnerImportId = idIn(await upload(helene, asFile([structure(1)])))
    expect((await site.as(elsewhere).get(paths.showImport({ partnerImportId }))).status).toBe(404)
    expect((await site.as(elsewhere).post(paths.confirmImport({ partnerImportId }))).status).toBe(404)
    expect((await site.as(helene).post(paths.discardImport({ partnerImportId }))).status).toBe(303)
    expect((await site.as(helene).get(paths.showImport({ partnerImportId }))).status).toBe(404)
  })
  test('of 500 records with one broken takes in 499, shows it first, and tells the one by line and field', async () => {
    const records = Array.from({ length: 500 }, (_, at) =>
      structure(at + 1000, at === 399 ? { source: 'gross', date_maj: '2026-13-01' } : { source: 'gross' }),
    )
    const uploaded = await upload(helene, asFile(records))
    const partnerImportId = idIn(uploaded)
    const count = async () => (await site.sql("select 1 from partners where source = 'gross'")).length
    const preview = await textOf(await site.as(helene).get(paths.showImport({ partnerImportId })))
    expect(preview).toContain('Nothing has been written yet')
    expect(preview).toContain('400 401 Maison 1399 date_maj “2026-13-01” is no date')
    expect(await count()).toBe(0)
    const [kept] = await site.sql<{ file: Buffer }>('select file from partner_imports where id = $1', [partnerImportId])
    expect(kept!.file.includes('Maison')).toBe(false)
    expect((await site.as(helene).post(paths.confirmImport({ partnerImportId }))).status).toBe(303)
    expect(await count()).toBe(499)
    const result = await textOf(await site.as(helene).get(paths.showImport({ partnerImportId })))
    expect(result).toContain('400 401 Maison 1399 date_maj')
    expect(await site.sql('select file from partner_imports where id = $1', [partnerImportId])).toEqual([
      { file: null },
    ])
    // A second press finds nothing to do.
    expect((await site.as(helene).post(paths.confirmImport({ partnerImportId }))).status).toBe(303)
    expect(await count()).toBe(499)
  }, 30_000)
  test('again updates by source and id, wipes no note and no value, and moves nothing of another institution', async () => {
    const before = [structure(1, { source: 'twice', nom: 'Jumelle' }), service(1, { source: 'twice' })]
    await importFile(helene, before)
    await importFile(elsewhere, before, 'no')
    const ours = "where source = 'twice' and institution_id = $1"
    const [{ id: partnerId }] = (await site.sql<{ id: string }>(`select id from partners ${ours}`, [
      helene.institutionId,
    ])) as [{ id: string }]
    await site.as(amina).post(paths.note({ partnerId }), { body: 'Sonner deux fois' })
    const now = { source: 'twice', date_maj: '2026-11-01' }
    const changed = structure(1, { ...now, nom: 'Jumelle rebaptisée', telephone: null })
    await importFile(helene, [changed, service(1, { ...now, thematiques: ['sante--addictions'] })])
    const page = await textOf(await site.as(coach).get(paths.show({ partnerId })))
    for (const text of ['Jumelle rebaptisée', '+41320000000', 'Sonner deux fois', 'Addiction'])
      expect(page).toContain(text)
    expect(page).toContain('twice, changed there on 01/11/2026')
    expect(await site.sql(`select count(*)::int as n from partners ${ours}`, [helene.institutionId])).toEqual([
      { n: 1 },
    ])
    expect(await site.sql(`select name from partners ${ours}`, [elsewhere.institutionId])).toEqual([
      { name: 'Jumelle' },
    ])
    // What both have is one line of the directory, for either of them and for a third.
    await site.sql("update partners set shared = true where source = 'twice'")
    const third = await site.given.staff('coordinator', { institutionId: await site.given.institution('association') })
    for (const who of [helene, elsewhere, third]) {
      const html = await (await site.as(who).get(paths.list({ q: 'jumelle' }))).text()
      expect(html.match(/>Jumelle( rebaptisée)?</g)).toHaveLength(1)
    }
    // The very same file once more has nothing to write, and says so.
    const again = [
      structure(1, { source: 'twice', nom: 'Jumelle rebaptisée', telephone: null, date_maj: '2026-11-01' }),
    ]
    expect((await importFile(helene, again)).status).toBe(409)
  })
  test('says that a record was changed by hand before it replaces it', async () => {
    await importFile(helene, [structure(1, { source: 'edited' })])
    const [row] = await site.sql<{ id: string }>("select id from partners where source = 'edited'")
    await site.as(amina).post(paths.edit({ partnerId: row!.id }), { name: 'Nom à nous', shared: 'yes' })
    const uploaded = await upload(helene, asFile([structure(1, { source: 'edited', nom: 'Nom à eux' })]))
    expect(await textOf(await site.as(helene).get(uploaded.headers.get('location')!))).toContain(
      'Changed by hand here; the import replaces that.',
    )
  })
  test('of what is no such file is told at once, and nothing is kept', async () => {
    for (const text of ['', 'Bonjour', '[]']) expect((await upload(helene, text)).status).toBe(422)
    const form = new FormData()
    form.set('file', new File([new Uint8Array([0xff, 0xfe, 0x7b])], 'x.json'))
    expect((await site.as(helene).upload(paths.imports(), form)).status).toBe(422)
    expect((await site.as(helene).post(paths.imports())).status).toBe(422)
  })
})

describe('the own offer', () => {
  test('is chosen by those who answer for it, and comes out as the format wants it, the same each time', async () => {
    const place = { street: 'Quai des Vernes 8', postalCode: '2599', place: 'Rivemont' }
    const partnerId = await givenPartner('Atelier Passage', { ...place, description: 'Un lieu pour avancer.' }, helene)
    await givenService(partnerId, { kind: 'atelier', audiences: ['femmes', 'tous-publics'] }, helene)
    expect((await site.as(amina).get(paths.offer())).status).toBe(403)
    expect((await site.as(helene).get(paths.offerFile({ file: 'structures.json' }))).status).toBe(404)
    expect((await site.as(helene).post(paths.offer(), { partnerId: newId() })).status).toBe(404)
    expect((await site.as(helene).post(paths.offer(), { partnerId })).status).toBe(303)
    const file = async (name: string) => (await site.as(helene).get(paths.offerFile({ file: name }))).text()
    const structures = JSON.parse(await file('structures.json')) as Record<string, unknown>[]
    const services = JSON.parse(await file('services.json')) as Record<string, unknown>[]
    expect(structures.flatMap(wrongInStructure)).toEqual([])
    expect(services.flatMap(wrongInService)).toEqual([])
    expect(structures).toMatchObject([
      {
        ...{ source: 'passerelle', id: `passerelle--${partnerId}`, nom: 'Atelier Passage', date_maj: testToday },
        ...{ code_postal: null, complement_adresse: '2599 Rivemont', commune: 'Rivemont' },
      },
    ])
    expect(services).toMatchObject([
      { structure_id: structures[0]!.id, publics: ['tous-publics'], commune: 'Rivemont' },
    ])
    expect(await file('services.json')).toBe(await file('services.json'))
    // From then on only those who answer for the offer change it.
    expect((await site.as(amina).post(paths.edit({ partnerId }), { name: 'Autre', shared: 'yes' })).status).toBe(403)
    expect((await givenService(partnerId, {}, amina)).status).toBe(403)
    // What came out can be read again elsewhere.
    expect((await importFile(elsewhere, [...structures, ...services])).status).toBe(303)
  })
  test('that does not fit is not made, and says what to correct', async () => {
    await site.sql("update partners set website = 'x y' where own")
    const response = await site.as(helene).get(paths.offerFile({ file: 'structures.json' }))
    expect(response.status).toBe(409)
    expect(await textOf(response)).toContain('site_web “x y” is no web address')
  })
})

describe('passing somebody on', () => {
  let personId: string
  let partnerId: string
  let groupCoach: Staff
  beforeAll(async () => {
    personId = await site.given.person({ by: amina, firstName: 'Nadia', lastName: 'Perrin', language: 'de' })
    groupCoach = await site.given.staff('coach', { institutionId: await site.given.institution('programme-unit') })
    await site.given.mandate(personId, groupCoach, { purpose: 'group' })
    partnerId = await givenPartner('Point Budget', {
      phone: '032 222 22 22',
      place: 'Rivemont',
      opening: 'Mo-Fr 09:00-12:00',
    })
  })
  const refer = (more: Record<string, string> = {}, who = amina) =>
    site.as(who).post(paths.refer({ personId }), {
      ...{
        partner: partnerId,
        purpose: 'Regarder les factures ensemble',
        audience: 'institution',
        agreement: 'not-yet',
        ...more,
      },
    })
  const given = async (more: Record<string, string> = {}) => ({ partnerReferralId: idIn(await refer(more)) })

  test('is for those with a mandate and the class of notes; nobody else learns of it', async () => {
    const office = await site.given.staff('programme-office')
    await site.given.mandate(personId, office)
    expect((await site.as().get(paths.refer({ personId }))).status).toBe(303)
    expect((await refer({}, coach)).status).toBe(404)
    expect((await refer({}, office)).status).toBe(403)
    const of = await given()
    for (const who of [coach, helene, groupCoach]) {
      expect((await site.as(who).get(paths.showReferral(of))).status).toBe(404)
      expect((await site.as(who).post(paths.addEvent(of), { state: 'done' })).status).toBe(404)
    }
    expect(await textOf(await site.as(office).get(people.show({ personId })))).not.toContain('Point Budget')
  })
  test('is read by those it is for', async () => {
    const colleague = await site.given.staff('social-worker')
    await site.given.mandate(personId, colleague, { purpose: 'colleague' })
    for (const [audience, readers] of [
      ['own', [true, false, false]],
      ['institution', [true, true, false]],
      ['shared', [true, true, true]],
    ] as const) {
      const of = await given({ audience })
      const seen = []
      for (const who of [amina, colleague, groupCoach])
        seen.push((await site.as(who).get(paths.showReferral(of))).status === 200)
      expect(seen, audience).toEqual(readers)
    }
  })
  test('seals which partner and what for, and puts no word of it on record', async () => {
    const { partnerReferralId } = await given()
    const [row] = await site.sql<{ content: Buffer }>('select content from partner_referrals where id = $1', [
      partnerReferralId,
    ])
    expect(row!.content.includes('Budget') || row!.content.includes(partnerId)).toBe(false)
    expect(
      await site.sql('select act, person_id, field_classes from audit_entries where object_id = $1', [
        partnerReferralId,
      ]),
    ).toEqual([{ act: 'partners.refer', person_id: personId, field_classes: ['notes'] }])
  })
  test('goes from the proposal over the agreement and the answer to its end, each step with its day', async () => {
    const of = await given({ nextStep: 'En reparler', nextOn: addDays(testToday, 7) })
    const step = (form: Record<string, string>) => site.as(amina).post(paths.addEvent(of), form)
    expect((await step({ state: 'told' })).status).toBe(409)
    expect((await step({ state: 'accepted' })).status).toBe(409)
    expect((await site.as(amina).post(paths.agree(of), { agreement: 'spoken' })).status).toBe(303)
    expect((await site.as(amina).post(paths.agree(of), { agreement: 'written' })).status).toBe(409)
    expect((await step({ state: 'told', words: 'Par téléphone' })).status).toBe(303)
    expect((await step({ state: 'no-answer' })).status).toBe(303)
    expect(
      (await step({ state: 'accepted', words: 'Rendez-vous le 2 décembre', nextStep: 'Y aller avec elle' })).status,
    ).toBe(303)
    expect((await step({ state: 'done' })).status).toBe(409)
    expect((await step({ state: 'done', words: 'Le plan de paiement tient' })).status).toBe(303)
    expect((await step({ state: 'told' })).status).toBe(409)
    const page = await textOf(await site.as(amina).get(paths.showReferral(of)))
    for (const text of [
      'En reparler',
      'agreed in words on 23/11/2026',
      'Par téléphone',
      'Rendez-vous le 2',
      'Le plan de paiement',
    ])
      expect(page).toContain(text)
    expect(await textOf(await site.as(amina).get(people.show({ personId })))).toContain('Point Budget')
  })
  test('two who press at once make two steps or one, never an error', async () => {
    const of = await given({ agreement: 'spoken' })
    const both = await Promise.all(
      ['1', '2'].map((words) => site.as(amina).post(paths.addEvent(of), { state: 'told', words })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
  })
  test('asks for what is missing, and never to a retired or unknown partner', async () => {
    const wrong: Record<string, string>[] = [
      { purpose: '' },
      { agreement: '' },
      { audience: 'all' },
      { nextOn: testToday },
      { agreement: 'spoken', agreedOn: addDays(testToday, 1) },
    ]
    for (const form of wrong) expect((await refer(form)).status, JSON.stringify(form)).toBe(422)
    expect((await refer({ partner: newId() })).status).toBe(404)
    expect((await refer({ service: newId() })).status).toBe(404)
    const retired = await givenPartner('Fermé depuis')
    await site.as(helene).post(paths.retire({ partnerId: retired }), { why: 'Fermé' })
    expect((await refer({ partner: retired })).status).toBe(409)
    expect(await textOf(await site.as(amina).get(paths.refer({ personId }, { partner: retired })))).toContain(
      'Choose the partner first',
    )
  })
  test('gives the person a sheet in their own language that names no programme and no institution', async () => {
    const of = await given()
    const html = await (await site.as(amina).get(paths.paper(of))).text()
    const main = html.slice(html.indexOf('<main'))
    for (const text of [
      'Wohin Sie gehen können',
      'Point Budget',
      '032 222 22 22',
      'Regarder les factures',
      'Amina Berger',
    ])
      expect(main).toContain(text)
    expect(main).not.toContain('Service social')
    expect(html).not.toContain('FocusTravail')
  })
  test('that was erased says so, and keeps its place in the history', async () => {
    const other = await site.given.person({ by: amina })
    const id = idIn(
      await site.as(amina).post(paths.refer({ personId: other }), {
        ...{ partner: partnerId, purpose: 'Peu importe', audience: 'shared', agreement: 'spoken' },
      }),
    )
    site.vault.destroyKey(other)
    const response = await site.as(amina).get(paths.showReferral({ partnerReferralId: id }))
    expect(response.status).toBe(200)
    expect(await textOf(response)).not.toContain('Peu importe')
    expect((await site.as(amina).get(paths.paper({ partnerReferralId: id }))).status).toBe(404)
  })
})
