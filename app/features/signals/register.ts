// What the register of a session asks of signals.
import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { blueprintOf, type Programme } from '../programmes/programme.ts'
import type { RegisterSignals } from './parts/in-register.tsx'
import { hasNews } from './rules.ts'
import { listNotedOn } from './store.ts'

/** Undefined when the programme has no signals. Whether the reader may note any, the caller asks `mayNoteInSession`. */
export async function signalsOnRegister(
  tx: Tx,
  vault: Vault,
  {
    actor,
    programme,
    sessionId,
    personIds,
  }: { actor: StaffActor; programme: Programme; sessionId: string; personIds: string[] },
): Promise<RegisterSignals | undefined> {
  const plan = blueprintOf(programme).signals
  if (!plan) return undefined
  const noted = await listNotedOn(tx, vault, actor.id, personIds)
  const shown = noted.filter((signal) => signal.state !== 'settled' || hasNews(signal))
  return { plan, sessionId, own: Map.groupBy(shown, ({ personId }) => personId) }
}
