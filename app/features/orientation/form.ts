import type { Orientation, OrientationQuestion, TargetCriterion } from '../../blueprints/parts/orientation.ts'
import { type FieldErrors, fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { asideReasons, type CandidateFilter, criteriaFilters, sorts, stands } from './candidate.ts'
import {
  type CriterionAnswer,
  type CriterionFact,
  criterionAnswers,
  type EvidenceKind,
  evidenceKinds,
} from './criteria.store.ts'
import { type AimAnswer, aimAnswers, moves, reasons } from './orientation.ts'

export type FindingTyped = {
  aim: AimAnswer | null
  motivation: string | null
  words: string | null
  feedback: string | null
  pass: boolean
}

/**
 * What was found in a step. Saved alone it needs words; to pass on it needs what the step asks, unless somebody wrote it
 * down before, and feedback for those before.
 */
export function parseFinding(
  typed: Typed,
  {
    plan,
    asks,
    found,
    recipients,
  }: {
    plan: Orientation
    asks: readonly OrientationQuestion[]
    found: boolean
    recipients: number
  },
): Parsed<FindingTyped> {
  const parsed = parseForm(
    {
      aim: fields.optionalChoice(aimAnswers),
      motivation: fields.optionalChoice(plan.motivation.map((point) => point.key)),
      words: fields.optionalText(4000),
      feedback: fields.optionalText(4000),
      do: fields.optionalChoice(['save', 'pass']),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const { do: chosen, ...value } = parsed.value
  const pass = chosen === 'pass'
  const writes = value.words !== null || value.aim !== null || value.motivation !== null
  const errors: FieldErrors = {}
  const needed = asks.length > 0 && !found
  if (pass && needed && asks.includes('motivation') && !value.motivation)
    errors.motivation = { key: 'orientation.motivation.missing' }
  if (pass && needed && asks.includes('aim') && !value.aim) errors.aim = { key: 'orientation.aim.missing' }
  if (!value.words && (writes || !pass || needed)) errors.words = { key: 'orientation.words.missing' }
  if (pass && recipients > 0 && !value.feedback) errors.feedback = { key: 'orientation.feedback.missing' }
  if (Object.keys(errors).length > 0) return withErrors(parsed, errors)
  return { ok: true, typed, value: { ...value, pass } }
}

/** Another move than passing on. What a move needs besides, its rule says. */
export const parseMove = (typed: Typed) =>
  parseForm(
    {
      move: fields.choice(moves.filter((move) => move !== 'pass')),
      to: fields.optionalText(40),
      reason: fields.optionalChoice(reasons),
      until: fields.optionalDate(),
      words: fields.optionalText(4000),
      feedback: fields.optionalText(4000),
    },
    typed,
  )

export const parseOwner = (typed: Typed) => parseForm({ userId: fields.id('orientation.owner.missing') }, typed)

export const answerName = (criterion: string) => `answer.${criterion}`
export const evidenceName = (criterion: string) => `evidence.${criterion}`
export const evidenceOnName = (criterion: string) => `evidenceOn.${criterion}`

type CriteriaTyped = Pick<CriterionFact, 'criterion' | 'answer' | 'evidence' | 'evidenceOn'>[]

/** Each criterion with its answer; the proof only where a funder asks for one. Evidence is of today or before. */
export function parseCriteria(
  typed: Typed,
  criteria: readonly TargetCriterion[],
  today: PlainDate,
): Parsed<CriteriaTyped> {
  const shape = Object.fromEntries(
    criteria.flatMap(({ key, evidence }) => [
      [answerName(key), fields.optionalChoice(criterionAnswers)],
      ...(evidence
        ? ([
            [evidenceName(key), fields.optionalChoice(evidenceKinds)],
            [evidenceOnName(key), fields.optionalDate()],
          ] as const)
        : []),
    ]),
  )
  const parsed = parseForm(shape, typed)
  if (!parsed.ok) return parsed
  const values = parsed.value as Record<string, string | null | undefined>
  const errors: FieldErrors = {}
  const facts = criteria.map(({ key }) => {
    const evidence = (values[evidenceName(key)] ?? null) as EvidenceKind | null
    const evidenceOn = values[evidenceOnName(key)] ?? null
    if (evidenceOn && evidenceOn > today) errors[evidenceOnName(key)] = { key: 'orientation.evidence.future' }
    if (evidence && !evidenceOn) errors[evidenceOnName(key)] ??= { key: 'orientation.evidence.dateMissing' }
    if (evidenceOn && !evidence) errors[evidenceName(key)] = { key: 'orientation.evidence.kindMissing' }
    return { criterion: key, answer: (values[answerName(key)] ?? 'not-known') as CriterionAnswer, evidence, evidenceOn }
  })
  if (Object.keys(errors).length > 0) return withErrors(parsed, errors)
  return { ok: true, typed, value: facts }
}

/** What the form begins with: what nobody answered is not known yet. */
export const criteriaValues = (
  criteria: readonly TargetCriterion[],
  facts: readonly CriterionFact[],
): Record<string, string> =>
  Object.fromEntries(
    criteria.flatMap(({ key }) => {
      const fact = facts.find((f) => f.criterion === key)
      return [
        [answerName(key), fact?.answer ?? 'not-known'],
        [evidenceName(key), fact?.evidence ?? ''],
        [evidenceOnName(key), fact?.evidenceOn ?? ''],
      ]
    }),
  )

export const parseListing = (typed: Typed) =>
  parseForm(
    {
      programmeId: fields.id(),
      year: fields.integer(2000, 2100),
      antenna: fields.optionalText(120),
      why: fields.optionalText(2000),
    },
    typed,
  )

export const parseSettingAside = (typed: Typed) =>
  parseForm({ reason: fields.choice(asideReasons, 'orientation.reason.missing') }, typed)

const oneOf = <const T extends string>(options: readonly T[], value: string | null): T | null =>
  options.find((option) => option === value) ?? null

/** The filter of the list lives in its address; what makes no sense there is left out. */
export function readFilter(query: URLSearchParams): CandidateFilter {
  const year = Number(query.get('year'))
  return {
    year: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : null,
    antenna: query.get('antenna')?.slice(0, 200) || null,
    stand: oneOf(stands, query.get('stand')),
    criteria: oneOf(criteriaFilters, query.get('criteria')),
    sort: oneOf(sorts, query.get('sort')) ?? 'listed',
    down: query.get('down') === 'yes',
    page: Math.max(1, Number.parseInt(query.get('page') ?? '', 10) || 1),
  }
}

export const filterQuery = (f: CandidateFilter): Record<string, string | undefined> => ({
  year: f.year === null ? undefined : String(f.year),
  antenna: f.antenna ?? undefined,
  stand: f.stand ?? undefined,
  criteria: f.criteria ?? undefined,
  sort: f.sort === 'listed' ? undefined : f.sort,
  down: f.down ? 'yes' : undefined,
  page: f.page > 1 ? String(f.page) : undefined,
})
