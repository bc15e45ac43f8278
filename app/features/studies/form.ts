import type { Protocol } from '../../engine/allocation/log.ts'
import { measures } from '../../engine/allocation/minimisation.ts'
import { type FieldErrors, fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import { nameIn } from './rules.ts'
import { type Factor, factorsOf, type MethodName, methods, type UnitKind, units } from './study.ts'

/** How many arms the form has rows for. */
export const armRows = [1, 2, 3, 4, 5, 6] as const
/** Weights and p, with a point or a comma. */
const decimal = /^\d{1,3}([.,]\d{1,4})?$/
const toNumber = (text: string) => Number(text.replace(',', '.'))

export const parseKind = (typed: Typed): Parsed<{ unit: UnitKind; method: MethodName }> =>
  parseForm({ unit: fields.choice(units), method: fields.choice(methods) }, typed)

/** A study to set up: at least two arms of different names, and what its method needs. */
export function parseProtocol(typed: Typed): Parsed<{ id: string; protocol: Protocol }> {
  const parsed = parseForm(
    { id: fields.id(), name: fields.text(120), unit: fields.choice(units), method: fields.choice(methods) },
    typed,
  )
  if (!parsed.ok) return parsed
  const { id, name, unit, method } = parsed.value
  const errors: FieldErrors = {}
  const { arms, ratio } = parseArms(typed, errors)
  const factors: Factor[] = []
  const weights: number[] = []
  for (const factor of factorsOf[unit]) {
    const field = `weight-${factor}`
    const text = clean(typed, field)
    if (method === 'blocks-v1' ? !typed.all('strata').includes(factor) : text === '') continue
    const weight = toNumber(text)
    if (method === 'minimisation-v1' && (!decimal.test(text) || weight <= 0 || weight > 100))
      errors[field] = { key: 'studies.form.weightRange' }
    factors.push(factor)
    weights.push(weight)
  }
  const common = { name, unit, arms, ratio, factors }
  const protocol: Protocol =
    method === 'blocks-v1'
      ? { ...common, method, multipliers: parseMultipliers(typed, ratio, errors) }
      : { ...common, method, weights, ...parseBias(typed, factors, errors) }
  return Object.keys(errors).length > 0 ? withErrors(parsed, errors) : { ok: true, typed, value: { id, protocol } }
}

function parseArms(typed: Typed, errors: FieldErrors): { arms: string[]; ratio: number[] } {
  const arms: string[] = []
  const ratio: number[] = []
  for (const row of armRows) {
    const name = clean(typed, `arm-${row}`)
    const times = clean(typed, `ratio-${row}`)
    if (name === '') continue
    if (name.length > 60) errors[`arm-${row}`] = { key: 'forms.tooLong', params: { most: 60 } }
    if (arms.includes(name)) errors[`arm-${row}`] = { key: 'studies.form.armTwice' }
    if (times !== '' && !/^([1-9]|1\d|20)$/.test(times)) errors[`ratio-${row}`] = { key: 'studies.form.ratioRange' }
    arms.push(name)
    ratio.push(times === '' ? 1 : Number(times))
  }
  if (arms.length < 2) errors[`arm-${arms.length === 0 ? 1 : 2}`] ??= { key: 'studies.form.twoArms' }
  return { arms, ratio }
}

/** Multiples of the ratio, as typed: `1, 2`. Blocks of one size alone can be guessed; that is said, not forbidden. */
function parseMultipliers(typed: Typed, ratio: readonly number[], errors: FieldErrors): number[] {
  const parts = clean(typed, 'multipliers')
    .split(/[\s,;]+/)
    .filter(Boolean)
  const multipliers = parts.map(Number)
  const largest = Math.max(...multipliers) * ratio.reduce((sum, times) => sum + times, 0)
  if (parts.length === 0 || parts.length > 10 || parts.some((part) => !/^[1-9]\d?$/.test(part)))
    errors.multipliers = { key: 'studies.form.multipliers' }
  else if (largest > 200) errors.multipliers = { key: 'studies.form.blockTooLarge', params: { size: largest } }
  return multipliers
}

function parseBias(typed: Typed, factors: readonly Factor[], errors: FieldErrors) {
  const text = clean(typed, 'p')
  const p = toNumber(text)
  if (!decimal.test(text) || p < 0.5 || p > 0.95) errors.p = { key: 'studies.form.p' }
  const measure = measures.find((one) => one === typed.get('measure'))
  if (!measure) errors.measure = { key: 'forms.choose' }
  if (factors.length === 0) errors['weight-language'] ??= { key: 'studies.form.oneFactor' }
  return { p, measure: measure ?? 'range' }
}

const clean = (typed: Typed, name: string) => typed.get(name).normalize('NFC').trim()

/** A unit's arms with a place; leaving one out needs a reason. */
export function parseUnit(
  typed: Typed,
  arms: number,
): Parsed<{
  unit: string
  seen: string
  allowed: number[]
  reason: string | null
}> {
  const parsed = parseForm(
    {
      unit: fields.id(),
      seen: fields.text(2000),
      allowed: fields.choices(Array.from({ length: arms }, (_, arm) => String(arm))),
      reason: fields.optionalText(500),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const allowed = [...new Set(parsed.value.allowed.map(Number))]
  if (allowed.length === 0) return withErrors(parsed, { allowed: { key: 'studies.unit.noArm' } })
  if (allowed.length < arms && parsed.value.reason === null)
    return withErrors(parsed, { reason: { key: 'studies.unit.whyLeftOut' } })
  return { ok: true, typed, value: { ...parsed.value, allowed } }
}

export const parseOverride = (typed: Typed, arms: readonly string[]) =>
  parseForm({ arm: fields.choice(arms), reason: fields.text(500, 'studies.override.why') }, typed)

export const parseClosure = (typed: Typed) => parseForm({ reason: fields.text(500, 'studies.closure.why') }, typed)

/** The log is never changed, not even when somebody is erased: a reason that holds a name of theirs is refused. */
export function withoutNames<T extends { reason: string | null }>(
  parsed: Parsed<T>,
  names: readonly string[],
): Parsed<T> {
  const word = parsed.ok && nameIn(parsed.value.reason ?? '', names)
  return word ? withErrors(parsed, { reason: { key: 'studies.reason.name', params: { word } } }) : parsed
}
