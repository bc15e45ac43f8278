import type { SignalsPlan } from '../../blueprints/parts/signals.ts'
import { fields, type Parsed, parseForm, type Typed } from '../../shared/forms/forms.ts'
import type { NewStep } from './rules.ts'

export type NewSignal = {
  id: string
  enrolment: string | null
  session: string | null
  theme: string
  urgency: string
  body: string
}

/** What was noticed; the id was made with the form, so that the same form counts once. */
export function parseSignal(plan: SignalsPlan, typed: Typed): Parsed<NewSignal> {
  return parseForm(
    {
      id: fields.id(),
      enrolment: fields.optionalId(),
      session: fields.optionalId(),
      theme: fields.choice(
        plan.themes.map(({ key }) => key),
        'signals.theme.missing',
      ),
      urgency: fields.choice(
        plan.urgencies.map(({ key }) => key),
        'signals.urgency.missing',
      ),
      body: fields.text(1000, 'signals.body.missing'),
    },
    typed,
  )
}

export const parseStep = (typed: Typed): Parsed<NewStep> =>
  parseForm(
    {
      kind: fields.choice(['accepted', 'passed-on', 'settled'] as const),
      to: fields.optionalId(),
      words: fields.optionalText(5000),
    },
    typed,
  )

export const parseWords = (typed: Typed): Parsed<{ words: string }> =>
  parseForm({ words: fields.text(5000, 'signals.words.missing') }, typed)
