import type { Tx } from '../../../shared/db/database.ts'
import type { Words } from '../../../shared/i18n/i18n.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { addDays, type PlainDate } from '../../../shared/time/dates.ts'
import { paths as groups } from '../../groups/paths.ts'
import { paths as handovers } from '../../handovers/paths.ts'
import { waitingFor } from '../../handovers/rules.ts'
import { listHandOvers } from '../../handovers/store.ts'
import { fullName } from '../../people/person.ts'
import { paths as sessionsOf } from '../../sessions/paths.ts'
import { type Need, need } from '../need.ts'
import { listSessions, listSmallGroups } from '../store/programme.ts'

/** What stalls in the programmes one coordinates. The figures stand apart. */
export async function coordinatorNeeds(tx: Tx, { t, date, lang }: Words, today: PlainDate): Promise<Need[]> {
  const late = (await listHandOvers(tx, { open: true })).flatMap((handOver) => {
    const waiting = waitingFor(handOver, today)
    return waiting?.late ? [{ handOver, waiting }] : []
  })
  const sessions = await listSessions(tx, addDays(today, 28))
  return [
    need(
      { key: 'no-coach', title: 'today.lead.noCoach' },
      sessions
        .filter((one) => one.coaches === 0)
        .map((one) => ({
          key: one.id,
          title: t('today.session', { group: one.groupName, theme: textIn(one.theme, lang).text }),
          note: t('today.sessionTime', { date: date(one.onDate, 'weekday'), from: one.startsAt, to: one.endsAt }),
          href: sessionsOf.show({ sessionId: one.id }),
          acts: [{ label: t('today.lead.findCoach'), href: groups.show({ groupId: one.groupId }) }],
        })),
    ),
    need(
      { key: 'late-hand-overs', title: 'today.lead.lateHandOvers', more: handovers.list({ shelf: 'late' }) },
      late.map(({ handOver, waiting }) => ({
        key: handOver.id,
        title: fullName(handOver.person),
        note: t('today.lead.lateNote', {
          name: handOver.to.name,
          what: t(`handovers.awaited.${waiting.for}`),
          date: date(waiting.dueOn),
        }),
        late: true,
        href: handovers.show({ handOverId: handOver.id }),
      })),
    ),
    need(
      { key: 'small-groups', title: 'today.lead.smallGroups' },
      (await listSmallGroups(tx)).map((one) => ({
        key: one.groupId,
        title: one.name,
        note: t('today.lead.members', {
          members: one.members,
          min: one.min,
          start: one.startsOn ? date(one.startsOn) : 'none',
        }),
        href: groups.show({ groupId: one.groupId }),
      })),
    ),
  ]
}
