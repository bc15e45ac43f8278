import type { ProgrammeModule } from '../../blueprints/parts/modules.ts'
import { fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

export type RatedNow = { change: string; point: number; words: string | null }

/** Fields `point.<change>` (the number of a point, empty: not now) and `words.<change>`; without a date it is today's. */
export function parseRatings(
  module: ProgrammeModule,
  typed: Typed,
  today: PlainDate,
): Parsed<{ on: PlainDate; rated: RatedNow[] }> {
  const shape = Object.fromEntries(
    module.changes.flatMap((change) => [
      [`point.${change.key}`, fields.optionalChoice(change.points.map((_, i) => String(i + 1)))],
      [`words.${change.key}`, fields.optionalText(2000)],
    ]),
  )
  const parsed = parseForm({ ...shape, onDate: fields.optionalDate() }, typed)
  if (!parsed.ok) return parsed
  const values = parsed.value as Record<string, string | null>
  const errors = Object.fromEntries(
    module.changes
      .filter(({ key }) => values[`words.${key}`] !== null && values[`point.${key}`] === null)
      .map(({ key }) => [`point.${key}`, { key: 'modules.rate.wordsAlone' }]),
  )
  if (Object.keys(errors).length > 0) return withErrors(parsed, errors)
  const rated = module.changes.flatMap(({ key }) => {
    const point = values[`point.${key}`]
    return point ? [{ change: key, point: Number(point), words: values[`words.${key}`] ?? null }] : []
  })
  if (rated.length === 0)
    return withErrors(parsed, { [`point.${module.changes[0]!.key}`]: { key: 'modules.rate.none' } })
  return { ok: true, value: { on: values.onDate ?? today, rated }, typed }
}

/** Fields `opensOn.<module>`, `stableMonths`, `otherwiseWeeks`. */
export function parseSettings(
  planned: readonly ProgrammeModule[],
  rhythm: boolean,
  typed: Typed,
): Parsed<{
  moduleOpenings: Record<string, PlainDate>
  followUp: { stableMonths: number; otherwiseWeeks: number } | undefined
}> {
  const shape = {
    ...Object.fromEntries(planned.map(({ key }) => [`opensOn.${key}`, fields.optionalDate()])),
    ...(rhythm ? { stableMonths: fields.integer(1, 12), otherwiseWeeks: fields.integer(1, 26) } : {}),
  }
  const parsed = parseForm(shape, typed)
  if (!parsed.ok) return parsed
  const values = parsed.value as Record<string, string | number | null | undefined>
  return {
    ok: true,
    typed,
    value: {
      moduleOpenings: Object.fromEntries(
        planned.flatMap(({ key }) => {
          const opensOn = values[`opensOn.${key}`]
          return opensOn ? [[key, String(opensOn)]] : []
        }),
      ),
      followUp: rhythm
        ? { stableMonths: Number(values.stableMonths), otherwiseWeeks: Number(values.otherwiseWeeks) }
        : undefined,
    },
  }
}
