// What a change of one session does to its group: the dates of the group, the coaches' mandates, the pattern of the week.
import { newId, type Tx } from '../../shared/db/database.ts'
import { weekday } from '../../shared/time/dates.ts'
import type { Group } from '../groups/group.ts'
import { getGroupProgramme } from '../groups/programme.ts'
import { mandatesUntil } from '../groups/rules.ts'
import { saveGroupDates } from '../groups/store.ts'
import type { When } from './form.ts'
import { type HalfDay, halfOf, type Session, type SessionTheme, type WeekSlot } from './session.ts'
import { listSessions } from './store.ts'

/** The sessions that take place, as half-days that can be moved. */
export const toHalfDays = (sessions: readonly Session[]): HalfDay[] =>
  sessions
    .filter((one) => one.cancelledOn === null)
    .map((one) => ({
      position: one.number,
      date: one.onDate,
      from: one.startsAt,
      to: one.endsAt,
      theme: one.theme.key,
    }))

/** The half-days of the week on which a group meets, read from the sessions that nobody moved. */
export function patternOf(sessions: readonly Session[]): WeekSlot[] {
  const regular = sessions.filter((one) => one.movedFrom === null)
  const slots = (regular.length > 0 ? regular : sessions).map(
    (one): WeekSlot => ({ weekday: weekday(one.onDate), from: one.startsAt, to: one.endsAt }),
  )
  return [...new Map(slots.map((slot) => [`${slot.weekday} ${slot.from}`, slot])).values()]
}

/** After sessions were added, moved or cancelled: when the group starts and ends, and how long its coaches keep the files. */
export async function settleDates(tx: Tx, group: Group): Promise<void> {
  const dates = toHalfDays(await listSessions(tx, group.id))
    .map((half) => half.date)
    .sort()
  const [startsOn, endsOn] = [dates[0], dates.at(-1)]
  if (!startsOn || !endsOn) return
  const { settings } = await getGroupProgramme(tx, group.programmeId)
  await saveGroupDates(tx, group.id, { startsOn, endsOn, mandatesUntil: mandatesUntil(endsOn, settings) })
}

/** One more session at the end of the count; its theme is given, or is only a title. */
export async function addSession(
  tx: Tx,
  group: Group,
  { date, from, to, title, theme }: When & { title: string; theme: SessionTheme | undefined },
): Promise<string> {
  const id = newId()
  const number = Math.max(0, ...(await listSessions(tx, group.id)).map((one) => one.number)) + 1
  const own: SessionTheme = { key: 'added', title: { fr: title, de: title, en: title } }
  await tx
    .insertInto('sessions')
    .values({
      id,
      group_id: group.id,
      number,
      on_date: date,
      half_day: halfOf(from),
      starts_at: from,
      ends_at: to,
      theme: JSON.stringify(theme ?? own),
    })
    .execute()
  await settleDates(tx, group)
  return id
}
