/** What other features read of profiles. */
export {
  findFrame,
  findProfile,
  findProfileOf,
  listProfilesOf,
  type ProfileOf,
  profileState,
  profileStates,
  worksOnProfile,
} from './profiles.ts'
export { listVersions, type ReadVersion, readVersion } from './versions.ts'
