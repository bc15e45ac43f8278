import type { Tx } from '../../../shared/db/database.ts'
import type { Words } from '../../../shared/i18n/i18n.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { addDays, daysBetween, type PlainDate } from '../../../shared/time/dates.ts'
import { fullName } from '../../people/person.ts'
import { paths as referrals } from '../../referrals/paths.ts'
import { paths as sessionsOf } from '../../sessions/paths.ts'
import { type Need, type NeedItem, need } from '../need.ts'
import { listSessions, listToContact, type ProgrammeSession, type ToContact } from '../store/programme.ts'

/** Days after which an attempt that reached nobody is made again; ours, not the source's. */
const attemptAgainAfter = 3

/** The office's day: sheets for today, people to reach, rooms of the week. */
export async function officeNeeds(tx: Tx, { t, date, lang }: Words, today: PlainDate): Promise<Need[]> {
  const people = await listToContact(tx)
  const sessions = await listSessions(tx, addDays(today, 7))
  const isDue = (one: ToContact) => one.lastOn !== null && daysBetween(one.lastOn, today) >= attemptAgainAfter
  const call = (one: ToContact): NeedItem => ({
    key: one.enrolmentId,
    title: fullName(one),
    note: [
      one.phone ?? '',
      one.lastOn
        ? t('today.office.lastAttempt', { count: one.attempts, date: date(one.lastOn) })
        : t('today.office.registered', { days: daysBetween(one.registeredOn, today) }),
    ]
      .filter(Boolean)
      .join(' · '),
    href: referrals.enrolment({ enrolmentId: one.enrolmentId }),
  })
  const session = (one: ProgrammeSession, print: boolean): NeedItem => ({
    key: one.id,
    title: t('today.session', { group: one.groupName, theme: textIn(one.theme, lang).text }),
    note: [
      t('today.sessionTime', { date: date(one.onDate, 'weekday'), from: one.startsAt, to: one.endsAt }),
      [one.place, one.room].filter(Boolean).join(', ') || t('today.office.noRoom'),
    ].join(' · '),
    href: sessionsOf.show({ sessionId: one.id }),
    acts: print
      ? [{ label: t('today.office.print'), href: sessionsOf.signInSheet({ sessionId: one.id }), testId: 'today-print' }]
      : undefined,
  })
  const soon = (one: ProgrammeSession) => one.onDate <= addDays(today, 1)
  return [
    need(
      { key: 'print', title: 'today.office.sheets' },
      sessions.filter(soon).map((one) => session(one, true)),
    ),
    need({ key: 'again', title: 'today.office.again' }, people.filter(isDue).map(call)),
    need({ key: 'contact', title: 'today.office.contact' }, people.filter((one) => one.lastOn === null).map(call)),
    need(
      { key: 'sessions', title: 'today.office.sessions', calm: true },
      sessions.filter((one) => !soon(one)).map((one) => session(one, false)),
    ),
  ]
}
