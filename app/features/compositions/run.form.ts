import { fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'

/** How long is searched, in milliseconds: an upper limit. */
export const durations = { short: 2000, normal: 10_000, thorough: 60_000 } as const
export type Duration = keyof typeof durations
export const durationNames = Object.keys(durations) as Duration[]

/** Up to so many people a search of a few seconds finds what a longer one would. */
export const fewPeople = 100
/** A proof is looked for up to this many people: beyond, none comes in its time. */
export const provablePeople = 80
export const proveMs = 10_000

export type Wish = { duration: Duration; from: string | null; maxMoves: number | null; seed: number }

/** What is asked of a proposal. A limit of moves needs the plan it counts from. */
export function parseWish(typed: Typed): Parsed<Wish> {
  const parsed = parseForm(
    {
      duration: fields.choice(durationNames),
      from: fields.optionalId(),
      maxMoves: fields.optionalInteger(0, 2000),
      seed: fields.integer(0, 999_999_999),
    },
    typed,
  )
  if (parsed.ok && parsed.value.maxMoves !== null && parsed.value.from === null)
    return withErrors(parsed, { from: { key: 'compositions.run.from.missing' } })
  return parsed
}
