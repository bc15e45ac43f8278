/** Evidence, lines and what was said about differences: the person's own words, sealed with their key. */
import { type CompetenceId, isCompetenceId } from '../../../data/competences.ts'
import { changed, newId, sql, type Tx } from '../../../shared/db/database.ts'
import type { Actor } from '../../../shared/http/actor.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import type { DifferenceTalk, EvidenceEntry, LinePart, NextStep, Profile, ProfileLine } from '../profile.ts'
import { isSingle } from '../profile.ts'
import { openText, packStep, unpackStep } from './texts.ts'

const seal = (vault: Vault, personId: string, table: string, column: string, row: string, text: string) =>
  vault.seal(personId, { table, column, row }, text)

const enteredBy = (actor: Actor) => ({
  entered_by_kind: actor.kind === 'card' ? ('card' as const) : ('staff' as const),
  entered_by: actor.id,
})

export async function listEvidence(tx: Tx, vault: Vault, profileId: string): Promise<EvidenceEntry[]> {
  const rows = await tx
    .selectFrom('evidence')
    .selectAll()
    .where('profile_id', '=', profileId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .execute()
  return rows.flatMap((row) => {
    if (!isCompetenceId(row.competence)) return []
    const text = (column: 'situation' | 'did' | 'witness') =>
      openText(vault, row.person_id, { table: 'evidence', column, row: row.id }, row[column])
    return [
      {
        id: row.id,
        competence: row.competence,
        situation: text('situation'),
        did: text('did'),
        witness: text('witness'),
        shownToCoach: row.shown_to_coach,
        onBehalf: row.entered_by_kind === 'staff',
      },
    ]
  })
}

export type NewEvidence = { situation: string; did: string | null; witness: string | null; shownToCoach: boolean }

export async function addEvidence(
  tx: Tx,
  vault: Vault,
  actor: Actor,
  profile: Profile,
  competence: CompetenceId,
  entry: NewEvidence,
): Promise<string> {
  const id = newId()
  const sealed = (column: 'situation' | 'did' | 'witness', text: string | null) =>
    text === null ? null : seal(vault, profile.personId, 'evidence', column, id, text)
  await tx
    .insertInto('evidence')
    .values({
      id,
      profile_id: profile.id,
      person_id: profile.personId,
      competence,
      situation: seal(vault, profile.personId, 'evidence', 'situation', id, entry.situation),
      did: sealed('did', entry.did),
      witness: sealed('witness', entry.witness),
      shown_to_coach: entry.shownToCoach,
      ...enteredBy(actor),
    })
    .execute()
  return id
}

export async function listLines(tx: Tx, vault: Vault, profileId: string): Promise<ProfileLine[]> {
  const rows = await tx
    .selectFrom('profile_lines')
    .selectAll()
    .where('profile_id', '=', profileId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => {
    const part = row.part as LinePart
    const body = openText(vault, row.person_id, { table: 'profile_lines', column: 'body', row: row.id }, row.body)
    const step = part === 'next-step' && body !== null ? unpackStep(body) : undefined
    return {
      id: row.id,
      part,
      text: step ? step.what : body,
      ...(step ? { step } : {}),
      shownToCoach: row.shown_to_coach,
      onBehalf: row.entered_by_kind === 'staff',
    }
  })
}

/** Adds a line; in a part that has only one, it takes the place of the one before (of those the actor sees). */
export async function addLine(
  tx: Tx,
  vault: Vault,
  actor: Actor,
  profile: Profile,
  line: { part: LinePart; text: string; step?: NextStep; shownToCoach: boolean },
): Promise<string> {
  if (isSingle(line.part)) {
    const before = await tx
      .selectFrom('profile_lines')
      .select('id')
      .where('profile_id', '=', profile.id)
      .where('part', '=', line.part)
      .where('removed_at', 'is', null)
      .execute()
    for (const { id } of before) await removeEntry(tx, profile.id, 'line', id)
  }
  const id = newId()
  const body = line.step ? packStep(line.step) : line.text
  await tx
    .insertInto('profile_lines')
    .values({
      id,
      profile_id: profile.id,
      person_id: profile.personId,
      part: line.part,
      body: seal(vault, profile.personId, 'profile_lines', 'body', id, body),
      shown_to_coach: line.shownToCoach,
      ...enteredBy(actor),
    })
    .execute()
  return id
}

const tables = { evidence: 'evidence', line: 'profile_lines' } as const
export type EntryKind = keyof typeof tables
export const isEntryKind = (value: string): value is EntryKind => value in tables

/** Taken away: it no longer shows anywhere, and is no longer chosen to go out. Versions keep what they said. */
export async function removeEntry(tx: Tx, profileId: string, kind: EntryKind, id: string): Promise<boolean> {
  await tx
    .updateTable('profile_choices')
    .set({ goes_out: false, decided_at: sql`app.now()` })
    .where('profile_id', '=', profileId)
    .where('line', '=', `${kind}:${id}`)
    .execute()
  return changed(
    await tx
      .updateTable(tables[kind])
      .set({ removed_at: sql`app.now()` })
      .where('id', '=', id)
      .where('profile_id', '=', profileId)
      .where('removed_at', 'is', null)
      .executeTakeFirst(),
  )
}

export async function showEntry(
  tx: Tx,
  profileId: string,
  kind: EntryKind,
  id: string,
  shownToCoach: boolean,
): Promise<boolean> {
  return changed(
    await tx
      .updateTable(tables[kind])
      .set({ shown_to_coach: shownToCoach })
      .where('id', '=', id)
      .where('profile_id', '=', profileId)
      .where('removed_at', 'is', null)
      .executeTakeFirst(),
  )
}

export async function listTalks(tx: Tx, vault: Vault, profileId: string): Promise<DifferenceTalk[]> {
  const rows = await tx.selectFrom('difference_talks').selectAll().where('profile_id', '=', profileId).execute()
  return rows.flatMap((row) => {
    if (!isCompetenceId(row.competence)) return []
    const place = { table: 'difference_talks', column: 'words', row: talkRow(profileId, row.competence) }
    const words = openText(vault, row.person_id, place, row.words)
    return words === ''
      ? []
      : [{ competence: row.competence, words, writtenByKind: row.written_by_kind as 'card' | 'staff' }]
  })
}

// One talk per profile and competence, rewritten in place: sealed for that place, not for the row's id.
const talkRow = (profileId: string, competence: CompetenceId) => `${profileId}/${competence}`

/** Empty words take back what was written. */
export async function saveTalk(
  tx: Tx,
  vault: Vault,
  actor: Actor,
  profile: Profile,
  competence: CompetenceId,
  words: string,
) {
  const sealed = seal(vault, profile.personId, 'difference_talks', 'words', talkRow(profile.id, competence), words)
  const kind = actor.kind === 'card' ? 'card' : 'staff'
  await sql`insert into difference_talks (id, profile_id, person_id, competence, words, written_by, written_by_kind)
    values (${newId()}, ${profile.id}, ${profile.personId}, ${competence}, ${sealed}, ${actor.id}, ${kind})
    on conflict (profile_id, competence) do update set words = excluded.words, written_by = excluded.written_by,
      written_by_kind = excluded.written_by_kind, written_at = app.now()`.execute(tx)
}

export async function listChoices(tx: Tx, profileId: string): Promise<Map<string, boolean>> {
  const rows = await tx
    .selectFrom('profile_choices')
    .select(['line', 'goes_out'])
    .where('profile_id', '=', profileId)
    .execute()
  return new Map(rows.map((r) => [r.line, r.goes_out]))
}

export async function saveChoices(tx: Tx, profile: Profile, choices: Iterable<[key: string, goesOut: boolean]>) {
  for (const [line, out] of choices)
    await sql`insert into profile_choices (profile_id, person_id, line, goes_out) values (${profile.id}, ${profile.personId}, ${line}, ${out})
      on conflict (profile_id, line) do update set goes_out = excluded.goes_out, decided_at = app.now()`.execute(tx)
}
