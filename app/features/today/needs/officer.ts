import type { Tx } from '../../../shared/db/database.ts'
import type { Words } from '../../../shared/i18n/i18n.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import type { PassedOn } from '../../handovers/handover.ts'
import { paths } from '../../handovers/paths.ts'
import { listPassedOn } from '../../handovers/store.ts'
import { fullName } from '../../people/person.ts'
import { type Need, type NeedItem, need } from '../need.ts'
import { noticeNeed } from './notices.ts'

/** People passed on who wait for a measure, then those who have one. */
export async function officerNeeds(tx: Tx, words: Words, userId: string, today: PlainDate): Promise<Need[]> {
  const { t, date } = words
  const all = await listPassedOn(tx, userId)
  const item = (one: PassedOn): NeedItem => {
    const late = !one.measure && one.byDate !== null && one.byDate < today
    return {
      key: one.directionId,
      title: fullName(one.person),
      note: one.measure
        ? [one.measure.measure, one.measure.provider].filter(Boolean).join(' · ')
        : t(late ? 'today.officer.late' : 'today.officer.by', {
            direction: t(`handovers.direction.${one.direction}`),
            date: date(one.byDate ?? one.decidedOn),
          }),
      late,
      href: paths.passedOnOne({ directionId: one.directionId }),
      acts: one.measure
        ? undefined
        : [{ label: t('handovers.measure.assign'), href: paths.passedOnOne({ directionId: one.directionId }) }],
    }
  }
  return [
    need(
      { key: 'passed-on', title: 'today.officer.waiting', more: paths.passedOn() },
      all.filter((one) => !one.measure).map(item),
    ),
    // What was passed on is said above; what else there is to know comes here.
    await noticeNeed(tx, words),
    need(
      { key: 'assigned', title: 'today.officer.assigned', calm: true, more: paths.passedOn() },
      all.filter((one) => one.measure).map(item),
    ),
  ]
}
