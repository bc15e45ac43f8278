import { type FieldErrors, fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { type Aim, type AimResultKey, aimResults, withheldKind } from './aim.ts'
import { dating } from './rules.ts'

export type NewAim = {
  kind: string
  isDream: boolean
  words: string | null
  reason: string | null
  way: string | null
  on: PlainDate
  shared: boolean
}

const words = () => fields.optionalText(4000)

/** An aim; one that stands in the place of another says why, a dream says which. */
export function parseAim(
  typed: Typed,
  { today, kinds, current }: { today: PlainDate; kinds: readonly string[]; current: Aim | undefined },
): Parsed<NewAim> {
  const parsed = parseForm(
    {
      kind: fields.choice([...kinds, withheldKind]),
      isDream: fields.checkbox(),
      words: words(),
      reason: words(),
      way: words(),
      on: fields.optionalDate(),
      shared: fields.checkbox(),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const { isDream } = parsed.value
  const on = parsed.value.on ?? today
  const errors: FieldErrors = {}
  const decision = dating(on, { today })
  if (!decision.ok) errors.on = decision
  if (isDream && !parsed.value.words) errors.words = { key: 'aims.dream.missing' }
  const replaces = !isDream && current !== undefined && !current.isDream
  if (replaces && !parsed.value.reason) errors.reason = { key: 'aims.reason.missing' }
  if (Object.keys(errors).length > 0) return withErrors(parsed, errors)
  const way = isDream ? parsed.value.way : null
  return { ok: true, typed, value: { ...parsed.value, reason: replaces ? parsed.value.reason : null, way, on } }
}

export type NewResult = { result: AimResultKey; words: string | null; on: PlainDate; shared: boolean }

/** What became of the aim, on a day since it was noted. */
export function parseResult(typed: Typed, { today, from }: { today: PlainDate; from: PlainDate }): Parsed<NewResult> {
  const parsed = parseForm(
    {
      result: fields.choice(aimResults),
      resultWords: words(),
      resultOn: fields.optionalDate(),
      resultShared: fields.checkbox(),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const { result, resultWords, resultShared } = parsed.value
  const on = parsed.value.resultOn ?? today
  const decision = dating(on, { today, from })
  if (!decision.ok) return withErrors(parsed, { resultOn: decision })
  return { ok: true, typed, value: { result, words: resultWords, on, shared: resultShared } }
}
