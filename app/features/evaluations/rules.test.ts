import { describe, expect, test } from 'vitest'
import { moveup } from '../../blueprints/moveup.ts'
import { dueOf } from './due.ts'
import { results, type TestResult } from './evaluation.ts'
import { evaluating, following, lacksResult, recording, resulting } from './rules.ts'

const today = '2026-11-23'
const plan = moveup.evaluations!

test('every item has as many described points as there are faces', () => {
  for (const { points } of plan.items) expect(points).toHaveLength(plan.faces.length)
  expect(moveup.modules?.map(({ key }) => key)).toContain(plan.module)
})

describe('the next evaluation is due', () => {
  const collective = { module: 'collective', from: '2026-10-01', until: null }
  test.each([
    ['four weeks after the last', [], '2026-10-26', '2026-11-23'],
    ['four weeks after the start where there was none', [], null, '2026-10-29'],
    ['four weeks after joining the module', [{ ...collective, from: '2026-11-02' }], null, '2026-11-30'],
    ['not for who has left the module', [{ ...collective, until: '2026-11-01' }], '2026-10-26', null],
    ['not for who is in another module only', [{ ...collective, module: 'individual' }], null, null],
  ] as const)('%s', (_, memberships, lastOn, expected) => {
    expect(dueOf({ memberships: [...memberships], startedOn: '2026-10-01', lastOn }, plan)).toBe(expected)
  })
})

describe('an evaluation', () => {
  test.each([
    ['with the person’s word alone', { own: { speaking: 2 }, trainer: { speaking: null } }, today, true],
    ['with the trainer’s alone', { own: { speaking: null }, trainer: { speaking: 3 } }, today, true],
    ['in which the person rather not says', { own: { speaking: 'not-disclosed' }, trainer: {} }, today, true],
    ['with nothing said', { own: { speaking: null }, trainer: { speaking: null } }, today, 'evaluations.empty'],
    ['of tomorrow', { own: { speaking: 2 }, trainer: {} }, '2026-11-24', 'evaluations.on.future'],
  ] as const)('%s', (_, rated, on, expected) => {
    const decision = evaluating({ ...rated, on }, today)
    expect(decision.ok || decision.key).toBe(expected)
  })
})

describe('an entrance test', () => {
  test.each([
    ['planned today', 'planned', today, null, true],
    ['planned ahead', 'planned', '2027-02-01', null, true],
    ['planned in the past', 'planned', '2026-11-22', null, 'evaluations.test.plannedPast'],
    ...results
      .filter((result) => result !== 'planned')
      .map((result) => [`${result} in the future`, result, '2026-11-24', null, 'evaluations.test.future'] as const),
    ...results
      .filter((result) => result !== 'planned')
      .map((result) => [`${result} in the past`, result, '2026-11-02', null, true] as const),
    ['failed with a next try', 'failed', '2026-11-02', '2027-01-10', true],
    ['not taken with a next try', 'not-taken', '2026-11-02', '2027-01-10', true],
    ['passed with a next try', 'passed', '2026-11-02', '2027-01-10', 'evaluations.test.noNext'],
    ['planned with a next try', 'planned', '2026-12-02', '2027-01-10', 'evaluations.test.noNext'],
    ['failed with a next try before it', 'failed', '2026-11-02', '2026-11-01', 'evaluations.test.nextBefore'],
  ] as const)('%s', (_, result, on, nextOn, expected) => {
    const decision = recording({ on, result, nextOn }, today)
    expect(decision.ok || decision.key).toBe(expected)
  })
  const pairs = results.flatMap((from) =>
    results.filter((to): to is Exclude<TestResult, 'planned'> => to !== 'planned').map((to) => ({ from, to })),
  )
  test.each(pairs)('$to after $from: as the table says', ({ from, to }) => {
    const decision = resulting(
      { on: '2026-11-02', result: from },
      { result: to, on: '2026-11-10', nextOn: null },
      today,
    )
    expect(decision.ok).toBe(following[from].includes(to))
  })
  test.each([
    ['known tomorrow', { result: 'passed', on: '2026-11-24' }, 'evaluations.test.future'],
    ['known before the test', { result: 'passed', on: '2026-11-01' }, 'evaluations.test.resultBefore'],
    ['known on the day', { result: 'passed', on: '2026-11-02' }, true],
  ] as const)('a result %s', (_, given, expected) => {
    const decision = resulting({ on: '2026-11-02', result: 'planned' }, { ...given, nextOn: null }, today)
    expect(decision.ok || decision.key).toBe(expected)
  })
  test('that lies ahead can be called off, and not passed', () => {
    const ahead = { on: '2027-02-01', result: 'planned' } as const
    expect(resulting(ahead, { result: 'not-taken', on: today, nextOn: '2027-03-01' }, today).ok).toBe(true)
    expect(resulting(ahead, { result: 'passed', on: today, nextOn: null }, today).ok).toBe(false)
  })
  test('planned for a day that has passed lacks its result', () => {
    expect(lacksResult({ on: '2026-11-22', result: 'planned' }, today)).toBe(true)
    expect(lacksResult({ on: today, result: 'planned' }, today)).toBe(false)
    expect(lacksResult({ on: '2026-11-22', result: 'awaited' }, today)).toBe(false)
  })
})
