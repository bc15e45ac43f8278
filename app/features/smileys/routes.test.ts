// Long, because every way into a vote is asked here: the wall, the tablet, the card and paper, open and closed.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GroupWorld, givenGroup } from '../../../test/support/group-world.ts'
import { givenMoveup, type MoveupWorld } from '../../../test/support/moveup-world.ts'
import {
  createTestSite,
  type Signed,
  type Staff,
  type TestSite,
  testToday,
  textOf,
} from '../../../test/support/site.ts'
import { makeTokens, runJob } from '../../shared/http/jobs.ts'
import { addDays } from '../../shared/time/dates.ts'
import { smileys } from './index.ts'
import { me, paths, vote } from './paths.ts'

let site: TestSite
let world: GroupWorld
let other: MoveupWorld
beforeAll(async () => {
  site = await createTestSite()
  world = await givenGroup(site, { people: 4, sessions: 1 })
  other = await givenMoveup(site)
})
afterAll(() => site.close())

const lines = ['useful', 'pace', 'said', 'group']
const answers = (face = 'good') => Object.fromEntries(lines.map((line) => [`answer.${line}`, face]))
const whole = (face = 'good', nonce: string = crypto.randomUUID()) => ({ ...answers(face), send: 'yes', nonce })
let sessionId: string
let number = 10
beforeEach(async () => {
  number += 1
  sessionId = await site.given.sessionOf({ groupId: world.groupId, number, onDate: testToday })
})

const cast = async (id = sessionId) =>
  (await site.sql<{ n: number }>('select cast_count as n from session_smileys where session_id = $1', [id]))[0]?.n ?? 0

/** A code of the wall or the tablet for this session. */
async function codeFor(kind: 'wall' | 'tablet', id = sessionId, who: Staff = world.coach): Promise<string> {
  if (kind === 'tablet') {
    const lent = await site.as({ token: await site.given.session(who.id) }).post(paths.tablet({ sessionId: id }))
    return lent.headers.get('location')!.split('/').at(-1)!
  }
  await site.as(who).post(paths.wall({ sessionId: id }))
  const page = await (await site.as(who).get(paths.wall({ sessionId: id }))).text()
  return /data-testid="wall-code"[^>]*>([^<]+)</.exec(page)![1]!.replace('-', '')
}
const voteAt = (code: string, face = 'good', who?: Signed) => site.as(who).post(vote.ballot({ code }), whole(face))

describe('who sees the vote of a session', () => {
  test('nobody is asked to sign in; strangers find nothing, the office and social workers may not', async () => {
    expect((await site.as().get(paths.show({ sessionId }))).status).toBe(303)
    expect((await site.as(other.trainer).get(paths.show({ sessionId }))).status).toBe(404)
    expect((await site.as(other.coordinator).get(paths.show({ sessionId }))).status).toBe(404)
    expect((await site.as(world.referrer).get(paths.show({ sessionId }))).status).toBe(403)
    expect((await site.as(world.office).get(paths.show({ sessionId }))).status).toBe(403)
  })
  test('the trainers, a trainee and the coordinator do; from the session and the attendance page', async () => {
    for (const who of [world.coach, world.trainee, world.coordinator]) {
      expect((await site.as(who).get(paths.show({ sessionId }))).status).toBe(200)
      expect(await (await site.as(who).get(`/sessions/${sessionId}`)).text()).toContain(paths.show({ sessionId }))
    }
    const register = await (await site.as(world.coach).get(`/sessions/${sessionId}/attendance`)).text()
    expect(register).toContain(paths.show({ sessionId }))
    const session = await (await site.as(world.office).get(`/sessions/${sessionId}`)).text()
    expect(session).not.toContain(paths.show({ sessionId }))
  })
  test('only a coordinator sees the programme’s, and changes what is asked', async () => {
    const { programmeId } = world
    expect((await site.as(world.coach).get(paths.ofProgramme({ programmeId }))).status).toBe(403)
    expect((await site.as(world.coordinator).get(paths.ofProgramme({ programmeId }))).status).toBe(200)
    expect((await site.as(other.coordinator).get(paths.ofProgramme({ programmeId }))).status).toBe(403)
    expect((await site.as(world.coach).get(paths.ofGroup({ groupId: world.groupId }))).status).toBe(200)
    expect((await site.as(other.trainer).get(paths.ofGroup({ groupId: world.groupId }))).status).toBe(404)
    const page = await textOf(await site.as(world.coordinator).get(`/programmes/${programmeId}`))
    expect(page).toContain('Smiley vote')
  })
})

describe('the wall’s code', () => {
  test('opens the vote of this session for whoever has it, without naming anything', async () => {
    const code = await codeFor('wall')
    const response = await site.as().get(vote.ballot({ code }))
    expect(response.status).toBe(200)
    const html = await response.text()
    expect(html).toContain('<title>Your opinion</title>')
    expect(html).not.toMatch(/FocusTravail|Carla|Group \d|Service social/)
  })
  test('is read with dashes and small letters, and typed at /v', async () => {
    const code = await codeFor('wall')
    const typed = `${code.slice(0, 3)}-${code.slice(3)}`.toLowerCase()
    expect((await site.as().get(vote.ballot({ code: typed }))).status).toBe(200)
    const sent = await site.as().get(`${vote.start()}?code=${encodeURIComponent(typed)}`)
    expect(sent.headers.get('location')).toBe(vote.ballot({ code }))
    expect((await site.as().get(`${vote.start()}?code=rubbish!`)).status).toBe(409)
  })
  test('that has expired answers like one that never was; whoever had begun may finish', async () => {
    const code = await codeFor('wall')
    await site.sql(`update smiley_codes set expires_at = now() - interval '1 minute' where session_id = $1`, [
      sessionId,
    ])
    const expired = await site.as().get(vote.ballot({ code }))
    const unknown = await site.as().get(vote.ballot({ code: 'ZZZZZZ' }))
    expect([expired.status, unknown.status]).toEqual([404, 404])
    const strip = async (response: Response, of: string) => (await response.text()).replaceAll(of, '')
    expect(await strip(expired, code)).toBe(await strip(unknown, 'ZZZZZZ'))
    expect((await voteAt(code)).status).toBe(303)
    await site.sql(`update smiley_codes set expires_at = now() - interval '16 minutes' where session_id = $1`, [
      sessionId,
    ])
    expect((await voteAt(code)).status).toBe(404)
    expect(await cast()).toBe(1)
    const wall = await (await site.as(world.coach).get(paths.wall({ sessionId }))).text()
    expect(wall).toContain('no-sign')
  })
  test('is not told from a wrong one after a hundred guesses from one address', async () => {
    const code = await codeFor('wall')
    for (let i = 0; i < 100; i += 1) await site.as().get(vote.ballot({ code: `Z${String(i).padStart(5, '0')}` }))
    expect((await site.as().get(vote.ballot({ code }))).status).toBe(404)
    await site.sql('delete from attempts')
    expect((await site.as().get(vote.ballot({ code }))).status).toBe(200)
  })
  test('is for one session, and dies with its vote', async () => {
    const code = await codeFor('wall')
    await site.as(world.coach).post(paths.closure({ sessionId }))
    expect((await site.as().get(vote.ballot({ code }))).status).toBe(404)
    expect((await voteAt(code)).status).toBe(404)
    expect(await cast()).toBe(0)
  })
  test('of a cancelled session opens nothing; none is shown for it, nor before its day', async () => {
    const code = await codeFor('wall')
    await site.sql('update sessions set cancelled_on = $2 where id = $1', [sessionId, testToday])
    expect((await site.as().get(vote.ballot({ code }))).status).toBe(404)
    expect((await site.as(world.coach).post(paths.wall({ sessionId }))).status).toBe(409)
    const later = await site.given.sessionOf({ groupId: world.groupId, number: 200, onDate: addDays(testToday, 3) })
    expect((await site.as(world.coach).post(paths.wall({ sessionId: later }))).status).toBe(409)
  })
})

describe('a vote', () => {
  test('counts once per browser, which keeps a mark that names nothing', async () => {
    const code = await codeFor('wall')
    const first = await voteAt(code)
    expect(first.headers.get('location')).toBe(vote.thanks({ code }))
    const mark = first.headers.getSetCookie().find((cookie) => cookie.startsWith('once='))!
    expect(mark).not.toContain(sessionId)
    expect(mark).toContain('HttpOnly')
    const again = { cookie: mark.split(';')[0]! }
    await site.as().post(vote.ballot({ code }), whole(), again)
    expect(await cast()).toBe(1)
    expect(await textOf(await site.as().get(vote.ballot({ code }), again))).toContain('You have answered already')
  })
  test('sent twice by a double tap counts once', async () => {
    const code = await codeFor('tablet')
    const twice = whole()
    await Promise.all([site.as().post(vote.ballot({ code }), twice), site.as().post(vote.ballot({ code }), twice)])
    expect(await cast()).toBe(1)
  })
  test('is not taken before every line is answered with what was offered', async () => {
    const code = await codeFor('wall')
    const without = { ...whole(), 'answer.pace': '' }
    expect(await textOf(await site.as().post(vote.ballot({ code }), without))).toContain('The pace suits me.')
    const strange = await site.as().post(vote.ballot({ code }), { ...whole(), 'answer.pace': 'awful' })
    expect(await textOf(strange)).toContain('The pace suits me.')
    expect(await cast()).toBe(0)
  })
  test('is taken from as many as are expected and three more, then the wall is full; a card still votes', async () => {
    const code = await codeFor('wall')
    for (let i = 0; i < 7; i += 1) expect((await voteAt(code)).status).toBe(303)
    expect((await voteAt(code)).status).toBe(409)
    expect(await textOf(await site.as().get(vote.ballot({ code })))).toContain('Everybody has answered already.')
    const card = await site.given.card({ personId: world.members[0]!.personId, by: world.coach, level: 'token' })
    expect((await site.as(card).post(me.ballot({ sessionId }), whole())).status).toBe(303)
    expect(await cast()).toBe(8)
  })
  test('on the day after is taken, two days after it is not', async () => {
    const yesterday = await site.given.sessionOf({
      groupId: world.groupId,
      number: 300,
      onDate: addDays(testToday, -1),
    })
    const code = await codeFor('wall', yesterday)
    expect((await voteAt(code)).status).toBe(303)
    await site.sql('update sessions set on_date = $2 where id = $1', [yesterday, addDays(testToday, -2)])
    expect((await voteAt(code)).status).toBe(409)
    expect(await cast(yesterday)).toBe(1)
  })
})

describe('the shared tablet', () => {
  test('forgets the professional, begins in any language, and leads back to its start by itself', async () => {
    const token = await site.given.session(world.trainee.id)
    const lent = await site.as({ token }).post(paths.tablet({ sessionId }))
    const start = lent.headers.get('location')!
    expect(lent.headers.getSetCookie().join()).toMatch(/kiosk=1.*staff=;/)
    expect((await site.as({ token }).get(paths.show({ sessionId }))).status).toBe(303)
    const kiosk = { cookie: 'kiosk=1' }
    const page = await (await site.as().get(start, kiosk)).text()
    for (const language of ['fr', 'de', 'en', 'nl', 'ar']) expect(page).toContain(`go=1&amp;lang=${language}`)
    for (let i = 0; i < 3; i += 1) {
      const sent = await site.as().post(start, whole(), kiosk)
      expect(sent.headers.getSetCookie().join()).not.toContain('once=')
      const thanks = await site.as().get(sent.headers.get('location')!, kiosk)
      expect(thanks.headers.get('refresh')).toBe(`8; url=${start}`)
    }
    expect(await cast()).toBe(3)
  })
})

describe('with a card', () => {
  const cardOf = (personId: string) => site.given.card({ personId, by: world.coach, level: 'token' })
  test('somebody of the group votes once; another’s session is not found', async () => {
    const who = await cardOf(world.members[1]!.personId)
    expect((await site.as().get(me.ballot({ sessionId }))).headers.get('location')).toBe('/card/sign-in')
    expect((await site.as(who).get(me.ballot({ sessionId: other.sessionId }))).status).toBe(404)
    expect((await site.as(who).get(me.ballot({ sessionId }))).status).toBe(200)
    await Promise.all([1, 2, 3].map(() => site.as(who).post(me.ballot({ sessionId }), whole())))
    expect(await cast()).toBe(1)
    expect(await textOf(await site.as(who).get(me.ballot({ sessionId })))).toContain('Vous avez déjà répondu.')
  })
  test('many at once do not wait for one another’s connections', async () => {
    const groupId = await site.given.group({
      programmeId: world.programmeId,
      by: world.coordinator,
      coaches: [world.coach],
    })
    const crowded = await site.given.sessionOf({ groupId })
    const all = []
    for (let i = 0; i < 16; i += 1) {
      const { personId, enrolmentId } = await world.waiting(`Crowd${i}`)
      await site.given.member({ groupId, enrolmentId, personId, by: world.coordinator, coaches: [world.coach] })
      all.push(await cardOf(personId))
    }
    const sent = await Promise.all(all.map((who) => site.as(who).post(me.ballot({ sessionId: crowded }), whole())))
    expect(sent.map((response) => response.status)).toEqual(all.map(() => 303))
    expect(await cast(crowded)).toBe(16)
  })
  test('who is not expected at the session does not vote on it', async () => {
    await site.sql('insert into session_expected (session_id, person_id) values ($1, $2)', [
      sessionId,
      world.members[0]!.personId,
    ])
    const who = await cardOf(world.members[2]!.personId)
    expect((await site.as(who).get(me.ballot({ sessionId }))).status).toBe(404)
  })
  test('nor before the session begins', async () => {
    await site.sql(`update sessions set starts_at = '10:00', ends_at = '12:00' where id = $1`, [sessionId])
    const who = await cardOf(world.members[3]!.personId)
    expect((await site.as(who).post(me.ballot({ sessionId }), whole())).status).toBe(409)
    expect(await cast()).toBe(0)
  })
})

describe('results', () => {
  const close = () => site.as(world.coach).post(paths.closure({ sessionId }))
  const shown = async (who: Staff = world.coach) =>
    (await (await site.as(who).get(paths.show({ sessionId }))).text()).includes('smiley-results')

  test('are not shown with four, are shown with five once the vote has ended, and stay as they are', async () => {
    const code = await codeFor('tablet')
    for (let i = 0; i < 4; i += 1) await voteAt(code)
    await close()
    expect(await shown()).toBe(false)
    expect((await site.as(world.coach).post(paths.reopening({ sessionId }))).status).toBe(303)
    const next = await codeFor('tablet')
    await voteAt(next, 'bad')
    expect(await shown()).toBe(false)
    await close()
    for (const who of [world.coach, world.trainee, world.coordinator]) expect(await shown(who)).toBe(true)
    expect((await site.as(world.coach).post(paths.reopening({ sessionId }))).status).toBe(409)
    expect((await site.as(world.coach).post(paths.sheet({ sessionId }), answers())).status).toBe(409)
    await expect(
      site.asActor(world.coach, (tx) =>
        tx.updateTable('session_smileys').set({ closed_on: null }).where('session_id', '=', sessionId).execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })
  test('with one phone and four sheets are not shown: whoever typed the sheets could tell the phone’s', async () => {
    const code = await codeFor('wall')
    await voteAt(code)
    for (let i = 0; i < 4; i += 1) await site.as(world.trainee).post(paths.sheet({ sessionId }), answers('bad'))
    await close()
    expect(await shown()).toBe(false)
    expect(await textOf(await site.as(world.coach).get(paths.show({ sessionId })))).toContain(
      'Fewer than 5 people voted by phone',
    )
  })
  test('of paper alone are shown when a trainer says that all of it is in', async () => {
    await site.as(world.coach).post(paths.paper({ sessionId }), {
      sheets: '6',
      'count.useful.good': '4',
      'count.useful.bad': '2',
    })
    expect(await shown()).toBe(false)
    await close()
    expect(await shown()).toBe(true)
  })
  test('paper with more answers than sheets comes back as it was typed', async () => {
    const response = await site
      .as(world.coach)
      .post(paths.paper({ sessionId }), { sheets: '2', 'count.useful.good': '3' })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('This line has 3 answers for 2 sheets.')
    expect(html).toContain('value="3"')
    for (const sheets of ['-1', '501', 'x']) {
      const wrong = await site.as(world.coach).post(paths.paper({ sessionId }), { sheets })
      expect(wrong.status).toBe(422)
    }
  })
  test('sheets found after the vote was ended with too few are typed in, and shown once it is ended again', async () => {
    await close()
    for (let i = 0; i < 6; i += 1)
      expect((await site.as(world.coach).post(paths.sheet({ sessionId }), answers())).status).toBe(303)
    expect(await shown()).toBe(false)
    const wall = await site.as(world.coach).post(paths.wall({ sessionId }))
    expect(wall.status).toBe(409)
    await close()
    expect(await shown()).toBe(true)
  })
  test('flags and codes of votes that ended by date go with the hourly work', async () => {
    const code = await codeFor('wall')
    await voteAt(code)
    await site.sql('insert into smiley_flags (session_id, person_id) values ($1, $2)', [
      sessionId,
      world.members[0]!.personId,
    ])
    await site.sql('update sessions set on_date = $2 where id = $1', [sessionId, addDays(testToday, -2)])
    const [job] = smileys.jobs!
    const tokens = await makeTokens([job!], site.connection)
    await runJob(job!, tokens.get('end-smileys')!, site.services)
    expect(await site.sql('select 1 as one from smiley_flags where session_id = $1', [sessionId])).toEqual([])
    expect(await site.sql('select 1 as one from smiley_codes where session_id = $1', [sessionId])).toEqual([])
  })
})

describe('the group’s talk', () => {
  const talk = (number: string, more: Record<string, string> = {}) => ({
    number,
    wentWell: 'The debate',
    toChange: '',
    decided: 'More breaks',
    ...more,
  })
  test('is written by trainers and coordinator, with everyone who wrote, until it is closed', async () => {
    expect((await site.as(world.trainee).post(paths.talk({ sessionId }), talk('1'))).status).toBe(403)
    expect((await site.as(other.trainer).post(paths.talk({ sessionId }), talk('1'))).status).toBe(404)
    expect((await site.as(world.coach).post(paths.talk({ sessionId }), talk('1'))).status).toBe(303)
    // Written on a page that was opened before: nothing is lost, nothing written over.
    const stale = await site
      .as(world.coordinator)
      .post(paths.talk({ sessionId }), talk('1', { wentWell: 'Other words' }))
    expect(stale.status).toBe(409)
    expect(await stale.text()).toContain('Other words')
    expect(
      (await site.as(world.coordinator).post(paths.talk({ sessionId }), talk('2', { closes: 'yes' }))).status,
    ).toBe(303)
    expect((await site.as(world.coach).post(paths.talk({ sessionId }), talk('3'))).status).toBe(409)
    const page = await textOf(await site.as(world.trainee).get(paths.show({ sessionId })))
    expect(page).toContain('Carla Coach')
    expect(page).toContain(`Closed by ${world.coordinator.name}`)
    await expect(
      site.asActor(world.coach, (tx) =>
        tx
          .insertInto('group_talks')
          .values({
            id: crypto.randomUUID(),
            session_id: sessionId,
            number: 9,
            went_well: '',
            to_change: '',
            decided: '',
            written_by: world.coach.id,
          })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('what is asked', () => {
  const form = (rows: Record<string, string>[]) => ({
    faces: '5',
    ...Object.assign(
      {},
      ...rows.map((row, i) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [`lines.${i}.${name}`, value])),
      ),
    ),
  })
  const line = (key: string, words: string) => ({ key, picture: 'ear', fr: words, de: words })
  test('is changed by the coordinator; a vote that was prepared keeps its own lines', async () => {
    const code = await codeFor('wall')
    const { programmeId } = world
    const url = paths.lines({ programmeId })
    const three = [line('useful', 'Utile'), line('', 'Clair'), line('', 'Calme')]
    expect((await site.as(world.coach).post(url, form(three))).status).toBe(403)
    expect((await site.as(world.coordinator).post(url, form(three.slice(0, 2)))).status).toBe(422)
    const long = await site.as(world.coordinator).post(url, form([...three, line('', 'un '.repeat(13))]))
    expect(await long.text()).toContain('At most 12 words.')
    const foreign = await site
      .as(world.coordinator)
      .post(url, form([...three, { picture: 'ear', fr: 'Seul' } as never]))
    expect(foreign.status).toBe(422)
    expect((await site.as(world.coordinator).post(url, form(three))).status).toBe(303)
    const [row] = await site.sql<{ keys: string[] }>(
      `select array(select jsonb_array_elements(settings->'smileys'->'lines')->>'key') as keys from programmes where id = $1`,
      [programmeId],
    )
    expect(row!.keys).toEqual(['useful', 'line-1', 'line-2'])
    expect(await textOf(await site.as().get(vote.ballot({ code })))).toContain('This is useful to me.')
    const next = await site.given.sessionOf({ groupId: world.groupId, number: 400, onDate: testToday })
    const page = await textOf(await site.as().get(vote.ballot({ code: await codeFor('wall', next) })))
    expect(page).toContain('Utile')
    expect(page).toContain('Not at all')
    await site.sql(`update programmes set settings = settings - 'smileys' where id = $1`, [programmeId])
  })
})

describe('recorded voices', () => {
  const sound = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(60, 7)])
  const form = (line: string, language: string, bytes: Uint8Array<ArrayBuffer> = sound) => {
    const data = new FormData()
    data.set('line', line)
    data.set('language', language)
    data.set('file', new File([bytes], 'voice.ogg'))
    return data
  }
  test('are put by the coordinator, played to whoever is asked in that language, and taken away', async () => {
    const url = paths.voices({ programmeId: world.programmeId })
    expect((await site.as(world.coach).get(url)).status).toBe(403)
    expect((await site.as(world.coach).upload(url, form('useful', 'ar'))).status).toBe(403)
    expect((await site.as(world.coordinator).upload(url, form('useful', 'ar'))).status).toBe(303)
    const code = await codeFor('wall')
    const page = await (await site.as().get(`${vote.ballot({ code })}?lang=ar`)).text()
    const src = /<audio[^>]*src="([^"]+)"/.exec(page)![1]!
    const heard = await site.as().get(src)
    expect([heard.status, heard.headers.get('content-type')]).toEqual([200, 'audio/ogg'])
    const part = await site.as().get(src, { range: 'bytes=0-3' })
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, 'OggS', 'bytes 0-3/64'])
    expect((await site.as().get(src, { range: 'bytes=99-' })).status).toBe(416)
    expect(await (await site.as().get(`${vote.ballot({ code })}?lang=fr`)).text()).not.toContain('<audio')
    const recordingId = src.split('/').at(-1)!
    const end = paths.voiceEnd({ programmeId: world.programmeId, recordingId })
    expect((await site.as(other.coordinator).post(end)).status).toBe(403)
    expect((await site.as(world.coordinator).post(end)).status).toBe(303)
    expect((await site.as().get(src)).status).toBe(404)
  })
  test('that are no sound, too large, or of a line that is not asked come back', async () => {
    const url = paths.voices({ programmeId: world.programmeId })
    for (const wrong of [
      form('useful', 'ar', Buffer.from('<script>alert(1)</script>')),
      form('useful', 'ar', Buffer.concat([sound, Buffer.alloc(61_440)])),
      form('nothing', 'ar'),
    ])
      expect((await site.as(world.coordinator).upload(url, wrong)).status).toBe(422)
  })
})
