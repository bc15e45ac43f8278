import { expect, test } from 'vitest'
import type { Grid, Result } from './smileys.ts'
import type { VotedSession } from './store.ts'
import { answersIn, happyShare, sumsBy, sumsOf } from './trend.ts'

const grid: Grid = { faces: 3, lines: [] }
const result = (sessionId: string, counts: Result['counts'], cast = 5): Result => ({
  sessionId,
  grid,
  cast,
  paper: 0,
  counts,
})
const session = (sessionId: string, key: string): VotedSession => ({
  sessionId,
  groupId: 'g',
  groupName: 'A',
  onDate: '2026-11-23',
  startsAt: '08:30',
  cancelled: false,
  theme: { key, title: { en: key } },
  hasVote: true,
})

test('a session too small to be shown is in no sum, so no difference of sums gives it away', () => {
  const shown = result('a', { 'x/good': 4, 'x/bad': 1 })
  const hidden = result('b', null, 4)
  expect(sumsOf([shown, hidden])).toEqual(sumsOf([shown]))
  expect(sumsOf([hidden])).toMatchObject({ sessions: 0, votes: 0 })
  const by = sumsBy(
    [session('a', 'work'), session('b', 'work'), session('b', 'housing')],
    new Map([
      ['a', shown],
      ['b', hidden],
    ]),
    (s) => s.theme.key,
  )
  expect(by).toEqual([{ name: 'work', sums: sumsOf([shown]) }])
})

test('"I don’t know" is no answer for the share of yes', () => {
  const sums = sumsOf([result('a', { 'x/good': 2, 'x/great': 1, 'x/bad': 1, 'x/unknown': 6 }, 10)])
  expect(happyShare(sums)).toBe(0.75)
  expect(happyShare(sumsOf([result('a', { 'x/unknown': 5 })]))).toBeNull()
})

test('the outer faces are shown only where somebody was offered them', () => {
  expect(answersIn([sumsOf([result('a', { 'x/good': 5 })])])).toEqual(['good', 'middling', 'bad', 'unknown'])
  expect(answersIn([sumsOf([result('a', { 'x/awful': 5 })])])).toContain('awful')
})
