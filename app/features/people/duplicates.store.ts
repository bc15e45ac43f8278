import { newId, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { type LikenessReason, likelySame, likenessReasons } from './matching.ts'
import { type Person, type PersonDetails, personColumns, toPerson } from './person.ts'

export type Likely = { person: Person; reason: LikenessReason }

/** So many are shown side by side at most: more likenesses than that say little. */
const most = 4

/**
 * Files that are likelier than chance of the same person, the surest first; only among those the actor may see. Judged by name and
 * birth date, never by contact alone: couples share phones.
 */
export async function listLikely(tx: Tx, details: PersonDetails): Promise<Likely[]> {
  const rows = await tx.selectFrom('persons').select(personColumns).execute()
  return rows
    .flatMap((row): Likely[] => {
      const person = toPerson(row)
      const reason = likelySame(details, person)
      return reason ? [{ person, reason }] : []
    })
    .sort((a, b) => likenessReasons.indexOf(a.reason) - likenessReasons.indexOf(b.reason))
    .slice(0, most)
}

/** Puts on record that somebody looked, and these are different people. */
export async function saveNotTheSame(tx: Tx, actor: StaffActor, personId: string, otherIds: string[]): Promise<void> {
  if (otherIds.length === 0) return
  await tx
    .insertInto('duplicate_decisions')
    .values(
      otherIds.map((otherId) => ({
        id: newId(),
        person_id: personId,
        other_id: otherId,
        decision: 'not-the-same' as const,
        decided_by: actor.id,
      })),
    )
    .execute()
}
