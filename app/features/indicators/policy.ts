import { policy } from '../../shared/http/policy.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Asked } from './asked.ts'

/** What funders count is for the programme's own coordinators, who may open each of these files anyway. */
const ownCoordinator = (_actor: unknown, programme: Programme) => programme.isMine

export const mayRead = policy('indicators.read', ['coordinator'], ownCoordinator)
export const mayEnter = policy('indicators.enter', ['coordinator'], ownCoordinator)

/** The social worker asks the person; a coordinator reads what the report is made of. */
export const mayReadStatuses = policy(
  'statuses.read',
  ['social-worker', 'coordinator'],
  (actor, { programme }: Asked) => actor.role === 'social-worker' || programme.isMine,
)
export const mayAsk = policy('statuses.ask', ['social-worker'], (_actor, _asked: Asked) => true)
