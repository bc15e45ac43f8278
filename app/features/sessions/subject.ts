import type { Ctx } from '../../shared/http/doors.tsx'
import { findGroup } from '../groups/store.ts'
import type { SessionOfGroup } from './policy.ts'
import { findSession } from './store.ts'

/** The session and its group, or undefined when the actor may not see either. */
export async function findSessionOfGroup({
  tx,
  params,
}: Pick<Ctx, 'tx'> & { params: { sessionId: string } }): Promise<SessionOfGroup | undefined> {
  const session = await findSession(tx, params.sessionId)
  const group = session && (await findGroup(tx, session.groupId))
  return session && group && { session, group }
}
