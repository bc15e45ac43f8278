import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBlueprint } from '../../blueprints/blueprints.ts'
import { defaultSettings } from '../../blueprints/settings.ts'
import { closedIn } from './programme.ts'
import { cannotCome, conflictsOf, joining, mandatesUntil, planningGroup, toSlots } from './rules.ts'

const settings = defaultSettings(findBlueprint('focustravail')!)
const times = { amFrom: '08:30', amTo: '11:30', pmFrom: '13:30', pmTo: '16:30' }

describe('planning a group', () => {
  test('three half-days a week give twelve dates, and mandates until the last step of the hand-over is due', () => {
    const slots = toSlots(['mon-am', 'wed-pm', 'thu-am'], times)
    const plan = planningGroup({ start: '2026-09-07', slots }, settings, closedIn('CH-BE'))
    if (!plan.ok) throw new Error(plan.key)
    expect(plan.value.halfDays).toHaveLength(12)
    expect(plan.value.halfDays[1]).toMatchObject({ date: '2026-09-09', from: '13:30' })
    expect(plan.value.endsOn).toBe('2026-10-01')
    expect(plan.value.mandatesUntil).toBe('2026-10-31')
  })
  test('holidays of the region are skipped and named; an unknown region has none', () => {
    const slots = toSlots(['mon-am', 'wed-am', 'fri-am'], times)
    const dates = (region: string) => {
      const plan = planningGroup({ start: '2026-03-16', slots }, settings, closedIn(region))
      return plan.ok ? plan.value.skipped.map((day) => day.why) : plan.key
    }
    expect(dates('CH-BE')).toEqual(['good-friday', 'easter-monday'])
    expect(dates('nowhere')).toEqual([])
  })
  test('the themes of one week come again until all half-days have one, numbered through', () => {
    const { calendar } = settings
    const week = {
      ...calendar!,
      themes: calendar!.themes.slice(0, 3),
      count: 8,
      weeksMin: 2,
      weeksMax: 4,
      repeats: true,
    }
    const slots = toSlots(['mon-am', 'wed-pm', 'thu-am'], times)
    const plan = planningGroup({ start: '2026-09-07', slots }, { ...settings, calendar: week }, closedIn('BE'))
    if (!plan.ok) throw new Error(plan.key)
    const [a, b, c] = week.themes.map(({ key }) => key)
    expect(plan.value.halfDays.map(({ theme }) => theme)).toEqual([a, b, c, a, b, c, a, b])
    expect(plan.value.halfDays.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(plan.value.weeks).toBe(3)
  })
  test('a programme without a calendar is refused', () => {
    const plan = planningGroup({ start: '2026-09-07', slots: [] }, { ...settings, calendar: null }, () => undefined)
    expect(plan).toMatchObject({ ok: false, key: 'groups.planning.noCalendar' })
  })
  test('without deadlines the coaches keep a month', () => {
    expect(mandatesUntil('2026-10-01', { handover: null })).toBe('2026-10-31')
  })
})

describe('conflicts', () => {
  const wanted = [{ date: '2026-09-07', from: '08:30', room: 'Lilac' }]
  const found = (taken: Parameters<typeof conflictsOf>[1]['taken']) =>
    conflictsOf(wanted, { groupId: 'mine', coachIds: ['amina'], taken }).map((one) => `${one.kind} ${one.id}`)
  const one = { onDate: '2026-09-07', halfDay: 'am' as const, groupId: 'other', userId: 'beat', room: 'Oak' }
  test.each([
    ['another coach in another room', [one], []],
    ['my coach elsewhere', [{ ...one, userId: 'amina' }], ['staff amina']],
    ['my room with somebody else', [{ ...one, room: 'Lilac' }], ['room Lilac']],
    [
      'my room taken by a group with two coaches is said once',
      [
        { ...one, room: 'Lilac' },
        { ...one, room: 'Lilac', userId: 'carla' },
      ],
      ['room Lilac'],
    ],
    ['the afternoon', [{ ...one, userId: 'amina', halfDay: 'pm' as const }], []],
    ['the group itself', [{ ...one, userId: 'amina', groupId: 'mine' }], []],
  ])('%s', (_name, taken, expected) => expect(found(taken)).toEqual(expected))
})

describe('joining', () => {
  test.each([
    [{ capacity: 12, taken: 11, wanting: 1, closed: false }, { ok: true }],
    [
      { capacity: 12, taken: 12, wanting: 1, closed: false },
      { ok: false, key: 'groups.joining.full' },
    ],
    [
      { capacity: 12, taken: 10, wanting: 3, closed: false },
      { ok: false, key: 'groups.joining.full' },
    ],
    [
      { capacity: 12, taken: 0, wanting: 0, closed: false },
      { ok: false, key: 'groups.joining.nobody' },
    ],
    [
      { capacity: 12, taken: 0, wanting: 1, closed: true },
      { ok: false, key: 'groups.joining.closed' },
    ],
  ])('%j', (facts, expected) => expect(joining(facts)).toMatchObject(expected))
  test('whatever the numbers, a group is never fuller than its places', () => {
    const n = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(n, n, n, (capacity, taken, wanting) => {
        const decision = joining({ capacity, taken, wanting, closed: false })
        return !decision.ok || taken + wanting <= capacity
      }),
    )
  })
})

test('half-days that are not known stand in nobody’s way', () => {
  expect(cannotCome(['mon-am', 'wed-pm'], null)).toEqual([])
  expect(cannotCome(['mon-am', 'wed-pm'], ['mon-am'])).toEqual(['wed-pm'])
})
