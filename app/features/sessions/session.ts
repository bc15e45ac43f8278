import { type LocalText, textIn } from '../../shared/i18n/text.ts'
import type { PlainDate, Weekday } from '../../shared/time/dates.ts'

/** 'HH:MM', 24 hours, local to the place; sorts as text. */
export type ClockTime = string

/** A recurring half-day of the week in which a group may meet. */
export type WeekSlot = Readonly<{ weekday: Weekday; from: ClockTime; to: ClockTime }>

export type DayPart = 'morning' | 'afternoon'

export const dayPart = (from: ClockTime): DayPart => (from < '12:00' ? 'morning' : 'afternoon')

/** As it is stored and shown. */
export const halfOf = (from: ClockTime): 'am' | 'pm' => (dayPart(from) === 'morning' ? 'am' : 'pm')

/** Usual times of a half-day, our default: shown first in the form, changed there. */
export const usualTimes: Record<DayPart, { from: ClockTime; to: ClockTime }> = {
  morning: { from: '08:30', to: '11:30' },
  afternoon: { from: '13:30', to: '16:30' },
}

/** One dated half-day of a group; `position` counts from 1 and fixes which theme it has. */
export type HalfDay = Readonly<{ position: number; date: PlainDate; from: ClockTime; to: ClockTime; theme: string }>

/** By date, then time. */
export const earlierThan = (a: Pick<HalfDay, 'date' | 'from'>, b: Pick<HalfDay, 'date' | 'from'>): boolean =>
  a.date < b.date || (a.date === b.date && a.from < b.from)

/** The content of a session as the programme's template says it, with its languages. */
export type SessionTheme = {
  key: string
  title: LocalText
  aim?: LocalText
  material?: LocalText
  bring?: LocalText
  homework?: LocalText
  outing?: LocalText
}

/** One dated half-day of a group as it is stored. */
export type Session = {
  id: string
  groupId: string
  number: number
  onDate: PlainDate
  halfDay: 'am' | 'pm'
  startsAt: ClockTime
  endsAt: ClockTime
  theme: SessionTheme
  /** Place and room when they are not the group's. */
  place: string | null
  room: string | null
  /** Words changed by hand, in the group's language: null leaves the theme's own, an empty text takes them away. */
  material: string | null
  bring: string | null
  outing: string | null
  homework: string | null
  cancelledOn: PlainDate | null
  cancelReason: string | null
  movedFrom: PlainDate | null
  closedAt: Date | null
}

export const changeableParts = ['material', 'bring', 'outing', 'homework'] as const
export type ChangeablePart = (typeof changeableParts)[number]

type Said = Pick<Session, ChangeablePart | 'theme'>

/** What a session says about a part, with its languages: words changed by hand are in the group's. Null when it has none. */
export function wordsOf(session: Said, part: ChangeablePart, groupLanguage: string): LocalText | null {
  const own = session[part]
  if (own !== null) return own === '' ? null : { [groupLanguage]: own }
  return session.theme[part] ?? null
}

/** The same in the reader's language, or null when it has none. */
export function partOf(session: Said, part: ChangeablePart, language: string): string | null {
  const words = wordsOf(session, part, language)
  return words && textIn(words, language).text
}

/** The theme's title in the reader's language. */
export const titleOf = (session: Pick<Session, 'theme'>, language: string): string =>
  textIn(session.theme.title, language).text

export const cancelReasons = ['staff', 'room', 'weather', 'too-few', 'closed', 'other'] as const
export type CancelReason = (typeof cancelReasons)[number]
