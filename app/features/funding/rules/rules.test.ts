import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Line } from '../funding.ts'
import { firstDay, lastDay, monthsFrom } from '../months.ts'
import { faultsOf, gapsOf, lineOfGap } from './lines.ts'
import { addBudget, addExpense } from './outings.ts'
import { perPerson, reportOf } from './report.ts'
import { largestRemainder, splitMonths } from './split.ts'
import { addTime, enterStaffCost, fullTimeOn, profilesHeld } from './team.ts'

const line = (funder: string, percent: number, more: Partial<Line> = {}): Line => ({
  key: funder.toLowerCase(),
  funder,
  share: Math.round(percent * 100),
  costBase: 'staff',
  from: '2026-01-01',
  to: '2026-12-31',
  eligibility: 'everyone',
  eligibilityWords: null,
  fte: null,
  ...more,
})
const three = [line('Fund', 75), line('Federal', 15), line('Own', 10)]

describe('lines', () => {
  test('of 75, 15 and 10 percent on every day stand together', () => {
    expect(faultsOf(three)).toEqual([])
    expect(gapsOf(three)).toEqual([])
  })
  test('of the same funder and cost base may not overlap, however the name is written', () => {
    const twice = [...three, line(' FUND ', 5, { from: '2026-12-31', to: '2027-06-30' })]
    expect(faultsOf(twice)).toEqual([
      { line: 3, field: 'from', key: 'funding.lines.overlap', params: { funder: ' FUND ', number: 1 } },
    ])
  })
  test.each([
    ['one after the other', { from: '2027-01-01', to: '2027-12-31' }],
    ['on another cost base', { costBase: 'all' as const }],
  ])('of the same funder are welcome %s', (_how, more) => {
    expect(faultsOf([...three, line('Fund', 75, more)])).toEqual([])
  })
  test('must not end before they begin', () => {
    expect(faultsOf([line('Fund', 100, { from: '2026-02-01', to: '2026-01-31' })])).toEqual([
      { line: 0, field: 'to', key: 'funding.lines.order' },
    ])
  })
  test.each([
    ['too little', [line('Fund', 75), line('Federal', 15)], [['2026-01-01', '2026-12-31', 9000]]],
    [
      'one day too many',
      [line('Fund', 100, { to: '2026-06-30' }), line('Own', 100, { from: '2026-06-30' })],
      [['2026-06-30', '2026-06-30', 20000]],
    ],
    [
      'a day between that nobody pays',
      [line('Fund', 100, { to: '2026-06-29' }), line('Own', 100, { from: '2026-07-01' })],
      [['2026-06-30', '2026-06-30', 0]],
    ],
    [
      'hundredths',
      [line('Fund', 33.33), line('Federal', 33.33), line('Own', 33.33)],
      [['2026-01-01', '2026-12-31', 9999]],
    ],
  ] as const)('that do not add up: %s', (_what, lines, gaps) => {
    expect(gapsOf(lines).map(({ from, to, sum }) => [from, to, sum])).toEqual(gaps)
  })
  test('each cost base adds up for itself', () => {
    expect(gapsOf([...three, line('City', 60, { costBase: 'all' })])).toEqual([
      { costBase: 'all', from: '2026-01-01', to: '2026-12-31', sum: 6000 },
    ])
  })
  test('a gap is said beside a line of that day', () => {
    const lines = [line('Fund', 100, { to: '2026-06-29' }), line('Own', 90, { from: '2026-07-01' })]
    expect(gapsOf(lines).map((gap) => lineOfGap(lines, gap))).toEqual([0, 1])
  })

  test('any lines: the gaps are the days on which a count by hand differs from a hundred', () => {
    const day = fc
      .integer({ min: 0, max: 40 })
      .map((n) => `2026-0${1 + Math.floor(n / 20)}-${String(1 + (n % 20)).padStart(2, '0')}`)
    const one = fc.record({ from: day, to: day, share: fc.constantFrom(2500, 5000, 10000) })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 5 }), (given) => {
        const lines = given.filter(({ from, to }) => from <= to).map((g, i) => line(`F${i}`, 1, g))
        const gaps = gapsOf(lines)
        const all = monthsFrom('2026-01', '2026-03').flatMap((month) =>
          Array.from(
            { length: Number(lastDay(month).slice(8)) },
            (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`,
          ),
        )
        const begins = lines.map((l) => l.from).sort()[0] ?? '9'
        const ends =
          lines
            .map((l) => l.to)
            .sort()
            .at(-1) ?? '0'
        for (const on of all) {
          const sum = lines.filter((l) => l.from <= on && on <= l.to).reduce((n, l) => n + l.share, 0)
          const isGap = on >= begins && on <= ends && sum !== 10000
          expect(gaps.find((gap) => gap.from <= on && on <= gap.to)?.sum, on).toBe(isGap ? sum : undefined)
        }
      }),
    )
  })
})

describe('cents', () => {
  test('left over go to the largest remainders, a tie to the first', () => {
    expect(largestRemainder([75n, 15n, 10n], 100n)).toEqual([1n, 0n, 0n])
    expect(largestRemainder([150n, 150n, 100n], 100n)).toEqual([2n, 1n, 1n])
    expect(largestRemainder([50n, 50n], 100n)).toEqual([1n, 0n])
  })
  test('of any amounts and any shares that add up to a hundred always add up, per month and over the period', () => {
    const shares = fc
      .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 0, maxLength: 6 })
      .map((cuts) =>
        [0, ...cuts.sort((a, b) => a - b), 10_000].flatMap((cut, i, all) => (i === 0 ? [] : [cut - all[i - 1]!])),
      )
    const amounts = fc.array(fc.integer({ min: 0, max: 2_000_000_000 }), { minLength: 1, maxLength: 24 })
    fc.assert(
      fc.property(shares, amounts, (weights, months) => {
        const parts = splitMonths(months.map((cents) => ({ cents, weights })))
        const total = months.reduce((all, n) => all + n, 0)
        for (const [m, row] of parts.entries()) expect(row.reduce((all, n) => all + n, 0)).toBe(months[m])
        const sums = weights.map((_, i) => parts.reduce((all, row) => all + row[i]!, 0))
        const exact = weights.map((weight) => BigInt(weight) * BigInt(total))
        // The period is rounded once: the same as if it were one amount.
        expect(sums.map(BigInt)).toEqual(largestRemainder(exact, 10_000n))
        for (const [m, row] of parts.entries())
          for (const [i, cents] of row.entries())
            expect(Math.abs(cents - (months[m]! * weights[i]!) / 10_000)).toBeLessThan(2)
      }),
    )
  })
})

describe('the report', () => {
  const staff = new Map([
    ['2026-01', 1_000_001],
    ['2026-02', 999_998],
    ['2026-03', 333_333],
  ])
  const outings = new Map([['2026-02', 45_050]])
  const quarter = { from: '2026-01', to: '2026-03' }

  test('pays 75, 15 and 10 percent of staff cost; outings stand apart on own funds', () => {
    const report = reportOf(three, { staff, outings }, quarter)
    // 2,333,332 cents: 1,749,999 · 349,999.8 · 233,333.2
    expect(report.payers.map(({ amount }) => amount)).toEqual([1_749_999, 350_000, 233_333])
    expect(report).toMatchObject({ staff: 2_333_332, outings: 45_050, own: 45_050, uncovered: 0, total: 2_378_382 })
    for (const month of report.months) expect(month.parts.reduce((a, b) => a + b, 0)).toBe(month.staff)
  })
  test('lets lines on all cost pay outings, and what staff lines leave', () => {
    const city = line('City', 100, { costBase: 'all', from: '2026-01-01', to: '2026-03-31' })
    const report = reportOf([line('Fund', 100, { to: '2026-02-28' }), city], { staff, outings }, quarter)
    expect(report.payers.map(({ amount }) => amount)).toEqual([1_999_999, 45_050 + 333_333])
    expect(report).toMatchObject({ own: 0, uncovered: 0 })
  })
  test('says what no line covers', () => {
    const report = reportOf([line('Fund', 100, { to: '2026-02-28' })], { staff, outings }, quarter)
    expect(report).toMatchObject({ uncovered: 333_333, own: 45_050 })
  })
  test('splits a month in which shares change by its days', () => {
    const april = new Map([['2026-04', 30_000]])
    const lines = [
      line('Fund', 80, { to: '2026-04-10' }),
      line('Fund', 50, { from: '2026-04-11' }),
      line('Own', 20, { to: '2026-04-10' }),
      line('Own', 50, { from: '2026-04-11' }),
    ]
    const report = reportOf(lines, { staff: april, outings: new Map() }, { from: '2026-04', to: '2026-04' })
    // 10 days of 80 and 20 of 50 percent: 60 percent.
    expect(report.payers).toMatchObject([
      { funder: 'Fund', amount: 18_000, shares: [8000, 5000] },
      { funder: 'Own', amount: 12_000 },
    ])
  })
  test('counts of a month only the days that are covered: a start in mid-month takes the whole of its cost', () => {
    const lines = three.map((one) => ({ ...one, from: '2026-01-15' }))
    expect(reportOf(lines, { staff, outings: new Map() }, { from: '2026-01', to: '2026-01' }).payers[0]!.amount).toBe(
      750_001,
    )
  })
  test('agrees to the cent whatever the lines, periods and amounts', () => {
    const month = fc.integer({ min: 0, max: 11 }).map((n) => `2026-${String(n + 1).padStart(2, '0')}`)
    const amounts = fc.dictionary(month, fc.integer({ min: 0, max: 50_000_000 })).map((d) => new Map(Object.entries(d)))
    const anyLine = fc.record({
      funder: fc.constantFrom('A', 'B', 'C'),
      share: fc.integer({ min: 1, max: 10_000 }),
      costBase: fc.constantFrom('staff' as const, 'all' as const),
      from: month.map(firstDay),
      to: month.map(lastDay),
    })
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 6 }), amounts, amounts, (given, staffCost, spent) => {
        const lines = given.filter((g) => g.from <= g.to).map((g) => line(g.funder, 1, g))
        const report = reportOf(lines, { staff: staffCost, outings: spent }, { from: '2026-01', to: '2026-12' })
        const paid = report.payers.reduce((all, { amount }) => all + amount, 0)
        expect(paid + report.own + report.uncovered).toBe(report.staff + report.outings)
        for (const m of report.months)
          expect(m.parts.reduce((a, b) => a + b, 0) + m.own + m.uncovered).toBe(m.staff + m.outings)
      }),
    )
  })
  test.each([
    [100, 3, 33],
    [200, 3, 67],
    [5, 2, 3],
    [100, 0, null],
  ])('%i cents for %i people: %s each', (cents, people, each) => expect(perPerson(cents, people)).toBe(each))
})

describe('the team', () => {
  const member = (name: string, fte: number, profiles: string[], from = '2026-01-01', to: string | null = null) => ({
    ...{ id: name, userId: null, name, function: 'x', profiles, fte, from, to },
  })
  const members = [member('Ana', 80, ['law']), member('Bo', 50, ['law', 'group'], '2026-01-01', '2026-03-31')]
  const label = { fr: 'x', de: 'x', en: 'x', nl: 'x' }
  const plan = { fullTime: 4, profiles: ['law', 'group'].map((key) => ({ key, label })) }
  test('has full-time equivalents and profiles on a day', () => {
    expect(fullTimeOn(members, '2026-03-31')).toBe(130)
    expect(fullTimeOn(members, '2026-04-01')).toBe(80)
    const held = profilesHeld(plan, members, '2026-04-01').map(({ holders }) => holders.map(({ name }) => name))
    expect(held).toEqual([['Ana'], []])
  })
  test.each([
    ['the rest of the time', 4000, '2026-01-01', true],
    ['more than all of it', 4001, '2026-01-01', false],
    ['more, before it was shared', 10_000, '2025-01-01', false],
  ])('gives a line %s', (_what, share, from, ok) => {
    const times = [{ share: 6000, from: '2026-01-01', to: null }]
    expect(addTime(times, { share, from, to: null }).ok).toBe(ok)
  })
  test('does not give time that ends before it begins', () => {
    expect(addTime([], { share: 1, from: '2026-01-02', to: '2026-01-01' })).toMatchObject({ key: 'funding.order' })
  })
  test('costs one sum or an amount per member, never both', () => {
    expect(enterStaffCost([{ memberId: null }]).ok).toBe(true)
    expect(enterStaffCost([{ memberId: 'a' }, { memberId: 'b' }]).ok).toBe(true)
    expect(enterStaffCost([{ memberId: null }, { memberId: 'b' }])).toMatchObject({ key: 'funding.costs.twice' })
  })
})

describe('outings', () => {
  const spent = { id: '1', on: '2026-03-01', cents: 500, what: 'Museum', receiptNumber: 'R-1', receiptPlace: null }
  test('a receipt is entered once, unless it was struck out', () => {
    const twice = { receiptNumber: 'r-1' }
    expect(addExpense([{ ...spent, withdrawn: null }], twice)).toMatchObject({ key: 'funding.expense.receiptTwice' })
    expect(addExpense([{ ...spent, withdrawn: { on: '2026-03-02', reason: 'x' } }], twice).ok).toBe(true)
  })
  test('budgets do not overlap', () => {
    const budget = { id: '1', from: '2026-01-01', to: '2026-12-31', cents: 100 }
    expect(addBudget([budget], { from: '2027-01-01', to: '2027-12-31' }).ok).toBe(true)
    expect(addBudget([budget], { from: '2026-12-31', to: '2027-12-31' })).toMatchObject({
      key: 'funding.budget.overlap',
    })
    expect(addBudget([], { from: '2027-01-01', to: '2026-12-31' })).toMatchObject({ key: 'funding.order' })
  })
})
