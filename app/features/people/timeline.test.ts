import { expect, test } from 'vitest'
import type { OwnSession } from '../attendance/readers.ts'
import { sessionFacts } from './timeline.ts'

const half = (number: number, status: string | null, groupName = 'Marché') =>
  ({ number, status, groupName, onDate: `2026-10-${String(number).padStart(2, '0')}` }) as OwnSession

const told = (sessions: OwnSession[]) =>
  sessionFacts(sessions).map((fact) =>
    fact.kind === 'sessions'
      ? `${fact.from}–${fact.to} ${fact.status} on ${fact.on.slice(-2)}`
      : fact.kind === 'session'
        ? `${fact.number} ${fact.status}`
        : fact.kind,
  )

test('half-days in the same way are one line from four on, dated by the last of them', () => {
  const weeks = [1, 2, 3, 4, 5].map((n) => half(n, 'present'))
  expect(told([...weeks, half(6, 'absent'), half(7, 'present'), half(8, 'present')])).toEqual([
    '1–5 present on 05',
    '6 absent',
    '7 present',
    '8 present',
  ])
})

test('another group begins anew, and a half-day without a mark is left out', () => {
  const sessions = [1, 2, 3].map((n) => half(n, 'present'))
  expect(told([...sessions, half(4, null), half(5, 'present', 'Kanaal')])).toEqual([
    '1 present',
    '2 present',
    '3 present',
    '5 present',
  ])
})
