// What a holder of one right could do with it beyond its border: found by reading, each kept shut by a test.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Line, writeLine } from '../../app/engine/allocation/log.ts'
import { sha256 } from '../../app/engine/allocation/random.ts'
import { paths as staff } from '../../app/features/staff/paths.ts'
import { sql } from '../../app/shared/db/database.ts'
import { addDays } from '../../app/shared/time/dates.ts'
import { givenGroup } from '../support/group-world.ts'
import { createTestSite, newId, type Signed, type Staff, type TestSite, testToday } from '../support/site.ts'
import { type FullFile, givenFullFile } from '../support/world.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

const denied = { code: '42501' }
const settle = (who: Signed, groupId: string) =>
  site.asActor(who, (tx) => sql`select app.settle_group_mandates(${groupId})`.execute(tx))
const seesPerson = (who: Signed, personId: string) =>
  site.asActor(
    who,
    async (tx) => (await tx.selectFrom('persons').select('id').where('id', '=', personId).execute()).length > 0,
  )

describe('a group opens files to those who lead it as coach or trainee', () => {
  test('and no more to a coach who has become something else', async () => {
    const { coach, coordinator, groupId, members } = await givenGroup(site)
    const { personId } = members[0]!
    const boss = await site.given.staff('administrator', { institutionId: coach.institutionId })
    await site.asActor(boss, (tx) => sql`select app.change_role(${coach.id}, 'social-worker', null)`.execute(tx))
    await settle(coordinator, groupId)
    expect(await seesPerson(coach, personId)).toBe(false)
    expect(
      await site.asActor(coach, async (tx) => (await sql`select unnest(app.led_groups())`.execute(tx)).rows),
    ).toEqual([])
  })
  test('and can’t be led by somebody of another role', async () => {
    const { coordinator, groupId, referrer } = await givenGroup(site)
    const lead = { id: newId(), group_id: groupId, user_id: referrer.id, part: 'coach', from_date: testToday }
    await expect(
      site.asActor(coordinator, (tx) =>
        tx
          .insertInto('group_coaches')
          .values({ ...lead, part: 'coach', added_by: coordinator.id })
          .execute(),
      ),
    ).rejects.toMatchObject(denied)
  })
})

describe('a sheet that was handed in', () => {
  test.each(['self', 'peer'] as const)(
    'stays so: nobody answers again after having seen the others (%s)',
    async (kind) => {
      const { members, coach } = await givenGroup(site)
      const [about, by] = kind === 'self' ? [members[0]!, members[0]!] : [members[0]!, members[1]!]
      const card = await site.given.card({ personId: by.personId, by: coach })
      const profileId = newId()
      const sheetId = newId()
      await site.sql('insert into profiles (id, enrolment_id, person_id) values ($1, $2, $3)', [
        profileId,
        about.enrolmentId,
        about.personId,
      ])
      await site.sql(
        `insert into sheets (id, profile_id, person_id, rater_kind, rater_person_id, handed_in_at) values ($1, $2, $3, $4, $5, now())`,
        [sheetId, profileId, about.personId, kind, by.personId],
      )
      await site
        .asActor(card, (tx) => tx.updateTable('sheets').set({ handed_in_at: null }).where('id', '=', sheetId).execute())
        .catch((error: { code: string }) => expect(error).toMatchObject(denied))
      expect(await site.sql('select handed_in_at is not null as still from sheets where id = $1', [sheetId])).toEqual([
        { still: true },
      ])
    },
  )
})

test('whoever has left the group no longer sees the first names of its peer step', async () => {
  const { members, coach, groupId } = await givenGroup(site)
  const stepId = newId()
  await site.sql('insert into peer_steps (id, group_id, rules_shown_on, opened_by) values ($1, $2, $3, $4)', [
    stepId,
    groupId,
    testToday,
    coach.id,
  ])
  for (const { personId } of members)
    await site.sql('insert into peer_joinings (step_id, person_id) values ($1, $2)', [stepId, personId])
  const card = await site.given.card({ personId: members[0]!.personId, by: coach })
  const peers = () => site.asActor(card, async (tx) => (await sql`select * from app.peers()`.execute(tx)).rows.length)
  expect(await peers()).toBe(3)
  await site.sql(`update group_members set left_on = $2, left_reason = 'dropped' where id = $1`, [
    members[0]!.memberId,
    testToday,
  ])
  expect(await peers()).toBe(0)
})

describe('administrators', () => {
  let own: Staff
  let other: string
  beforeAll(async () => {
    own = await site.given.staff('administrator')
    other = await site.given.institution()
    await site.given.staff('administrator', { institutionId: other })
  })
  const invite = (institutionId: string) =>
    site.asActor(own, (tx) =>
      sql`insert into links (id, token_hash, purpose, audience, institution_id, details, created_by, expires_at) values
        (${newId()}, ${Buffer.from(newId())}, 'invitation', 'me@example.org', ${institutionId}, '{"role":"administrator"}', ${own.id}, now() + interval '1 day')`.execute(
        tx,
      ),
    )
  test('let nobody into an institution that has an administrator of its own', async () => {
    await expect(invite(other)).rejects.toMatchObject(denied)
    await invite(own.institutionId)
    await invite(await site.given.institution())
  })
  test('change no such institution', async () => {
    const rename = (id: string) =>
      site.asActor(own, async (tx) =>
        Number(
          (await tx.updateTable('institutions').set({ phone: '032 000 00 00' }).where('id', '=', id).executeTakeFirst())
            .numUpdatedRows,
        ),
      )
    expect(await rename(other)).toBe(0)
    expect(await rename(own.institutionId)).toBe(1)
    expect(await rename(await site.given.institution())).toBe(1)
  })
  test('who have left or do other work leave no open invitation behind', async () => {
    const token = `${newId()}${newId()}`
    const gone = await site.given.staff('administrator')
    await site.sql(
      `insert into links (id, token_hash, purpose, audience, institution_id, details, created_by, expires_at)
       values ($1, sha256($2::bytea), 'invitation', 'back@example.org', $3, '{"role":"administrator"}', $4, now() + interval '1 day')`,
      [newId(), token, gone.institutionId, gone.id],
    )
    const opens = () => site.asActor({ kind: 'link', token }, async (_, actor) => actor.kind === 'link')
    expect(await opens()).toBe(true)
    await site.asActor(own, (tx) => sql`select app.change_role(${gone.id}, 'coach', null)`.execute(tx))
    expect(await opens()).toBe(false)
  })
})

test('a mandate until a day is passed on until that day at most', async () => {
  const amina = await site.given.staff('social-worker')
  const stand = await site.given.staff('social-worker')
  const third = await site.given.staff('social-worker')
  const personId = await site.given.person({ by: amina })
  const until = addDays(testToday, 7)
  await site.given.mandate(personId, stand, { to: until, purpose: 'colleague' })
  await site.asActor(stand, (tx) =>
    sql`select app.give_mandate(${personId}, ${third.id}, null, 'for good')`.execute(tx),
  )
  expect(
    await site.sql('select to_date from mandates where person_id = $1 and professional_id = $2', [personId, third.id]),
  ).toEqual([{ to_date: until }])
})

test('bookings of another institution are not told', async () => {
  const { groupId, coach } = await givenGroup(site)
  await site.given.sessionOf({ groupId, number: 9, onDate: testToday })
  const booked = (who: Staff) =>
    site.asActor(
      who,
      async (tx) =>
        (
          await sql`select * from app.bookings(${[testToday]}::date[], ${[coach.id]}::uuid[], ${['Salle 1']}::text[])`.execute(
            tx,
          )
        ).rows.length,
    )
  expect(await booked(coach)).toBeGreaterThan(0)
  expect(await booked(await site.given.staff('coach', { institutionId: await site.given.institution() }))).toBe(0)
})

test('a file is taken back by the import that made it, and by nothing else', async () => {
  const amina = await site.given.staff('social-worker')
  const personId = await site.given.person({ by: amina })
  const deleted = await site.asActor(amina, (tx) =>
    tx.deleteFrom('persons').where('id', '=', personId).executeTakeFirst(),
  )
  expect(Number(deleted.numDeletedRows)).toBe(0)
})

describe('the pages of administrators', () => {
  test('offer no other institution that has one of its own, and refuse it', async () => {
    const own = await site.given.staff('administrator')
    const institutionId = await site.given.institution('association', 'Association Pont')
    const there = await site.given.staff('administrator', { institutionId })
    const form = { email: 'new@example.org', institutionId, role: 'administrator', language: 'fr' }
    expect(await (await site.as(own).get(staff.invite())).text()).not.toContain('Association Pont')
    expect((await site.as(own).post(staff.invite(), form)).status).toBe(404)
    expect((await site.as(own).get(staff.institution({ institutionId }))).status).toBe(403)
    expect((await site.as(there).get(staff.institution({ institutionId }))).status).toBe(200)
    expect((await site.as(there).post(staff.invite(), form)).status).toBeLessThan(400)
  })
})

test('a peer who took back what they said is no longer named to the coach', async () => {
  const { members, coach } = await givenGroup(site)
  const [about, by] = [members[0]!, members[1]!]
  const [profileId, sheetId] = [newId(), newId()]
  await site.sql('insert into profiles (id, enrolment_id, person_id) values ($1, $2, $3)', [
    profileId,
    about.enrolmentId,
    about.personId,
  ])
  await site.sql(
    `insert into sheets (id, profile_id, person_id, rater_kind, rater_person_id) values ($1, $2, $3, 'peer', $4)`,
    [sheetId, profileId, about.personId, by.personId],
  )
  const named = () =>
    site.asActor(
      coach,
      async (tx) =>
        (await sql<{ name: string | null }>`select app.rater_name(${sheetId}) as name`.execute(tx)).rows[0]!.name,
    )
  expect(await named()).toBe('Person1')
  await site.sql('update sheets set withdrawn_at = now() where id = $1', [sheetId])
  expect(await named()).toBeNull()
})

describe('what composing groups knows', () => {
  const tables = [
    'compositions',
    'composition_offers',
    'composition_run_people',
    'composition_plan_people',
    'person_pairs',
  ] as const
  const seen = (who: Signed) =>
    site.asActor(who, async (tx) => {
      const counts: number[] = []
      for (const table of tables) counts.push((await sql`select 1 from ${sql.table(table)}`.execute(tx)).rows.length)
      return counts
    })

  test('is for coordinators of the programme alone: not for its office, its coaches, the referrer or the person', async () => {
    const { staff, card } = await givenFullFile(site, 'compose')
    expect((await seen(staff.coordinator)).every((n) => n > 0)).toBe(true)
    const stranger = await site.given.staff('coordinator', { institutionId: staff.coordinator.institutionId })
    for (const who of [staff.office, staff.coach, staff.trainee, staff.referrer, staff.officer, card, stranger])
      expect(await seen(who)).toEqual([0, 0, 0, 0, 0])
  })

  test('takes nobody in who is not enrolled in the programme', async () => {
    const { staff, compositionId, programmeId } = await givenFullFile(site, 'here')
    const there = await givenFullFile(site, 'there')
    const row = { composition_id: compositionId, programme_id: programmeId, added_by: staff.coordinator.id }
    const add = site.asActor(staff.coordinator, (tx) =>
      tx
        .insertInto('composition_candidates')
        .values({ ...row, enrolment_id: there.enrolmentId, person_id: there.personId })
        .execute(),
    )
    await expect(add).rejects.toMatchObject({ code: '23503' })
  })

  test('keeps a plan as it was made', async () => {
    const { staff, planId } = await givenFullFile(site, 'frozen')
    for (const change of [
      sql`update composition_plans set score = 1 where id = ${planId}`,
      sql`update composition_plan_people set offer = null where plan_id = ${planId}`,
      sql`delete from composition_plan_people where plan_id = ${planId}`,
      sql`update composition_run_people set facts = '{}'`,
    ])
      await expect(site.asActor(staff.coordinator, (tx) => change.execute(tx))).rejects.toMatchObject(denied)
  })
})

describe('the study of a programme', () => {
  const author = (who: Staff) => ({ id: who.id, name: who.name, role: who.role })
  const nowThere = async () => (await site.sql<{ now: Date }>('select app.now() as now'))[0]!.now.toISOString()
  type Unit = { programmeId: string; enrolmentId: string; personId: string }
  const newcomer = async (staff: FullFile['staff']): Promise<Unit> => {
    const personId = await site.given.person({ by: staff.referrer })
    const [programme] = await site.sql<{ id: string }>(
      'select programme_id as id from programme_staff where user_id = $1',
      [staff.coordinator.id],
    )
    const programmeId = programme!.id
    return {
      programmeId,
      personId,
      enrolmentId: await site.given.enrolment({ personId, programmeId, by: staff.referrer }),
    }
  }
  const name = (who: Staff, studyId: string, unit: Unit, number: number) =>
    sql`insert into study_units (study_id, programme_id, number, enrolment_id, person_id, made_by)
      values (${studyId}, ${unit.programmeId}, ${number}, ${unit.enrolmentId}, ${unit.personId}, ${who.id})`
  /** An entry as somebody who can write SQL as the application would add it; a unit is named with it. */
  const add = (
    who: Staff,
    studyId: string,
    line: Line,
    {
      number = JSON.parse(line.text).number,
      kind = JSON.parse(line.text).kind,
      unit,
    }: { number?: number; kind?: string; unit?: Unit } = {},
  ) =>
    site.asActor(who, async (tx) => {
      if (unit) await name(who, studyId, unit, JSON.parse(line.text).data.unit).execute(tx)
      await sql`insert into study_entries values (${studyId}, ${number}, ${kind}, ${line.text}, ${line.hash}, ${who.id})`.execute(
        tx,
      )
    })
  const seedOf = (who: Signed, studyId: string) =>
    site.asActor(who, async (tx) => {
      const { rows } = await sql<{ sealed: Buffer | null }>`select app.sealed_seed(${studyId}) as sealed`.execute(tx)
      return rows[0]!.sealed
    })

  test('is for its coordinators and office; its seed for nobody while nothing is due', async () => {
    const { staff, card, studyId } = await givenFullFile(site, 'study')
    const seen = (who: Signed) =>
      site.asActor(who, async (tx) => {
        const counts: number[] = []
        for (const table of ['studies', 'study_entries', 'study_units'])
          counts.push((await sql`select 1 from ${sql.table(table)}`.execute(tx)).rows.length)
        return counts
      })
    for (const who of [staff.coordinator, staff.office]) expect(await seen(who)).toEqual([1, 4, 1])
    const stranger = await site.given.staff('coordinator', { institutionId: staff.coordinator.institutionId })
    for (const who of [staff.coach, staff.trainee, staff.referrer, staff.officer, card, stranger])
      expect(await seen(who)).toEqual([0, 0, 0])
    for (const who of [staff.coordinator, staff.office, staff.coach, stranger, card]) {
      expect(await seedOf(who, studyId)).toBeNull()
      await expect(site.asActor(who, (tx) => sql`select sealed from study_seeds`.execute(tx))).rejects.toMatchObject(
        denied,
      )
    }
  })

  test('keeps its record: no update, no delete, no entry out of order, under another name or with another hash', async () => {
    const { staff, studyId } = await givenFullFile(site, 'record')
    for (const change of [
      sql`update studies set name = 'x' where id = ${studyId}`,
      sql`update study_entries set line = line || ' '`,
      sql`delete from study_entries`,
      sql`delete from study_units`,
      sql`update study_seeds set drawn_by = ${staff.coordinator.id}`,
    ])
      await expect(site.asActor(staff.coordinator, (tx) => change.execute(tx))).rejects.toMatchObject(denied)
    // Not even past the policies.
    await expect(site.sql('delete from study_entries where study_id = $1', [studyId])).rejects.toMatchObject(denied)

    const [last] = await site.sql<{ line: string; hash: string }>(
      'select line, hash from study_entries where study_id = $1 and number = 4',
      [studyId],
    )
    const second = await site.given.staff('coordinator', { institutionId: staff.coordinator.institutionId })
    const { coordinator, office } = staff
    const previous = { text: last!.line, hash: last!.hash }
    const data = { unit: 2, levels: ['here'], allowed: null, reason: null }
    const next = { number: 5, kind: 'unit', data, at: await nowThere() } as const
    const right = writeLine(previous, { ...next, by: author(coordinator) })
    const named = await newcomer(staff)
    for (const [why, who, line, change] of [
      ['another hash', coordinator, { ...right, hash: last!.hash }],
      ['another hash before', coordinator, writeLine({ ...previous, hash: '' }, { ...next, by: author(coordinator) })],
      ['another number', coordinator, right, { number: 6 }],
      ['an arm without a unit', coordinator, right, { kind: 'allocation' }],
      ['by somebody else', coordinator, writeLine(previous, { ...next, by: author(second) })],
      ['whoever drew the seed', office, writeLine(previous, { ...next, by: author(office) })],
      ['a stranger', second, writeLine(previous, { ...next, by: author(second) })],
      [
        'under another name',
        coordinator,
        writeLine(previous, { ...next, by: { ...author(coordinator), name: second.name } }),
      ],
      [
        'in another role',
        coordinator,
        writeLine(previous, { ...next, by: { ...author(coordinator), role: 'administrator' } }),
      ],
      [
        'back-dated',
        coordinator,
        writeLine(previous, { ...next, at: `${testToday}T07:00:00.000Z`, by: author(coordinator) }),
      ],
      [
        'a number left out',
        coordinator,
        writeLine(previous, { ...next, data: { ...data, unit: 3 }, by: author(coordinator) }),
      ],
    ] as [string, Staff, Line, { number?: number; kind?: string }?][])
      await expect(add(who, studyId, line, { unit: named, ...change }), why).rejects.toMatchObject(denied)
    await expect(add(coordinator, studyId, right), 'nobody named').rejects.toMatchObject(denied)
    await add(coordinator, studyId, right, { unit: named })
    // Now an arm is due: the coordinator gets the sealed seed for it, whoever drew it does not.
    expect(await seedOf(coordinator, studyId)).toBeInstanceOf(Buffer)
    expect(await seedOf(office, studyId)).toBeNull()
    const arm = { unit: 1, arm: 'A', stratum: 'here', position: 1 }
    const drawn = { number: 6, kind: 'allocation', at: next.at, by: author(coordinator) } as const
    await expect(
      add(coordinator, studyId, writeLine(right, { ...drawn, data: arm })),
      'an arm for a unit that has one',
    ).rejects.toMatchObject(denied)
    await add(coordinator, studyId, writeLine(right, { ...drawn, data: { ...arm, unit: 2 } }))
  })

  test('names no unit without its entry, nor another one afterwards', async () => {
    const { staff, studyId } = await givenFullFile(site, 'named')
    const unit = await newcomer(staff)
    for (const number of [2, 7])
      await expect(
        site.asActor(staff.coordinator, (tx) => name(staff.coordinator, studyId, unit, number).execute(tx)),
      ).rejects.toMatchObject(denied)
    await expect(
      site.sql('update study_units set number = 2 where study_id = $1', [studyId]),
      'not even past the policies',
    ).rejects.toMatchObject(denied)
  })

  test('has the seed of whoever committed to it, and reveals no other', async () => {
    const { staff, programmeId } = await givenFullFile(site, 'sealed')
    const { coordinator, office } = staff
    const studyId = newId()
    await site.asActor(coordinator, (tx) =>
      sql`insert into studies (id, programme_id, name, made_by) values (${studyId}, ${programmeId}, 'S', ${coordinator.id})`.execute(
        tx,
      ),
    )
    const at = await nowThere()
    const method = { method: 'blocks-v1', multipliers: [1] } as const
    const protocol = { name: 'S', unit: 'person', arms: ['A', 'B'], ratio: [1, 1], factors: [], ...method } as const
    const first = writeLine(undefined, { number: 1, kind: 'protocol', data: protocol, at, by: author(coordinator) })
    await add(coordinator, studyId, first)
    const keep = (who: Staff) =>
      site.asActor(who, (tx) =>
        sql`insert into study_seeds (study_id, sealed, drawn_by) values (${studyId}, ${Buffer.from('x')}, ${who.id})`.execute(
          tx,
        ),
      )
    const second = await site.given.staff('coordinator', { institutionId: coordinator.institutionId })
    await site.sql(
      `insert into programme_staff (programme_id, user_id, from_date, added_by) values ($1, $2, '2026-01-01', $3)`,
      [programmeId, second.id, coordinator.id],
    )
    await expect(keep(second), 'before the commitment').rejects.toMatchObject(denied)
    const commitment = sha256('the seed')
    const early = { number: 2, at, by: author(coordinator) } as const
    const unit = { unit: 1, levels: [], allowed: null, reason: null }
    await expect(
      add(coordinator, studyId, writeLine(first, { ...early, kind: 'unit', data: unit }), {
        unit: await newcomer(staff),
      }),
      'a unit before the commitment',
    ).rejects.toMatchObject(denied)
    await expect(
      add(coordinator, studyId, writeLine(first, { ...early, kind: 'commitment', data: { commitment } })),
      'by whoever set it up',
    ).rejects.toMatchObject(denied)
    const committed = writeLine(first, { number: 2, kind: 'commitment', data: { commitment }, at, by: author(office) })
    await add(office, studyId, committed)
    await expect(keep(second), 'beside whoever committed').rejects.toMatchObject(denied)
    await keep(office)
    const closed = writeLine(committed, {
      number: 3,
      kind: 'closure',
      data: { reason: 'x' },
      at,
      by: author(coordinator),
    })
    await add(coordinator, studyId, closed)
    const reveal = (seed: string) =>
      add(
        coordinator,
        studyId,
        writeLine(closed, { number: 4, kind: 'seed', data: { seed }, at, by: author(coordinator) }),
      )
    await expect(reveal('another')).rejects.toMatchObject(denied)
    await reveal('the seed')
  })
})
