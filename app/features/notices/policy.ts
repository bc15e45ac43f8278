import { staffRoles } from '../../shared/http/actor.ts'
import { policy } from '../../shared/http/policy.ts'

/** Only one's own notices are found at all. */
export const maySee = policy('notices.see', staffRoles, (_actor, _notice: { id: string }) => true)
export const maySeeAll = policy('notices.seeAll', staffRoles)
