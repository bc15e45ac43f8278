import { path } from '../../shared/http/paths.ts'

export const paths = {
  /** The cumulative follow-up on one page. */
  show: path('/enrolments/:enrolmentId/follow-up'),
  stability: path('/enrolments/:enrolmentId/follow-up/stability'),
  plan: path('/enrolments/:enrolmentId/follow-up/appointments/new'),
  newProcedure: path('/enrolments/:enrolmentId/follow-up/procedures/new'),
  /** Themes, and with `?theme=` the situations of one. */
  situations: path('/enrolments/:enrolmentId/follow-up/situations'),
  /** What the person agrees that trainers from outside read. */
  sharing: path('/enrolments/:enrolmentId/follow-up/sharing'),

  appointment: path('/appointments/:appointmentId'),
  move: path('/appointments/:appointmentId/move'),
  result: path('/appointments/:appointmentId/result'),
  interview: path('/appointments/:appointmentId/interview'),
  procedure: path('/procedures/:procedureId'),
  situation: path('/situations/:situationId'),
  aims: path('/situations/:situationId/aims'),
  aimOutcome: path('/situations/:situationId/aims/:aimId/outcome'),
  settlement: path('/situations/:situationId/settlement'),

  /** The participant's own. */
  mine: path('/me/appointments'),
}
