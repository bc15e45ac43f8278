import { policy } from '../../shared/http/policy.ts'
import type { Profile } from './profile.ts'
import type { ProfileGroup } from './store/groups.ts'
import type { PeerSheet } from './store/peers.ts'
import type { Own } from './store/profiles.ts'
import type { ReadVersion } from './store/versions.ts'

/** The profile is the person's: everything on their own card, with the PIN. */
export const mayWorkOnOwn = policy('profiles.own', ['card'], (actor, own: Own) => own.personId === actor.personId)
/** A peer's sheet in one's own hand. */
export const mayRatePeer = policy(
  'profiles.ratePeer',
  ['card'],
  (actor, sheet: PeerSheet) => sheet.raterPersonId === actor.personId,
)
/** Coaches and trainees with a mandate on the person; the database hides the profile from everybody else. */
export const mayAccompany = policy('profiles.accompany', ['coach', 'trainee'], (_actor, _profile: Profile) => true)
/** What decides on the person's behalf is not a trainee's. */
export const mayDecideFor = policy('profiles.decideFor', ['coach'], (_actor, _profile: Profile) => true)
export const mayListGroup = policy('profiles.group', ['coach', 'trainee'], (_actor, group: ProfileGroup) => group.led)
export const mayOpenPeers = policy('profiles.peers', ['coach'], (_actor, group: ProfileGroup) => group.led)
/** Whoever sees a version at all may read it: those who accompany, the receiver, an officer to whom it was passed on. */
export const mayReadVersion = policy(
  'profiles.readVersion',
  ['coach', 'trainee', 'social-worker', 'measures-officer'],
  (_actor, _version: ReadVersion) => true,
)
