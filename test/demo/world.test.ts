import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readDemo } from '../../app/features/demo/logins.ts'
import { features } from '../../app/features/features.ts'
import { Halt } from '../../app/shared/halt.ts'
import type { StaffRole } from '../../app/shared/http/actor.ts'
import type { Site } from '../../app/site.ts'
import { openDemo } from '../../db/seeds/prepare.ts'
import { testPasswords } from '../support/cluster.ts'
import { createTestSite, type TestSite } from '../support/site.ts'

const wish = { seed: 7, today: '2026-11-24', now: undefined }

/** The folder and connections that a start would have, on a test site's database. */
function siteOf(test: TestSite): Site {
  const cluster = inject('cluster')
  const { database } = test.connection
  const as = (user: keyof typeof testPasswords) => ({ ...cluster, database, user, password: testPasswords[user] })
  return {
    dataDir: mkdtempSync(join(tmpdir(), 'passerelle-demo-')),
    siteKey: randomBytes(32),
    owner: { ...cluster, database },
    roles: { app: as('app'), audit_writer: as('audit_writer'), backup: as('backup') },
    stop: async () => {},
  }
}

async function emptySite() {
  const test = await createTestSite({ founded: false })
  await test.sql('delete from clock')
  return test
}

/** What stands in each table, without ids, sealed words, secrets and the real moments at which it was written. */
async function contentOf({ connection }: TestSite): Promise<Record<string, string>> {
  const client = new pg.Client(connection)
  await client.connect()
  const { rows } = await client.query<{ name: string; columns: string[] | null }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attname) filter (
              where t.typname not in ('uuid', '_uuid', 'bytea', 'timestamptz')) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_type t on t.oid = a.atttypid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by 1 order by 1`,
  )
  const content: Record<string, string> = {}
  for (const { name, columns } of rows) {
    const list = (columns ?? []).map((column) => `"${column}"`).join(', ')
    const { rows: lines } = await client.query<{ line: string }>(`select row(${list})::text as line from ${name}`)
    const sorted = lines.map(({ line }) => withoutChance(line)).sort()
    content[name] = `${sorted.length} ${createHash('sha256').update(sorted.join('\n')).digest('hex').slice(0, 16)}`
  }
  await client.end()
  return content
}

/** Some texts name an id, such as the line of a profile that goes out; the log of a study also hashes and moments. */
const withoutChance = (text: string) =>
  text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replace(/[0-9a-f]{64}/g, 'hash')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'moment')

describe('the demo', () => {
  let first: TestSite
  let site: Site
  const folders: string[] = []
  let content: Record<string, string>
  beforeAll(async () => {
    first = await emptySite()
    site = siteOf(first)
    folders.push(site.dataDir)
    await openDemo(site, wish, () => {})
    content = await contentOf(first)
  }, 240_000)
  afterAll(async () => {
    await first.close()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  /** The first town's, where a table has both. */
  const rivemont = `institution_id in (select id from institutions where region = 'CH-BE')`
  const focustravail = `(select id from programmes where blueprint = 'focustravail')`
  const count = async (from: string) => (await first.sql<{ n: number }>(`select count(*)::int as n from ${from}`))[0]!.n

  test('has three institutions, thirteen professionals in all seven roles, and 160 people', async () => {
    expect(await count(`institutions where region = 'CH-BE'`)).toBe(3)
    expect(await count(`users where ${rivemont}`)).toBe(13)
    expect(await count('(select distinct role from users) r')).toBe(7)
    expect(await count(`persons where ${rivemont}`)).toBe(160)
    expect(readDemo(site.dataDir)?.staff.filter(({ email }) => email.endsWith('@rivemont.example'))).toHaveLength(13)
  })

  test('has sixty people on the waiting list, at every stage of it, and some who never started', async () => {
    const at = (kind: string) =>
      count(
        `enrolment_stages s join enrolments e on e.id = s.enrolment_id
          where s.ended_at is null and s.kind = '${kind}' and e.programme_id = ${focustravail}`,
      )
    const waiting = await Promise.all(['registered', 'contacted', 'informed'].map(at))
    expect(waiting).toEqual([20, 20, 20])
    expect(await at('never-started')).toBeGreaterThanOrEqual(17)
    expect(await count('contact_attempts')).toBeGreaterThan(80)
  })

  test('has three groups running, one of them today, and two whose profiles are at every stage of the hand-over', async () => {
    expect(await count(`groups where closed_on is null and programme_id = ${focustravail}`)).toBe(3)
    expect(await count(`groups where closed_on is null and language = 'de'`)).toBe(1)
    expect(await count(`sessions where on_date = '${wish.today}'`)).toBeGreaterThanOrEqual(1)
    expect(await count('groups where closed_on is not null')).toBe(2)
    const stages = await first.sql<{ stage: string }>(
      `select distinct coalesce((select kind from hand_over_steps s where s.hand_over_id = h.id order by entered_at desc limit 1), 'handed-over') as stage
         from hand_overs h`,
    )
    expect(stages.map(({ stage }) => stage).sort()).toEqual([
      'handed-over',
      'read',
      'received',
      'talk-held',
      'talk-planned',
    ])
    expect(await count('measure_assignments')).toBeGreaterThan(1)
    expect(await count('steps where done_on is not null')).toBeGreaterThan(2)
    expect(await count(`notices where kind = 'two-absences'`)).toBeGreaterThan(1)
  })

  test('has the next groups being composed: all who wait, five groups on offer, some of whom something is still to ask', async () => {
    expect(await count('composition_candidates')).toBe(60)
    expect(await count('composition_offers')).toBe(5)
    expect(await count('person_pairs')).toBe(2)
    const complete = `composition_candidates c join positioning_sheets s on s.person_id = c.person_id
      where s.half_days is not null and s.mobile is not null and s.place is not null and s.earliest_start is not null`
    expect(await count(complete)).toBeGreaterThanOrEqual(50)
    expect(await count(complete)).toBeLessThan(60)
  })

  test('gives cards to twelve people, four of them with a PIN in four languages', () => {
    const { participants } = readDemo(site.dataDir)!
    const focused = participants.filter(({ programme }) => programme === 'FocusTravail')
    expect(focused).toHaveLength(12)
    const own = focused.filter(({ pin }) => pin)
    expect(own.map(({ language }) => language).sort()).toEqual(['ar', 'de', 'en', 'fr'])
  })

  test('has a second town, whose programme brings people in four steps to two groups of one level', async () => {
    const moveup = `(select id from programmes where blueprint = 'moveup')`
    expect(await count(`institutions where region = 'BE'`)).toBe(2)
    expect(readDemo(site.dataDir)?.staff.filter(({ programmes }) => programmes.includes('MOVE’UP'))).toHaveLength(9)
    expect(await count(`persons where not (${rivemont})`)).toBe(36)
    const stages = await first.sql<{ stage: string; n: number }>(
      `select s.stage, count(*)::int as n from enrolment_stages s join enrolments e on e.id = s.enrolment_id
        where s.ended_at is null and e.programme_id = ${moveup} group by 1 order by 1`,
    )
    expect(Object.fromEntries(stages.map(({ stage, n }) => [stage, n]))).toEqual({
      // Whoever was sent elsewhere may come back, and stays where they were.
      ...{ registered: 5, reviewed: 4, tested: 3, started: 15 },
      ...{ completed: 2, dropped: 1, 'never-started': 1 },
    })
    expect(await count(`sessions s join groups g on g.id = s.group_id where g.programme_id = ${moveup}`)).toBe(120)
    expect(
      await count(`attendance_marks a join sessions s on s.id = a.session_id join groups g on g.id = s.group_id
      where g.programme_id = ${moveup}`),
    ).toBeGreaterThan(500)
    const chain = await first.sql<{ state: string; step: string; n: number }>(
      `select state, step, count(*)::int as n from orientation_steps where ended_on is null group by 1, 2 order by 1, 2`,
    )
    expect(chain.map(({ state, step, n }) => `${n} ${state} ${step}`).sort()).toEqual([
      ...['1 elsewhere review', '1 on-hold interview', '1 refused review'],
      ...['21 accepted interview', '3 at-step interview', '4 at-step review'],
    ])
    expect(await count(`candidates where outcome is null`)).toBe(4)
    expect(await count(`candidates where outcome = 'set-aside'`)).toBe(1)
    expect(await count(`candidates where outcome = 'registered'`)).toBeGreaterThan(20)
    expect(await count('enrolment_professionals where ended_on is null')).toBeGreaterThan(70)
  })

  test('follows the second town’s people up to a final report: one has reached everybody, one waits', async () => {
    const states = await first.sql<{ state: string; n: number }>(
      `select coalesce((select kind from signal_steps t where t.signal_id = s.id order by t.number desc limit 1), 'noted') as state,
              count(*)::int as n from signals s group by 1`,
    )
    expect(Object.fromEntries(states.map(({ state, n }) => [state, n]))).toEqual({
      ...{ noted: 2, accepted: 2, 'passed-on': 1, settled: 7 },
    })
    expect(await count(`appointments where state = 'held'`)).toBeGreaterThan(25)
    expect(await count('procedures')).toBe(7)
    expect(await count('situations')).toBe(6)
    expect(await count('funding_lines')).toBe(3)
    expect(await count('staff_costs')).toBeGreaterThan(9)
    expect(await count('status_events')).toBeGreaterThan(80)
    expect(await count('aims')).toBeGreaterThan(24)
    expect(await count('language_tests')).toBeGreaterThan(30)
    expect(await count('change_ratings')).toBeGreaterThan(300)
    expect(await count('session_smileys where closed_on is not null')).toBeGreaterThan(40)
    const reports = await first.sql<{ waiting: number; got: number }>(
      `select count(*) filter (where received_on is null)::int as waiting, count(received_on)::int as got
         from final_report_recipients group by version_id order by 1`,
    )
    expect(reports).toHaveLength(2)
    expect(reports[0]).toMatchObject({ waiting: 0 })
    expect(reports[1]).toMatchObject({ got: 1 })
  })

  test('every page of the navigation answers each professional', async () => {
    const users = await first.sql<{ id: string; role: StaffRole; name: string }>('select id, role, name from users')
    const failed: string[] = []
    for (const { id, role, name } of users) {
      const token = await first.given.session(id)
      for (const { path, policy } of features.flatMap((feature) => feature.nav ?? [])) {
        if (!policy.actors.includes(role)) continue
        const { status } = await first.as({ token }).get(path.pattern)
        if (status !== 200) failed.push(`${name} (${role}) ${path.pattern}: ${status}`)
      }
    }
    expect(failed).toEqual([])
  })

  test('is the same again with the same seed and day', async () => {
    const second = await emptySite()
    const again = siteOf(second)
    folders.push(again.dataDir)
    try {
      await openDemo(again, wish, () => {})
      expect(await contentOf(second)).toEqual(content)
    } finally {
      await second.close()
    }
  }, 240_000)

  test('is kept by the next start, which may turn its clock', async () => {
    await openDemo(site, { ...wish, today: '2026-12-01' }, () => {})
    expect((await first.sql<{ today: string }>('select today from clock'))[0]?.today).toBe('2026-12-01')
    await openDemo(site, { ...wish, today: undefined }, () => {})
    expect(await count('clock')).toBe(0)
    expect(await count(`persons where ${rivemont}`)).toBe(160)
  })
})

test('a demo on a site with real people in it is refused', async () => {
  const real = await createTestSite()
  const site = siteOf(real)
  try {
    await expect(openDemo(site, wish, () => {})).rejects.toThrow(Halt)
  } finally {
    await real.close()
    rmSync(site.dataDir, { recursive: true, force: true })
  }
})
