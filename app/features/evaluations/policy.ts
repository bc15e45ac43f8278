import type { EvaluationsPlan } from '../../blueprints/parts/evaluations.ts'
import { policy } from '../../shared/http/policy.ts'
import type { Enrolled } from '../modules/subject.ts'

/** An enrolment in a programme that has evaluations. */
export type Evaluated = Enrolled & { plan: EvaluationsPlan }

export const mayRead = policy('evaluations.read', ['coach', 'social-worker'], (_actor, _evaluated: Evaluated) => true)
/** Between the trainers and the person. */
export const mayEvaluate = policy('evaluations.evaluate', ['coach'], (_actor, _evaluated: Evaluated) => true)
/** Whoever prepares the person for it, or goes there with them. */
export const mayRecordTest = policy(
  'evaluations.recordTest',
  ['coach', 'social-worker'],
  (_actor, _evaluated: Evaluated) => true,
)
