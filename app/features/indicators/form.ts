import { type FundingAct, fundingActs } from '../../blueprints/parts/funding.ts'
import { type Moment, notDisclosed, type StatusKind } from '../../data/funding/status.ts'
import { type FieldErrors, fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import { isPlainDate, type PlainDate } from '../../shared/time/dates.ts'
import type { Period } from './indicator.ts'

export type Answer = { kind: string; value: string; issuer: string | null }

/** The answers to the questions that were asked; one that is left open says nothing yet. */
export function parseAnswers(
  typed: Typed,
  asked: readonly StatusKind[],
  { today, notBefore }: { today: PlainDate; notBefore: PlainDate },
): Parsed<{ on: PlainDate; answers: Answer[] }> {
  const parsed = parseForm(
    {
      on: fields.date(),
      ...Object.fromEntries(asked.map(({ key, values }) => [key, fields.optionalChoice([...values, notDisclosed])])),
      issuer: fields.optionalText(200),
    },
    typed,
  )
  if (!parsed.ok) return parsed as Parsed<never>
  const value = parsed.value as Record<string, string | null> & { on: PlainDate }
  const errors: FieldErrors = {}
  if (value.on > today) errors.on = { key: 'indicators.ask.future' }
  if (value.on < notBefore) errors.on = { key: 'indicators.ask.tooEarly', params: { day: notBefore } }
  const answers = asked.flatMap(({ key, issuerFor }): Answer[] => {
    const said = value[key]
    if (!said) return []
    const needsIssuer = issuerFor !== undefined && said === issuerFor
    if (needsIssuer && !value.issuer) errors.issuer = { key: 'indicators.ask.issuerNeeded' }
    return [{ kind: key, value: said, issuer: needsIssuer ? (value.issuer ?? null) : null }]
  })
  if (answers.length === 0) errors[asked[0]?.key ?? ''] = { key: 'indicators.ask.nothing' }
  return Object.keys(errors).length > 0
    ? withErrors(parsed, errors)
    : { ok: true, typed, value: { on: value.on, answers } }
}

export const parseEntered = (typed: Typed) =>
  parseForm({ value: fields.integer(0, 999_999_999), note: fields.optionalText(300) }, typed)

export const isMoment = (value: string): value is Moment => ['entry', 'exit', 'later'].includes(value)

/** Act and period of the address; whatever is not understood is the programme's own. */
export function readAddress(query: URLSearchParams, acts: readonly FundingAct[], fallback: Period) {
  const asked = query.get('act')
  const act = fundingActs.find((one) => one === asked && acts.includes(one)) ?? acts[0]!
  const [from, to] = ['from', 'to'].map((name) => query.get(name))
  const isPeriod = isPlainDate(from) && isPlainDate(to) && from <= to
  return { act, period: isPeriod ? { from, to } : fallback }
}
