import { expect, test } from 'vitest'
import { moveup } from '../../blueprints/moveup.ts'
import type { LanguageLevelCode } from '../../data/language-levels.ts'
import { type MemberLevel, suggestContentLevel } from './rules.ts'

const one = (oral: LanguageLevelCode | null, more: Partial<MemberLevel> = {}): MemberLevel => ({
  oral,
  reading: null,
  writing: null,
  schooled: null,
  triage: null,
  ...more,
})
const levels = moveup.contentLevels!

test.each([
  ['nobody in it', [], null],
  ['one of three known', [one('A1'), one(null), one(null)], null],
  ['half known', [one('A1'), one(null)], 'a1'],
  ['beginners who read', [one('none', { reading: 'A1' }), one('A1.1', { reading: 'A1' })], 'beginner-oral'],
  ['as many at A1 as at A2: the lower', [one('A1'), one('A1'), one('A2'), one('A2')], 'a1'],
  ['more at A2 than at A1', [one('A1'), one('A2'), one('A2')], 'a2'],
  ['B1', [one('B1')], 'a2'],
  [
    'beginners of whom most learn to read',
    [one('pre-A1', { reading: 'alpha-1' }), one('none', { writing: 'alpha-0' }), one('A1', { reading: 'A1' })],
    'literacy',
  ],
  ['at ease in speaking, learning to read', [one('B1', { reading: 'alpha-2' })], 'literacy-oral'],
  ['half learn to read: as those who read', [one('A1', { schooled: false }), one('A1', { schooled: true })], 'a1'],
  ['never at school, not tested in writing', [one('none', { schooled: false })], 'literacy'],
  ['the assessor’s decision before the test', [one('A1', { triage: 'fle', reading: 'alpha-3' })], 'a1'],
] as const)('%s', (_, members, key) => expect(suggestContentLevel(levels, members)?.key ?? null).toBe(key))

test('where a programme has no level for those who learn to read, the others are offered', () => {
  const cefr = levels.filter(({ written }) => written === 'cefr')
  expect(suggestContentLevel(cefr, [one('A1', { reading: 'alpha-1' })])?.key).toBe('a1')
})
