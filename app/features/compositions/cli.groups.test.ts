import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { faultsOf } from '../../engine/groups/rules.ts'
import { scoreOf } from '../../engine/groups/score.ts'
import { readList } from '../../engine/read/list.ts'
import { exitCodes } from '../../shared/halt.ts'
import { runGroups } from './cli.groups.ts'
import { call, example, givenFolder, refusal } from './given-call.ts'

const { file, remove } = givenFolder()
afterAll(remove)

type Plan = {
  assignment: number[]
  score: number
  seats: number
  softCost: number
  proof: string | null
  bound: number | null
  elapsedMs: number
  unplaced: { id: string; reasons: { offer: string; rules: number[] }[] }[]
}
const groups = async (...args: string[]) => (await call(runGroups, ...args)).value as Plan
const list60 = readList(readFileSync(example('list-60.json'), 'utf8'))
const steps = ['--iterations', '300000']

describe('compose groups', () => {
  test('prints a feasible plan with its score by the definition, in the order of the format', async () => {
    for (const mode of ['homogeneous', 'mixed'] as const) {
      const { code, value } = await call(runGroups, example('list-60.json'), '--mode', mode, ...steps)
      expect(code).toBe(exitCodes.ok)
      expect(Object.keys(value as object)).toEqual([
        ...['assignment', 'score', 'seats', 'softCost', 'proof', 'bound', 'iterations', 'elapsedMs', 'unplaced'],
      ])
      const plan = value as Plan
      expect(faultsOf(list60, plan.assignment)).toEqual([])
      const { score, seats, softCost } = scoreOf(list60, plan.assignment, mode)
      expect(plan).toMatchObject({ score, seats, softCost, proof: null, bound: null })
      expect(plan.seats).toBe(36)
      expect(Number.isInteger(plan.elapsedMs)).toBe(true)
      const left = list60.persons.filter((_, i) => plan.assignment[i] === -1).map(({ id }) => id)
      expect(plan.unplaced.map(({ id }) => id)).toEqual(left)
      for (const { offer, rules } of plan.unplaced.flatMap(({ reasons }) => reasons)) {
        expect(list60.offers.map(({ id }) => id)).toContain(offer)
        expect(rules.length).toBeGreaterThan(0)
      }
    }
  })

  test('without --json tells seats, groups and who is left', async () => {
    const { lines } = await call(runGroups, example('list-24.json'), '--mode', 'mixed', ...steps)
    expect(lines[0]).toBe('8 of 24 people have a seat. Score 8496 (mixed), soft cost 1044; not proved.')
    expect(lines[1]).toMatch(/^G001: /)
    expect(lines.filter((line) => line.startsWith('left: '))).toHaveLength(16)
  })

  test('the same seed and iterations give the same plan', async () => {
    const args = [example('list-240.json'), '--mode', 'mixed', '--seed', '7', '--iterations', '100000']
    const [{ elapsedMs: _, ...one }, { elapsedMs: __, ...other }] = [await groups(...args), await groups(...args)]
    expect(one).toEqual(other)
  })

  test('a proof follows the search when asked for', async () => {
    const plan = await groups(example('list-24.json'), '--mode', 'homogeneous', ...steps, '--prove-ms', '600000')
    expect(plan).toMatchObject({ score: 8592, seats: 8, proof: 'optimal', bound: 8592 })
  })

  test('who is seated in a pinned plan stays; with --max-moves at most so many entries differ', async () => {
    const path = example('list-60.json')
    const before = await groups(path, '--mode', 'mixed', ...steps)
    const half = { ...before, assignment: before.assignment.map((g) => (g === 0 ? g : -1)) }
    const after = await groups(path, '--mode', 'homogeneous', ...steps, '--pin', file(half, 'plan.json'))
    expect(faultsOf(list60, after.assignment)).toEqual([])
    for (const [i, g] of half.assignment.entries()) if (g !== -1) expect(after.assignment[i]).toBe(g)
    const pin = file(before, 'plan.json')
    const near = await groups(path, '--mode', 'homogeneous', ...steps, '--pin', pin, '--max-moves', '4')
    const differ = near.assignment.filter((g, i) => g !== before.assignment[i]).length
    expect(differ).toBeLessThanOrEqual(4)
    expect(near.score).toBeGreaterThan(scoreOf(list60, before.assignment, 'homogeneous').score)
  })

  test('what is pinned and can’t stay is refused in one line', async () => {
    const path = example('list-60.json')
    // P0001 understands French alone, and the first offer is in German.
    const pin = file({ assignment: list60.persons.map((_, i) => (i === 0 ? 0 : -1)) }, 'plan.json')
    expect(await refusal(runGroups, path, '--mode', 'mixed', '--pin', pin)).toMatch(/^.*plan\.json: .*P0001.*G001/)
    const all = file({ assignment: list60.persons.map(() => 0) }, 'plan.json')
    expect(await refusal(runGroups, path, '--mode', 'mixed', '--pin', all, '--max-moves', '2')).toMatch(/plan\.json: /)
  })

  test.each<[string[], string]>([
    [[], '--mode is needed. Usage: bin/passerelle compose groups LIST.json'],
    [['--mode', 'both'], '--mode must be homogeneous or mixed, not “both”. Usage: '],
    [
      ['--mode', 'mixed', '--budget-ms', '-5'],
      '--budget-ms must be a whole number from 0 to 86400000, not “-5”. Usage: ',
    ],
    [['--mode', 'mixed', '--seed', '1.5'], '--seed must be a whole number from 0 to 4294967295, not “1.5”. Usage: '],
    [['--mode', 'mixed', '--max-moves', '2'], '--max-moves goes with --pin. Usage: '],
    [['--mode', 'mixed', '--out', 'x'], 'There is no option --out. Usage: '],
  ])('%j is refused', async (args, line) => {
    expect(await refusal(runGroups, example('list-24.json'), ...args)).toContain(line)
  })

  test('a plan of another list is refused with its name', async () => {
    const pin = file({ assignment: [0] }, 'plan.json')
    expect(await refusal(runGroups, example('list-24.json'), '--mode', 'mixed', '--pin', pin)).toBe(
      `${pin}: assignment: has 1 entry, but the list has 24 persons`,
    )
  })
})
