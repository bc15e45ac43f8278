/** What a referral needs of the orientation: the parts in which somebody registers, the word from the list, the beginning. */
import type { FollowUpPart } from '../../blueprints/blueprint.ts'
import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor, StaffRole } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { addProfessional } from '../professionals/store.ts'
import { blueprintOf, type Programme } from '../programmes/programme.ts'
import { closeAsRegistered, readWhy } from './candidates.store.ts'
import { orientationOf } from './orientation.ts'
import { beginOrientation } from './store.ts'

/** The parts of the registering step that this role can take; none where a programme has no chain. */
export function entryParts(programme: Programme, role: StaffRole): readonly FollowUpPart[] {
  const step = orientationOf(programme)?.steps.findLast((one) => one.entry && !one.list)
  return (blueprintOf(programme).followUpParts ?? []).filter((p) => step?.parts.includes(p.key) && p.role === role)
}

/** The word why somebody is on the list, to begin the referral with; empty where there is none for the reader. */
export async function wordFromList(tx: Tx, vault: Vault, personId: string, programme: Programme): Promise<string> {
  if (!orientationOf(programme)) return ''
  const why = await readWhy(tx, vault, personId, programme.id)
  return why?.state === 'open' ? why.text : ''
}

/** The chain begins with the referral, from the list or without it; the referrer accompanies from now on in their part. */
export async function beginFromReferral(
  tx: Tx,
  actor: StaffActor,
  r: { programme: Programme; enrolmentId: string; personId: string; part: string | null; today: PlainDate },
): Promise<void> {
  const plan = orientationOf(r.programme)
  if (!plan) return
  const { enrolmentId, personId, today } = r
  const candidate = await closeAsRegistered(tx, {
    personId,
    programmeId: r.programme.id,
    enrolmentId,
    by: actor.id,
    today,
  })
  if (r.part) await addProfessional(tx, { enrolmentId, part: r.part, userId: actor.id })
  await beginOrientation(tx, plan, { enrolmentId, personId, by: actor.id, part: r.part, candidate, today })
}
