import type { AutonomyValue, CompetenceId } from '../../data/competences.ts'
import { type Failed, fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import type { LinePart, NextStep, Rating } from './profile.ts'

/** How an answer is written in a form: a step of the scale, or `unknown`. */
export const answers = ['1', '2', '3', '4', 'unknown'] as const
export type Answer = (typeof answers)[number]
export const toValue = (answer: Answer): AutonomyValue | null =>
  answer === 'unknown' ? null : (Number(answer) as AutonomyValue)
export const toAnswer = (rating: Rating | undefined): Answer | undefined =>
  rating && (rating.value === null ? 'unknown' : (String(rating.value) as Answer))

const long = 2000
const yesNo = fields.checkbox()

/** One answer; peers may add a short statement. */
export function parseRating(typed: Typed): Parsed<Rating> {
  const parsed = parseForm(
    { value: fields.choice(answers, 'profiles.rate.choose'), comment: fields.optionalText(300) },
    typed,
  )
  if (!parsed.ok) return parsed
  return { ok: true, typed, value: { value: toValue(parsed.value.value), comment: parsed.value.comment } }
}

export const parseEvidence = (typed: Typed) =>
  parseForm(
    {
      situation: fields.text(long, 'profiles.evidence.missing'),
      did: fields.optionalText(long),
      witness: fields.optionalText(200),
      shownToCoach: yesNo,
    },
    typed,
  )

export type NewLine = { text: string; step?: NextStep; shownToCoach: boolean }

/** A line of a part; the next step also has a day and somebody who helps. */
export function parseLine(typed: Typed, part: LinePart): Parsed<NewLine> {
  const parsed = parseForm(
    {
      text: fields.text(long, 'profiles.words.missing'),
      by: fields.optionalDate(),
      who: fields.optionalText(200),
      shownToCoach: yesNo,
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const { text, by, who, shownToCoach } = parsed.value
  const step = part === 'next-step' ? { what: text, ...(by ? { by } : {}), ...(who ? { who } : {}) } : undefined
  return { ok: true, typed, value: { text, shownToCoach, ...(step ? { step } : {}) } }
}

/** Empty takes the words back. */
export const parseTalk = (typed: Typed) => parseForm({ words: fields.optionalText(long) }, typed)

/** A whole sheet on one page: `value-<competence>` and `comment-<competence>`; what has no answer yet is left out. */
export function parseSheet(typed: Typed, asked: readonly CompetenceId[]): Parsed<Map<CompetenceId, Rating>> {
  const found = new Map<CompetenceId, Rating>()
  let failed: Failed | undefined
  for (const id of asked) {
    const value = `value-${id}`
    const comment = `comment-${id}`
    const parsed = parseForm(
      { [value]: fields.optionalChoice(answers), [comment]: fields.optionalText(300) } as const,
      typed,
    )
    if (!parsed.ok) {
      failed = withErrors(failed ?? { ok: true, value: found, typed }, parsed.errors)
      continue
    }
    const answer = parsed.value[value] as Answer | null
    if (answer) found.set(id, { value: toValue(answer), comment: parsed.value[comment] as string | null })
  }
  return failed ?? { ok: true, value: found, typed }
}
