import { changed, newId, sql, type Tx } from '../../../shared/db/database.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import type { Member, Time } from '../funding.ts'

export type MemberDetails = Omit<Member, 'id' | 'name'> & { name: string | null }

/** The team of a programme, those who left included. Empty for whoever is not its coordinator. */
export async function listMembers(tx: Tx, programmeId: string): Promise<Member[]> {
  const rows = await tx
    .selectFrom('team_members as m')
    .leftJoin('users as u', 'u.id', 'm.user_id')
    .select([
      'm.id',
      'm.user_id',
      'm.name',
      'u.name as account',
      'm.function',
      'm.profiles',
      'm.fte',
      'm.from_date',
      'm.to_date',
    ])
    .where('m.programme_id', '=', programmeId)
    .orderBy(sql`coalesce(u.name, m.name)`)
    .orderBy('m.from_date')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    userId: row.user_id,
    // An account of another institution does not show its name to everybody.
    name: row.account ?? row.name ?? '–',
    function: row.function,
    profiles: row.profiles,
    fte: row.fte,
    from: row.from_date,
    to: row.to_date,
  }))
}

export async function addMember(
  tx: Tx,
  actor: StaffActor,
  programmeId: string,
  member: MemberDetails,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('team_members')
    .values({
      id,
      programme_id: programmeId,
      user_id: member.userId,
      name: member.userId === null ? member.name : null,
      function: member.function,
      profiles: member.profiles,
      fte: member.fte,
      from_date: member.from,
      to_date: member.to,
      entered_by: actor.id,
    })
    .execute()
  return id
}

/** Who it is stays; the rest can be put right. @returns false when there is none that the actor may change. */
export async function saveMember(
  tx: Tx,
  memberId: string,
  member: Pick<Member, 'function' | 'profiles' | 'fte' | 'from' | 'to'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('team_members')
    .set({
      function: member.function,
      profiles: member.profiles,
      fte: member.fte,
      from_date: member.from,
      to_date: member.to,
    })
    .where('id', '=', memberId)
    .executeTakeFirst()
  return changed(result)
}

/** Accounts that could be of the team: the coordinator's institution and the programme's own people. */
export async function listAccounts(tx: Tx, actor: StaffActor): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('users')
    .select(['id', 'name'])
    .where('institution_id', '=', actor.institutionId)
    .where('ended_on', 'is', null)
    .where('role', '<>', 'administrator')
    .orderBy('name')
    .execute()
}

/** Working time that counts today or ever; what was ended by hand is left out. */
export async function listTimes(tx: Tx, programmeId: string): Promise<Time[]> {
  const rows = await tx
    .selectFrom('team_times')
    .select(['id', 'member_id', 'line', 'share', 'from_date', 'to_date'])
    .where('programme_id', '=', programmeId)
    .where('ended_at', 'is', null)
    .orderBy('from_date')
    .orderBy('line')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    memberId: row.member_id,
    line: row.line,
    share: row.share,
    from: row.from_date,
    to: row.to_date,
  }))
}

export async function addTime(tx: Tx, actor: StaffActor, programmeId: string, time: Omit<Time, 'id'>): Promise<void> {
  await tx
    .insertInto('team_times')
    .values({
      id: newId(),
      programme_id: programmeId,
      member_id: time.memberId,
      line: time.line,
      share: time.share,
      from_date: time.from,
      to_date: time.to,
      entered_by: actor.id,
    })
    .execute()
}

export async function endTime(tx: Tx, memberId: string, timeId: string): Promise<boolean> {
  const result = await tx
    .updateTable('team_times')
    .set({ ended_at: sql`now()` })
    .where('id', '=', timeId)
    .where('member_id', '=', memberId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return changed(result)
}
