import { policy } from '../../shared/http/policy.ts'
import { asksAt } from '../assessments/instruments.ts'
import type { Person } from '../people/person.ts'
import { blueprintOf, type Programme } from '../programmes/programme.ts'
import type { Enrolment } from './enrolment.ts'
import type { InstrumentMoment } from './referral-store.ts'

/** Whoever sees the person and may write their identity proposes them; what else they fill in depends on their classes. */
export const mayRefer = policy(
  'referrals.refer',
  ['social-worker', 'coordinator', 'programme-office'],
  (_actor, _person: Person) => true,
)
export const mayListMine = policy('referrals.mine', ['social-worker'])

export const mayRead = policy(
  'enrolments.read',
  ['social-worker', 'coordinator', 'programme-office', 'coach', 'trainee', 'measures-officer'],
  (_actor, _enrolment: Enrolment) => true,
)
export const mayMove = policy(
  'enrolments.move',
  ['social-worker', 'coordinator', 'programme-office', 'coach'],
  (_actor, _enrolment: Enrolment) => true,
)
export const mayNoteAttempt = policy(
  'enrolments.noteAttempt',
  ['social-worker', 'coordinator', 'programme-office'],
  (_actor, _enrolment: Enrolment) => true,
)
/** The talk before and after: the referrer's work, in words that the coach reads before the first half-day. */
export const mayNoteTalk = policy(
  'enrolments.noteTalk',
  ['social-worker', 'coach'],
  (_actor, _enrolment: Enrolment) => true,
)

/** One person's questionnaire at one moment. */
export type AnsweredSheet = { moment: InstrumentMoment; enrolment: Enrolment; programme: Programme; name: string }
/** Who works with the group copies the sheets; the referrer only the one before the start. */
export const mayNoteAnswers = policy(
  'enrolments.noteAnswers',
  ['coach', 'trainee', 'social-worker'],
  (actor, { moment, programme }: AnsweredSheet) =>
    asksAt(blueprintOf(programme).instruments, moment) && (actor.role !== 'social-worker' || moment === 'before'),
)

export const mayReadPositioning = policy(
  'positioning.read',
  ['social-worker', 'coordinator', 'programme-office', 'coach', 'trainee'],
  (_actor, _person: Person) => true,
)
export const mayEditPositioning = policy(
  'positioning.edit',
  ['social-worker', 'coordinator', 'coach'],
  (_actor, _person: Person) => true,
)

export const mayReadWaitingList = policy(
  'waiting-lists.read',
  ['coordinator', 'programme-office'],
  (_actor, programme: Programme) => programme.isMine,
)

/** What people are told about a programme is no secret among staff. */
export const mayReadSheet = policy(
  'information-sheets.read',
  ['social-worker', 'coordinator', 'programme-office', 'coach', 'trainee', 'measures-officer'],
  (_actor, _programme: Programme) => true,
)
export const mayReadOwnSheet = policy('information-sheets.own', ['card'])
