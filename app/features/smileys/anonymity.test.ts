// Tries to find out who voted what, with everything that is stored: rows, the numbers of their transactions, their places, times.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GroupWorld, givenGroup } from '../../../test/support/group-world.ts'
import { createTestSite, type Signed, type TestSite } from '../../../test/support/site.ts'
import { me, paths, vote } from './paths.ts'

let site: TestSite
let world: GroupWorld
let sessionId: string
let cards: { personId: string; who: Signed }[]
beforeAll(async () => {
  site = await createTestSite()
  world = await givenGroup(site, { people: 6, sessions: 1 })
  sessionId = world.sessionIds[0]!
  cards = []
  for (const { personId } of world.members)
    cards.push({ personId, who: await site.given.card({ personId, by: world.coach, level: 'token' }) })
})
afterAll(() => site.close())

const lines = ['useful', 'pace', 'said', 'group']
const ballot = (face: string) => ({
  ...Object.fromEntries(lines.map((line) => [`answer.${line}`, face])),
  send: 'yes',
  nonce: crypto.randomUUID(),
})
const byCard = (who: Signed, face: string) => site.as(who).post(me.ballot({ sessionId }), ballot(face))

async function xminsOf(table: string): Promise<string[]> {
  const rows = await site.sql<{ x: string }>(`select xmin::text as x from ${table}`)
  return rows.map(({ x }) => x)
}

describe('six people vote one after the other, the last one unhappy', () => {
  beforeAll(async () => {
    // Sessions of cards that were not seen for a while are written to when they come back: their numbers must match nothing.
    await site.sql(`update card_sessions set last_seen_at = now() - interval '10 minutes'`)
    for (const { who } of [...cards].reverse().slice(0, 5)) await byCard(who, 'good')
    await byCard(cards[0]!.who, 'bad')
  })

  test('every vote counted, and every person once', async () => {
    const [row] = await site.sql<{ cast_count: number; cast_counts: Record<string, number> }>(
      'select cast_count, cast_counts from session_smileys',
    )
    expect(row).toEqual({
      cast_count: 6,
      cast_counts: Object.fromEntries(
        lines.flatMap((line) => [
          [`${line}/good`, 5],
          [`${line}/bad`, 1],
        ]),
      ),
    })
    await byCard(cards[0]!.who, 'good')
    expect((await site.sql('select cast_count from session_smileys'))[0]).toEqual({ cast_count: 6 })
  })

  test('there is one row of counters and no row per vote', async () => {
    expect(await site.sql('select 1 as one from session_smileys')).toHaveLength(1)
    const tables = await site.sql<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname ~ 'smiley'`,
    )
    expect(tables.map(({ name }) => name).sort()).toEqual([
      'session_smileys',
      'smiley_codes',
      'smiley_flags',
      'smiley_recordings',
    ])
  })

  test('flags have no time, and stand in the order of ids whatever the order of votes', async () => {
    const columns = await site.sql<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name in ('smiley_flags', 'session_smileys')`,
    )
    expect(columns.map(({ name }) => name).sort()).toEqual(
      [
        'session_id',
        'person_id',
        'session_id',
        'grid',
        'ballot_key',
        'cast_counts',
        'cast_count',
        'paper_counts',
        'paper_count',
        'open_until',
        'closed_on',
      ].sort(),
    )
    const inPlace = await site.sql<{ person_id: string }>('select person_id from smiley_flags order by ctid')
    expect(inPlace.map((row) => row.person_id)).toEqual(world.members.map(({ personId }) => personId).sort())
  })

  test('all flags bear one number: it tells of nobody that they were the last', async () => {
    expect(new Set(await xminsOf('smiley_flags')).size).toBe(1)
  })

  test('no number of the counters is found beside a person, a card, or on record of one', async () => {
    const [counters] = await xminsOf('session_smileys')
    const named = await site.sql<{ name: string }>(`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relname <> 'session_smileys'`)
    const sharing: string[] = []
    for (const { name } of named) if ((await xminsOf(name)).includes(counters!)) sharing.push(name)
    // The entry that says "votes changed", and nothing else.
    expect(sharing.filter((name) => name !== 'audit_entries')).toEqual([])
    const entries = await site.sql(
      'select actor_kind, actor_id, person_id, act, object_kind from audit_entries where xmin::text = $1',
      [counters],
    )
    expect(entries).toEqual([
      { actor_kind: 'nobody', actor_id: null, person_id: null, act: 'smileys.votes-changed', object_kind: 'session' },
    ])
  })

  test('nor is the number of the flags beside the session of a card, or on record', async () => {
    const [flags] = await xminsOf('smiley_flags')
    for (const table of ['card_sessions', 'cards', 'audit_entries', 'session_smileys'])
      expect(await xminsOf(table), table).not.toContain(flags)
  })

  test('nothing locks a row of theirs under the number of a vote', async () => {
    const [row] = await site.sql<{ xmin: string; xmax: string }>(
      'select xmin::text as xmin, xmax::text as xmax from session_smileys',
    )
    const people = await site.sql<{ xmax: string }>('select xmax::text as xmax from persons')
    const cardRows = await site.sql<{ xmax: string }>('select xmax::text as xmax from card_sessions')
    // The last vote held the row it then wrote: its own number, no other.
    expect(['0', row!.xmin]).toContain(row!.xmax)
    expect(cardRows.every(({ xmax }) => xmax === '0')).toBe(true)
    // Writing the flags holds all these people's rows alike.
    expect(new Set(people.map(({ xmax }) => xmax).filter((xmax) => xmax !== '0')).size).toBeLessThanOrEqual(1)
  })

  test('on record of the cards is nothing of a vote', async () => {
    const acts = await site.sql<{ act: string; actor_kind: string; person_id: string | null }>(
      `select act, actor_kind, person_id from audit_entries where act like 'smileys%'`,
    )
    expect(acts).toHaveLength(6)
    expect(new Set(acts.map((one) => `${one.act} ${one.actor_kind} ${one.person_id}`))).toEqual(
      new Set(['smileys.votes-changed nobody null']),
    )
  })

  test('no role of the site reads flags or counters', async () => {
    const everyone: (Signed | undefined)[] = [world.coach, world.coordinator, cards[0]!.who, undefined]
    for (const who of everyone) {
      for (const query of ['select * from smiley_flags', 'select cast_counts from session_smileys']) {
        const client = await site.db.pool.connect()
        try {
          await client.query('begin')
          if (who) await client.query(`select * from app.enter${who.kind === 'card' ? '_card' : ''}($1)`, [who.token])
          await expect(client.query(query)).rejects.toMatchObject({ code: '42501' })
        } finally {
          await client.query('rollback')
          client.release()
        }
      }
    }
  })

  test('when the vote ends the flags go, and the counters bear the number of ending it', async () => {
    await site.as(world.coach).post(paths.closure({ sessionId }))
    expect(await site.sql('select 1 as one from smiley_flags')).toEqual([])
    const [counters] = await xminsOf('session_smileys')
    const [closing] = await site.sql<{ x: string }>(
      `select xmin::text as x from audit_entries where act = 'smileys.close'`,
    )
    expect(counters).toBe(closing!.x)
  })
})

test('a vote at the wall is cast in a transaction that knows nobody, even from a browser with a card', async () => {
  const other = await givenGroup(site, { people: 1, sessions: 1 })
  const shown = await site.as(other.coach).post(paths.wall({ sessionId: other.sessionIds[0]! }))
  expect(shown.status).toBe(303)
  const wall = await (await site.as(other.coach).get(paths.wall({ sessionId: other.sessionIds[0]! }))).text()
  const code = /data-testid="wall-code"[^>]*>([^<]+)</.exec(wall)![1]!.replace('-', '')
  const who = await site.given.card({ personId: other.members[0]!.personId, by: other.coach, level: 'token' })
  await site.sql(`update card_sessions set last_seen_at = now() - interval '10 minutes'`)
  await site.as(who).post(vote.ballot({ code }), ballot('good'))
  const [row] = await site.sql<{ cast_count: number; x: string }>(
    'select cast_count, xmin::text as x from session_smileys where session_id = $1',
    [other.sessionIds[0]],
  )
  expect(row!.cast_count).toBe(1)
  expect(await xminsOf('card_sessions')).not.toContain(row!.x)
})
