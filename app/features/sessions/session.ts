import type { PlainDate, Weekday } from '../../shared/time/dates.ts'

/** 'HH:MM', 24 hours, local to the place; sorts as text. */
export type ClockTime = string

/** A recurring half-day of the week in which a group may meet. */
export type WeekSlot = Readonly<{ weekday: Weekday; from: ClockTime; to: ClockTime }>

export type DayPart = 'morning' | 'afternoon'

export const dayPart = (from: ClockTime): DayPart => (from < '12:00' ? 'morning' : 'afternoon')

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
