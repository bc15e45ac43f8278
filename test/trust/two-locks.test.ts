// The two locks say the same: what the classes and mandates allow in app/features/mandates is what the database shows.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classesOfRole, seesByProgramme } from '../../app/features/mandates/classes.ts'
import { isValid } from '../../app/features/mandates/mandate.ts'
import { staffRoles } from '../../app/shared/http/actor.ts'
import { addDays } from '../../app/shared/time/dates.ts'
import { createTestSite, newId, type Signed, type TestSite, testToday } from '../support/site.ts'
import { givenFullFile } from '../support/world.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

/** Tables whose rows are opened by one class alone. The profile and notes have rules of their own, below. */
const classOf = {
  persons: 'identity',
  person_social_aid: 'social-aid',
  person_health: 'health',
  person_residence: 'residence',
  language_levels: 'language',
  language_tests: 'language',
  schooling_profiles: 'language',
  language_triages: 'language',
  language_triage_words: 'follow-up',
  aims: 'follow-up',
  aim_results: 'follow-up',
  group_moves: 'attendance',
  positioning_sheets: 'language',
  enrolment_stages: 'attendance',
  referrals: 'attendance',
  enrolment_professionals: 'attendance',
  final_reports: 'attendance',
  final_report_versions: 'attendance',
  final_report_recipients: 'attendance',
  final_report_readings: 'follow-up',
  orientation_steps: 'attendance',
  orientation_receipts: 'attendance',
  target_criteria: 'attendance',
  candidate_words: 'follow-up',
  orientation_findings: 'follow-up',
  orientation_feedback: 'follow-up',
  contact_attempts: 'attendance',
  module_memberships: 'attendance',
  change_ratings: 'follow-up',
  appointments: 'follow-up',
  appointment_words: 'follow-up',
  interviews: 'follow-up',
  stability_statements: 'follow-up',
  procedures: 'follow-up',
  procedure_states: 'follow-up',
  situations: 'follow-up',
  situation_aims: 'follow-up',
  attendance_marks: 'attendance',
  attendance_notes: 'notes',
  absence_announcements: 'attendance',
  referral_words: 'notes',
  motivation_talks: 'notes',
  partner_referrals: 'notes',
  partner_referral_events: 'notes',
  instrument_answers: 'profile',
  evaluations: 'follow-up',
  entrance_tests: 'follow-up',
  entrance_test_results: 'follow-up',
  signals: 'follow-up',
  signal_steps: 'follow-up',
  signal_words: 'follow-up',
  signal_receipts: 'follow-up',
  goals: 'plan',
  steps: 'plan',
} as const
type Table = keyof typeof classOf
const tables = Object.keys(classOf) as Table[]
/** Of the class attendance, though not for a card that was only scanned: the way in, and who received the report. */
const withPin: readonly Table[] = [
  'target_criteria',
  'orientation_steps',
  'orientation_receipts',
  'final_report_recipients',
]

async function rowsSeen(
  who: Signed | undefined,
  personId: string,
  list: readonly string[] = tables,
): Promise<Record<string, number>> {
  return site.asActor(who, async (tx) => {
    const seen: Record<string, number> = {}
    for (const table of list) {
      const column = table === 'persons' ? 'id' : 'person_id'
      const rows = await tx
        .selectFrom(table as 'notes')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where(column as 'person_id', '=', personId)
        .execute()
      seen[table] = rows[0]!.n
    }
    return seen
  })
}

describe('mandates', () => {
  test('of any role and period open exactly the classes of the role, while they are valid', async () => {
    const file = await givenFullFile(site, 'm1')
    const day = fc.integer({ min: -2, max: 2 })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...staffRoles),
        fc.array(
          fc.record({
            from: day,
            length: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
            revoked: fc.boolean(),
          }),
          { maxLength: 3 },
        ),
        async (role, mandates) => {
          const who = await site.given.staff(role)
          const given = []
          for (const { from, length, revoked } of mandates) {
            const mandate = {
              from: addDays(testToday, from),
              to: length === null ? null : addDays(testToday, from + length),
              revoked,
            }
            const id = await site.given.mandate(file.personId, who, { from: mandate.from, to: mandate.to })
            if (revoked) await site.sql('update mandates set revoked_at = now() where id = $1', [id])
            given.push(mandate)
          }
          const open = given.some((mandate) => isValid(mandate, testToday))
          const seen = await rowsSeen(who, file.personId)
          for (const table of tables) {
            const expected = open && classesOfRole[role].reads.includes(classOf[table])
            // The officer learns of the enrolment itself through the plan; the stage shows where the person stands.
            const byPlan = open && role === 'measures-officer' && table === 'enrolment_stages'
            expect(`${role} ${table}: ${seen[table]! > 0}`).toBe(`${role} ${table}: ${expected || byPlan}`)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('of the programme: its coordinators and office see the classes of their role, those of another programme nothing', async () => {
    const file = await givenFullFile(site, 'm2')
    const other = await givenFullFile(site, 'm3')
    for (const who of [file.staff.coordinator, file.staff.office]) {
      const seen = await rowsSeen(who, file.personId)
      const elsewhere = await rowsSeen(who, other.personId)
      for (const table of tables) {
        // What became of a hand-over is theirs to see, the person's own plan is not.
        const expected =
          seesByProgramme.includes(who.role) &&
          classesOfRole[who.role].reads.includes(classOf[table]) &&
          !['goals', 'steps'].includes(table)
        expect(`${who.role} ${table}: ${seen[table]! > 0}`).toBe(`${who.role} ${table}: ${expected}`)
        expect(elsewhere[table], `${who.role} ${table} elsewhere`).toBe(0)
      }
    }
  })

  test('nobody, a stranger and an administrator see no row of any table that names a person', async () => {
    const file = await givenFullFile(site, 'm4')
    await file.handOver({ passOn: true })
    const named = await site.sql<{ name: string }>(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id'
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('peer_joinings')
         and has_any_column_privilege('app', c.oid, 'select')`)
    const all = ['persons', ...named.map((row) => row.name).filter((name) => name !== 'cards')]
    for (const table of all) {
      const column = table === 'persons' ? 'id' : 'person_id'
      const [{ n }] = (await site.sql<{ n: number }>(`select count(*) as n from ${table} where ${column} = $1`, [
        file.personId,
      ])) as [{ n: number }]
      if (!['audit_entries', 'duplicate_decisions', 'notices', 'measure_assignments'].includes(table))
        expect(n, `${table} holds a row to hide`).toBeGreaterThan(0)
    }
    const strangers = [undefined, await site.given.staff('administrator')]
    for (const role of staffRoles) strangers.push(await site.given.staff(role))
    for (const who of strangers)
      expect(Object.values(await rowsSeen(who, file.personId, all)).reduce((a, b) => a + b, 0)).toBe(0)
  })
})

describe('a participant’s card', () => {
  test('scanned only, shows sessions and attendance; with the PIN also identity, profile and plan; never another person', async () => {
    const file = await givenFullFile(site, 'c1')
    const other = await givenFullFile(site, 'c2')
    const scanned = await site.given
      .card({ personId: other.personId, by: other.staff.coach, level: 'token' })
      .catch(() => undefined)
    expect(scanned).toBeUndefined() // one running card per person
    await site.sql('update cards set revoked_at = now() where person_id = $1', [other.personId])
    const token = await site.given.card({ personId: other.personId, by: other.staff.coach, level: 'token' })
    const byToken = await rowsSeen(token, other.personId)
    const byPin = await rowsSeen(file.card, file.personId)
    for (const table of tables) {
      // When and where somebody is expected is theirs to read; what it is about is in other tables.
      const own = table === 'appointments'
      const byScan = classOf[table] === 'attendance' && !withPin.includes(table)
      expect(byToken[table]! > 0, `token ${table}`).toBe(own || byScan)
      expect(byPin[table]! > 0, `pin ${table}`).toBe(
        own || ['attendance', 'identity', 'language', 'profile', 'plan'].includes(classOf[table]),
      )
    }
    expect(Object.values(await rowsSeen(file.card, other.personId)).every((n) => n === 0)).toBe(true)
  })
  test('that is revoked stops in mid-session', async () => {
    const file = await givenFullFile(site, 'c3')
    await site.sql('update cards set revoked_at = now() where id = $1', [file.card.id])
    expect((await rowsSeen(file.card, file.personId)).persons).toBe(0)
  })
})

describe('notes', () => {
  test('own ones are for the author, institution ones for colleagues with a mandate, shared ones for all who have the class', async () => {
    const file = await givenFullFile(site, 'n1')
    const colleague = await site.given.staff('social-worker', { institutionId: file.staff.referrer.institutionId })
    await site.given.mandate(file.personId, colleague, { purpose: 'colleague' })
    const count = async (who: Signed) => (await rowsSeen(who, file.personId, ['notes'])).notes
    expect(await count(file.staff.referrer)).toBe(3)
    expect(await count(colleague)).toBe(2)
    expect(await count(file.staff.coach)).toBe(1)
    expect(await count(file.staff.office)).toBe(0)
  })
})

describe('the profile before and after the hand-over', () => {
  const contents = [
    'profiles',
    'profile_picks',
    'evidence',
    'profile_lines',
    'difference_talks',
    'profile_choices',
    'profile_versions',
    'sheets',
  ] as const
  test('the referrer sees nothing of it before, and only the version afterwards; a measures officer only when it was passed on', async () => {
    const file = await givenFullFile(site, 'p1')
    await site.given.mandate(file.personId, file.staff.officer, { purpose: 'pass-on' })
    const nothing = Object.fromEntries(contents.map((name) => [name, 0]))
    expect(await rowsSeen(file.staff.referrer, file.personId, contents)).toEqual(nothing)
    expect(await rowsSeen(file.staff.officer, file.personId, contents)).toEqual(nothing)
    await file.handOver({ passOn: true })
    expect(await rowsSeen(file.staff.referrer, file.personId, contents)).toEqual({ ...nothing, profile_versions: 1 })
    expect(await rowsSeen(file.staff.officer, file.personId, contents)).toEqual({ ...nothing, profile_versions: 1 })
    expect(await rowsSeen(file.staff.coordinator, file.personId, ['hand_overs', 'profile_versions'])).toEqual({
      hand_overs: 1,
      profile_versions: 0,
    })
  })
  test('evidence and lines are seen by the coach only as the person shares them', async () => {
    const file = await givenFullFile(site, 'p2')
    const lines = ['evidence', 'profile_lines'] as const
    expect(await rowsSeen(file.staff.coach, file.personId, lines)).toEqual({ evidence: 0, profile_lines: 0 })
    expect(await rowsSeen(file.card, file.personId, lines)).toEqual({ evidence: 1, profile_lines: 1 })
    await site.sql('update profile_lines set shown_to_coach = true where person_id = $1', [file.personId])
    expect(await rowsSeen(file.staff.coach, file.personId, lines)).toEqual({ evidence: 0, profile_lines: 1 })
  })
})

describe('ratings open to each other only when both are in', () => {
  const ratingsOf = (who: Signed, sheet: string) =>
    site.asActor(
      who,
      async (tx) => (await tx.selectFrom('ratings').select('value').where('sheet_id', '=', sheet).execute()).length,
    )
  test.each([
    { self: false, coach: false, coachSeesSelf: 0, personSeesCoach: 0 },
    { self: true, coach: false, coachSeesSelf: 0, personSeesCoach: 0 },
    { self: false, coach: true, coachSeesSelf: 0, personSeesCoach: 0 },
    { self: true, coach: true, coachSeesSelf: 1, personSeesCoach: 1 },
  ])('self in: $self, coach in: $coach', async ({ self, coach, coachSeesSelf, personSeesCoach }) => {
    const file = await givenFullFile(site, newId().slice(0, 4))
    if (self) await file.handIn(file.selfSheet)
    if (coach) await file.handIn(file.coachSheet)
    expect(await ratingsOf(file.staff.coach, file.selfSheet)).toBe(coachSeesSelf)
    expect(await ratingsOf(file.card, file.coachSheet)).toBe(personSeesCoach)
    expect(await ratingsOf(file.staff.coach, file.coachSheet)).toBe(1)
    expect(await ratingsOf(file.card, file.selfSheet)).toBe(1)
    expect(await ratingsOf(file.staff.trainee, file.coachSheet), 'a later rater sees nothing before their own').toBe(0)
    expect(await ratingsOf(file.staff.referrer, file.selfSheet)).toBe(0)
  })
})

describe('what the application cannot give itself', () => {
  test('a mandate on a stranger’s file', async () => {
    const file = await givenFullFile(site, 'x1')
    const stranger = await site.given.staff('social-worker')
    await expect(
      site.asActor(stranger, (tx) =>
        tx
          .insertInto('mandates')
          .values({
            person_id: file.personId,
            professional_id: stranger.id,
            role: 'social-worker',
            institution_id: stranger.institutionId,
            purpose: 'intake',
            from_date: testToday,
          })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    const { sql } = await import('../../app/shared/db/database.ts')
    await expect(
      site.asActor(stranger, (tx) => sql`select app.open_files(${[file.personId]}::uuid[])`.execute(tx)),
    ).rejects.toMatchObject({ code: '42501' })
    expect(
      await site.asActor(
        stranger,
        async (tx) =>
          (
            await sql<{
              m: string | null
            }>`select app.give_mandate(${file.personId}, ${stranger.id}, null, 'x') as m`.execute(tx)
          ).rows[0]!.m,
      ),
    ).toBeNull()
    await expect(
      site.asActor(stranger, (tx) =>
        sql`select app.notify_mandated(${file.personId}, 'social-worker', 'two-absences', null)`.execute(tx),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })
  test('a second identity on the same connection, or one kept after the commit', async () => {
    const amina = await site.given.staff('social-worker')
    await site.given.person({ by: amina })
    const client = await site.db.pool.connect()
    try {
      await client.query('begin')
      await client.query('select * from app.enter($1)', [amina.token])
      const { rows } = await client.query<{ context: string; signature: string }>(
        `select current_setting('passerelle.context') as context, current_setting('passerelle.signature') as signature`,
      )
      expect((await client.query('select 1 from persons')).rowCount).toBe(1)
      await client.query('commit')
      expect((await client.query('select 1 from persons')).rowCount).toBe(0)
      await client.query('begin')
      await client.query(
        `select set_config('passerelle.context', $1, true), set_config('passerelle.signature', $2, true)`,
        [rows[0]!.context, rows[0]!.signature],
      )
      expect((await client.query('select 1 from persons')).rowCount).toBe(0)
      await client.query('rollback')
    } finally {
      client.release()
    }
  })
  test('a changed or false audit entry', async () => {
    const amina = await site.given.staff('social-worker')
    await expect(
      site.asActor(amina, (tx) => tx.updateTable('audit_entries').set({ act: 'x' }).execute()),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(site.asActor(amina, (tx) => tx.deleteFrom('audit_entries').execute())).rejects.toMatchObject({
      code: '42501',
    })
    await expect(
      site.asActor(amina, (tx) =>
        tx
          .insertInto('audit_entries')
          .values({ actor_kind: 'staff', actor_id: newId(), act: 'x', result: 'done' })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })
})
