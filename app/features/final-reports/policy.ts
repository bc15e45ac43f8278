import type { CardActor } from '../../shared/http/actor.ts'
import { policy } from '../../shared/http/policy.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Enrolment } from '../referrals/enrolment.ts'
import type { Report, SentVersion } from './report.ts'

/** The enrolment's report, or that there is none yet. The database shows enrolments by mandate. */
export const mayOpen = policy('final-reports.open', ['coach', 'social-worker'], (_actor, _enrolment: Enrolment) => true)
/** The trainer begins it. */
export const mayStart = policy('final-reports.start', ['coach'], (_actor, _enrolment: Enrolment) => true)
/** Both sides of the follow-up with a mandate; the database hides it from everybody else, and each side's words from whom they are not for. */
export const mayRead = policy('final-reports.read', ['coach', 'social-worker'], (_actor, _report: Report) => true)
export const mayWrite = policy('final-reports.write', ['coach', 'social-worker'], (_actor, _report: Report) => true)
export const maySend = policy('final-reports.send', ['coach', 'social-worker'], (_actor, _report: Report) => true)
export const mayReadVersion = policy(
  'final-reports.readVersion',
  ['coach', 'social-worker'],
  (_actor, _version: SentVersion) => true,
)
/** Whom it was sent to. */
export const mayAcknowledge = policy(
  'final-reports.acknowledge',
  ['coach', 'social-worker'],
  (actor, version: SentVersion) => version.receipts.some((receipt) => receipt.userId === actor.id),
)
/** States and dates, never the words. */
export const mayFollow = policy(
  'final-reports.follow',
  ['coordinator'],
  (_actor, programme: Programme) => programme.isMine,
)
/** The person's own, with the PIN. */
export const mayReadOwn = policy('final-reports.own', ['card'], (_actor: CardActor) => true)
