import { directionKeys } from '../../blueprints/blueprint.ts'
import { fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { chainKinds } from './handover.ts'
import type { DirectionAnswer, TakenUp } from './rules.ts'

/** One press: which, and the day of a talk (today when left empty). */
export const parseEntry = (typed: Typed) =>
  parseForm({ kind: fields.choice(chainKinds), onDate: fields.optionalDate() }, typed)

export type FirstStep = { what: string; who: 'person' | 'me'; dueOn: PlainDate | null }
export type DirectionForm = { answer: DirectionAnswer; steps: FirstStep[] }

/** Who may be named in the form as taking a direction up. */
export type Candidates = { officers: readonly { id: string }[]; socialWorkers: readonly { id: string }[] }

const lines = [1, 2] as const
const whos = ['person', 'me'] as const

/** The talk's end in one form: the direction, who takes it up by when, what goes along, and up to two first steps. */
export function parseDirection(typed: Typed, candidates: Candidates, today: PlainDate): Parsed<DirectionForm> {
  const parsed = parseForm(
    {
      direction: fields.choice(directionKeys),
      takenUp: fields.optionalText(80),
      byDate: fields.optionalDate(),
      words: fields.optionalText(300),
      profileGoes: fields.checkbox(),
      step1: fields.optionalText(500),
      step1Who: fields.optionalChoice(whos),
      step1By: fields.optionalDate(),
      step2: fields.optionalText(500),
      step2Who: fields.optionalChoice(whos),
      step2By: fields.optionalDate(),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const { value } = parsed
  const takenUp = readTakenUp(value.takenUp, candidates)
  if (!takenUp) return withErrors(parsed, { takenUp: { key: 'forms.choose' } })
  const steps: FirstStep[] = []
  for (const n of lines) {
    const dueOn = value[`step${n}By`]
    if (dueOn && dueOn < today) return withErrors(parsed, { [`step${n}By`]: { key: 'plans.due.past' } })
    const what = value[`step${n}`]
    if (what) steps.push({ what, who: value[`step${n}Who`] ?? 'person', dueOn })
  }
  const { direction, byDate, words, profileGoes } = value
  return { ok: true, typed, value: { answer: { direction, takenUp, byDate, words, profileGoes }, steps } }
}

function readTakenUp(value: string | null, { officers, socialWorkers }: Candidates): TakenUp | undefined {
  if (value === null) return { by: 'nobody' }
  if (value === 'person' || value === 'desk') return { by: value }
  if (officers.some((one) => one.id === value)) return { by: 'officer', userId: value }
  if (socialWorkers.some((one) => one.id === value)) return { by: 'social-worker', userId: value }
  return undefined
}

/** Beside which field the rule's reason stands. */
export const fieldOf = (reason: string): string =>
  ({
    'handovers.refused.nobody': 'takenUp',
    'handovers.refused.needsOfficer': 'takenUp',
    'handovers.refused.needsName': 'words',
    'handovers.refused.needsDay': 'byDate',
    'handovers.refused.dayPast': 'byDate',
  })[reason] ?? ''

export const parseMeasure = (typed: Typed) =>
  parseForm(
    {
      measure: fields.text(300, 'handovers.measure.missing'),
      provider: fields.optionalText(200),
      startsOn: fields.optionalDate(),
    },
    typed,
  )
