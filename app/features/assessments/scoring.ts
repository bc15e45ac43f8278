/** Scores of an instrument from its data (`app/data/instruments.json`): nothing about a single instrument is written here. */
import type { Instrument } from '../../data/instruments.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'

/** What scoring needs to know; the vocabulary's instruments have it. */
export type ScoringRule = Pick<Instrument, 'items' | 'response' | 'reverse' | 'score' | 'minValidItems'>

/** One answer per item in the order of the edition used; null is missing and stays so, it is never counted as 0. */
export type Answers = readonly (number | null)[]

export type Score = Readonly<{ answered: number; of: number }> &
  (
    | Readonly<{ kind: 'total'; value: number }>
    /** Too few answers for a total: they are kept, and no score is shown. */
    | Readonly<{ kind: 'none'; needed: number }>
    /** Each item on its own, already turned round where the rule says so. */
    | Readonly<{ kind: 'items'; values: Answers }>
  )

/**
 * A mean over the answers there are, or a sum in which missing answers take the person's own mean (the practice of the
 * authors of the GSE; with every answer there it is the plain sum). Not rounded.
 * Refused: another number of answers than items, and an answer outside the scale.
 */
export function scoreAnswers(rule: ScoringRule, answers: Answers): Decision<Score> {
  const { min, max } = rule.response
  if (answers.length !== rule.items)
    return refuse('assessments.scoring.count', { expected: rule.items, found: answers.length })
  const outside = answers.findIndex((a) => a !== null && !(Number.isInteger(a) && a >= min && a <= max))
  if (outside >= 0) return refuse('assessments.scoring.range', { item: outside + 1, min, max })

  const values = answers.map((a, i) => (a !== null && rule.reverse.includes(i + 1) ? min + max - a : a))
  const valid = values.filter((v) => v !== null)
  const counted = { answered: valid.length, of: rule.items }
  if (rule.score === 'items') return accept({ kind: 'items', values, ...counted })
  if (valid.length < Math.max(1, rule.minValidItems))
    return accept({ kind: 'none', needed: rule.minValidItems, ...counted })
  const sum = valid.reduce((total, v) => total + v, 0)
  const value = rule.score === 'mean' ? sum / valid.length : (sum * rule.items) / valid.length
  return accept({ kind: 'total', value, ...counted })
}
