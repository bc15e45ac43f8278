// The professional's side of cards: issue, revoke, unlock, clear the PIN.
import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Card, CardSecrets } from './card.ts'
import { codeHash, tokenHash } from './secrets.ts'

/** The person's running card, if the actor may see it and there is one. */
export async function findCard(tx: Tx, personId: string): Promise<Card | undefined> {
  const row = await tx
    .selectFrom('cards')
    .leftJoin('users', 'users.id', 'cards.issued_by')
    .select(['cards.id', 'cards.person_id', 'cards.issued_at', 'cards.failures', 'cards.locked_at', 'users.name'])
    .where('cards.person_id', '=', personId)
    .where('cards.revoked_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      personId: row.person_id,
      issuedAt: row.issued_at,
      issuedBy: row.name,
      failures: row.failures,
      locked: row.locked_at !== null,
    }
  )
}

/** @returns the new card's id, or undefined when another one was issued in the meantime. */
export async function issueCard(
  tx: Tx,
  actor: StaffActor,
  { personId, secrets, siteKey }: { personId: string; secrets: CardSecrets; siteKey: Uint8Array },
): Promise<string | undefined> {
  const id = newId()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('cards')
    .values({
      id,
      person_id: personId,
      token_hash: tokenHash(secrets.token),
      code_hash: codeHash(siteKey, secrets.code),
      issued_by: actor.id,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows ? id : undefined
}

/** Ends the card and, at once, every session opened with it. @returns false when it was not running. */
export async function revokeCard(tx: Tx, actor: StaffActor, cardId: string): Promise<boolean> {
  const result = await tx
    .updateTable('cards')
    .set({ revoked_at: sql`now()`, revoked_by: actor.id })
    .where('id', '=', cardId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

/** @returns false when the card is not running. */
export async function unlockCard(tx: Tx, cardId: string): Promise<boolean> {
  const result = await tx
    .updateTable('cards')
    .set({ locked_at: null, failures: 0 })
    .where('id', '=', cardId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

/** Forgets the PIN, unlocks the card and ends its sessions; the person chooses anew. @returns false when not running. */
export async function clearPin(tx: Tx, cardId: string): Promise<boolean> {
  const { rows } = await sql<{ cleared: boolean }>`select app.clear_pin(${cardId}) as cleared`.execute(tx)
  return rows[0]!.cleared
}
