import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Group, GroupCoach, GroupDetails, GroupPart } from './group.ts'
import type { HalfDayBooking } from './rules.ts'

const query = (tx: Tx) =>
  tx
    .selectFrom('groups as g')
    .innerJoin('programmes as p', 'p.id', 'g.programme_id')
    .select([
      'g.id',
      'p.blueprint',
      'g.programme_id as programmeId',
      'g.name',
      'g.language',
      'g.site',
      'g.room',
      'g.capacity',
      'g.starts_on as startsOn',
      'g.ends_on as endsOn',
      'g.mandates_until as mandatesUntil',
      'g.closed_on as closedOn',
    ])
    .select([
      sql<boolean>`g.id = any ((select app.led_groups())::uuid[])`.as('leads'),
      sql<boolean>`g.programme_id = any ((select app.my_programmes('attendance'))::uuid[])`.as('inProgramme'),
    ])

/** The group, or undefined when there is none that the actor may see. */
export const findGroup = (tx: Tx, groupId: string): Promise<Group | undefined> =>
  query(tx).where('g.id', '=', groupId).executeTakeFirst()

export type ListedGroup = Group & { members: number; nextOn: PlainDate | null; sessions: number; held: number }

/** Groups with how full and how far they are: running ones first, by start. */
async function list(tx: Tx, only: { programmeId?: string; led?: boolean; ids?: string[] }): Promise<ListedGroup[]> {
  let select = query(tx).select([
    sql<number>`(select count(*) from group_members m where m.group_id = g.id and m.left_on is null)`.as('members'),
    sql<PlainDate | null>`(select min(on_date) from sessions s where s.group_id = g.id and s.cancelled_on is null and s.closed_at is null and s.on_date >= app.today())`.as(
      'nextOn',
    ),
    sql<number>`(select count(*) from sessions s where s.group_id = g.id and s.cancelled_on is null)`.as('sessions'),
    sql<number>`(select count(*) from sessions s where s.group_id = g.id and s.cancelled_on is null and s.closed_at is not null)`.as(
      'held',
    ),
  ])
  if (only.programmeId) select = select.where('g.programme_id', '=', only.programmeId)
  if (only.led) select = select.where(sql<boolean>`g.id = any ((select app.led_groups())::uuid[])`)
  if (only.ids) select = select.where('g.id', 'in', only.ids)
  return select.orderBy(sql`g.closed_on is not null`).orderBy('g.starts_on').orderBy('g.name').execute()
}

export const listGroupsOf = (tx: Tx, programmeId: string): Promise<ListedGroup[]> => list(tx, { programmeId })

/** The groups a coach, co-coach or trainee leads today; for the user who asks. */
export const listLedGroups = (tx: Tx): Promise<ListedGroup[]> => list(tx, { led: true })

/** Coaches of a group, running ones first. */
export function listCoaches(tx: Tx, groupIds: string[]): Promise<(GroupCoach & { groupId: string })[]> {
  if (groupIds.length === 0) return Promise.resolve([])
  return tx
    .selectFrom('group_coaches as c')
    .innerJoin('users as u', 'u.id', 'c.user_id')
    .select([
      'c.id',
      'c.group_id as groupId',
      'c.user_id as userId',
      'u.name',
      'c.part',
      'c.from_date as fromDate',
      'c.ended_on as endedOn',
    ])
    .where('c.group_id', 'in', groupIds)
    .orderBy(sql`c.ended_on is not null`)
    .orderBy('c.part')
    .orderBy('u.name')
    .execute()
}

export type Candidate = { id: string; name: string; role: 'coach' | 'trainee'; field: string | null }

/** Who could lead a group: coaches and trainees of the programme's institution, and coaches lent to the programme. */
export async function listCandidates(tx: Tx, programme: { id: string; institutionId: string }): Promise<Candidate[]> {
  const lent = sql<boolean>`exists (select 1 from programme_staff s where s.user_id = users.id and s.programme_id = ${programme.id}::uuid
    and s.from_date <= app.today() and (s.to_date is null or s.to_date >= app.today()))`
  const rows = await tx
    .selectFrom('users')
    .select(['id', 'name', 'role', 'field'])
    .where((eb) => eb.or([eb('institution_id', '=', programme.institutionId), lent]))
    .where('role', 'in', ['coach', 'trainee'])
    .where('ended_on', 'is', null)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, role: row.role as Candidate['role'] }))
}

/** Rooms that the programme's groups use already, for suggestions. */
export async function listRooms(tx: Tx, programmeId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('groups')
    .select('room')
    .distinct()
    .where('programme_id', '=', programmeId)
    .where('room', 'is not', null)
    .orderBy('room')
    .execute()
  return rows.flatMap(({ room }) => room ?? [])
}

/** Other groups' half-days that want the same coaches or rooms; also of groups that the actor may not open. */
export async function listBookings(
  tx: Tx,
  wanted: { days: PlainDate[]; coachIds: string[]; rooms: string[] },
): Promise<HalfDayBooking[]> {
  const { rows } = await sql<HalfDayBooking>`
    select on_date as "onDate", half_day as "halfDay", group_id as "groupId", user_id as "userId", room
      from app.bookings(${wanted.days}::date[], ${wanted.coachIds}::uuid[], ${wanted.rooms}::text[])`.execute(tx)
  return rows
}

/** Names of those groups that the actor may see. */
export async function namesOfGroups(tx: Tx, groupIds: string[]): Promise<Map<string, string>> {
  if (groupIds.length === 0) return new Map()
  const rows = await tx.selectFrom('groups').select(['id', 'name']).where('id', 'in', groupIds).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

type GroupRow = GroupDetails & {
  id: string
  programmeId: string
  startsOn: PlainDate
  endsOn: PlainDate
  mandatesUntil: PlainDate
}

/** @returns false when a group with this id is there already: the same plan was confirmed twice. */
export async function createGroup(tx: Tx, actor: StaffActor, group: GroupRow): Promise<boolean> {
  const result = await tx
    .insertInto('groups')
    .values({
      id: group.id,
      programme_id: group.programmeId,
      name: group.name,
      language: group.language,
      site: group.site,
      room: group.room,
      capacity: group.capacity,
      starts_on: group.startsOn,
      ends_on: group.endsOn,
      mandates_until: group.mandatesUntil,
      created_by: actor.id,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** @returns false when the group is not the actor's to change. */
export async function saveGroupDetails(tx: Tx, groupId: string, details: GroupDetails): Promise<boolean> {
  return changed(await tx.updateTable('groups').set(details).where('id', '=', groupId).executeTakeFirst())
}

/** Puts the group's dates right after its sessions changed, and with them the end of the coaches' mandates. */
export async function saveGroupDates(
  tx: Tx,
  groupId: string,
  dates: { startsOn: PlainDate; endsOn: PlainDate; mandatesUntil: PlainDate },
): Promise<void> {
  await tx
    .updateTable('groups')
    .set({ starts_on: dates.startsOn, ends_on: dates.endsOn, mandates_until: dates.mandatesUntil })
    .where('id', '=', groupId)
    .execute()
  await settleMandates(tx, groupId)
}

/** The group is finished: it leaves the list of running ones. */
export async function closeGroup(tx: Tx, groupId: string, today: PlainDate): Promise<void> {
  await tx
    .updateTable('groups')
    .set({ closed_on: today })
    .where('id', '=', groupId)
    .where('closed_on', 'is', null)
    .execute()
}

/** @returns false when the user is a running coach of the group already. */
export async function addCoach(
  tx: Tx,
  actor: StaffActor,
  coach: { groupId: string; userId: string; part: GroupPart; today: PlainDate },
): Promise<boolean> {
  const result = await tx
    .insertInto('group_coaches')
    .values({
      id: newId(),
      group_id: coach.groupId,
      user_id: coach.userId,
      part: coach.part,
      from_date: coach.today,
      added_by: actor.id,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** @returns false when there is no such running coach. */
export async function endCoach(tx: Tx, groupId: string, coachId: string, today: PlainDate): Promise<boolean> {
  const result = await tx
    .updateTable('group_coaches')
    .set({ ended_on: today })
    .where('id', '=', coachId)
    .where('group_id', '=', groupId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

/** One mandate per coach and member while both are in the group: after every change of either. */
export async function settleMandates(tx: Tx, groupId: string): Promise<void> {
  await sql`select app.settle_group_mandates(${groupId})`.execute(tx)
}
