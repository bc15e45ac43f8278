import { fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { goalMoves, stepMoves } from './plan.ts'

export type StepForm = { what: string; who: 'person' | 'me'; dueOn: PlainDate | null; goalId: string | null }

/** A new step: what, who does it, by when. A day that is over is a slip of the hand. */
export function parseStep(typed: Typed, today: PlainDate): Parsed<StepForm> {
  const parsed = parseForm(
    {
      what: fields.text(500, 'plans.what.missing'),
      who: fields.optionalChoice(['person', 'me']),
      dueOn: fields.optionalDate(),
      goalId: fields.optionalId(),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  if (parsed.value.dueOn && parsed.value.dueOn < today) return withErrors(parsed, { dueOn: { key: 'plans.due.past' } })
  return { ok: true, typed, value: { ...parsed.value, who: parsed.value.who ?? 'person' } }
}

export const parseGoal = (typed: Typed) => parseForm({ title: fields.text(500, 'plans.goal.missing') }, typed)
export const parseStepMove = (typed: Typed) => parseForm({ to: fields.choice(stepMoves) }, typed)
export const parseGoalMove = (typed: Typed) => parseForm({ to: fields.choice(goalMoves) }, typed)
