import { describe, expect, test } from 'vitest'
import { stageKinds } from '../../blueprints/blueprint.ts'
import {
  closing,
  currentStatus,
  isTooOftenAbsent,
  marking,
  markingRest,
  stageByAttendance,
  summarise,
  undoing,
} from './rules.ts'

const today = '2026-11-23'
const session = (over = {}) => ({ onDate: today, cancelledOn: null, closedAt: null, ...over })
const expected = new Set(['nadia', 'omar'])
const mark = (status: 'present' | 'excused' | 'none', personId = 'nadia') => ({ key: 'k', personId, status })

describe('marking', () => {
  test.each([
    ['present today', session(), [mark('present')], true],
    ['present tomorrow', session({ onDate: '2026-11-24' }), [mark('present')], 'attendance.marking.early'],
    ['excused tomorrow', session({ onDate: '2026-11-24' }), [mark('excused')], true],
    ['taken back tomorrow', session({ onDate: '2026-11-24' }), [mark('none')], true],
    ['a correction after closing', session({ closedAt: new Date() }), [mark('present')], true],
    ['a cancelled session', session({ cancelledOn: today }), [mark('present')], 'attendance.marking.cancelled'],
    ['a stranger', session(), [mark('present', 'paul')], 'attendance.marking.notExpected'],
    ['nothing', session(), [], 'attendance.marking.nothing'],
  ])('%s', (_name, of, marks, answer) => {
    const decision = marking(of, marks, { today, expected })
    expect(decision.ok ? true : decision.key).toBe(answer)
  })
})

describe('closing', () => {
  const who = (status: 'present' | null, announced = false) => ({ personId: 'nadia', status, announced })
  const close = (of: ReturnType<typeof session>, register: ReturnType<typeof who>[]) =>
    closing(of, register, { today, newKey: () => 'key' })
  test('everyone marked', () => expect(close(session(), [who('present')])).toEqual({ ok: true, value: [] }))
  test('who announced it counts as excused', () =>
    expect(close(session(), [who(null, true)])).toEqual({
      ok: true,
      value: [{ key: 'key', personId: 'nadia', status: 'excused' }],
    }))
  test.each([
    ['someone not marked', session(), 'attendance.closing.unmarked'],
    ['a session to come', session({ onDate: '2026-11-24' }), 'attendance.closing.early'],
    ['closed already', session({ closedAt: new Date() }), 'attendance.closing.already'],
    ['cancelled', session({ cancelledOn: today }), 'attendance.closing.cancelled'],
  ])('%s is refused', (_name, of, key) => expect(close(of, [who(null)])).toMatchObject({ ok: false, key }))
})

test('all the others are here, except who said they can’t come', () => {
  const person = (personId: string, status: 'absent' | null, announced: boolean) => ({
    personId,
    status,
    announced,
    enrolmentId: '',
    memberId: '',
    firstName: '',
    lastName: null,
    corrected: false,
  })
  const rest = markingRest([person('a', null, false), person('b', null, true), person('c', 'absent', false)], () => 'k')
  expect(rest.map((one) => `${one.personId} ${one.status}`)).toEqual(['a present', 'b excused'])
})

describe('taking back', () => {
  const history = [
    { key: '1', status: 'present' as const },
    { key: '2', status: 'absent' as const },
  ]
  test('says again what was said before', () => expect(undoing(history, '2')).toBe('present'))
  test('the first mark leaves nothing', () => expect(undoing(history.slice(0, 1), '1')).toBe('none'))
  test('a mark that was replaced stays replaced', () => expect(undoing(history, '1')).toBeUndefined())
  test('an unknown mark is nothing to take back', () => expect(undoing(history, '9')).toBeUndefined())
  test('what counts is the last to arrive; none is silence', () => {
    expect(currentStatus(history)).toBe('absent')
    expect(currentStatus([...history, { status: 'none' }])).toBeNull()
    expect(currentStatus([])).toBeNull()
  })
})

describe('what attendance does to the stage', () => {
  const early = ['registered', 'contacted', 'informed', 'allocated']
  test.each(stageKinds.flatMap((kind) => [0, 1].flatMap((n) => [true, false].map((by) => ({ kind, n, by })))))(
    '$kind, came $n times, a slip of today $by',
    ({ kind, n, by }) => {
      const next = stageByAttendance({ kind, isSlip: by }, n)
      if (n > 0) expect(next).toBe(early.includes(kind) ? 'started' : undefined)
      else expect(next).toBe(kind === 'started' && by ? 'allocated' : undefined)
    },
  )
})

test('the referrer hears at the limit, and never without one', () => {
  expect([1, 2, 3].map((n) => isTooOftenAbsent(n, 2))).toEqual([false, true, true])
  expect(isTooOftenAbsent(9, null)).toBe(false)
})

test('a summary counts each status, and leaves silence out', () => {
  expect(summarise(['present', 'late', null, 'absent', 'present'])).toEqual({
    marked: 4,
    present: 2,
    late: 1,
    leftEarly: 0,
    excused: 0,
    absent: 1,
  })
})
