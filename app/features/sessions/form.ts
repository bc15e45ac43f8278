import { fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import {
  type ChangeablePart,
  type ClockTime,
  cancelReasons,
  changeableParts,
  partOf,
  type Session,
  titleOf,
} from './session.ts'
import type { SessionContent } from './store.ts'

export type When = { date: PlainDate; from: ClockTime; to: ClockTime }

const when = { date: fields.date(), from: fields.time(), to: fields.time() }

const checkTimes = <T extends When>(parsed: Parsed<T>): Parsed<T> =>
  parsed.ok && parsed.value.from >= parsed.value.to
    ? withErrors(parsed, { to: { key: 'sessions.planning.times' } })
    : parsed

/** Where a session goes; `alone` leaves those after it where they are. */
export const parseMoving = (typed: Typed): Parsed<When & { alone: boolean }> =>
  checkTimes(parseForm({ ...when, alone: fields.checkbox() }, typed))

export const parseAdded = (typed: Typed): Parsed<When & { title: string }> =>
  checkTimes(parseForm({ ...when, title: fields.text(200, 'sessions.title.missing') }, typed))

export const parseCancelling = (typed: Typed) => parseForm({ reason: fields.choice(cancelReasons) }, typed)

export const parseExpected = (typed: Typed) => parseForm({ persons: fields.texts(36, 200) }, typed)

const contentShape = {
  title: fields.text(200, 'sessions.title.missing'),
  place: fields.optionalText(200),
  room: fields.optionalText(120),
  material: fields.optionalText(1000),
  bring: fields.optionalText(1000),
  outing: fields.optionalText(1000),
  homework: fields.optionalText(1000),
}

/** What was typed over the theme's own words; words left as they were keep all their languages. */
export function parseContent(typed: Typed, session: Session, language: string): Parsed<SessionContent> {
  const parsed = parseForm(contentShape, typed)
  if (!parsed.ok) return parsed
  const { title, place, room, ...parts } = parsed.value
  const same = title === titleOf(session, language)
  const theme = same ? session.theme : { ...session.theme, title: { fr: title, de: title, en: title } }
  const words = Object.fromEntries(
    changeableParts.map((part) => {
      const own = partOf({ ...session, [part]: null }, part, language)
      return [part, parts[part] === own ? null : (parts[part] ?? '')]
    }),
  ) as Record<ChangeablePart, string | null>
  return { ok: true, typed, value: { theme, place, room, ...words } }
}

/** The session's words as the form shows them, in the group's language. */
export const contentValues = (session: Session, language: string): Record<string, string> => ({
  title: titleOf(session, language),
  place: session.place ?? '',
  room: session.room ?? '',
  ...Object.fromEntries(changeableParts.map((part) => [part, partOf(session, part, language) ?? ''])),
})
