import type { RaterKind } from '../../../blueprints/blueprint.ts'
import { type AutonomyValue, type CompetenceId, isCompetenceId } from '../../../data/competences.ts'
import { changed, newId, sql, type Tx } from '../../../shared/db/database.ts'
import type { CardActor, StaffActor } from '../../../shared/http/actor.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import type { Profile, Rating, Ratings, SeenSheet, Sheet } from '../profile.ts'
import { commentPlace, openText } from './texts.ts'

type Row = {
  id: string
  profile_id: string
  person_id: string
  rater_kind: string
  rater_user_id: string | null
  rater_person_id: string | null
  handed_in_at: Date | null
  withdrawn_at: Date | null
  entered_by_kind: string
  entered_by: string | null
}
const columns = [
  'id',
  'profile_id',
  'person_id',
  'rater_kind',
  'rater_user_id',
  'rater_person_id',
  'handed_in_at',
  'withdrawn_at',
  'entered_by_kind',
  'entered_by',
] as const

const toSheet = (row: Row): Sheet => ({
  id: row.id,
  profileId: row.profile_id,
  personId: row.person_id,
  kind: row.rater_kind as RaterKind,
  raterUserId: row.rater_user_id,
  raterPersonId: row.rater_person_id,
  handedInAt: row.handed_in_at,
  withdrawnAt: row.withdrawn_at,
  enteredBy: { kind: row.entered_by_kind as 'card' | 'staff', id: row.entered_by },
})

const rank: Record<RaterKind, number> = { self: 0, coach: 1, 'co-coach': 2, trainee: 3, peer: 4 }

/** The sheets of a profile, the person's own first; content only where the database opens it to the actor. */
export async function listSheets(tx: Tx, vault: Vault, profileId: string): Promise<SeenSheet[]> {
  const rows = await tx
    .selectFrom('sheets')
    .select([...columns, sql<string | null>`app.rater_name(sheets.id)`.as('name')])
    .where('profile_id', '=', profileId)
    .orderBy('started_at')
    .execute()
  const open = await sql<{ ids: string[] }>`select app.open_sheets() || app.sheets_in_hand() as ids`.execute(tx)
  const isOpen = new Set(open.rows[0]?.ids)
  const ratings = await readRatings(
    tx,
    vault,
    rows.filter((r) => isOpen.has(r.id)).map((r) => r.id),
  )
  return rows
    .map((row) => ({
      ...toSheet(row),
      name: row.name,
      ratings: isOpen.has(row.id) ? (ratings.get(row.id) ?? new Map()) : undefined,
    }))
    .sort((a, b) => rank[a.kind] - rank[b.kind])
}

export async function findSheet(tx: Tx, sheetId: string): Promise<Sheet | undefined> {
  const row = await tx.selectFrom('sheets').select(columns).where('id', '=', sheetId).executeTakeFirst()
  return row && toSheet(row)
}

/** The answers of these sheets, as far as they are open to the actor. */
export async function readRatings(tx: Tx, vault: Vault, sheetIds: readonly string[]): Promise<Map<string, Ratings>> {
  const found = new Map<string, Map<CompetenceId, Rating>>()
  if (sheetIds.length === 0) return found
  const rows = await tx
    .selectFrom('ratings')
    .select(['sheet_id', 'person_id', 'competence', 'value', 'comment'])
    .where('sheet_id', 'in', [...sheetIds])
    .execute()
  for (const row of rows) {
    if (!isCompetenceId(row.competence)) continue
    const ratings = found.get(row.sheet_id) ?? new Map<CompetenceId, Rating>()
    found.set(row.sheet_id, ratings)
    const comment = openText(vault, row.person_id, commentPlace(row.sheet_id, row.competence), row.comment)
    ratings.set(row.competence, { value: row.value as AutonomyValue | null, comment })
  }
  return found
}

/** Starts the person's own sheet, or the actor's as a third party; the one that exists otherwise. */
export async function startSheet(
  tx: Tx,
  profile: Profile,
  actor: CardActor | StaffActor,
  kind: Exclude<RaterKind, 'peer'>,
): Promise<string> {
  const byUser = kind === 'self' ? null : actor.id
  await tx
    .insertInto('sheets')
    .values({
      id: newId(),
      profile_id: profile.id,
      person_id: profile.personId,
      rater_kind: kind,
      rater_user_id: byUser,
      rater_person_id: byUser ? null : profile.personId,
      entered_by_kind: actor.kind,
      entered_by: actor.id,
    })
    .onConflict((c) => c.doNothing())
    .execute()
  const sheets = tx.selectFrom('sheets').select('id').where('profile_id', '=', profile.id)
  const row = await (kind === 'self'
    ? sheets.where('rater_kind', '=', 'self')
    : sheets.where('rater_user_id', '=', actor.id)
  ).executeTakeFirst()
  return row!.id
}

/** Writes one answer of a sheet that the actor has in hand; the comment is sealed with the key of the person it is about. */
export async function saveRating(
  tx: Tx,
  vault: Vault,
  sheet: { id: string; personId: string },
  competence: CompetenceId,
  rating: Rating,
) {
  const comment = rating.comment ? vault.seal(sheet.personId, commentPlace(sheet.id, competence), rating.comment) : null
  await sql`insert into ratings (sheet_id, person_id, competence, value, comment)
    values (${sheet.id}, ${sheet.personId}, ${competence}, ${rating.value}, ${comment})
    on conflict (sheet_id, competence) do update set value = excluded.value, comment = excluded.comment, rated_at = app.now()`.execute(
    tx,
  )
}

/** @returns false when the sheet is not in the actor's hand (any more). */
export async function handInSheet(tx: Tx, sheetId: string): Promise<boolean> {
  return changed(
    await tx
      .updateTable('sheets')
      .set({ handed_in_at: sql`app.now()` })
      .where('id', '=', sheetId)
      .where('handed_in_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst(),
  )
}

/** A peer takes back what they said. */
export async function withdrawSheet(tx: Tx, sheetId: string): Promise<boolean> {
  return changed(
    await tx
      .updateTable('sheets')
      .set({ withdrawn_at: sql`app.now()` })
      .where('id', '=', sheetId)
      .where('rater_kind', '=', 'peer')
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst(),
  )
}

/** As what the professional rates: their part in the person's group; a trainee is always a trainee. */
export async function raterKindOf(
  tx: Tx,
  actor: StaffActor,
  enrolmentId: string,
): Promise<'coach' | 'co-coach' | 'trainee'> {
  if (actor.role === 'trainee') return 'trainee'
  const row = await tx
    .selectFrom('group_coaches as c')
    .innerJoin('group_members as m', 'm.group_id', 'c.group_id')
    .select('c.part')
    .where('m.enrolment_id', '=', enrolmentId)
    .where('c.user_id', '=', actor.id)
    .where('c.ended_on', 'is', null)
    .executeTakeFirst()
  return row?.part === 'co-coach' ? 'co-coach' : 'coach'
}
