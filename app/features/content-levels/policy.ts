import { policy } from '../../shared/http/policy.ts'
import type { Group } from '../groups/group.ts'

/** The programme's coordinator, and the coaches who lead the group. */
export const mayDecideContent = policy('contentLevels.decide', ['coordinator', 'coach'], (actor, group: Group) =>
  actor.role === 'coordinator' ? group.inProgramme : group.leads,
)
