import type { PlainDate } from './dates.ts'

/** The day and the time of the day ('HH:MM') it is, on the place's clock. */
export type Moment = { today: PlainDate; time: string }

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Zurich', hour: '2-digit', minute: '2-digit' })

/** What the place's clock shows: 'HH:MM'. */
export const clockTime = (at: Date): string => clock.format(at)

/** From what every handler is given; rules take it as a value. */
export const momentOf = ({ today, now }: { today: PlainDate; now: Date }): Moment => ({
  today,
  time: clockTime(now),
})
