import type { LocalText } from '../../shared/i18n/text.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

/** One half-day as the person who is expected there sees it. */
export type OwnSession = {
  id: string
  groupId: string
  onDate: PlainDate
  /** 'HH:MM' on the place's clock. */
  from: string
  to: string
  theme: LocalText
  place: string | null
  room: string | null
  /** What a coach wrote in the group's language, else the theme's own words. */
  bring: LocalText | null
  outing: LocalText | null
  /** To do after this session, until the next. */
  homework: LocalText | null
  cancelled: boolean
  movedFrom: PlainDate | null
  /** The person said that they can't come. */
  announced: boolean
}

/** Whom to call; without a name it is the office. */
export type Contact = { name: string | null; phone: string }
