import { policy } from '../../shared/http/policy.ts'
import type { OwnSession } from './session.ts'

/** A scanned card opens sessions; nothing on these pages says whose. */
export const mayReadSessions = policy('space.sessions', ['card'], () => true, { scannedIsEnough: true })
export const mayAnnounce = policy('space.announce', ['card'], (_actor, _session: OwnSession) => true, {
  scannedIsEnough: true,
})
