import { describe, expect, test } from 'vitest'
import type { Plan, Step } from './plan.ts'
import { allSteps, isOpen, moveStep, nextStep, stateOfStep } from './rules.ts'

const today = '2026-11-23'
const step = (more: Partial<Step> = {}): Step => ({
  id: 'a',
  goalId: null,
  what: 'Visit the school kitchen',
  who: 'person',
  whoUserId: null,
  whoName: null,
  dueOn: null,
  madeOn: '2026-11-01',
  madeByKind: 'card',
  madeByName: null,
  doneOn: null,
  droppedOn: null,
  ...more,
})

describe('a step', () => {
  const cases: [string, Partial<Step>, string][] = [
    ['without a day is open', {}, 'open'],
    ['due in eight days is open', { dueOn: '2026-12-01' }, 'open'],
    ['due in a week is soon', { dueOn: '2026-11-30' }, 'soon'],
    ['due today is soon', { dueOn: today }, 'soon'],
    ['due yesterday is late', { dueOn: '2026-11-22' }, 'late'],
    ['done is done, however late', { dueOn: '2026-11-01', doneOn: today }, 'done'],
    ['dropped is dropped', { dueOn: '2026-11-01', droppedOn: today }, 'dropped'],
  ]
  for (const [name, more, expected] of cases) test(name, () => expect(stateOfStep(step(more), today)).toBe(expected))

  test('is finished or dropped while open, and either is taken back', () => {
    const open = step()
    const done = step({ doneOn: today })
    const dropped = step({ droppedOn: today })
    for (const [from, allowed] of [
      [open, ['done', 'dropped']],
      [done, ['open']],
      [dropped, ['open']],
    ] as const)
      for (const to of ['done', 'dropped', 'open'] as const)
        expect(moveStep(from, to).ok, `${isOpen(from)} ${to}`).toBe((allowed as readonly string[]).includes(to))
  })
})

describe('what comes next', () => {
  const plan = (steps: Step[], goals: Plan['goals'] = []): Plan => ({ personId: 'p', goals, steps })
  const goal = (steps: Step[], endedOn: string | null = null): Plan['goals'][number] => ({
    id: 'g',
    title: 'A kitchen job',
    madeByKind: 'card',
    madeOn: today,
    endedOn,
    endedHow: endedOn ? 'dropped' : null,
    steps,
  })
  test('is the open step with the earliest day', () => {
    const late = step({ id: 'late', dueOn: '2026-11-20' })
    expect(nextStep(plan([step({ id: 'later', dueOn: '2026-12-01' }), late, step({ id: 'no-day' })]))).toBe(late)
  })
  test('a step of a goal counts like the others, unless the goal has ended', () => {
    const first = step({ id: 'first', dueOn: '2026-11-20' })
    const second = step({ id: 'second', dueOn: '2026-11-25' })
    expect(nextStep(plan([second], [goal([first])]))).toBe(first)
    expect(nextStep(plan([second], [goal([first], today)]))).toBe(second)
    expect(allSteps(plan([second], [goal([first])]))).toHaveLength(2)
  })
  test('is nothing when all is done', () => expect(nextStep(plan([step({ doneOn: today })]))).toBeUndefined())
})
