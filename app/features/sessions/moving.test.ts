import { describe, expect, test } from 'vitest'
import type { Weekday } from '../../shared/time/dates.ts'
import { holidayOn } from '../../shared/time/holidays.ts'
import { type MoveRequest, moveSession } from './moving.ts'
import { planHalfDays } from './planning.ts'
import { usualTimes } from './session.ts'

const { morning, afternoon } = usualTimes
const slots = ([1, 2, 4] as Weekday[]).map((weekday) => ({ weekday, ...morning }))
const closedOn = (date: string) => holidayOn('CH-BE', date)?.key
const themes = Array.from({ length: 12 }, (_, i) => `theme-${i + 1}`)

function halfDays(start = '2026-09-07') {
  const plan = planHalfDays({ start, slots, themes, weeksMin: 4, weeksMax: 6, closedOn })
  if (!plan.ok) throw new Error(plan.key)
  return plan.value.halfDays
}
const move = (over: Partial<MoveRequest>) =>
  moveSession({
    halfDays: halfDays(),
    position: 3,
    to: { date: '2026-09-11', ...morning },
    slots,
    closedOn,
    weeksMin: 4,
    weeksMax: 6,
    held: new Set(),
    ...over,
  })
const proposed = (over: Partial<MoveRequest>) => {
  const decision = move(over)
  if (!decision.ok) throw new Error(decision.key)
  return decision.value
}

describe('moving a session', () => {
  test('to a free day before the next one: nothing else moves', () => {
    expect(proposed({})).toEqual({
      move: { position: 3, was: { date: '2026-09-10', ...morning }, becomes: { date: '2026-09-11', ...morning } },
      followers: [],
      notes: [],
    })
  })

  test('onto the next one: all those after it go one half-day further', () => {
    const { followers, notes } = proposed({ to: { date: '2026-09-14', ...morning } })
    expect(followers.map((f) => f.position)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(followers[0]).toMatchObject({ was: { date: '2026-09-14' }, becomes: { date: '2026-09-15' } })
    expect(followers.at(-1)?.becomes.date).toBe('2026-10-05')
    expect(notes).toEqual([])
  })

  test('onto the afternoon before the next morning: nothing else moves', () => {
    expect(proposed({ to: { date: '2026-09-10', ...afternoon } }).followers).toEqual([])
  })

  test('the last one moves alone', () => {
    expect(proposed({ position: 12, to: { date: '2026-10-08', ...morning } }).followers).toEqual([])
  })

  test('followers skip holidays', () => {
    const { followers } = proposed({
      halfDays: halfDays('2026-03-16'),
      position: 8,
      to: { date: '2026-04-02', ...morning },
    })
    expect(followers.map((f) => f.becomes.date)).toEqual(['2026-04-07', '2026-04-09', '2026-04-13', '2026-04-14'])
  })

  test.each([
    [
      'a day outside the pattern',
      { halfDays: halfDays('2026-03-16'), position: 12, to: { date: '2026-04-10', ...morning } },
      [],
    ],
    [
      'Good Friday',
      { halfDays: halfDays('2026-03-16'), position: 9, to: { date: '2026-04-03', ...morning } },
      ['sessions.moving.closed'],
    ],
    ['before an earlier theme', { position: 3, to: { date: '2026-09-04', ...morning } }, ['sessions.moving.order']],
    ['far beyond six weeks', { position: 12, to: { date: '2026-11-05', ...morning } }, ['sessions.moving.weeks']],
  ])('%s is noted, not refused', (_name, over, keys) => expect(proposed(over).notes.map((n) => n.key)).toEqual(keys))

  test.each([
    ['a session that took place', { held: new Set([3]) }, 'sessions.moving.held'],
    ['a session that is not there', { position: 13 }, 'sessions.moving.unknown'],
    ['onto an earlier session', { to: { date: '2026-09-08', ...morning } }, 'sessions.moving.taken'],
    ['to no date', { to: { date: '2026-09-31', ...morning } }, 'sessions.moving.time'],
    ['to an end before its start', { to: { date: '2026-09-11', from: '10:00', to: '09:00' } }, 'sessions.moving.time'],
  ])('%s is refused', (_name, over, key) => expect(move(over)).toMatchObject({ ok: false, key }))
})
