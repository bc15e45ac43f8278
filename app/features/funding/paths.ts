import { path } from '../../shared/http/paths.ts'

export const paths = {
  overview: path('/programmes/:programmeId/funding'),
  lines: path('/programmes/:programmeId/funding/lines'),
  team: path('/programmes/:programmeId/funding/team'),
  member: path('/programmes/:programmeId/funding/team/:memberId'),
  times: path('/programmes/:programmeId/funding/team/:memberId/times'),
  endTime: path('/programmes/:programmeId/funding/team/:memberId/times/:timeId/end'),
  /** What the team cost in a month, `YYYY-MM`. */
  month: path('/programmes/:programmeId/funding/months/:month'),
  outings: path('/programmes/:programmeId/funding/outings'),
  withdraw: path('/programmes/:programmeId/funding/outings/:expenseId/withdrawal'),
  budgets: path('/programmes/:programmeId/funding/budgets'),
  endBudget: path('/programmes/:programmeId/funding/budgets/:budgetId/end'),
  report: path('/programmes/:programmeId/funding/report'),
  /** What leaves the site for a funder: the form, and what left already. */
  disclose: path('/programmes/:programmeId/funding/disclosures'),
}
