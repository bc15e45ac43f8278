import { sql, type Tx } from '../../shared/db/database.ts'
import type { StaffRole } from '../../shared/http/actor.ts'
import type { Professional } from './professional.ts'

/** Everyone who accompanies these enrolments or did, those who do so now first. */
export async function listProfessionals(tx: Tx, enrolmentIds: readonly string[]): Promise<Professional[]> {
  if (enrolmentIds.length === 0) return []
  const rows = await tx
    .selectFrom('enrolment_professionals as x')
    .innerJoin('users as u', 'u.id', 'x.user_id')
    .innerJoin('institutions as i', 'i.id', 'u.institution_id')
    .select(['x.id', 'x.enrolment_id', 'x.person_id', 'x.part', 'x.user_id', 'x.from_date', 'x.ended_on'])
    .select(['u.name', 'u.role', 'u.institution_id', 'i.name as institution'])
    .where('x.enrolment_id', 'in', [...enrolmentIds])
    .orderBy(sql`x.ended_on is not null`)
    .orderBy('x.added_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    enrolmentId: row.enrolment_id,
    personId: row.person_id,
    part: row.part,
    userId: row.user_id,
    name: row.name,
    role: row.role as StaffRole,
    institutionId: row.institution_id,
    institutionName: row.institution,
    from: row.from_date,
    endedOn: row.ended_on,
  }))
}

/** @returns the new row's id; null when it is not permitted, the account can't take the part, or has it already. */
export async function addProfessional(
  tx: Tx,
  { enrolmentId, part, userId }: { enrolmentId: string; part: string; userId: string },
): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select app.add_professional(${enrolmentId}::uuid, ${part}, ${userId}::uuid) as id`.execute(tx)
  return rows[0]!.id
}

/** @returns false when it is not theirs to end. */
export async function endProfessional(tx: Tx, professionalId: string): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`select app.end_professional(${professionalId}::uuid) as ended`.execute(
    tx,
  )
  return rows[0]!.ended
}

export type Eligible = { userId: string; name: string; role: StaffRole; institution: string }

/**
 * Who could accompany somebody in a programme: social workers and trainers of the institution that holds the file, of the one
 * that runs the programme, and of the programme's staff. By name.
 */
export async function listEligible(
  tx: Tx,
  { personId, programmeId }: { personId: string; programmeId: string },
): Promise<Eligible[]> {
  const { rows } = await sql<Eligible>`
    select u.id as "userId", u.name, u.role, i.name as institution from users u join institutions i on i.id = u.institution_id
     where u.ended_on is null and u.role in ('social-worker', 'coach')
       and (u.institution_id in (select institution_id from persons where id = ${personId}::uuid
                                 union select institution_id from programmes where id = ${programmeId}::uuid)
            or u.id in (select user_id from app.programme_colleagues(${programmeId}::uuid)))
     order by u.name limit 500`.execute(tx)
  return rows
}
