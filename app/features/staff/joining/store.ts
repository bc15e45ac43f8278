import { sql, type Tx } from '../../../shared/db/database.ts'
import type { LinkActor } from '../../../shared/http/actor.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { type Confirmed, toColumns } from './joining.ts'

/** Whether a link's token still opens something. */
export async function isOpenLink(tx: Tx, token: string): Promise<boolean> {
  const { rows } = await sql`select id from app.enter_link(${token})`.execute(tx)
  return rows.length > 0
}

export async function institutionOf(tx: Tx, { institutionId }: LinkActor): Promise<string> {
  const row = await tx
    .selectFrom('institutions')
    .select('name')
    .where('id', '=', institutionId)
    .executeTakeFirstOrThrow()
  return row.name
}

/** Makes the account, or renews its secrets, and uses the link up. False when the address got an account meanwhile. */
export async function acceptInvitation(
  tx: Tx,
  vault: Vault,
  { name, language, secrets }: { name: string; language: string; secrets: Confirmed },
): Promise<boolean> {
  const { salt, params, proofHash, factor, codeHashes } = toColumns(vault, secrets)
  const { rows } = await sql<{
    id: string | null
  }>`select app.accept_invitation(${secrets.userId}, ${name}, ${language},
    ${salt}, ${params}, ${proofHash}, ${factor}, ${codeHashes}) as id`.execute(tx)
  return rows[0]!.id !== null
}
