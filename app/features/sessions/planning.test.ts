import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { focustravail } from '../../blueprints/focustravail.ts'
import { addDays, daysBetween, type Weekday } from '../../shared/time/dates.ts'
import { holidayOn } from '../../shared/time/holidays.ts'
import { type PlanRequest, planHalfDays, weeksSpanned } from './planning.ts'
import { dayPart, usualTimes, type WeekSlot } from './session.ts'

const plan = focustravail.calendar!
const on = (day: Weekday, part: 'morning' | 'afternoon' = 'morning'): WeekSlot => ({
  weekday: day,
  ...usualTimes[part],
})
const request = (over: Partial<PlanRequest>): PlanRequest => ({
  start: '2026-09-07',
  slots: [on(1), on(2), on(4)],
  themes: plan.themes.map((t) => t.key),
  weeksMin: plan.weeksMin,
  weeksMax: plan.weeksMax,
  closedOn: (date) => holidayOn('CH-BE', date)?.key,
  ...over,
})
const planned = (over: Partial<PlanRequest>) => {
  const decision = planHalfDays(request(over))
  if (!decision.ok) throw new Error(decision.key)
  return decision.value
}

describe('planning the half-days of a group', () => {
  test('three a week from a Monday take four weeks', () => {
    const { halfDays, weeks, skipped } = planned({})
    expect(weeks).toBe(4)
    expect(skipped).toEqual([])
    expect(halfDays).toHaveLength(12)
    expect(halfDays[0]).toEqual({ position: 1, date: '2026-09-07', ...usualTimes.morning, theme: 'arriving' })
    expect(halfDays[11]).toMatchObject({ position: 12, date: '2026-10-01', theme: 'my-next-step' })
  })

  test('a start in mid-week begins on the next half-day of the pattern', () => {
    expect(planned({ start: '2026-09-09' }).halfDays[0]?.date).toBe('2026-09-10')
  })

  test('two half-days on one day follow each other', () => {
    const { halfDays } = planned({ slots: [on(3, 'afternoon'), on(3), on(5)] })
    expect(halfDays.slice(0, 3).map((h) => [h.date, dayPart(h.from)])).toEqual([
      ['2026-09-09', 'morning'],
      ['2026-09-09', 'afternoon'],
      ['2026-09-11', 'morning'],
    ])
  })

  test('Easter is skipped and said so', () => {
    const { halfDays, skipped, weeks } = planned({ start: '2026-03-16', slots: [on(1), on(3), on(5)] })
    expect(skipped).toEqual([
      { date: '2026-04-03', why: 'good-friday' },
      { date: '2026-04-06', why: 'easter-monday' },
    ])
    expect(halfDays.at(-1)?.date).toBe('2026-04-15')
    expect(weeks).toBe(5)
  })

  test('a programme adds closing days of its own', () => {
    const autumn = (date: string) => (date >= '2026-09-21' && date <= '2026-09-25' ? 'autumn-break' : undefined)
    expect(planned({ closedOn: autumn }).weeks).toBe(5)
  })

  test.each([
    [
      'four a week are over in three weeks',
      { slots: [on(1), on(2), on(4), on(5)] },
      'sessions.planning.tooShort',
      { weeks: 3, min: 4 },
    ],
    ['one a week takes twelve', { slots: [on(1)] }, 'sessions.planning.tooLong', { weeks: 12, max: 6 }],
    [
      'two a week over Whitsun take seven',
      { start: '2026-05-11', slots: [on(1), on(4)] },
      'sessions.planning.tooLong',
      { weeks: 7, skipped: 2 },
    ],
    ['no half-day of the week', { slots: [] }, 'sessions.planning.noSlots', {}],
    ['no themes', { themes: [] }, 'sessions.planning.noThemes', {}],
    ['a half-day twice', { slots: [on(1), on(1)] }, 'sessions.planning.overlap', {}],
    [
      'an end before its start',
      { slots: [{ weekday: 1 as const, from: '11:30', to: '08:30' }] },
      'sessions.planning.times',
      {},
    ],
    ['a start that is no date', { start: '2026-02-30' }, 'sessions.planning.start', {}],
    ['a calendar that is always closed', { closedOn: () => 'closed' }, 'sessions.planning.closed', { count: 12 }],
  ])('%s: refused', (_name, over, key, params) => {
    const decision = planHalfDays(request(over))
    expect(decision).toMatchObject({ ok: false, key, params })
  })

  test('whatever the pattern and the start: in order, on the pattern, never on a closed day, 4 to 6 weeks', () => {
    const slots = fc.uniqueArray(
      fc.record({
        weekday: fc.integer({ min: 1, max: 6 }),
        part: fc.constantFrom('morning' as const, 'afternoon' as const),
      }),
      { minLength: 1, maxLength: 5, selector: (s) => `${s.weekday}${s.part}` },
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), slots, (offset, pattern) => {
        const start = addDays('2026-01-01', offset)
        const decision = planHalfDays(request({ start, slots: pattern.map((s) => on(s.weekday as Weekday, s.part)) }))
        if (!decision.ok) return ['sessions.planning.tooShort', 'sessions.planning.tooLong'].includes(decision.key)
        const { halfDays, weeks } = decision.value
        const order = halfDays.map((h) => `${h.date} ${h.from}`)
        expect(order).toEqual([...new Set(order)].sort())
        expect(halfDays.every((h) => holidayOn('CH-BE', h.date) === undefined && daysBetween(start, h.date) >= 0)).toBe(
          true,
        )
        return weeks >= 4 && weeks <= 6 && halfDays.length === 12
      }),
    )
  })
})

describe('weeks spanned', () => {
  test.each([
    [[], 0],
    [['2026-09-07'], 1],
    [['2026-09-07', '2026-09-13'], 1],
    [['2026-09-14', '2026-09-07'], 2],
  ])('%j: %i', (dates, weeks) => expect(weeksSpanned(dates)).toBe(weeks))
})
