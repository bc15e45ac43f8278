// Clicks that meet: what one of them leaves behind when the other commits first. With real transactions held open.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenComposing, givenPlan } from '../../../test/support/compose-world.ts'
import { createTestSite, newId, type TestSite, testToday } from '../../../test/support/site.ts'
import { sql } from '../../shared/db/database.ts'
import { paths } from './paths.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(async () => {
  expect(site.logged.filter((line) => line.startsWith('error'))).toEqual([])
  await site.close()
})

const seenIn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? ''

/** Until so many transactions of the site wait for another. */
async function untilWaiting(count: number) {
  for (let tries = 0; tries < 500; tries += 1) {
    const [row] = await site.sql<{ n: number }>(
      `select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (row!.n >= count) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('nobody waits')
}

/** Nobody writes to this table until it is opened. */
async function closedGate({ connection }: TestSite, table: 'composition_groups' | 'mandates') {
  const client = new pg.Client(connection)
  await client.connect()
  await client.query('begin')
  await client.query(`lock table ${table} in share mode`)
  return {
    async open() {
      await client.query('rollback')
      await client.end()
    },
  }
}

describe('two coordinators at once', () => {
  test('confirm two plans with the same people: one makes groups, the other is told, nobody is in two', async () => {
    const world = await givenComposing(site, { people: 6 })
    const second = newId()
    await site.sql(
      `insert into compositions (id, programme_id, name, mode, made_by, made_on) values ($1, $2, 'Other', 'mixed', $3, $4)`,
      [second, world.programmeId, world.coordinator.id, testToday],
    )
    await site.sql(
      `insert into composition_candidates (composition_id, programme_id, enrolment_id, person_id, added_by)
       select $2, programme_id, enrolment_id, person_id, added_by from composition_candidates where composition_id = $1`,
      [world.compositionId, second],
    )
    for (const [name, position] of [
      ['Rose', 0],
      ['Lac', 1],
    ] as const)
      await site.sql(
        `insert into composition_offers (id, composition_id, programme_id, position, name, language, place, half_days, starts_on, min, max, childcare_seats, coach_id, made_by)
         select $1, $2, programme_id, $3, $4, language, place, half_days, starts_on, min, max, childcare_seats, coach_id, made_by
           from composition_offers where composition_id = $5 and position = $3`,
        [newId(), second, position, name, world.compositionId],
      )
    // The same people the other way round: whoever writes first holds what the other wants next.
    const plans = [
      { compositionId: world.compositionId, planId: await givenPlan(site, world, [0, 0, 0, 1, 1, 1]) },
      { compositionId: second, planId: await givenPlan(site, { ...world, compositionId: second }, [1, 1, 1, 0, 0, 0]) },
    ]
    const seen: string[] = []
    for (const plan of plans)
      seen.push(seenIn(await (await site.as(world.coordinator).get(paths.confirm(plan))).text()))
    // Both are held up after their first group, until both have come as far as they can.
    const gate = await closedGate(site, 'composition_groups')
    const clicks = plans.map((plan, i) => site.as(world.coordinator).post(paths.confirm(plan), { seen: seen[i]! }))
    await untilWaiting(2)
    await gate.open()
    const answers = await Promise.all(clicks)
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(
      await site.sql(
        'select count(*) as n from group_members m join groups g on g.id = m.group_id where g.programme_id = $1 and m.left_on is null',
        [world.programmeId],
      ),
    ).toEqual([{ n: 6 }])
  })
})

describe('undoing while somebody works with a group', () => {
  async function confirmed() {
    const world = await givenComposing(site)
    const planId = await givenPlan(site, world, [0, 0, 0, 1, 1, null])
    const url = paths.confirm({ compositionId: world.compositionId, planId })
    const seen = seenIn(await (await site.as(world.coordinator).get(url)).text())
    const done = await site.as(world.coordinator).post(url, { seen })
    const confirmationId = done.headers.get('location')!.split('?')[0]!.split('/').at(-1)!
    const [group] = await site.sql<{ id: string }>(`select id from groups where programme_id = $1 and name = 'Pont'`, [
      world.programmeId,
    ])
    const undo = () => site.as(world.coordinator).post(paths.undo({ ...world, confirmationId }))
    return { ...world, groupId: group!.id, undo }
  }
  /** Starts the undoing in the middle of `work`, and lets it get as far as it can before `work` commits. */
  async function undoDuring(world: Awaited<ReturnType<typeof confirmed>>, work: Parameters<TestSite['asActor']>[1]) {
    let answer: Response | Promise<Response> | undefined
    await site.asActor(world.coordinator, async (tx, actor) => {
      await work(tx, actor)
      answer = world.undo()
      await Promise.race([answer, untilWaiting(1)])
    })
    return answer!
  }
  test('is refused when somebody is just joining, and leaves no mandate behind', async () => {
    const world = await confirmed()
    const { enrolmentId, personId } = world.candidates[5]!
    const answer = await undoDuring(world, async (tx) => {
      await sql`select 1 from groups where id = ${world.groupId} for update`.execute(tx)
      await tx
        .insertInto('group_members')
        .values({
          ...{ id: newId(), group_id: world.groupId, enrolment_id: enrolmentId, person_id: personId },
          ...{ joined_on: testToday, joined_by: world.coordinator.id },
        })
        .execute()
      await sql`select app.settle_group_mandates(${world.groupId})`.execute(tx)
    })
    expect(answer.status).toBe(409)
    const [group] = await site.sql<{ closed_on: string | null }>('select closed_on from groups where id = $1', [
      world.groupId,
    ])
    expect(group!.closed_on).toBeNull()
  })

  test('is refused when attendance is just being marked', async () => {
    const world = await confirmed()
    const [session] = await site.sql<{ id: string }>(
      'select id from sessions where group_id = $1 order by number limit 1',
      [world.groupId],
    )
    const answer = await undoDuring(world, async (tx) => {
      await tx
        .insertInto('attendance_marks')
        .values({
          ...{ key: newId(), session_id: session!.id, person_id: world.candidates[3]!.personId },
          ...{ status: 'excused', marked_by: world.coordinator.id },
        })
        .execute()
      await tx
        .insertInto('audit_entries')
        .values({
          ...{ actor_kind: 'staff', actor_id: world.coordinator.id, act: 'attendance.mark', result: 'done' },
          ...{ object_kind: 'session', object_id: session!.id, person_id: world.candidates[3]!.personId },
        })
        .execute()
    })
    expect(answer.status).toBe(409)
  })

  test('is refused when somebody is just being taken out', async () => {
    const world = await confirmed()
    const [member] = await site.sql<{ id: string }>('select id from group_members where group_id = $1 limit 1', [
      world.groupId,
    ])
    // Held up at its last step, when the membership has ended and nothing is committed.
    const gate = await closedGate(site, 'mandates')
    const leaving = site
      .as(world.coordinator)
      .post(`/groups/${world.groupId}/members/${member!.id}/leaving`, { reason: 'dropped', changeStage: 'yes' })
    await untilWaiting(1)
    const undoing = world.undo()
    await untilWaiting(2)
    await gate.open()
    expect([(await leaving).status, (await undoing).status]).toEqual([303, 409])
  })

  test('lets nobody join afterwards who had the page open', async () => {
    const world = await confirmed()
    let answer: Response | Promise<Response> | undefined
    await site.asActor(world.coordinator, async (tx) => {
      await tx.updateTable('groups').set({ closed_on: testToday }).where('id', '=', world.groupId).execute()
      answer = site.as(world.coordinator).post(`/groups/${world.groupId}/members/new`, {
        enrolments: [world.candidates[5]!.enrolmentId],
      })
      await untilWaiting(1)
    })
    expect((await answer!).status).toBe(409)
    expect(
      await site.sql('select 1 from group_members where enrolment_id = $1', [world.candidates[5]!.enrolmentId]),
    ).toEqual([])
  })

  test('twice at once takes back once', async () => {
    const world = await confirmed()
    const answers = await Promise.all([world.undo(), world.undo()])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  })
})
