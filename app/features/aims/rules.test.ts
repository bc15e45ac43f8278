import { describe, expect, test } from 'vitest'
import { Typed } from '../../shared/forms/forms.ts'
import { type Aim, currentOf } from './aim.ts'
import { parseAim, parseResult } from './form.ts'
import { rowsOf } from './rules.ts'

const today = '2026-11-23'
const kinds = ['participation', 'pathway']
const aim = (id: string, isDream = false): Aim => ({
  id,
  kind: 'pathway',
  isDream,
  words: null,
  reason: null,
  way: null,
  on: '2026-10-01',
  by: null,
  side: 'training',
  sharedOn: null,
  results: [],
})

describe('what counts', () => {
  test.each([
    ['nothing', [], undefined],
    ['the latest', [aim('b'), aim('a')], 'b'],
    ['the aim beside a later dream', [aim('dream', true), aim('a')], 'a'],
    ['the latest dream where there is nothing else', [aim('d2', true), aim('d1', true)], 'd2'],
  ] as const)('%s', (_, aims, id) => expect(currentOf(aims)?.id).toBe(id))
})

describe('an aim as typed', () => {
  test.each([
    ['the first, without words', { kind: 'pathway' }, undefined, null],
    ['not disclosed', { kind: 'not-disclosed' }, undefined, null],
    ['none', {}, undefined, 'kind forms.choose'],
    ['a kind nobody offers', { kind: 'other' }, undefined, 'kind forms.choose'],
    ['another without a reason', { kind: 'participation' }, aim('a'), 'reason aims.reason.missing'],
    ['another with a reason', { kind: 'participation', reason: 'Her child is ill' }, aim('a'), null],
    ['after a dream, without a reason', { kind: 'participation' }, aim('a', true), null],
    ['a dream without words', { kind: 'pathway', isDream: 'yes' }, aim('a'), 'words aims.dream.missing'],
    ['a dream beside an aim', { kind: 'pathway', isDream: 'yes', words: 'A bakery' }, aim('a'), null],
    ['of tomorrow', { kind: 'pathway', on: '2026-11-24' }, undefined, 'on aims.on.future'],
  ] as const)('%s', (_, typed, current, wrong) => {
    const parsed = parseAim(Typed.of(typed), { today, kinds, current })
    const [first] = parsed.ok ? [] : Object.entries(parsed.errors)
    expect(first ? `${first[0]} ${first[1].key}` : null).toBe(wrong)
  })
})

describe('a result as typed', () => {
  test.each([
    [{ result: 'reached' }, null],
    [{ result: 'better' }, 'result forms.choose'],
    [{ result: 'partly', resultOn: '2026-11-24' }, 'resultOn aims.on.future'],
    [{ result: 'partly', resultOn: '2026-09-30' }, 'resultOn aims.on.beforeAim'],
  ])('%j', (typed, wrong) => {
    const parsed = parseResult(Typed.of(typed), { today, from: '2026-10-01' })
    const [first] = parsed.ok ? [] : Object.entries(parsed.errors)
    expect(first ? `${first[0]} ${first[1].key}` : null).toBe(wrong)
  })
})

test('counts stand by kind, with those not disclosed and of kinds that are no more after them', () => {
  const rows = rowsOf(kinds, [
    { kind: 'pathway', result: 'reached', people: 2 },
    { kind: 'pathway', result: null, people: 3 },
    { kind: 'not-disclosed', result: null, people: 1 },
    { kind: 'old', result: 'partly', people: 4 },
  ])
  expect(rows.map(({ kind, people }) => [kind, people])).toEqual([
    ['participation', 0],
    ['pathway', 5],
    ['not-disclosed', 1],
    ['old', 4],
  ])
  expect(rows[1]!.byResult).toMatchObject({ reached: 2, partly: 0, none: 3 })
})
