import { expect, test } from 'vitest'
import type { Session } from '../sessions/session.ts'
import { shownSessions } from './pages/attendance.tsx'

const days = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    onDate: new Date(Date.UTC(2026, 8, 1 + at)).toISOString().slice(0, 10),
  })) as Session[]

const shown = (count: number, asked: number | null, today: string) => {
  const { page, pages, shown: some } = shownSessions(days(count), asked, today)
  return [page, pages, some[0]?.number, some.at(-1)?.number]
}

test.each([
  ['twelve half-days stand on one page', 12, null, '2026-09-05', [1, 1, 1, 12]],
  ['of sixty those around the next one', 60, null, '2026-10-01', [2, 3, 21, 40]],
  ['after the end the last', 60, null, '2027-01-01', [3, 3, 41, 60]],
  ['the page that was asked for', 60, 1, '2026-10-01', [1, 3, 1, 20]],
  ['a page too far is the last', 60, 99, '2026-10-01', [3, 3, 41, 60]],
] as const)('%s', (_name, count, asked, today, expected) => expect(shown(count, asked, today)).toEqual(expected))
