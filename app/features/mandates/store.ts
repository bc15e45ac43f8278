import { sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor, StaffRole } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Mandate } from './mandate.ts'

export type ListedMandate = Mandate & {
  professionalName: string
  institutionName: string
  reason: string | null
  createdBy: string | null
  /** The professional's account has ended: the mandate opens nothing any more. */
  hasLeft: boolean
}

/** Every mandate on a person, past ones too, the newest first. */
export async function listMandatesOf(tx: Tx, personId: string): Promise<ListedMandate[]> {
  const rows = await tx
    .selectFrom('mandates as m')
    .innerJoin('users as u', 'u.id', 'm.professional_id')
    .innerJoin('institutions as i', 'i.id', 'm.institution_id')
    .select(['m.id', 'm.person_id', 'm.professional_id', 'm.role', 'm.institution_id', 'm.purpose', 'm.from_date'])
    .select(['m.to_date', 'm.revoked_at', 'm.reason', 'm.created_by', 'u.name', 'u.ended_on', 'i.name as institution'])
    .where('m.person_id', '=', personId)
    .orderBy('m.created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    professionalId: row.professional_id,
    professionalName: row.name,
    role: row.role,
    institutionId: row.institution_id,
    institutionName: row.institution,
    purpose: row.purpose as Mandate['purpose'],
    from: row.from_date,
    to: row.to_date,
    revoked: row.revoked_at !== null,
    reason: row.reason,
    createdBy: row.created_by,
    hasLeft: row.ended_on !== null,
  }))
}

export type ByProgramme = { programmeId: string; name: string; role: StaffRole }

/** Roles that see the people of their programme without a mandate of their own; `app.my_programmes` says the same. */
const byProgramme: readonly StaffRole[] = ['coordinator', 'programme-office']

/** Coordinators and office who see the person by a programme, not by a mandate. */
export async function listProgrammeStaff(tx: Tx, programmeIds: string[]): Promise<ByProgramme[]> {
  const found: ByProgramme[] = []
  for (const programmeId of programmeIds) {
    const { rows } = await sql<{
      name: string
      role: StaffRole
    }>`select name, role from app.programme_colleagues(${programmeId}::uuid)`.execute(tx)
    // A coach whom another institution lends belongs to the programme too, and opens nothing by it.
    found.push(...rows.filter(({ role }) => byProgramme.includes(role)).map((row) => ({ programmeId, ...row })))
  }
  return found
}

/** Colleagues of the same role and institution to whom the file is not open yet. */
export async function listColleagues(
  tx: Tx,
  actor: StaffActor,
  mandates: ListedMandate[],
): Promise<{ id: string; name: string }[]> {
  const rows = await tx
    .selectFrom('users')
    .select(['id', 'name'])
    .where('institution_id', '=', actor.institutionId)
    .where('role', '=', actor.role)
    .where('ended_on', 'is', null)
    .orderBy('name')
    .execute()
  const open = new Set(mandates.filter((one) => !one.revoked).map((one) => one.professionalId))
  return rows.filter(({ id }) => !open.has(id) && id !== actor.id)
}

/** @returns undefined when the database does not allow it: no mandate of one's own, or the colleague has one already. */
export async function giveMandate(
  tx: Tx,
  personId: string,
  { colleagueId, until, reason }: { colleagueId: string; until: PlainDate | null; reason: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`
    select app.give_mandate(${personId}::uuid, ${colleagueId}::uuid, ${until}::date, ${reason}) as id`.execute(tx)
  return rows[0]?.id ?? undefined
}

export async function endMandate(tx: Tx, mandateId: string): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`select app.end_mandate(${mandateId}::uuid) as ended`.execute(tx)
  return rows[0]?.ended ?? false
}
