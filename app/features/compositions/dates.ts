import type { Decision } from '../../shared/rules.ts'
import { closedIn, type GroupProgramme } from '../groups/programme.ts'
import { type GroupPlan, planningGroup, toSlots, usual } from '../groups/rules.ts'
import type { Offer } from './composition.ts'

/** The half-days of a group on offer by the programme's template, at the usual times and without holidays; or why it can't be. */
export const datesOf = (
  offer: Pick<Offer, 'startsOn' | 'halfDays'>,
  { settings, region }: Pick<GroupProgramme, 'settings' | 'region'>,
): Decision<GroupPlan> =>
  planningGroup({ start: offer.startsOn, slots: toSlots(offer.halfDays, usual) }, settings, closedIn(region))
