// A report's whole way: each role sees what it should, nothing is written over, nothing changes once it was sent.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenMoveup, type MoveupWorld } from '../../../test/support/moveup-world.ts'
import {
  createTestSite,
  newId,
  type Signed,
  type Staff,
  type TestSite,
  testToday,
  textOf,
} from '../../../test/support/site.ts'
import { paths } from './paths.ts'
import { listVersions, readSent } from './sent-store.ts'
import { findReportOf, listTexts } from './store.ts'

let site: TestSite
let world: MoveupWorld
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
})
afterAll(async () => {
  expect(site.logged).toEqual([])
  await site.close()
})

/** Somebody in the programme with everyone who accompanies them; a report begun by this trainer. */
async function givenReport(by: 'trainer' | 'coTrainer' = 'trainer') {
  const { personId, enrolmentId } = await world.enrol(`P${newId().slice(0, 4)}`)
  for (const part of ['employment', 'training', 'trainer'] as const)
    await world.accompany(enrolmentId, personId, part, world[part])
  await world.accompany(enrolmentId, personId, 'global', world.global)
  await world.accompany(enrolmentId, personId, 'trainer', world.coTrainer)
  const response = await site.as(world[by]).post(paths.ofEnrolment({ enrolmentId }))
  expect(response.status).toBe(303)
  const report = await site.asActor(world[by], (tx) => findReportOf(tx, enrolmentId))
  return { personId, enrolmentId, reportId: report!.id }
}

type Given = Awaited<ReturnType<typeof givenReport>>
const numberOf = async (who: Staff, { reportId }: Given, section: string) => {
  const side = who.role === 'coach' ? 'training' : 'social'
  const texts = await site.asActor(who, (tx) => listTexts(tx, site.vault, reportId))
  return texts.find((text) => text.section === section && text.side === side)?.number ?? 0
}
const write = async (who: Staff, given: Given, section: string, form: Record<string, string>) =>
  site.as(who).post(paths.section({ reportId: given.reportId, section }), {
    number: String(await numberOf(who, given, section)),
    withFacts: 'yes',
    ...form,
  })
const propose = (given: Given, who = world.trainer) =>
  write(who, given, 'proposal', { words: 'Une formation.', proposal: 'reorientation:qualifying-training' })
const revisionOf = async ({ reportId }: Given) =>
  String(
    (await site.sql<{ revision: number }>('select revision from final_reports where id = $1', [reportId]))[0]!.revision,
  )
const read = async (who: Staff, given: Given, form: Record<string, string> = {}) =>
  site.as(who).post(paths.reading({ reportId: given.reportId }), {
    revision: await revisionOf(given),
    kind: 'read',
    onDate: testToday,
    readBy: who.id,
    language: 'ar',
    interpreter: 'yes',
    agreement: 'agrees',
    ...form,
  })
const send = async (who: Staff, given: Given, form: Record<string, string> = {}) =>
  site
    .as(who)
    .post(paths.sending({ reportId: given.reportId }), { revision: await revisionOf(given), language: 'fr', ...form })
const versionOf = async (who: Signed, { reportId }: Given) =>
  (await site.asActor(who, (tx) => listVersions(tx, { reportId })))[0]
const pageOf = async (who: Signed | undefined, url: string) => textOf(await site.as(who).get(url))

/** Written by both sides, read and sent by the trainer. */
async function givenSent(shared: boolean) {
  const given = await givenReport()
  await write(world.trainer, given, 'path', { words: 'Elle vient chaque matin.' })
  await write(world.training, given, 'obstacles', {
    words: 'Une dette de loyer.',
    ...(shared ? { shared: 'yes' } : {}),
  })
  await propose(given)
  expect((await read(world.trainer, given)).status).toBe(303)
  expect((await send(world.trainer, given)).status).toBe(303)
  const version = (await versionOf(world.trainer, given))!
  return { ...given, version, url: paths.version({ reportId: given.reportId, versionId: version.id }) }
}

describe('a report is begun', () => {
  test('by nobody, a stranger or a social worker: no; by the trainer with what is known: yes', async () => {
    const { personId, enrolmentId } = await world.enrol('Esra')
    const url = paths.ofEnrolment({ enrolmentId })
    const stranger = await site.given.staff('coach')
    expect((await site.as().post(url)).status).toBe(401)
    expect((await site.as(stranger).post(url)).status).toBe(404)
    expect((await site.as(world.coordinator).post(url)).status).toBe(403)
    expect((await site.as(world.global).post(url)).status).toBe(403)
    expect(await pageOf(world.global, url)).toContain('A trainer begins it')
    await world.accompany(enrolmentId, personId, 'trainer', world.trainer)
    const begun = await site.as(world.trainer).post(url)
    expect(begun.status).toBe(303)
    expect((await site.as(world.trainer).post(url)).status).toBe(409)
    const page = await pageOf(world.trainer, begun.headers.get('location')!)
    expect(page).toContain('Path')
    expect(page).toContain('From the records, as of 23 November 2026')
  })

  test('not before the person has started, nor in a programme without one', async () => {
    const { personId, enrolmentId } = await world.enrol('Fatou', 'registered')
    await world.accompany(enrolmentId, personId, 'trainer', world.trainer)
    expect((await site.as(world.trainer).post(paths.ofEnrolment({ enrolmentId }))).status).toBe(409)
    const coordinator = await site.given.staff('coordinator')
    const other = await site.given.programme({ by: coordinator })
    const elsewhere = await site.given.enrolment({ personId, programmeId: other, by: world.global, stage: 'started' })
    expect((await site.as(world.trainer).get(paths.ofEnrolment({ enrolmentId: elsewhere }))).status).toBe(404)
  })
})

describe('writing', () => {
  test('refreshing the facts keeps the words', async () => {
    const given = await givenReport()
    await write(world.trainer, given, 'levels', { words: 'Lit un horaire.' })
    await site.sql(
      `insert into language_levels (id, person_id, language, skill, level, source, assessed_on) values ($1, $2, 'fr', 'reading', 'A1.1', 'tested', $3)`,
      [newId(), given.personId, testToday],
    )
    expect((await site.as(world.trainer).post(paths.facts({ reportId: given.reportId }))).status).toBe(303)
    const page = await pageOf(world.trainer, paths.show({ reportId: given.reportId }))
    expect(page).toContain('Lit un horaire.')
    expect(page).toContain('A1.1')
  })

  test('two trainers in the same section: the second is shown both texts, and nothing is lost', async () => {
    const given = await givenReport()
    const number = String(await numberOf(world.trainer, given, 'aim'))
    const url = paths.section({ reportId: given.reportId, section: 'aim' })
    expect((await site.as(world.trainer).post(url, { number, words: 'Le premier texte.' })).status).toBe(303)
    const second = await site.as(world.coTrainer).post(url, { number, words: 'Le second texte.' })
    expect(second.status).toBe(409)
    const page = await second.text()
    expect(page).toContain('Le premier texte.')
    expect(page).toContain('Le second texte.')
    const shown = /name="number" value="(\d+)"/.exec(page)![1]!
    expect((await site.as(world.coTrainer).post(url, { number: shown, words: 'Les deux.' })).status).toBe(303)
    const own = await site.asActor(world.trainer, (tx) => listTexts(tx, site.vault, given.reportId))
    expect(own.find(({ section }) => section === 'aim')!.content.words).toBe('Les deux.')
  })

  test('in the same instant: one is saved, the other is told', async () => {
    const given = await givenReport()
    const number = String(await numberOf(world.trainer, given, 'aim'))
    const url = paths.section({ reportId: given.reportId, section: 'aim' })
    const answers = await Promise.all(
      [world.trainer, world.coTrainer, world.trainer].map((who, i) =>
        site.as(who).post(url, { number, words: `Texte ${i}` }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409])
  })

  test('what was typed and not saved is there again for its author alone', async () => {
    const given = await givenReport()
    const of = { reportId: given.reportId, section: 'aim' }
    const number = String(await numberOf(world.trainer, given, 'aim'))
    const draft = await site.as(world.trainer).post(paths.draft(of), { words: 'Pas fini', number })
    expect(draft.status).toBe(200)
    expect(await (await site.as(world.trainer).get(paths.section(of))).text()).toContain('Pas fini')
    expect(await (await site.as(world.coTrainer).get(paths.section(of))).text()).not.toContain('Pas fini')
  })

  test('what the social side writes is seen in the house, and outside once the person agreed', async () => {
    const given = await givenReport('coTrainer')
    const url = paths.show({ reportId: given.reportId })
    await write(world.training, given, 'obstacles', { words: 'Une dette de loyer.' })
    for (const who of [world.trainer, world.global, world.employment, world.training])
      expect(await pageOf(who, url), who.name).toContain('Une dette de loyer.')
    expect(await pageOf(world.coTrainer, url)).not.toContain('dette')
    expect(
      await pageOf(world.coTrainer, paths.section({ reportId: given.reportId, section: 'obstacles' })),
    ).not.toContain('dette')
    await write(world.training, given, 'obstacles', { words: 'Une dette de loyer.', shared: 'yes' })
    expect(await pageOf(world.coTrainer, url)).toContain('Une dette de loyer.')
  })

  test('nobody, strangers, the office, the coordinator and people whose mandate is over read nothing of it', async () => {
    const given = await givenReport()
    const url = paths.show({ reportId: given.reportId })
    const stranger = await site.given.staff('coach')
    const elsewhere = await site.given.staff('social-worker', { institutionId: world.house })
    expect((await site.as().get(url)).status).toBe(303)
    for (const who of [stranger, elsewhere]) expect((await site.as(who).get(url)).status).toBe(404)
    for (const who of [world.coordinator, world.office]) {
      expect((await site.as(who).get(url)).status).toBe(403)
      const [texts] = await site.asActor(who, async (tx) => [await listTexts(tx, site.vault, given.reportId)])
      expect(texts).toEqual([])
    }
    await site.sql('update mandates set to_date = $1 where person_id = $2 and professional_id = $3', [
      '2026-11-22',
      given.personId,
      world.employment.id,
    ])
    expect((await site.as(world.employment).get(url)).status).toBe(404)
  })

  test('a trainer can’t write on the social side, nor anybody under another’s name or over a saved text', async () => {
    const given = await givenReport()
    const row = (side: 'social' | 'training', by: string, number = 9) => ({
      id: newId(),
      report_id: given.reportId,
      person_id: given.personId,
      enrolment_id: given.enrolmentId,
      section: 'path',
      side,
      number,
      content: Buffer.from('x'),
      written_by: by,
    })
    const insert = (who: Staff, values: ReturnType<typeof row>) =>
      site.asActor(who, (tx) => tx.insertInto('final_report_texts').values(values).execute())
    const denied = { code: '42501' }
    await expect(insert(world.trainer, row('social', world.trainer.id))).rejects.toMatchObject(denied)
    await expect(insert(world.training, row('training', world.training.id))).rejects.toMatchObject(denied)
    await expect(insert(world.training, row('social', world.global.id))).rejects.toMatchObject(denied)
    await expect(
      site.asActor(world.trainer, (tx) =>
        tx.updateTable('final_report_texts').set({ number: 7 }).where('report_id', '=', given.reportId).execute(),
      ),
    ).rejects.toMatchObject(denied)
  })
})

describe('reading with the person', () => {
  test('who does not agree is asked for a remark, and may say none', async () => {
    const given = await givenReport()
    expect((await read(world.trainer, given, { agreement: 'does-not' })).status).toBe(422)
    expect((await read(world.trainer, given, { agreement: '' })).status).toBe(422)
    expect((await read(world.trainer, given, { agreement: 'does-not', noRemark: 'yes' })).status).toBe(303)
    expect((await read(world.trainer, given, { agreement: 'in-part', remark: 'Je travaille déjà.' })).status).toBe(303)
    expect(await pageOf(world.global, paths.show({ reportId: given.reportId }))).toContain('Je travaille déjà.')
    expect((await read(world.trainer, given, { agreement: 'not-disclosed' })).status).toBe(303)
  })

  test('comes before sending, and again after every change', async () => {
    const given = await givenReport()
    await propose(given)
    expect((await send(world.trainer, given)).status).toBe(409)
    await read(world.trainer, given)
    await write(world.training, given, 'obstacles', { words: 'Encore un mot.' })
    expect((await send(world.trainer, given)).status).toBe(409)
    expect(await pageOf(world.trainer, paths.show({ reportId: given.reportId }))).toContain(
      'A text changed since the reading',
    )
    await read(world.training, given)
    expect((await send(world.trainer, given)).status).toBe(303)
  })

  test('a person who could not be reached is no obstacle, with the reason on the report', async () => {
    const given = await givenReport()
    await propose(given)
    expect((await read(world.trainer, given, { kind: 'not-reached' })).status).toBe(422)
    expect((await read(world.trainer, given, { kind: 'not-reached', reason: 'Trois appels.' })).status).toBe(303)
    expect((await send(world.trainer, given)).status).toBe(303)
    const version = (await versionOf(world.global, given))!
    const page = await pageOf(world.global, paths.version({ reportId: given.reportId, versionId: version.id }))
    expect(page).toContain('Tom Trainer could not reach the person')
    expect(page).toContain('Trois appels.')
  })
})

describe('sending', () => {
  test('goes to every other professional with a running mandate; the list is shown before, with who has nobody', async () => {
    const given = await givenReport()
    await propose(given)
    await read(world.trainer, given)
    await site.sql('update enrolment_professionals set ended_on = $1 where enrolment_id = $2 and user_id = $3', [
      testToday,
      given.enrolmentId,
      world.employment.id,
    ])
    const page = await pageOf(world.trainer, paths.sending({ reportId: given.reportId }))
    expect(page).toContain('Nobody else at present: Employment social worker.')
    expect((await send(world.trainer, given)).status).toBe(303)
    const version = (await versionOf(world.trainer, given))!
    expect(version.receipts.map(({ name }) => name).sort()).toEqual(['Cleo Cotrainer', 'Gita Global', 'Tara Training'])
  })

  test('reaches a trainer of the group who is not named in a part', async () => {
    const { personId, enrolmentId } = await world.enrol('Jana')
    const { groupId, trainer, coTrainer, coordinator: by } = world
    await site.given.member({ groupId, enrolmentId, personId, by, coaches: [trainer, coTrainer] })
    expect((await site.as(trainer).post(paths.ofEnrolment({ enrolmentId }))).status).toBe(303)
    const reportId = (await site.asActor(trainer, (tx) => findReportOf(tx, enrolmentId)))!.id
    const page = await pageOf(trainer, paths.sending({ reportId }))
    expect(page).toContain('Cleo Cotrainer')
    expect(page).not.toContain('Gita Global')
  })

  test('reaches them within the three months after the end, and then no more', async () => {
    const given = await givenReport()
    await propose(given)
    await read(world.trainer, given)
    await site.sql('update enrolments set ended_on = $1 where id = $2', ['2026-11-01', given.enrolmentId])
    expect((await send(world.trainer, given)).status).toBe(303)
    expect((await versionOf(world.coTrainer, given))!.receipts).toHaveLength(4)
    await site.sql('update enrolments set ended_on = $1 where id = $2', ['2026-08-01', given.enrolmentId])
    expect(await versionOf(world.coTrainer, given)).toBeUndefined()
  })

  test('needs a proposal', async () => {
    const given = await givenReport()
    await read(world.trainer, given)
    expect((await send(world.trainer, given)).status).toBe(409)
  })

  test('twice in the same instant sends once', async () => {
    const given = await givenReport()
    await propose(given)
    await read(world.trainer, given)
    const answers = await Promise.all([send(world.trainer, given), send(world.coTrainer, given)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await site.asActor(world.trainer, (tx) => listVersions(tx, { reportId: given.reportId }))).toHaveLength(1)
  })

  test('a section of the social side reaches outside trainers only if the person agreed, also when one of them sends', async () => {
    for (const shared of [true, false]) {
      const given = await givenSent(shared)
      expect(await pageOf(world.global, given.url)).toContain('Une dette de loyer.')
      expect((await pageOf(world.coTrainer, given.url)).includes('dette')).toBe(shared)
      expect(await pageOf(world.coTrainer, given.url)).toContain('Elle vient chaque matin.')
    }
    const given = await givenReport('coTrainer')
    await propose(given, world.coTrainer)
    await write(world.training, given, 'obstacles', { words: 'Une dette de loyer.' })
    await read(world.coTrainer, given)
    expect((await send(world.coTrainer, given)).status).toBe(303)
    const version = (await versionOf(world.coTrainer, given))!
    const url = paths.version({ reportId: given.reportId, versionId: version.id })
    expect(await pageOf(world.coTrainer, url)).not.toContain('dette')
    expect(await pageOf(world.employment, url)).toContain('Une dette de loyer.')
  })

  test('a version never changes: a correction is a new one, read and sent again', async () => {
    const given = await givenSent(false)
    await write(world.trainer, given, 'path', { words: 'Elle vient trois matins.' })
    expect(await pageOf(world.global, given.url)).toContain('Elle vient chaque matin.')
    expect((await send(world.trainer, given)).status).toBe(409)
    await read(world.trainer, given)
    expect((await send(world.training, given)).status).toBe(303)
    const [second, first] = await site.asActor(world.global, (tx) => listVersions(tx, { reportId: given.reportId }))
    expect([second!.number, first!.number]).toEqual([2, 1])
    expect(await pageOf(world.global, given.url)).toContain('A newer version replaces this one')
    for (const [version, words] of [
      [first, 'Elle vient chaque matin.'],
      [second, 'Elle vient trois matins.'],
    ] as const) {
      const sent = await site.asActor(world.global, (tx) => readSent(tx, site.vault, version!.id))
      const texts = sent?.state === 'open' ? sent.texts : []
      expect(texts.find(({ section, side }) => section === 'path' && side === 'training')!.content.words).toBe(words)
    }
    await expect(
      site.asActor(world.trainer, (tx) =>
        tx.updateTable('final_report_versions').set({ number: 5 }).where('id', '=', first!.id).execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })

  test('texts that were written over and never sent do not stay', async () => {
    const given = await givenReport()
    for (const words of ['Un mot de trop.', 'Un mot juste.']) await write(world.trainer, given, 'path', { words })
    await propose(given)
    await read(world.trainer, given)
    await send(world.trainer, given)
    const rows = await site.sql(`select number from final_report_texts where report_id = $1 and section = 'path'`, [
      given.reportId,
    ])
    expect(rows).toHaveLength(1)
  })
})

describe('receipts', () => {
  test('each recipient says once that they have it; sender and coordinator see who has', async () => {
    const given = await givenSent(false)
    const url = paths.receipt({ reportId: given.reportId, versionId: given.version.id })
    const stranger = await site.given.staff('coach')
    expect((await site.as().post(url)).status).toBe(401)
    expect((await site.as(stranger).post(url)).status).toBe(404)
    expect((await site.as(world.trainer).post(url)).status).toBe(403)
    expect((await site.as(world.global).post(url)).status).toBe(303)
    expect((await site.as(world.global).post(url)).status).toBe(409)
    const mine = (await versionOf(world.trainer, given))!.receipts
    expect(mine.filter(({ receivedOn }) => receivedOn).map(({ name }) => name)).toEqual(['Gita Global'])
    const follow = await pageOf(
      world.coordinator,
      paths.ofProgramme({ programmeId: world.programmeId }, { shelf: 'sent' }),
    )
    expect(follow).toContain('Received by 1 of 4')
    expect((await site.as(world.coordinator).get(given.url)).status).toBe(403)
    const forged = await site.asActor(world.employment, (tx) =>
      tx
        .updateTable('final_report_recipients')
        .set({ received_on: testToday })
        .where('user_id', '=', world.training.id)
        .executeTakeFirst(),
    )
    expect(Number(forged.numUpdatedRows)).toBe(0)
  })

  test('the first page reminds recipients, the sender, and the trainer of what is due', async () => {
    const given = await givenSent(false)
    expect(await pageOf(world.training, '/')).toContain('Reports to read and confirm')
    expect(await pageOf(world.trainer, '/')).not.toContain('not yet received by everyone')
    await site.sql('update final_report_versions set sent_on = $1 where id = $2', ['2026-11-10', given.version.id])
    expect(await pageOf(world.trainer, '/')).toContain('not yet received by everyone')
    const { personId, enrolmentId } = await world.enrol('Hana', 'completed')
    await world.accompany(enrolmentId, personId, 'trainer', world.coTrainer)
    expect(await pageOf(world.coTrainer, '/')).toContain('Reports to write')
    const due = await pageOf(world.coordinator, paths.ofProgramme({ programmeId: world.programmeId }))
    expect(due).toContain('Hana')
    expect(due).toContain('Not begun')
  })
})

describe('the coordinator’s page', () => {
  test('is the programme’s own coordinator’s', async () => {
    const url = paths.ofProgramme({ programmeId: world.programmeId })
    const other = await site.given.staff('coordinator')
    expect((await site.as().get(url)).status).toBe(303)
    expect((await site.as(other).get(url)).status).toBe(403)
    expect((await site.as(world.office).get(url)).status).toBe(403)
    expect((await site.as(world.coordinator).get(url)).status).toBe(200)
  })
})

describe('the person', () => {
  test('reads all of their own report with the PIN, with who received it; nobody else’s, no draft', async () => {
    const given = await givenSent(false)
    const other = await givenSent(false)
    const card = await site.given.card({ personId: given.personId, by: world.trainer })
    const page = await pageOf(card, paths.own())
    expect(page).toContain('Une dette de loyer.')
    expect(page).toContain('Elle vient chaque matin.')
    expect(page).toContain('Gita Global')
    expect(await pageOf(card, paths.own({ version: other.version.id }))).not.toContain('version 2')
    expect(await site.asActor(card, (tx) => readSent(tx, site.vault, other.version.id))).toBeUndefined()
    await write(world.trainer, given, 'aim', { words: 'Un brouillon.' })
    expect(await pageOf(card, paths.own())).not.toContain('brouillon')
    expect(await site.asActor(card, (tx) => listTexts(tx, site.vault, given.reportId))).not.toEqual([])
    const drafts = await site.asActor(card, (tx) => listTexts(tx, site.vault, given.reportId))
    expect(drafts.some(({ content }) => content.words === 'Un brouillon.')).toBe(false)
  })

  test('is asked for the PIN when the card was only scanned', async () => {
    const given = await givenSent(false)
    const card = await site.given.card({ personId: given.personId, by: world.trainer, level: 'token' })
    expect((await site.as(card).get(paths.own())).headers.get('location')).toContain('/card/pin')
    expect(await site.asActor(card, (tx) => readSent(tx, site.vault, given.version.id))).toBeUndefined()
  })

  test('without a report is told so', async () => {
    const { personId } = await world.enrol('Ines')
    const card = await site.given.card({ personId, by: world.global })
    expect(await pageOf(card, paths.own())).toContain('Il n’y a pas encore de bilan.')
  })
})

describe('on paper', () => {
  test('the PDF is for readers of the version, and its name says nothing', async () => {
    const given = await givenSent(false)
    const url = paths.pdf({ reportId: given.reportId, versionId: given.version.id }, { in: 'nl' })
    expect((await site.as().get(url)).status).toBe(303)
    expect((await site.as(world.coordinator).get(url)).status).toBe(403)
    const stranger = await site.given.staff('social-worker')
    expect((await site.as(stranger).get(url)).status).toBe(404)
    const response = await site.as(world.coTrainer).get(url)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toContain("UTF-8''stuk-1.pdf")
  })

  test('words in a script that the typeface lacks are printed by the browser', async () => {
    const given = await givenReport()
    await propose(given)
    await read(world.trainer, given, { agreement: 'in-part', remark: 'أريد أن أعمل' })
    await send(world.trainer, given)
    const of = { reportId: given.reportId, versionId: (await versionOf(world.global, given))!.id }
    const pdf = await site.as(world.global).get(paths.pdf(of, { in: 'fr' }))
    expect(pdf.headers.get('location')).toBe(paths.print(of, { in: 'fr' }))
    const sheet = await pageOf(world.global, paths.print(of, { in: 'fr' }))
    expect(sheet).toContain('أريد أن أعمل')
    expect(sheet).toContain('Réorientation')
    expect((await site.as(world.coordinator).get(paths.print(of))).status).toBe(403)
  })
})
