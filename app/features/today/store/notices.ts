import { changed, type Tx } from '../../../shared/db/database.ts'

/** The notice is there again. @returns false when it is not the user's own. */
export async function unseeNotice(tx: Tx, noticeId: string): Promise<boolean> {
  return changed(await tx.updateTable('notices').set({ seen_at: null }).where('id', '=', noticeId).executeTakeFirst())
}
