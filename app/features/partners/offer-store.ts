// Which record is the institution's own structure.
import { sql, type Tx } from '../../shared/db/database.ts'
import type { Partner } from './partner.ts'
import { toPartner } from './rows.ts'
import { selectPartners } from './store.ts'

/** Records that may be the institution's own structure: made here, not imported. */
export async function listOwnCandidates(tx: Tx, institutionId: string): Promise<Partner[]> {
  const rows = await selectPartners(tx)
    .where('p.institution_id', '=', institutionId)
    .where('p.source', 'is', null)
    .where('r.id', 'is', null)
    .orderBy(sql`lower(p.name)`)
    .limit(500)
    .execute()
  return rows.map(toPartner)
}

export async function findOwn(tx: Tx, institutionId: string): Promise<Partner | undefined> {
  const row = await selectPartners(tx)
    .where('p.institution_id', '=', institutionId)
    .where('p.own', '=', true)
    .executeTakeFirst()
  return row && toPartner(row)
}

export async function chooseOwn(tx: Tx, institutionId: string, partnerId: string): Promise<void> {
  const ours = () => tx.updateTable('partners').where('institution_id', '=', institutionId)
  await ours().set({ own: false }).where('own', '=', true).where('id', '<>', partnerId).execute()
  await ours().set({ own: true }).where('id', '=', partnerId).execute()
}
