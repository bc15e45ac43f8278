import { modes } from '../../engine/groups/list.ts'
import { fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { halfDays } from '../referrals/positioning.ts'
import { type Mode, type OfferDetails, pairKinds } from './composition.ts'

const basics = { name: fields.text(120, 'compositions.name.missing'), mode: fields.choice(modes) }

export type NewComposition = { name: string; mode: Mode; takeOver: boolean; start: PlainDate | null }

/** A new composition. Whoever takes over the groups of the last one says when these start. */
export function parseNew(typed: Typed, today: PlainDate): Parsed<NewComposition> {
  const parsed = parseForm({ ...basics, takeOver: fields.checkbox(), start: fields.optionalDate() }, typed)
  if (!parsed.ok || !parsed.value.takeOver) return parsed
  if (parsed.value.start === null) return withErrors(parsed, { start: { key: 'compositions.start.missing' } })
  if (parsed.value.start < today) return withErrors(parsed, { start: { key: 'compositions.start.past' } })
  return parsed
}

export const parseBasics = (typed: Typed) => parseForm(basics, typed)

/** A group on offer. Nobody is asked for a coach yet: that is needed only when the group is made. */
export function parseOffer(
  typed: Typed,
  { languages, today }: { languages: readonly string[]; today: PlainDate },
): Parsed<OfferDetails> {
  const parsed = parseForm(
    {
      name: fields.text(120, 'compositions.offer.name.missing'),
      language: fields.choice(languages),
      place: fields.text(120, 'compositions.offer.place.missing'),
      site: fields.optionalText(120),
      room: fields.optionalText(120),
      halfDays: fields.choices(halfDays),
      startsOn: fields.date(),
      min: fields.integer(1, 200),
      max: fields.integer(1, 200),
      childcareSeats: fields.integer(0, 200),
      coachId: fields.optionalId(),
      coCoachId: fields.optionalId(),
      traineeId: fields.optionalId(),
      method: fields.optionalText(120),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const { min, max, startsOn, coachId, coCoachId, traineeId } = parsed.value
  if (parsed.value.halfDays.length === 0) return withErrors(parsed, { halfDays: { key: 'sessions.planning.noSlots' } })
  if (min > max) return withErrors(parsed, { max: { key: 'compositions.offer.minMax', params: { min } } })
  if (startsOn < today) return withErrors(parsed, { startsOn: { key: 'compositions.start.past' } })
  if (coCoachId !== null && coCoachId === coachId)
    return withErrors(parsed, { coCoachId: { key: 'groups.coach.twice' } })
  if (traineeId !== null && (traineeId === coachId || traineeId === coCoachId))
    return withErrors(parsed, { traineeId: { key: 'groups.coach.twice' } })
  // In the order of the week, however they were ticked.
  return { ...parsed, value: { ...parsed.value, halfDays: halfDays.filter((h) => parsed.value.halfDays.includes(h)) } }
}

/** An offer as values of the form's fields. */
export const offerValues = (offer: Omit<OfferDetails, 'startsOn'> & { startsOn: PlainDate | null }) => ({
  name: offer.name,
  language: offer.language,
  place: offer.place,
  site: offer.site ?? '',
  room: offer.room ?? '',
  halfDays: offer.halfDays,
  startsOn: offer.startsOn ?? '',
  min: String(offer.min),
  max: String(offer.max),
  childcareSeats: String(offer.childcareSeats),
  coachId: offer.coachId ?? '',
  coCoachId: offer.coCoachId ?? '',
  traineeId: offer.traineeId ?? '',
  method: offer.method ?? '',
})

/** The people ticked, and what to do with the list that is shown. */
export const parseChoice = (typed: Typed) =>
  parseForm({ do: fields.choice(['save', 'all', 'none']), enrolmentId: fields.texts(40, 2000) }, typed)

export function parsePair(typed: Typed) {
  const parsed = parseForm(
    {
      one: fields.id('compositions.pair.who.missing'),
      other: fields.id('compositions.pair.who.missing'),
      kind: fields.choice(pairKinds),
      reason: fields.text(1000, 'compositions.pair.reason.missing'),
    },
    typed,
  )
  return parsed.ok && parsed.value.one === parsed.value.other
    ? withErrors(parsed, { other: { key: 'compositions.pair.twice' } })
    : parsed
}
