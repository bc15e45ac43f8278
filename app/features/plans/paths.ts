import { path } from '../../shared/http/paths.ts'

export const paths = {
  show: path('/people/:personId/plan'),
  addGoal: path('/people/:personId/plan/goals'),
  moveGoal: path('/people/:personId/plan/goals/:goalId'),
  addStep: path('/people/:personId/plan/steps'),
  moveStep: path('/people/:personId/plan/steps/:stepId'),
  mine: path('/me/plan'),
  addMine: path('/me/plan/steps'),
  moveMine: path('/me/plan/steps/:stepId'),
}
