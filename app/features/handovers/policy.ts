import { policy } from '../../shared/http/policy.ts'
import type { HandOver, PassedOn } from './handover.ts'

/** Only what the database shows is found: people one holds a mandate on, or of one's programme. */
export const mayList = policy('hand-overs.list', ['social-worker', 'coordinator'])
/** The receiving institution sees the profile; the coordinator the chain alone. */
export const mayRead = policy(
  'hand-overs.read',
  ['social-worker', 'coordinator'],
  (actor, handOver: HandOver) => actor.role === 'coordinator' || actor.institutionId === handOver.to.institutionId,
)
/** The profile as a file: where it is shown, not where only the chain is followed. */
export const mayReadPaper = policy(
  'hand-overs.readPaper',
  ['social-worker'],
  (actor, handOver: HandOver) => actor.institutionId === handOver.to.institutionId,
)
/** The receiver, or a colleague of the same institution who holds a mandate. */
export const mayEnter = policy(
  'hand-overs.enter',
  ['social-worker'],
  (actor, handOver: HandOver) => actor.institutionId === handOver.to.institutionId,
)
export const mayDecide = policy(
  'directions.decide',
  ['social-worker'],
  (actor, handOver: HandOver) => actor.institutionId === handOver.to.institutionId,
)
export const mayListPassedOn = policy('passed-on.list', ['measures-officer'])
export const mayReadPassedOn = policy(
  'passed-on.read',
  ['measures-officer'],
  (actor, passed: PassedOn) => actor.id === passed.takenUpById,
)
export const mayAssign = policy(
  'measures.assign',
  ['measures-officer'],
  (actor, passed: PassedOn) => actor.id === passed.takenUpById,
)
