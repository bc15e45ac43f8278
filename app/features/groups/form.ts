import { fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { type GroupDetails, groupParts, leavingReasons, moveReasons } from './group.ts'
import { type Times, weekHalfDays } from './rules.ts'

const details = {
  name: fields.text(120, 'groups.name.missing'),
  site: fields.optionalText(120),
  room: fields.optionalText(120),
  capacity: fields.integer(1, 200),
}

export type NewGroup = GroupDetails &
  Times & {
    id: string
    start: PlainDate
    halfDays: string[]
    coach: string
    coCoach: string | null
    trainee: string | null
  }

/** A group to plan. The id comes with the preview, so that confirming twice makes one group. */
export function parseNewGroup(typed: Typed, languages: readonly string[]): Parsed<NewGroup> {
  const parsed = parseForm(
    {
      id: fields.id(),
      ...details,
      language: fields.choice(languages),
      start: fields.date(),
      halfDays: fields.choices(weekHalfDays),
      amFrom: fields.time(),
      amTo: fields.time(),
      pmFrom: fields.time(),
      pmTo: fields.time(),
      coach: fields.id('groups.coach.missing'),
      coCoach: fields.optionalId(),
      trainee: fields.optionalId(),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const { halfDays, coach, coCoach, trainee } = parsed.value
  if (halfDays.length === 0) return withErrors(parsed, { halfDays: { key: 'sessions.planning.noSlots' } })
  if (coCoach !== null && coCoach === coach) return withErrors(parsed, { coCoach: { key: 'groups.coach.twice' } })
  if (trainee !== null && (trainee === coach || trainee === coCoach))
    return withErrors(parsed, { trainee: { key: 'groups.coach.twice' } })
  return parsed
}

/** What can be changed of a running group. Fewer places than people are refused by `smallest`. */
export function parseDetails(typed: Typed, languages: readonly string[], smallest: number): Parsed<GroupDetails> {
  const parsed = parseForm({ ...details, language: fields.choice(languages) }, typed)
  if (parsed.ok && parsed.value.capacity < smallest)
    return withErrors(parsed, { capacity: { key: 'groups.capacity.taken', params: { taken: smallest } } })
  return parsed
}

export const parseJoining = (typed: Typed) => parseForm({ enrolments: fields.texts(36, 200) }, typed)

export const parseLeaving = (typed: Typed) =>
  parseForm(
    { reason: fields.choice(leavingReasons), changeStage: fields.checkbox(), toGroup: fields.optionalId() },
    typed,
  )

export const parseMove = (typed: Typed) =>
  parseForm({ toGroup: fields.id('groups.moveTo.missing'), why: fields.choice(moveReasons) }, typed)

export const parseCoach = (typed: Typed) =>
  parseForm(
    { user: fields.id('groups.coach.missing'), part: fields.choice(groupParts), replaces: fields.optionalId() },
    typed,
  )
