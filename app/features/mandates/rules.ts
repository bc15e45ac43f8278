import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { isValid } from './mandate.ts'
import type { ListedMandate } from './store.ts'

/** Mandates that people give and take; those of groups and of passing on end with their work. */
const endable = ['intake', 'referral', 'colleague']

/** A mandate may be ended by whoever holds or gave it, while somebody of the holding institution still has the file. */
export function ending(
  mandate: ListedMandate,
  {
    all,
    holder,
    actorId,
    institutionId,
    today,
  }: { all: ListedMandate[]; holder: string; actorId: string; institutionId: string; today: PlainDate },
): Decision<ListedMandate> {
  if (!isValid(mandate, today)) return refuse('mandates.end.over')
  if (!endable.includes(mandate.purpose)) return refuse('mandates.end.byWork')
  const isOwn = mandate.professionalId === actorId
  const isGiven = mandate.createdBy === actorId && mandate.institutionId === institutionId
  if (!isOwn && !isGiven) return refuse('mandates.end.notYours')
  const others = all.filter((one) => one.id !== mandate.id && one.institutionId === holder)
  const isLast = mandate.institutionId === holder && !others.some((one) => isValid(one, today) && !one.hasLeft)
  return isLast ? refuse('mandates.end.last') : accept(mandate)
}
