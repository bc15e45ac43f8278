import { newId, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import type { Audience, NewNote, Note } from './note.ts'

/** The notes about a person that the actor may read, the newest first. */
export async function listNotesOf(tx: Tx, vault: Vault, personId: string): Promise<Note[]> {
  const rows = await tx
    .selectFrom('notes as n')
    .innerJoin('users as u', 'u.id', 'n.author_id')
    .innerJoin('institutions as i', 'i.id', 'n.institution_id')
    .select(['n.id', 'n.person_id', 'n.audience', 'n.on_date', 'n.body', 'u.name as author', 'i.name as institution'])
    .where('n.person_id', '=', personId)
    .orderBy('n.on_date', 'desc')
    .orderBy('n.created_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    authorName: row.author,
    institutionName: row.institution,
    audience: row.audience as Audience,
    onDate: row.on_date,
    body: vault.open(row.person_id, { table: 'notes', column: 'body', row: row.id }, row.body),
  }))
}

export async function addNote(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  personId: string,
  note: NewNote,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('notes')
    .values({
      id,
      person_id: personId,
      author_id: actor.id,
      institution_id: actor.institutionId,
      audience: note.audience,
      on_date: note.onDate,
      body: vault.seal(personId, { table: 'notes', column: 'body', row: id }, note.body),
    })
    .execute()
  return id
}
