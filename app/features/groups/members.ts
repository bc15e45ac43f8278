import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { LeavingReason, Member, Waiting } from './group.ts'

const query = (tx: Tx) =>
  tx
    .selectFrom('group_members as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select([
      'm.id',
      'm.enrolment_id as enrolmentId',
      'm.person_id as personId',
      'p.first_name as firstName',
      'p.last_name as lastName',
      'm.joined_on as joinedOn',
      'm.left_on as leftOn',
      'm.left_reason as leftReason',
    ])

/** Members by name; those who left come after, as far as the actor still may see them. */
export const listMembers = (tx: Tx, groupId: string): Promise<Member[]> =>
  query(tx)
    .where('m.group_id', '=', groupId)
    .orderBy(sql`m.left_on is not null`)
    .orderBy(sql`lower(p.first_name)`)
    .orderBy(sql`lower(p.last_name)`)
    .execute()

/** A running member of the group. */
export const findMember = (tx: Tx, groupId: string, memberId: string): Promise<Member | undefined> =>
  query(tx)
    .where('m.group_id', '=', groupId)
    .where('m.id', '=', memberId)
    .where('m.left_on', 'is', null)
    .executeTakeFirst()

const waitingKinds = ['registered', 'contacted', 'informed'] as const
/** Had a place and lost it without an end: they wait for another group. */
const betweenGroups = ['allocated', 'started'] as const

/**
 * Who waits for a group of the programme, longest first: registered, contacted or informed, or between two groups.
 * `language` keeps those who want it or have not said.
 */
export async function listWaiting(
  tx: Tx,
  { programmeId, language }: { programmeId: string; language: string },
): Promise<Waiting[]> {
  const rows = await tx
    .selectFrom('enrolments as e')
    .innerJoin('persons as p', 'p.id', 'e.person_id')
    .innerJoin('enrolment_stages as st', (join) =>
      join.onRef('st.enrolment_id', '=', 'e.id').on('st.ended_at', 'is', null),
    )
    .leftJoin('positioning_sheets as ps', 'ps.person_id', 'e.person_id')
    .select([
      'e.id as enrolmentId',
      'e.person_id as personId',
      'p.first_name as firstName',
      'p.last_name as lastName',
      'p.birth_date as birthDate',
      'p.birth_year as birthYear',
      'e.language',
      'e.created_on as since',
      'st.kind as stageKind',
      'ps.half_days as halfDays',
    ])
    .where('e.programme_id', '=', programmeId)
    .where('e.ended_on', 'is', null)
    .where((eb) => eb.or([eb('e.language', '=', language), eb('e.language', 'is', null)]))
    .where('st.kind', 'in', [...waitingKinds, ...betweenGroups])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('group_members as m')
            .select('m.id')
            .whereRef('m.enrolment_id', '=', 'e.id')
            .where('m.left_on', 'is', null),
        ),
      ),
    )
    .orderBy('e.created_on')
    .orderBy(sql`lower(p.first_name)`)
    .execute()
  const levels = await latestLevels(
    tx,
    rows.map((row) => row.personId),
    language,
  )
  return rows.map((row) => ({ ...row, levels: levels.get(row.personId) ?? [] }))
}

async function latestLevels(tx: Tx, personIds: string[], language: string): Promise<Map<string, Waiting['levels']>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('language_levels')
    .distinctOn(['person_id', 'skill'])
    .select(['person_id', 'skill', 'level'])
    .where('person_id', 'in', personIds)
    .where('language', '=', language)
    .orderBy('person_id')
    .orderBy('skill')
    .orderBy('assessed_on', 'desc')
    .orderBy('created_at', 'desc')
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.person_id)
  return new Map([...grouped].map(([id, all]) => [id, all.map(({ skill, level }) => ({ skill, level }))]))
}

/**
 * Whoever gives or takes back places in a programme takes turns until the transaction ends: two who place the same people in
 * other groups would else wait for each other. Ask what is free after this.
 */
export async function lockPlacing(tx: Tx, programmeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('places|' || ${programmeId}::uuid::text, 0))`.execute(tx)
}

type Places = { capacity: number; taken: number; closed: boolean }

/** Holds the group until the transaction ends, so that two people who place at once take turns; how full it is then. */
export async function lockPlaces(
  tx: Tx,
  { id: groupId, programmeId }: { id: string; programmeId: string },
): Promise<Places | undefined> {
  await lockPlacing(tx, programmeId)
  const group = await tx
    .selectFrom('groups')
    .select(['capacity', 'closed_on'])
    .where('id', '=', groupId)
    .forUpdate()
    .executeTakeFirst()
  if (!group) return undefined
  const { taken } = await tx
    .selectFrom('group_members')
    .select(sql<number>`count(*)`.as('taken'))
    .where('group_id', '=', groupId)
    .where('left_on', 'is', null)
    .executeTakeFirstOrThrow()
  return { capacity: group.capacity, taken, closed: group.closed_on !== null }
}

/** @returns how many joined: fewer than given when someone got a place elsewhere meanwhile. */
export async function addMembers(
  tx: Tx,
  actor: StaffActor,
  { groupId, who, today }: { groupId: string; who: { enrolmentId: string; personId: string }[]; today: PlainDate },
): Promise<number> {
  if (who.length === 0) return 0
  const result = await tx
    .insertInto('group_members')
    .values(
      who.map((one) => ({
        id: newId(),
        group_id: groupId,
        enrolment_id: one.enrolmentId,
        person_id: one.personId,
        joined_on: today,
        joined_by: actor.id,
      })),
    )
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0n)
}

/** @returns false when the membership has ended already. */
export async function endMembership(
  tx: Tx,
  actor: StaffActor,
  { memberId, reason, today }: { memberId: string; reason: LeavingReason; today: PlainDate },
): Promise<boolean> {
  const result = await tx
    .updateTable('group_members')
    .set({ left_on: today, left_reason: reason, left_by: actor.id })
    .where('id', '=', memberId)
    .where('left_on', 'is', null)
    .executeTakeFirst()
  return changed(result)
}
