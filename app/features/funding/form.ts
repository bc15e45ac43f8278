/** What is typed about team and money: amounts and shares as people write them, back to whole cents and hundredths. */
import { costBases, eligibilities } from '../../blueprints/parts/funding.ts'
import { type FieldErrors, fields, type Parsed, parseForm, Typed, withErrors } from '../../shared/forms/forms.ts'
import { freshKey } from '../../shared/forms/keys.ts'
import type { Line, Member } from './funding.ts'
import { isMonth, type Month } from './months.ts'

/**
 * Whole hundredths of an amount as typed: `1'234.50`, `1 234,5`, `1.234,50`, `-5`. Null for what is no amount with at most two decimals.
 */
export function parseHundredths(typed: string): number | null {
  const text = typed.replace(/[\s'’\u00a0\u202f]/g, '').replace(/^[−–]/, '-')
  const parts = /^(-?)(\d{1,3}(?:[.,]\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text)
  if (!parts) return null
  const units = Number(parts[2]!.replace(/[.,]/g, ''))
  const cents = units * 100 + Number((parts[3] ?? '').padEnd(2, '0'))
  return parts[1] === '-' ? -cents : cents
}

/** As a field shows it again: `1234.50`, and no decimals that are nought. */
export const hundredthsText = (n: number | null): string =>
  n === null ? '' : n % 100 === 0 ? String(n / 100) : (n / 100).toFixed(2)

/** Amounts of the database are four bytes. */
const most = 2_000_000_000

type Range = { least: number; most: number; tooLow: string; tooHigh: string }
/** A number with two decimals from a field; an error beside it when it is none or out of its range. */
function hundredths(typed: Typed, field: string, errors: FieldErrors, range: Range): number {
  const n = parseHundredths(typed.get(field))
  if (typed.get(field).trim() === '') errors[field] = { key: 'forms.required' }
  else if (n === null) errors[field] = { key: 'funding.number' }
  else if (n < range.least) errors[field] = { key: range.tooLow }
  else if (n > range.most) errors[field] = { key: range.tooHigh }
  return n ?? 0
}
const amount = { least: 1, most, tooLow: 'funding.amount.positive', tooHigh: 'funding.amount.large' }
const percent = { least: 1, most: 10_000, tooLow: 'funding.percent.range', tooHigh: 'funding.percent.range' }
const fullTime = { least: 1, most: 100, tooLow: 'funding.fte.range', tooHigh: 'funding.fte.range' }

const finished = <T>(parsed: Parsed<unknown>, errors: FieldErrors, value: T): Parsed<T> =>
  parsed.ok && Object.keys(errors).length === 0 ? { ok: true, typed: parsed.typed, value } : withErrors(parsed, errors)

// Lines ------------------------------------------------------------------------------------------------------------

/** Empty lines offered below those that are filled. */
export const spare = 2
export const mostLines = 30
/** A row counts when it says one of these; the others of an empty row have values of their own. */
const rowField = /^lines\.(\d{1,2})\.(?:funder|share)$/

/** How many rows the form shows: those typed or there, and the spare ones. */
export const rowCount = (values: Record<string, unknown> = {}) =>
  Math.min(
    mostLines,
    Math.max(
      -1,
      ...Object.entries(values).flatMap(([name, value]) =>
        rowField.test(name) && value ? [Number(rowField.exec(name)![1])] : [],
      ),
    ) + 1,
  )

export type ParsedLines = {
  lines: Line[]
  /** The row of the form that each line was typed in. */
  rows: number[]
  /** Saved although shares do not add up yet. */
  asDraft: boolean
}

/** The lines of the rows that name a funder. `taken`: keys of all versions, which a new line does not get. */
export function parseLines(typed: Typed, taken: readonly string[]): Parsed<ParsedLines> {
  const rows = Array.from({ length: mostLines }, (_, i) => i).filter((i) =>
    ['funder', 'share'].some((field) => typed.get(`lines.${i}.${field}`).trim() !== ''),
  )
  const errors: FieldErrors = {}
  const keys = new Set(taken)
  const used = new Set<string>()
  const lines = rows.map((i): Line => {
    const name = (field: string) => `lines.${i}.${field}`
    const row = parseForm(
      {
        funder: fields.text(200),
        base: fields.choice(costBases),
        from: fields.date(),
        to: fields.date(),
        eligibility: fields.choice(eligibilities),
        words: fields.optionalText(300),
      },
      Typed.of(
        Object.fromEntries(
          ['funder', 'base', 'from', 'to', 'eligibility', 'words'].map((field) => [field, typed.get(name(field))]),
        ),
      ),
    )
    if (!row.ok) for (const [field, error] of Object.entries(row.errors)) errors[name(field)] = error
    const share = hundredths(typed, name('share'), errors, percent)
    const fteText = typed.get(name('fte')).trim()
    const fte = fteText === '' ? null : parseHundredths(fteText)
    if (fteText !== '' && (fte === null || fte < 0 || fte > 99_999)) errors[name('fte')] = { key: 'funding.number' }
    if (row.ok && row.value.eligibility === 'other' && row.value.words === null)
      errors[name('words')] = { key: 'funding.lines.whom' }
    const typedKey = typed.get(name('key'))
    const key = keys.has(typedKey) && !used.has(typedKey) ? typedKey : freshKey('line', keys)
    keys.add(key)
    used.add(key)
    const value = row.ok ? row.value : undefined
    return {
      key,
      funder: value?.funder ?? '',
      share,
      costBase: value?.base ?? 'staff',
      from: value?.from ?? '',
      to: value?.to ?? '',
      eligibility: value?.eligibility ?? 'everyone',
      eligibilityWords: value?.words ?? null,
      fte,
    }
  })
  if (rows.length === 0) errors['lines.0.funder'] = { key: 'funding.lines.none' }
  const all: Parsed<unknown> = { ok: true, typed, value: null }
  return finished(all, errors, { lines, rows, asDraft: typed.get('keep') === 'draft' })
}

export const lineValues = (lines: readonly Line[]): Record<string, string> =>
  Object.fromEntries(
    lines.flatMap((line, i) =>
      Object.entries({
        key: line.key,
        funder: line.funder,
        share: hundredthsText(line.share),
        base: line.costBase,
        from: line.from,
        to: line.to,
        eligibility: line.eligibility,
        words: line.eligibilityWords ?? '',
        fte: hundredthsText(line.fte),
      }).map(([field, value]) => [`lines.${i}.${field}`, value]),
    ),
  )

// Team -------------------------------------------------------------------------------------------------------------

export type TypedMember = Omit<Member, 'id' | 'name'> & { name: string | null }

/** A member of the team. `accounts` and `profiles`: what may be chosen. */
export function parseMember(
  typed: Typed,
  profiles: readonly string[],
  accounts?: readonly string[],
): Parsed<TypedMember> {
  const parsed = parseForm(
    {
      userId: accounts ? fields.optionalChoice(accounts) : fields.optionalText(),
      name: fields.optionalText(),
      function: fields.text(),
      profiles: fields.choices(profiles),
      from: fields.date(),
      to: fields.optionalDate(),
    },
    typed,
  )
  const errors: FieldErrors = {}
  const fte = hundredths(typed, 'fte', errors, fullTime)
  if (!parsed.ok) return withErrors(parsed, errors)
  const { userId, name, from, to } = parsed.value
  if (accounts && userId === null && name === null) errors.name = { key: 'funding.member.who' }
  if (accounts && userId !== null && name !== null) errors.name = { key: 'funding.member.whoTwice' }
  if (to !== null && to < from) errors.to = { key: 'funding.order' }
  return finished(parsed, errors, { ...parsed.value, fte })
}

export function parseTime(typed: Typed, lines: readonly string[]) {
  const parsed = parseForm({ line: fields.choice(lines), from: fields.date(), to: fields.optionalDate() }, typed)
  const errors: FieldErrors = {}
  const share = hundredths(typed, 'share', errors, percent)
  return finished(parsed, errors, parsed.ok ? { ...parsed.value, share } : (undefined as never))
}

// Costs ------------------------------------------------------------------------------------------------------------

/** Amounts of a month: `sum`, or `member.ID` for each. Empty fields say nothing; nought is an amount. */
export function parseStaffCosts(
  typed: Typed,
  memberIds: readonly string[],
): Parsed<{ memberId: string | null; cents: number }[]> {
  const errors: FieldErrors = {}
  const asked = [{ field: 'sum', memberId: null }, ...memberIds.map((id) => ({ field: `member.${id}`, memberId: id }))]
  const costs = asked
    .filter(({ field }) => typed.get(field).trim() !== '')
    .map(({ field, memberId }) => ({
      memberId,
      cents: hundredths(typed, field, errors, { ...amount, least: 0, tooLow: 'funding.amount.negative' }),
    }))
  return finished({ ok: true, typed, value: null }, errors, costs)
}

export function parseExpense(typed: Typed) {
  const parsed = parseForm(
    {
      on: fields.date(),
      what: fields.text(300),
      receiptNumber: fields.text(60, 'funding.expense.receiptNeeded'),
      receiptPlace: fields.optionalText(200),
    },
    typed,
  )
  const errors: FieldErrors = {}
  const cents = hundredths(typed, 'amount', errors, { ...amount, tooLow: 'funding.expense.negative' })
  return finished(parsed, errors, parsed.ok ? { ...parsed.value, cents } : (undefined as never))
}

export const parseWithdrawal = (typed: Typed) => parseForm({ reason: fields.text(300, 'funding.expense.why') }, typed)

export function parseBudget(typed: Typed) {
  const parsed = parseForm({ from: fields.date(), to: fields.date() }, typed)
  const errors: FieldErrors = {}
  const cents = hundredths(typed, 'amount', errors, { ...amount, least: 0, tooLow: 'funding.amount.negative' })
  return finished(parsed, errors, parsed.ok ? { ...parsed.value, cents } : (undefined as never))
}

/** The months of a report, from the address; `fallback` where they are missing or in the wrong order. */
export function readMonths(query: URLSearchParams, fallback: { from: Month; to: Month }): { from: Month; to: Month } {
  const from = query.get('from')
  const to = query.get('to')
  if (!isMonth(from) || !isMonth(to) || from > to || from < '2000-01' || to > '2199-12') return fallback
  // At most ten years: a report is drawn month by month.
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 10 ? fallback : { from, to }
}
