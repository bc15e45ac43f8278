import { policy } from '../../shared/http/policy.ts'
import type { Group } from '../groups/group.ts'
import type { Programme } from '../programmes/programme.ts'
import type { SessionOfGroup } from '../sessions/policy.ts'
import type { OwnBallot } from './own.ts'

/** Those who lead the group, and the programme's coordinator; not the office: votes are about the trainers' work. */
const isTheirs = (group: Group) => group.leads || group.inProgramme

export const mayRead = policy(
  'smileys.read',
  ['coach', 'trainee', 'coordinator'],
  (_actor, { group }: SessionOfGroup) => isTheirs(group),
)
/** Opens and closes the vote, lends the tablet, types in paper: whoever is in the room. */
export const mayRun = policy('smileys.run', ['coach', 'trainee', 'coordinator'], (_actor, { group }: SessionOfGroup) =>
  isTheirs(group),
)
/** The group's talk is the trainers'; a trainee tells them. */
export const mayTalk = policy('smileys.talk', ['coach', 'coordinator'], (_actor, { group }: SessionOfGroup) =>
  isTheirs(group),
)
export const mayReadGroup = policy('smileys.readGroup', ['coach', 'trainee', 'coordinator'], (_actor, group: Group) =>
  isTheirs(group),
)
export const mayReadProgramme = policy(
  'smileys.readProgramme',
  ['coordinator'],
  (_actor, programme: Programme) => programme.isMine,
)
export const mayEditLines = policy(
  'smileys.editLines',
  ['coordinator'],
  (_actor, programme: Programme) => programme.isMine,
)
/** TRUST.md: scanning the card is enough to vote. */
export const mayVote = policy('smileys.vote', ['card'], (_actor, _own: OwnBallot) => true, { scannedIsEnough: true })
export const mayBeThanked = policy('smileys.thanks', ['card'], () => true, { scannedIsEnough: true })
