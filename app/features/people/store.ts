import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { type Person, type PersonDetails, personColumns, toPerson, toRow } from './person.ts'

/** The person, or undefined when there is none that the actor may see. */
export async function findPerson(tx: Tx, personId: string): Promise<Person | undefined> {
  const row = await tx.selectFrom('persons').select(personColumns).where('id', '=', personId).executeTakeFirst()
  return row && toPerson(row)
}

/** Opens a new file in the actor's institution: the mandate first, then the person (decision: mandates). */
export async function createPerson(tx: Tx, actor: StaffActor, details: PersonDetails): Promise<string> {
  const id = newId()
  await sql`select app.open_files(${[id]}::uuid[])`.execute(tx)
  await tx
    .insertInto('persons')
    .values({ id, institution_id: actor.institutionId, created_by: actor.id, ...toRow(details) })
    .execute()
  return id
}

/** @returns false when the person is not visible or not the actor's to change. */
export async function savePerson(tx: Tx, personId: string, details: PersonDetails): Promise<boolean> {
  const result = await tx
    .updateTable('persons')
    .set({ ...toRow(details), updated_at: sql`now()` })
    .where('id', '=', personId)
    .executeTakeFirst()
  return changed(result)
}
