import { path } from '../../shared/http/paths.ts'

export const paths = {
  /** Those of all programmes one coordinates. */
  list: path('/compositions'),
  ofProgramme: path('/programmes/:programmeId/compositions'),
  create: path('/programmes/:programmeId/compositions/new'),
  pairs: path('/programmes/:programmeId/pairs'),
  endPair: path('/programmes/:programmeId/pairs/:pairId/end'),
  show: path('/compositions/:compositionId'),
  settingAside: path('/compositions/:compositionId/setting-aside'),
  candidates: path('/compositions/:compositionId/candidates'),
  /** Who still has something to be asked. */
  missing: path('/compositions/:compositionId/missing'),
  ask: path('/compositions/:compositionId/missing/:enrolmentId'),
  newOffer: path('/compositions/:compositionId/offers/new'),
  offer: path('/compositions/:compositionId/offers/:offerId'),
  withdrawOffer: path('/compositions/:compositionId/offers/:offerId/withdrawal'),
  /** Asks for a proposal; the search it starts, and stops. */
  propose: path('/compositions/:compositionId/runs/new'),
  run: path('/compositions/:compositionId/runs/:runId'),
  stopRun: path('/compositions/:compositionId/runs/:runId/stop'),
  /** A plan, with what is tried out on it. */
  plan: path('/compositions/:compositionId/plans/:planId'),
  /** What a move would do, before it counts. */
  move: path('/compositions/:compositionId/plans/:planId/move'),
  changes: path('/compositions/:compositionId/plans/:planId/changes'),
  undoChange: path('/compositions/:compositionId/plans/:planId/changes/undo'),
  /** The plan with its changes becomes the next plan. */
  keep: path('/compositions/:compositionId/plans/:planId/keep'),
  locks: path('/compositions/:compositionId/plans/:planId/locks'),
  compare: path('/compositions/:compositionId/plans/:planId/compare'),
  /** A plan becomes groups: first what would be made, then the click. */
  confirm: path('/compositions/:compositionId/plans/:planId/confirmation'),
  confirmation: path('/compositions/:compositionId/confirmations/:confirmationId'),
  undo: path('/compositions/:compositionId/confirmations/:confirmationId/undo'),
}
