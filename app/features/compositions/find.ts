import type { Tx } from '../../shared/db/database.ts'
import { findComposition } from './store.ts'

/** What the routes of one composition are about. */
export const find = ({ tx, params }: { tx: Tx; params: { compositionId: string } }) =>
  findComposition(tx, params.compositionId)
