import type { ProgrammeSettings } from '../../blueprints/settings.ts'
import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { addDays, type PlainDate } from '../../shared/time/dates.ts'
import type { Programme, ProgrammeCandidate, ProgrammeColleague } from './programme.ts'

const select = (tx: Tx) =>
  tx
    .selectFrom('programmes')
    .select(['id', 'institution_id', 'blueprint', 'settings'])
    .select(sql<boolean>`id = any ((select app.my_programmes('identity'))::uuid[])`.as('is_mine'))

type Row = { id: string; institution_id: string; blueprint: string; settings: unknown; is_mine: boolean }

const toProgramme = (row: Row): Programme => ({
  id: row.id,
  institutionId: row.institution_id,
  blueprint: row.blueprint,
  settings: row.settings as ProgrammeSettings,
  isMine: row.is_mine,
})

/** All programmes of the site, those the reader works in first, then the newest. */
export async function listProgrammes(tx: Tx): Promise<Programme[]> {
  const rows = await select(tx).orderBy('is_mine', 'desc').orderBy('created_at', 'desc').execute()
  return rows.map(toProgramme)
}

export async function findProgramme(tx: Tx, programmeId: string): Promise<Programme | undefined> {
  const row = await select(tx).where('id', '=', programmeId).executeTakeFirst()
  return row && toProgramme(row)
}

/** Founds a programme in the coordinator's institution; they are its first coordinator (a definer function says so). */
export async function createProgramme(
  tx: Tx,
  actor: StaffActor,
  blueprint: string,
  settings: ProgrammeSettings,
): Promise<string> {
  const id = newId()
  await sql`select app.found_programme(${id}::uuid)`.execute(tx)
  await tx
    .insertInto('programmes')
    .values({
      id,
      institution_id: actor.institutionId,
      blueprint,
      settings: JSON.stringify(settings),
      created_by: actor.id,
    })
    .execute()
  return id
}

/** @returns false when the programme is not the actor's to change. */
export async function saveSettings(tx: Tx, programmeId: string, settings: ProgrammeSettings): Promise<boolean> {
  const result = await tx
    .updateTable('programmes')
    .set({ settings: JSON.stringify(settings), updated_at: sql`now()` })
    .where('id', '=', programmeId)
    .executeTakeFirst()
  return changed(result)
}

/** Keys of stages in which somebody is or has been. */
export async function listUsedStages(tx: Tx, programmeId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('enrolment_stages as s')
    .innerJoin('enrolments as e', 'e.id', 's.enrolment_id')
    .select('s.stage')
    .distinct()
    .where('e.programme_id', '=', programmeId)
    .execute()
  return new Set(rows.map((row) => row.stage))
}

/** Coordinators and office of a programme, those who left included. Empty for whoever does not work in it. */
export async function listColleagues(tx: Tx, programmeId: string): Promise<ProgrammeColleague[]> {
  const rows = await tx
    .selectFrom('programme_staff as s')
    .innerJoin('users as u', 'u.id', 's.user_id')
    .select(['s.user_id', 'u.name', 'u.role', 's.from_date', 's.to_date'])
    .where('s.programme_id', '=', programmeId)
    .orderBy('u.name')
    .execute()
  return rows.map((r) => ({ userId: r.user_id, name: r.name, role: r.role, from: r.from_date, to: r.to_date }))
}

/** Who could join the programme's staff: its coordinators and office, and coaches whom another institution lends. */
export async function listCandidates(tx: Tx, institutionId: string): Promise<ProgrammeCandidate[]> {
  return tx
    .selectFrom('users as u')
    .innerJoin('institutions as i', 'i.id', 'u.institution_id')
    .select(['u.id', 'u.name', 'u.role'])
    .select(sql<string | null>`case when i.id <> ${institutionId}::uuid then i.name end`.as('lentBy'))
    .where((eb) =>
      eb.or([
        eb.and([eb('i.id', '=', institutionId), eb('u.role', 'in', ['coordinator', 'programme-office'])]),
        eb.and([eb('i.id', '<>', institutionId), eb('u.role', '=', 'coach')]),
      ]),
    )
    .where('u.ended_on', 'is', null)
    .orderBy(sql`i.id <> ${institutionId}::uuid`)
    .orderBy('u.name')
    .execute()
}

/** Who came back after leaving has one row that starts again. */
export async function addColleague(
  tx: Tx,
  { programmeId, userId, by, today }: { programmeId: string; userId: string; by: string; today: PlainDate },
): Promise<void> {
  const again = await tx
    .updateTable('programme_staff')
    .set({ from_date: today, to_date: null })
    .where('programme_id', '=', programmeId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (changed(again)) return
  await tx
    .insertInto('programme_staff')
    .values({ programme_id: programmeId, user_id: userId, from_date: today, added_by: by })
    .execute()
}

/** Stops at once: yesterday was the last day. */
export async function endColleague(
  tx: Tx,
  { programmeId, userId, today }: { programmeId: string; userId: string; today: PlainDate },
): Promise<boolean> {
  const result = await tx
    .updateTable('programme_staff')
    .set({ to_date: addDays(today, -1) })
    .where('programme_id', '=', programmeId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return changed(result)
}
