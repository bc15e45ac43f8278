import type { Tx } from '../../shared/db/database.ts'
import { lockPlacing } from '../groups/members.ts'
import type { Composition } from './composition.ts'
import { findComposition } from './store.ts'

type Ctx = { tx: Tx; params: { compositionId: string } }

/** What the routes of one composition are about. */
export const find = ({ tx, params }: Ctx) => findComposition(tx, params.compositionId)

/** The same for acts that must not meet a confirmation on its way: it stays as it is found until the transaction ends. */
export async function hold(ctx: Ctx): Promise<Composition | undefined> {
  const found = await find(ctx)
  if (!found) return undefined
  await lockPlacing(ctx.tx, found.programmeId)
  return find(ctx)
}
