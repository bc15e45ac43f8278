import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { focustravail } from '../../blueprints/focustravail.ts'
import { instrument, instruments } from '../../data/instruments.ts'
import { instrumentsFor } from './instruments.ts'
import { type ScoringRule, scoreAnswers } from './scoring.ts'
import { type Sheet, sideBySide } from './side-by-side.ts'

const asku = instrument('asku')
const gse = instrument('gse')
const steps = instrument('local-steps')
/** Ten items from 0 to 3, five turned round, as some editions of self-esteem scales have it. */
const reversed: ScoringRule = {
  items: 10,
  response: { min: 0, max: 3 },
  reverse: [3, 5, 8, 9, 10],
  score: 'sum',
  minValidItems: 8,
}

describe('scoring', () => {
  test.each([
    ['a mean of three', asku, [4, 5, 3], { kind: 'total', value: 4, answered: 3, of: 3 }],
    ['the lowest mean', asku, [1, 1, 1], { kind: 'total', value: 1, answered: 3, of: 3 }],
    ['one of three missing gives no score', asku, [4, null, 3], { kind: 'none', needed: 3, answered: 2, of: 3 }],
    ['nothing answered', asku, [null, null, null], { kind: 'none', needed: 3, answered: 0, of: 3 }],
    ['a sum of ten', gse, Array(10).fill(3), { kind: 'total', value: 30, answered: 10, of: 10 }],
    [
      'a sum with three missing takes the person’s own mean',
      gse,
      [4, 4, 4, 4, 2, 2, 1, null, null, null],
      { kind: 'total', value: 30, answered: 7, of: 10 },
    ],
    [
      'a sum with four missing is none',
      gse,
      [4, 4, 4, 4, 2, 2, null, null, null, null],
      { kind: 'none', needed: 7, answered: 6, of: 10 },
    ],
    [
      'reversed items at the top of the scale',
      reversed,
      Array(10).fill(3),
      { kind: 'total', value: 15, answered: 10, of: 10 },
    ],
    [
      'reversed items answered the other way',
      reversed,
      [3, 3, 0, 3, 0, 3, 3, 0, 0, 0],
      { kind: 'total', value: 30, answered: 10, of: 10 },
    ],
    [
      'a missing reversed item stays missing',
      reversed,
      [3, 3, null, 3, 0, 3, 3, 0, 0, 0],
      { kind: 'total', value: 30, answered: 9, of: 10 },
    ],
    [
      'items without a total',
      steps,
      [1, null, 5, 2, 3],
      { kind: 'items', values: [1, null, 5, 2, 3], answered: 4, of: 5 },
    ],
  ])('%s', (_name, rule, answers, expected) => {
    expect(scoreAnswers(rule, answers)).toEqual({ ok: true, value: expected })
  })

  test.each([
    ['too few answers', asku, [4, 4], 'assessments.scoring.count'],
    ['an answer above the scale', asku, [4, 6, 4], 'assessments.scoring.range'],
    ['a zero where the scale begins at one', asku, [0, 4, 4], 'assessments.scoring.range'],
    ['half a step', asku, [3.5, 4, 4], 'assessments.scoring.range'],
    ['not a number', asku, [Number.NaN, 4, 4], 'assessments.scoring.range'],
  ])('%s is refused', (_name, rule, answers, key) =>
    expect(scoreAnswers(rule, answers)).toMatchObject({ ok: false, key }),
  )

  test('a score never leaves the range of its scale, whatever is missing', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: 10, maxLength: 10 }), (answers) => {
        const scored = scoreAnswers(gse, answers)
        return scored.ok && (scored.value.kind !== 'total' || (scored.value.value >= 10 && scored.value.value <= 40))
      }),
    )
  })

  test('every instrument of the vocabulary can be scored', () => {
    for (const each of instruments) expect(scoreAnswers(each, Array(each.items).fill(each.response.max)).ok).toBe(true)
  })
})

describe('what is asked before the first half-day', () => {
  test.each([
    ['fr', ['fasku', 'local-steps']],
    ['de', ['asku', 'local-steps']],
    ['ar', ['local-steps']],
  ])('in %s', (language, expected) => {
    expect(instrumentsFor(focustravail.instruments, 'before', language).map((i) => i.instrument.id)).toEqual(expected)
  })

  test('texts are there only for our own statements, which are not validated', () => {
    const [fasku, local] = instrumentsFor(focustravail.instruments, 'after', 'fr')
    expect([fasku?.textsNeeded, fasku?.instrument.validated]).toEqual([true, true])
    expect([local?.textsNeeded, local?.instrument.validated]).toEqual([false, false])
  })
})

describe('self and third parties side by side', () => {
  const self: Sheet = {
    rater: { kind: 'self', id: 'p', name: 'Selam' },
    values: { calm: 2, teamwork: 3, cooking: null },
  }
  const peer: Sheet = { rater: { kind: 'peer', id: 'q', name: 'Ana' }, values: { teamwork: 4, cooking: 4 } }
  const coach: Sheet = {
    rater: { kind: 'coach', id: 'c', name: 'Luc Roth' },
    values: { calm: 4, teamwork: 3, cooking: null },
  }
  const rows = sideBySide(['teamwork', 'calm', 'cooking'], self, [peer, coach])

  test('in the person’s order, the coach before peers, each by name', () => {
    expect(rows.map((r) => r.competence)).toEqual(['teamwork', 'calm', 'cooking'])
    expect(rows[0]?.others.map((o) => [o.name, o.value])).toEqual([
      ['Luc Roth', 3],
      ['Ana', 4],
    ])
  })

  test('who was not asked is absent, who does not know is there', () => {
    expect(rows[1]?.others.map((o) => o.name)).toEqual(['Luc Roth'])
    expect(rows[2]?.others).toMatchObject([
      { name: 'Luc Roth', value: null },
      { name: 'Ana', value: 4 },
    ])
  })

  test('two steps apart is something to talk about; not knowing is not a difference', () => {
    expect(rows.map((r) => r.talkAbout)).toEqual([false, true, false])
  })

  test('no row carries an average', () => {
    expect(Object.keys(rows[0]!).sort()).toEqual(['competence', 'others', 'self', 'talkAbout'])
  })
})
