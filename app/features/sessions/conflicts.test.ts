import { describe, expect, test } from 'vitest'
import { type Booking, findConflicts } from './conflicts.ts'

const booking = (over: Partial<Booking> = {}): Booking => ({
  sessionId: 'one',
  date: '2026-09-07',
  from: '08:30',
  to: '11:30',
  staffIds: ['amina'],
  roomId: 'lilac',
  ...over,
})
const other = (over: Partial<Booking> = {}) => booking({ sessionId: 'two', ...over })
const kinds = (have: Booking) => findConflicts([booking()], [have]).map((c) => `${c.kind} ${c.id}`)

describe('conflicts of coach and room', () => {
  test.each([
    ['the same coach and room at the same time', other(), ['staff amina', 'room lilac']],
    ['a coach in another room', other({ roomId: 'oak' }), ['staff amina']],
    ['a room with another coach', other({ staffIds: ['beat'] }), ['room lilac']],
    ['no room on either side', other({ roomId: null, staffIds: [] }), []],
    ['an overlap of half an hour', other({ from: '11:00', to: '12:00', roomId: null }), ['staff amina']],
    ['one begins as the other ends', other({ from: '11:30', to: '13:00' }), []],
    ['another day', other({ date: '2026-09-08' }), []],
    ['the same session as it was', booking({ to: '12:00' }), []],
  ])('%s', (_name, have, expected) => expect(kinds(have)).toEqual(expected))

  test('an outing without a room meets nobody', () => {
    expect(findConflicts([booking({ roomId: null })], [other({ roomId: null, staffIds: ['beat'] })])).toEqual([])
  })
})
