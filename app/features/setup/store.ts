import { newId, sql, type Tx } from '../../shared/db/database.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { timeZones } from '../staff/institutions/institution.ts'
import { type Confirmed, toColumns } from '../staff/joining/joining.ts'
import type { Answers } from './setup.ts'

/** Founds the site with its first institution and administrator; undefined when somebody else just did (then roll back). */
export async function foundSite(
  tx: Tx,
  vault: Vault,
  { foundation: f, secrets }: Answers<Confirmed>,
  { demo = false } = {},
): Promise<string | undefined> {
  const institutionId = newId()
  const { salt, params, proofHash, factor, codeHashes } = toColumns(vault, secrets)
  try {
    await sql`select app.found_site(${f.siteName}, ${demo}, ${institutionId}, ${f.institutionName}, ${f.kind},
    ${timeZones[f.region]}, ${f.region}, ${secrets.userId}, ${f.name}, ${f.email}, ${f.language},
    ${salt}, ${params}, ${proofHash}, ${factor}, ${codeHashes}, ${f.languages})`.execute(tx)
    return institutionId
  } catch (error) {
    if ((error as { code?: string }).code === '23505') return undefined
    throw error
  }
}
