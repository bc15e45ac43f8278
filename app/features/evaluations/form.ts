import type { EvaluationsPlan } from '../../blueprints/parts/evaluations.ts'
import { newId } from '../../shared/db/database.ts'
import { fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { type OwnPoint, results, type Setting, settings, type TestResult } from './evaluation.ts'

export const ownField = (item: string) => `own.${item}`
export const trainerField = (item: string) => `trainer.${item}`

export type NewEvaluation = {
  id: string
  kind: 'regular' | 'final'
  on: PlainDate
  own: Record<string, OwnPoint>
  trainer: Record<string, number | null>
  words: string | null
}

/** Any item may be left out on either side; a point that is not described is refused. */
export function parseEvaluation(plan: EvaluationsPlan, typed: Typed, today: PlainDate): Parsed<NewEvaluation> {
  const head = parseForm(
    {
      id: fields.optionalId(),
      kind: fields.choice(['regular', 'final'] as const),
      onDate: fields.optionalDate(),
      words: fields.optionalText(5000),
    },
    typed,
  )
  if (!head.ok) return head
  const points = plan.faces.map((_, i) => String(i + 1))
  const errors: Record<string, { key: string }> = {}
  const own: Record<string, OwnPoint> = {}
  const trainer: Record<string, number | null> = {}
  for (const { key } of plan.items) {
    const said = typed.get(ownField(key))
    const seen = typed.get(trainerField(key))
    if (said !== '' && said !== 'not-disclosed' && !points.includes(said))
      errors[ownField(key)] = { key: 'forms.choose' }
    if (seen !== '' && !points.includes(seen)) errors[trainerField(key)] = { key: 'forms.choose' }
    own[key] = said === '' ? null : said === 'not-disclosed' ? said : Number(said)
    trainer[key] = seen === '' ? null : Number(seen)
  }
  if (Object.keys(errors).length > 0) return withErrors(head, errors)
  const { id, kind, onDate, words } = head.value
  return { ok: true, typed, value: { id: id ?? newId(), kind, on: onDate ?? today, own, trainer, words } }
}

export type NewRemark = { id: string; setting: Setting; on: PlainDate; words: string }

export function parseRemark(typed: Typed, today: PlainDate): Parsed<NewRemark> {
  const parsed = parseForm(
    {
      id: fields.optionalId(),
      setting: fields.choice(settings),
      remarkOn: fields.optionalDate(),
      remark: fields.text(5000, 'evaluations.remark.missing'),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const { id, setting, remarkOn, remark } = parsed.value
  if (remarkOn && remarkOn > today) return withErrors(parsed, { remarkOn: { key: 'evaluations.on.future' } })
  return { ok: true, typed, value: { id: id ?? newId(), setting, on: remarkOn ?? today, words: remark } }
}

export type NewTest = {
  id: string
  training: string
  place: string | null
  on: PlainDate
  result: TestResult
  nextOn: PlainDate | null
  shared: boolean
}

export function parseTest(typed: Typed): Parsed<NewTest> {
  const parsed = parseForm(
    {
      id: fields.optionalId(),
      training: fields.text(300, 'evaluations.test.training.missing'),
      place: fields.optionalText(300),
      onDate: fields.date('evaluations.test.on.missing'),
      result: fields.choice(results),
      nextOn: fields.optionalDate(),
      shared: fields.checkbox(),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const { id, onDate, ...test } = parsed.value
  return { ok: true, typed, value: { id: id ?? newId(), on: onDate, ...test } }
}

export type NewResult = { result: Exclude<TestResult, 'planned'>; on: PlainDate; nextOn: PlainDate | null }

export function parseResult(typed: Typed, today: PlainDate): Parsed<NewResult> {
  const parsed = parseForm(
    {
      result: fields.choice(['awaited', 'passed', 'failed', 'not-taken'] as const),
      resultOn: fields.optionalDate(),
      nextOn: fields.optionalDate(),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const { result, resultOn, nextOn } = parsed.value
  return { ok: true, typed, value: { result, on: resultOn ?? today, nextOn } }
}
