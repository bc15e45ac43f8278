import { policy } from '../../shared/http/policy.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Composition } from './composition.ts'
import type { Confirmation } from './confirm.store.ts'
import type { FoundPlan } from './plan.ts'

/** Who goes with whom, and who is kept apart, is for those who run the programme: not for its office, not for its coaches. */
const only = ['coordinator'] as const

export const mayList = policy('compositions.list', only)
export const mayListOf = policy('compositions.listOf', only, (_actor, programme: Programme) => programme.isMine)
export const mayCreate = policy('compositions.create', only, (_actor, programme: Programme) => programme.isMine)
/** Only coordinators of its programme find a composition. */
export const mayRead = policy('compositions.read', only, (_actor, _composition: Composition) => true)
export const mayEdit = policy('compositions.edit', only, (_actor, _composition: Composition) => true)
export const mayConfirm = policy('compositions.confirm', only, (_actor, _composition: Composition) => true)
/** Only coordinators of its programme find a plan. */
export const mayReadPlan = policy('compositions.readPlan', only, (_actor, _found: FoundPlan) => true)
export const mayEditPlan = policy('compositions.editPlan', only, (_actor, _found: FoundPlan) => true)
type Confirmed = { name: string; confirmation: Confirmation }
/** What became of a composition, and taking it back. */
export const mayReadConfirmation = policy('compositions.readConfirmation', only, (_actor, _found: Confirmed) => true)
export const mayUndo = policy('compositions.undo', only, (_actor, _found: Confirmed) => true)
export const mayPair = policy('compositions.pair', only, (_actor, programme: Programme) => programme.isMine)
