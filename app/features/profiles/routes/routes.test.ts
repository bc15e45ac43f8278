import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, newId, type Signed, type Staff, type TestSite, textOf } from '../../../../test/support/site.ts'
import { me, paths } from '../paths.ts'

let site: TestSite
let coach: Staff
let trainee: Staff
let referrer: Staff
let coordinator: Staff
let groupId: string
let programmeId: string

beforeAll(async () => {
  site = await createTestSite()
  const unit = await site.given.institution('programme-unit')
  referrer = await site.given.staff('social-worker', { name: 'Amina Keller' })
  coordinator = await site.given.staff('coordinator', { institutionId: unit })
  coach = await site.given.staff('coach', { institutionId: unit, name: 'Nadia Perrin' })
  trainee = await site.given.staff('trainee', { institutionId: unit, name: 'Jonas Aebi' })
  programmeId = await site.given.programme({ by: coordinator })
  groupId = await site.given.group({ programmeId, by: coordinator, coaches: [coach, trainee], name: 'Tilleul' })
})
afterAll(() => site.close())

type Member = { personId: string; enrolmentId: string; card: Signed; profileId: string }

async function givenMember(firstName: string): Promise<Member> {
  const { given } = site
  const personId = await given.person({ by: referrer, firstName, language: 'en' })
  const enrolmentId = await given.enrolment({ personId, programmeId, by: referrer, stage: 'started' })
  await given.member({ groupId, enrolmentId, personId, by: coordinator, coaches: [coach, trainee] })
  const card = await given.card({ personId, by: coach })
  await site.as(card).post(me.start())
  const [row] = await site.sql<{ id: string }>('select id from profiles where enrolment_id = $1', [enrolmentId])
  return { personId, enrolmentId, card, profileId: row!.id }
}

/** Picks two competences and hands in the person's own sheet. */
async function handInOwn({ card }: Member) {
  const phone = site.as(card)
  await phone.post(me.pick({ group: 'personal' }), { picks: ['calm', 'reliability'], button: 'stop' })
  await phone.post(me.rate({ competence: 'calm' }), { value: '2' })
  await phone.post(me.rate({ competence: 'reliability' }), { value: 'unknown' })
  expect((await phone.post(me.answers())).status).toBe(303)
}
const wholeSheet = { 'value-calm': '4', 'comment-calm': 'Stays calm', 'value-reliability': '3', button: 'hand-in' }

describe('who comes to a profile', () => {
  test('nobody is sent away', async () => {
    const { profileId } = await givenMember('Nobody')
    expect((await site.as().get(paths.show({ profileId }))).status).toBe(303)
    expect((await site.as().post(paths.sheet({ profileId }))).status).toBe(401)
    expect((await site.as().get(me.start())).status).toBe(303)
  })
  test('strangers, the referrer and the office find nothing', async () => {
    const { profileId } = await givenMember('Hidden')
    const stranger = await site.given.staff('coach')
    for (const who of [stranger, referrer, coordinator])
      for (const url of [paths.show({ profileId }), paths.sheet({ profileId })])
        expect((await site.as(who).get(url)).status, `${who.role} ${url}`).toBe(404)
  })
  test('a scanned card is asked for its PIN first', async () => {
    const { personId } = await givenMember('Scanned')
    await site.sql('update cards set revoked_at = now() where person_id = $1', [personId])
    const scanned = await site.given.card({ personId, by: coach, level: 'token' })
    const response = await site.as(scanned).get(me.start())
    expect(response.headers.get('location')).toContain('/card/pin')
  })
  test('a trainee rates, but does not decide for the person', async () => {
    const { profileId } = await givenMember('Trainee')
    expect((await site.as(trainee).get(paths.show({ profileId }))).status).toBe(200)
    expect((await site.as(trainee).get(paths.decisions({ profileId }))).status).toBe(403)
    expect((await site.as(trainee).post(paths.openPeers({ groupId }), {})).status).toBe(403)
  })
})

describe('the sheets', () => {
  test('one who only knows that a sheet is in reads nothing of it', async () => {
    const member = await givenMember('Selma')
    const { profileId } = member
    await handInOwn(member)
    const before = await textOf(await site.as(coach).get(paths.show({ profileId })))
    expect(before).toContain('Not open yet')
    expect(before).not.toContain('With help')
    expect((await site.as(coach).post(paths.sheet({ profileId }), wholeSheet)).status).toBe(303)
    const after = await textOf(await site.as(coach).get(paths.show({ profileId })))
    expect(after).toContain('With help')
    expect(after).toContain('I can show others')
    // A later rater sees neither before their own is in.
    const late = await textOf(await site.as(trainee).get(paths.show({ profileId })))
    expect(late).not.toContain('With help')
    expect(late).not.toContain('Stays calm')
    expect(await textOf(await site.as(member.card).get(me.views()))).toContain('Stays calm')
  })
  test('a sheet with a gap is kept as typed and not handed in', async () => {
    const member = await givenMember('Gap')
    await handInOwn(member)
    const url = paths.sheet({ profileId: member.profileId })
    const response = await site.as(coach).post(url, { 'value-calm': '4', button: 'hand-in' })
    expect(response.status).toBe(409)
    expect(await textOf(response)).toContain('One answer is missing')
    expect((await site.as(coach).post(url, { 'value-calm': '9', button: 'save' })).status).toBe(422)
    expect((await site.as(coach).post(url, wholeSheet)).status).toBe(303)
    expect((await site.as(coach).post(url, wholeSheet)).status).toBe(409)
  })
  test('what was handed in stands', async () => {
    const member = await givenMember('Stands')
    await handInOwn(member)
    const phone = site.as(member.card)
    expect((await phone.post(me.rate({ competence: 'calm' }), { value: '4' })).status).toBe(409)
    expect((await phone.post(me.pick({ group: 'personal' }), { picks: [] })).status).toBe(409)
  })
  test('a sheet from paper is marked, and not taken over from the phone', async () => {
    const member = await givenMember('Paper')
    const url = paths.paperSheet({ profileId: member.profileId })
    expect(
      (await site.as(coach).post(url, { 'value-calm': '2', 'value-cooking': '4', button: 'hand-in' })).status,
    ).toBe(303)
    expect(
      await site.sql('select entered_by_kind, handed_in_at is not null as done from sheets where profile_id = $1', [
        member.profileId,
      ]),
    ).toEqual([{ entered_by_kind: 'staff', done: true }])
    const other = await givenMember('Phone')
    await site.as(other.card).post(me.pick({ group: 'personal' }), { picks: ['calm'], button: 'stop' })
    await site.as(other.card).post(me.rate({ competence: 'calm' }), { value: '2' })
    const refusedOne = await site
      .as(coach)
      .post(paths.paperSheet({ profileId: other.profileId }), { 'value-calm': '1' })
    expect(refusedOne.status).toBe(409)
    expect(await textOf(refusedOne)).toContain('theirs to finish')
  })
})

describe('the person’s own words', () => {
  test('are the person’s alone until shown', async () => {
    const member = await givenMember('Words')
    const phone = site.as(member.card)
    await phone.post(me.wordsOf({ part: 'obstacles' }), { text: 'Secret debt' })
    await phone.post(me.wordsOf({ part: 'values' }), { text: 'Respect', shownToCoach: 'yes' })
    const seen = async () => textOf(await site.as(coach).get(paths.show({ profileId: member.profileId })))
    expect(await seen()).toContain('Respect')
    expect(await seen()).not.toContain('Secret debt')
    const [line] = await site.sql<{ id: string }>(
      `select id from profile_lines where person_id = $1 and part = 'values'`,
      [member.personId],
    )
    await phone.post(me.showEntry({ kind: 'line', entryId: line!.id }), { shownToCoach: 'no' })
    expect(await seen()).not.toContain('Respect')
    await phone.post(me.removeEntry({ kind: 'line', entryId: line!.id }))
    expect(await textOf(await phone.get(me.wordsOf({ part: 'values' })))).not.toContain('Respect')
  })
  test('of somebody else are not found', async () => {
    const one = await givenMember('One')
    const other = await givenMember('Other')
    await site.as(one.card).post(me.wordsOf({ part: 'values' }), { text: 'Mine' })
    const [line] = await site.sql<{ id: string }>('select id from profile_lines where person_id = $1', [one.personId])
    const url = me.removeEntry({ kind: 'line', entryId: line!.id })
    expect((await site.as(other.card).post(url)).status).toBe(404)
  })
  test('are sealed in the database', async () => {
    const member = await givenMember('Sealed')
    await site.as(member.card).post(me.wordsOf({ part: 'values' }), { text: 'Honesty' })
    const [row] = await site.sql<{ body: Buffer }>('select body from profile_lines where person_id = $1', [
      member.personId,
    ])
    expect(row!.body.toString('latin1')).not.toContain('Honesty')
  })
})

describe('peers', () => {
  test('see each other once they joined, rate, and take it back', async () => {
    const ana = await givenMember('Ana')
    const bilal = await givenMember('Bilal')
    await handInOwn(bilal)
    expect((await site.as(ana.card).get(me.peers())).headers.get('location')).toBe(me.start())
    const group = site.as(coach)
    expect((await group.post(paths.openPeers({ groupId }), { rulesShownOn: '2026-11-23' })).status).toBe(422)
    expect(
      (await group.post(paths.openPeers({ groupId }), { rulesShownOn: '2026-12-24', rulesShown: 'yes' })).status,
    ).toBe(422)
    expect(
      (await group.post(paths.openPeers({ groupId }), { rulesShownOn: '2026-11-23', rulesShown: 'yes' })).status,
    ).toBe(303)
    const phone = site.as(ana.card)
    await site.as(bilal.card).post(me.joinPeers())
    expect(await textOf(await phone.get(me.peers()))).not.toContain('Bilal')
    await phone.post(me.joinPeers())
    expect(await textOf(await phone.get(me.peers()))).toContain('Bilal')
    const started = await phone.post(me.startPeer({ peerId: bilal.personId }))
    const sheet = started.headers.get('location')!
    expect(await textOf(await phone.get(sheet))).toContain('How I see Bilal')
    await phone.post(`${sheet}/calm`, { value: '3', comment: 'Helped me' })
    await phone.post(`${sheet}/reliability`, { value: '4' })
    expect((await site.as(bilal.card).get(sheet)).status).not.toBe(200)
    expect((await phone.post(sheet)).status).toBe(303)
    expect(await textOf(await site.as(bilal.card).get(me.views()))).toContain('Helped me')
    expect((await phone.post(`${sheet}/calm`, { value: '1' })).status).toBe(409)
    await phone.post(me.leavePeers())
    expect((await site.as(bilal.card).get(me.views())).status).toBe(303)
    expect(await textOf(await site.as(bilal.card).get(me.peers()))).not.toContain('Ana')
    expect((await group.post(paths.closePeers({ groupId }))).status).toBe(303)
    expect((await site.as(bilal.card).post(me.joinPeers())).status).toBe(409)
  })
})

describe('what goes out', () => {
  test('is what was chosen, frozen, and handed over once', async () => {
    const member = await givenMember('Iris')
    const phone = site.as(member.card)
    expect((await phone.get(me.decisions())).headers.get('location')).toBe(me.start())
    await handInOwn(member)
    await phone.post(me.wordsOf({ part: 'obstacles' }), { text: 'Not for others' })
    expect((await phone.post(me.preview())).status).toBe(409)
    await phone.post(me.decide({ section: 'self' }), { button: 'save', lines: ['self:calm'] })
    const frozen = await phone.post(me.preview())
    expect(frozen.status).toBe(303)
    const url = frozen.headers.get('location')!
    const versionId = url.split('/').at(-1)!
    expect((await site.as(referrer).get(paths.version({ profileId: member.profileId, versionId }))).status).toBe(404)
    expect((await phone.post(me.handOver({ versionId }))).status).toBe(303)
    expect((await phone.post(me.handOver({ versionId }))).status).toBe(409)
    const read = await textOf(await site.as(referrer).get(paths.version({ profileId: member.profileId, versionId })))
    expect(read).toContain('With help')
    expect(read).not.toContain('Not for others')
    expect(await site.sql('select due_on, by_kind from hand_overs where version_id = $1', [versionId])).toEqual([
      { due_on: '2026-12-23', by_kind: 'card' },
    ])
    for (const [language, name] of Object.entries({ de: 'profil-1.pdf', nl: 'profiel-1.pdf' })) {
      const pdf = await phone.get(me.versionPdf({ versionId }, { in: language }))
      expect(pdf.headers.get('content-type')).toBe('application/pdf')
      expect(pdf.headers.get('content-disposition')).toContain(name)
    }
    expect((await site.as(referrer).get(paths.versionPdf({ profileId: member.profileId, versionId }))).status).toBe(200)
    const again = await phone.post(me.preview())
    expect(again.status).toBe(303)
    expect(await textOf(await phone.get(again.headers.get('location')!))).toContain('version 2')
  })
  test('what the PDF can’t set leads to the print page', async () => {
    const member = await givenMember('李')
    const phone = site.as(member.card)
    await handInOwn(member)
    await phone.post(me.decide({ section: 'self' }), { button: 'all' })
    const versionId = (await phone.post(me.preview())).headers.get('location')!.split('/').at(-1)!
    const pdf = await phone.get(me.versionPdf({ versionId }))
    expect(pdf.headers.get('location')).toBe(me.versionPrint({ versionId }))
    expect(await textOf(await phone.get(me.versionPrint({ versionId })))).toContain('李')
  })
  test('a coach freezes on the person’s behalf only what both can read, when asked', async () => {
    const member = await givenMember('Behalf')
    const { profileId } = member
    await handInOwn(member)
    const phone = site.as(member.card)
    await phone.post(me.wordsOf({ part: 'wishes' }), { text: 'A dream' })
    const [line] = await site.sql<{ id: string }>('select id from profile_lines where person_id = $1', [
      member.personId,
    ])
    await phone.post(me.decide({ section: 'perspectives' }), { button: 'all' })
    await site.as(coach).post(paths.sheet({ profileId }), wholeSheet)
    const desk = site.as(coach)
    const form = { lines: ['self:calm'], button: 'freeze' }
    expect((await desk.post(paths.decisions({ profileId }), form)).status).toBe(409)
    const hidden = await desk.post(paths.decisions({ profileId }), { ...form, asked: 'yes' })
    expect(hidden.status).toBe(409)
    expect(await textOf(hidden)).toContain('you can’t see')
    await phone.post(me.showEntry({ kind: 'line', entryId: line!.id }), { shownToCoach: 'yes' })
    const frozen = await desk.post(paths.decisions({ profileId }), { ...form, asked: 'yes' })
    expect(frozen.status).toBe(303)
    const versionUrl = frozen.headers.get('location')!
    expect(await textOf(await desk.get(versionUrl))).toContain('at the person’s request')
    expect((await desk.post(`${versionUrl}/hand-over`)).status).toBe(409)
    expect((await desk.post(`${versionUrl}/hand-over`, { asked: 'yes' })).status).toBe(303)
    const acts = await site.sql<{ act: string }>(
      'select act from audit_entries where person_id = $1 and actor_id = $2 and result = $3 order by at',
      [member.personId, coach.id, 'done'],
    )
    expect(acts.map((row) => row.act)).toEqual(['profiles.handInThird', 'profiles.freezeFor', 'profiles.handOverFor'])
  })
  test('a version under a wrong profile is not found', async () => {
    const { profileId } = await givenMember('Wrong')
    expect((await site.as(coach).get(paths.version({ profileId, versionId: newId() }))).status).toBe(404)
  })
})

test('every page of the person weighs little', async () => {
  const member = await givenMember('Bytes')
  await handInOwn(member)
  const { gzipSync } = await import('node:zlib')
  const phone = site.as(member.card)
  for (const url of [me.start(), me.picks(), me.answers(), me.evidence(), me.words(), me.decide({ section: 'self' })]) {
    const response = await phone.get(url)
    expect(response.status, url).toBe(200)
    expect(gzipSync(await response.text()).length, url).toBeLessThan(12_000)
  }
  expect(site.logged).toEqual([])
})
