import { policy } from '../../shared/http/policy.ts'
import type { Person } from '../people/person.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Candidate } from './candidate.ts'
import type { OrientationSubject } from './subject.ts'

/** Where somebody stands is of the class attendance; the words of the steps come only to those with the follow-up. */
export const mayRead = policy(
  'orientation.read',
  ['social-worker', 'coach', 'coordinator', 'programme-office'],
  (_actor, _subject: OrientationSubject) => true,
)
/** Whoever takes part in the chain moves it; which moves are theirs, the rules say for each step. */
export const mayMove = policy(
  'orientation.move',
  ['social-worker', 'coach', 'coordinator'],
  (_actor, _subject: OrientationSubject) => true,
)
/** What was found and said back, in words. */
export const mayWrite = policy(
  'orientation.write',
  ['social-worker', 'coach'],
  (_actor, _subject: OrientationSubject) => true,
)
/** The person agrees that trainers from outside read what the social service found: the social service notes it. */
export const mayShare = policy('orientation.share', ['social-worker'], (_actor, _subject: OrientationSubject) => true)
export const mayNoteCriteria = policy(
  'orientation.noteCriteria',
  ['social-worker', 'coach', 'coordinator'],
  (_actor, _subject: OrientationSubject) => true,
)

/** The list of all antennas is the coordinator's; a social worker sees of it the people they accompany. */
export const mayReadCandidates = policy(
  'candidates.list',
  ['social-worker', 'coordinator'],
  (actor, programme: Programme) => actor.role === 'social-worker' || programme.isMine,
)
export const mayListPerson = policy('candidates.add', ['social-worker'], (_actor, _person: Person) => true)
export const maySettleCandidate = policy(
  'candidates.settle',
  ['social-worker', 'coordinator'],
  (actor, { programme }: { candidate: Candidate; programme: Programme }) =>
    actor.role === 'social-worker' || programme.isMine,
)

export const mayReadBoard = policy(
  'orientation.board',
  ['social-worker', 'coach', 'coordinator', 'programme-office'],
  (actor, programme: Programme) => programme.isMine || actor.role === 'social-worker' || actor.role === 'coach',
)
/** Whom the programme is for is set by its coordinator. */
export const mayEditCriteria = policy(
  'orientation.editCriteria',
  ['coordinator'],
  (_actor, programme: Programme) => programme.isMine,
)
