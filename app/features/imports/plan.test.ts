import { describe, expect, test } from 'vitest'
import type { Outcome } from './classify.ts'
import type { Choice } from './import.ts'
import type { KnownPerson } from './imports.ts'
import { figuresOf, planImport } from './plan.ts'
import { confirming, undoing } from './rules.ts'

const known: KnownPerson[] = [
  { id: 'ours', held: true, firstName: 'Léo', lastName: 'Rey', phone: '+41 79 000 00 01' },
  { id: 'theirs', held: false, firstName: 'Zoé', lastName: 'Rey' },
]
const command = (row: number, phone = '+41 79 000 00 02') => ({
  row,
  person: { firstName: 'Léo', lastName: 'Rey', phone },
})
const doubtful = (row: number, ids = ['ours', 'theirs']): Outcome => ({
  row,
  kind: 'duplicate',
  command: command(row),
  with: 'site',
  ids,
  reason: 'sameNameBirthDateUnknown',
})
const said = (row: number, choice: Choice['choice'], personId: string | null = null): Choice => ({
  row,
  choice,
  personId,
})

const shape = (outcomes: Outcome[], choices: Choice[]) => {
  const plan = planImport(outcomes, choices, known)
  return {
    create: plan.create.map(({ row }) => row),
    update: plan.update.map(({ row, person }) => `${row} ${person.id}`),
    unchanged: plan.unchanged,
    leftOut: plan.leftOut,
    undecided: plan.undecided,
  }
}
const nothing = { create: [], update: [], unchanged: [], leftOut: [], undecided: [] }

describe('a row that is perhaps someone known', () => {
  test.each([
    ['nobody has said', [], { undecided: [3] }],
    ['the same, held here: completed', [said(3, 'same', 'ours')], { update: ['3 ours'] }],
    ['the same, held elsewhere: nothing to write', [said(3, 'same', 'theirs')], { unchanged: [3] }],
    ['the same as somebody who is not a candidate: not decided', [said(3, 'same', 'stranger')], { undecided: [3] }],
    ['another person: a new file', [said(3, 'another')], { create: [3] }],
    ['left out', [said(3, 'leave-out')], { leftOut: [3] }],
  ] as const)('%s', (_, choices, expected) => {
    expect(shape([doubtful(3)], [...choices])).toEqual({ ...nothing, ...expected })
  })
  test('another person is put on record as not the same as those it was likened to', () => {
    expect(planImport([doubtful(3)], [said(3, 'another')], known).create[0]?.notTheSameAs).toEqual(['ours', 'theirs'])
  })
  test('the second row for one person is left out, whichever was decided', () => {
    const sure: Outcome = {
      row: 9,
      kind: 'update',
      command: command(9),
      personId: 'ours',
      differences: [],
      otherName: false,
    }
    expect(shape([doubtful(3), sure], [said(3, 'same', 'ours')]).leftOut).toEqual([3])
    expect(shape([doubtful(3), doubtful(4)], [said(3, 'same', 'ours'), said(4, 'same', 'ours')]).leftOut).toEqual([4])
  })
  test('without a first name no new file can be opened', () => {
    const nameless: Outcome = {
      row: 3,
      kind: 'duplicate',
      command: { row: 3, person: {} },
      with: 'file',
      ids: [2],
      reason: 'samePerson',
    }
    expect(shape([nameless], [said(3, 'another')]).undecided).toEqual([3])
  })
})

test('the figures add up to the rows', () => {
  const outcomes: Outcome[] = [
    { row: 2, kind: 'create', command: command(2) },
    { row: 3, kind: 'error', errors: [] },
    { row: 4, kind: 'unchanged', command: command(4, '+41 79 000 00 01'), personId: 'ours' },
    doubtful(5),
    doubtful(6),
  ]
  const figures = figuresOf(planImport(outcomes, [said(5, 'another')], known))
  expect(figures).toEqual({ rows: 5, created: 2, updated: 0, unchanged: 1, rejected: 1, leftOut: 1 })
})

describe('confirming', () => {
  const plan = (rejected: number[], create = 1) => ({
    ...planImport([], [], []),
    rejected,
    create: Array.from({ length: create }, (_, row) => ({ row, command: command(row), notTheSameAs: [] })),
  })
  const open = { confirmedAt: null, isKept: true }
  test.each([
    ['a clean list', open, plan([]), false, true],
    ['rows with errors', open, plan([3]), false, 'imports.confirm.withErrors'],
    ['rows with errors that may be left out', open, plan([3]), true, true],
    ['nothing to write', open, plan([], 0), false, 'imports.confirm.nothing'],
    ['a second time', { ...open, confirmedAt: new Date() }, plan([]), false, 'imports.confirm.already'],
  ] as const)('%s', (_, one, given, acceptValid, expected) => {
    const decision = confirming(one, given, { acceptValid })
    expect(decision.ok || decision.key).toBe(expected)
  })
})

describe('undoing', () => {
  const confirmedAt = new Date('2026-11-23T09:00:00Z')
  test.each([
    ['at once', { confirmedAt, undoneAt: null }, '2026-11-23T09:00:01Z', true],
    ['in the last minute of the day', { confirmedAt, undoneAt: null }, '2026-11-24T08:59:59Z', true],
    ['a day later', { confirmedAt, undoneAt: null }, '2026-11-24T09:00:01Z', 'imports.undo.tooLate'],
    ['twice', { confirmedAt, undoneAt: confirmedAt }, '2026-11-23T10:00:00Z', 'imports.undo.already'],
    ['before it was confirmed', { confirmedAt: null, undoneAt: null }, '2026-11-23T10:00:00Z', 'imports.undo.notYet'],
  ] as const)('%s', (_, one, now, expected) => {
    const decision = undoing(one, new Date(now))
    expect(decision.ok || decision.key).toBe(expected)
  })
})
