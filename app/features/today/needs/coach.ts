import type { Tx } from '../../../shared/db/database.ts'
import type { Words } from '../../../shared/i18n/i18n.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { addDays, type PlainDate, weekStart } from '../../../shared/time/dates.ts'
import { paths as attendanceOf } from '../../attendance/paths.ts'
import { paths as cards } from '../../cards/paths.ts'
import { fullName } from '../../people/person.ts'
import { paths as profilesOf } from '../../profiles/paths.ts'
import { paths as sessionsOf } from '../../sessions/paths.ts'
import { type Need, type NeedItem, need } from '../need.ts'
import { type CoachSession, listAnnouncements, listLockedCards, listOwnSessions, listProfiles } from '../store/coach.ts'

/** A coach's or trainee's day: who is here today first, then what is left open. */
export async function coachNeeds(tx: Tx, { t, date, lang }: Words, today: PlainDate): Promise<Need[]> {
  const sessions = await listOwnSessions(tx, addDays(weekStart(today), 6))
  const announcements = await listAnnouncements(tx)
  const profiles = await listProfiles(tx)
  const item = (session: CoachSession, acts: NeedItem['acts']): NeedItem => ({
    key: session.id,
    title: t('today.session', { group: session.groupName, theme: textIn(session.theme, lang).text }),
    note: [
      t('today.sessionTime', { date: date(session.onDate, 'weekday'), from: session.startsAt, to: session.endsAt }),
      [session.place, session.room].filter(Boolean).join(', '),
      session.announced > 0 ? t('today.announced', { count: session.announced }) : '',
    ]
      .filter(Boolean)
      .join(' · '),
    href: sessionsOf.show({ sessionId: session.id }),
    acts,
  })
  const attendance = (session: CoachSession) => ({
    label: t('today.takeAttendance'),
    href: attendanceOf.register({ sessionId: session.id }),
    testId: 'today-attendance',
  })
  return [
    need(
      { key: 'today', title: 'today.coach.today' },
      sessions.filter((s) => s.onDate === today).map((s) => item(s, [attendance(s)])),
    ),
    need(
      { key: 'locked', title: 'today.coach.locked' },
      (await listLockedCards(tx)).map((one) => ({
        key: one.personId,
        title: fullName(one),
        href: cards.card({ personId: one.personId }),
      })),
    ),
    need(
      { key: 'to-close', title: 'today.coach.toClose' },
      sessions.filter((s) => s.onDate < today).map((s) => ({ ...item(s, [attendance(s)]), late: true })),
    ),
    need(
      { key: 'announced', title: 'today.coach.announced' },
      announcements.map((one) => ({
        key: one.id,
        title: fullName(one),
        note: t('today.announcement', {
          group: one.groupName,
          date: date(one.onDate, 'weekday'),
          from: one.startsAt,
        }),
        href: sessionsOf.show({ sessionId: one.sessionId }),
      })),
    ),
    need(
      { key: 'sheets', title: 'today.coach.sheets' },
      profiles
        .filter((one) => one.selfIn && !one.ownSheetIn && !one.handedOver)
        .map((one) => ({
          key: one.profileId,
          title: fullName(one),
          note: one.groupName,
          href: profilesOf.sheet({ profileId: one.profileId }),
        })),
    ),
    need(
      { key: 'profiles', title: 'today.coach.profiles' },
      profiles
        .filter((one) => one.over && !one.handedOver)
        .map((one) => ({
          key: one.profileId,
          title: fullName(one),
          note: t(
            one.selfIn && one.thirdIn
              ? 'today.profile.decide'
              : one.selfIn
                ? 'today.profile.noThird'
                : 'today.profile.noSelf',
            { group: one.groupName },
          ),
          href: profilesOf.show({ profileId: one.profileId }),
        })),
    ),
    need(
      { key: 'week', title: 'today.coach.week', calm: true },
      sessions.filter((s) => s.onDate > today).map((s) => item(s, undefined)),
    ),
  ]
}
