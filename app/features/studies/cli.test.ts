import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Io } from '../../cli.ts'
import { Halt } from '../../shared/halt.ts'
import { run } from './cli.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'allocate-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const file = (content: unknown) => {
  const path = join(folder, 'DESIGN.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function allocate(...args: string[]) {
  let answer: unknown
  const io = { json: true, answer: (value: unknown) => (answer = value) } as unknown as Io
  const code = await run(args, io)
  return { code, answer }
}

const refusal = (...args: string[]) =>
  allocate(...args).then(
    () => 'nothing was wrong',
    (error: unknown) => {
      expect(error).toBeInstanceOf(Halt)
      const { code, message } = error as Halt
      expect(code).toBe(2)
      expect(message).not.toContain('\n')
      return message
    },
  )

const blocks = {
  studySeed: 'demo-2026',
  arms: ['M1', 'M2', 'M3'],
  ratio: [1, 1, 1],
  multipliers: [1, 2],
  stratum: 'FR/Town',
  length: 9,
}
const minimisation = {
  studySeed: 'demo-2026',
  arms: ['A', 'B'],
  ratio: [1, 1],
  weights: [1, 1],
  p: 0.8,
  measure: 'range',
  persons: [
    ['w', 'A1'],
    ['w', 'A1'],
    ['m', 'B1'],
  ],
  allowed: [null, null, [1]],
}

test('blocks print the arms of the list and nothing else', async () => {
  expect(await allocate('blocks', file(blocks))).toEqual({
    code: 0,
    answer: { allocations: 'M3 M1 M2 M2 M3 M1 M3 M1 M2'.split(' ').map((arm) => ({ arm })) },
  })
})

test('minimisation prints arm, probabilities and G of each person', async () => {
  const { answer } = await allocate('minimisation', file(minimisation))
  const { allocations } = answer as { allocations: { arm: string; probabilities: number[]; G: number[] }[] }
  expect(allocations).toHaveLength(3)
  expect(allocations[0]).toEqual({ arm: expect.stringMatching(/^[AB]$/), probabilities: [0.5, 0.5], G: [2, 2] })
  const first = allocations[0]!.arm === 'A' ? 0 : 1
  expect(allocations[1]!.probabilities[first]).toBe(0.2)
  expect(allocations[1]!.G[first]).toBe(4)
  expect(allocations[2]).toMatchObject({ arm: 'B', probabilities: [0, 1] })
})

test('what a design leaves out has its usual value', async () => {
  const { ratio: _, weights: __, p: ___, measure: ____, allowed: _____, ...short } = minimisation
  const full = { ...minimisation, allowed: [null, null, null] }
  expect(await allocate('minimisation', file(short))).toEqual(await allocate('minimisation', file(full)))
})

describe('bad input is one line with file, place and what is wrong', () => {
  test.each<[string, 'blocks' | 'minimisation', unknown, string]>([
    ['no arms', 'blocks', { ...blocks, arms: undefined }, 'arms: is missing'],
    ['arms as a text', 'blocks', { ...blocks, arms: 'M1' }, 'arms: must be a list, not "M1"'],
    ['an empty list of arms', 'blocks', { ...blocks, arms: [] }, 'arms: is empty; a study has at least one arm'],
    [
      'more arms than any study has',
      'minimisation',
      { ...minimisation, arms: Array.from({ length: 200_000 }, (_, i) => `M${i}`), ratio: undefined },
      'arms: has 200000 arms; at most 1000',
    ],
    ['an arm twice', 'blocks', { ...blocks, arms: ['A', 'B', 'A'] }, 'arms[2]: "A" is there twice'],
    ['an arm that is a number', 'blocks', { ...blocks, arms: [1, 2, 3] }, 'arms[0]: must be a text, not 1'],
    ['no seed', 'minimisation', { ...minimisation, studySeed: undefined }, 'studySeed: is missing'],
    ['an empty seed', 'blocks', { ...blocks, studySeed: '' }, 'studySeed: is empty'],
    ['a ratio of another length', 'blocks', { ...blocks, ratio: [1, 1] }, 'ratio: has 2 numbers, but there are 3 arms'],
    [
      'a ratio of 0',
      'minimisation',
      { ...minimisation, ratio: [1, 0] },
      'ratio[1]: must be a whole number from 1 to 100000, not 0',
    ],
    ['no multiplier', 'blocks', { ...blocks, multipliers: [] }, 'multipliers: is empty; give at least one number'],
    [
      'a block beyond measure',
      'blocks',
      { ...blocks, multipliers: [1, 99999] },
      'multipliers[1]: makes blocks of 299997; at most 100000',
    ],
    ['no stratum', 'blocks', { ...blocks, stratum: undefined }, 'stratum: is missing'],
    [
      'a negative length',
      'blocks',
      { ...blocks, length: -1 },
      'length: must be a whole number from 0 to 1000000, not -1',
    ],
    [
      'levels of another length',
      'minimisation',
      { ...minimisation, persons: [['w', 'A1'], ['w']] },
      'persons[1]: has 1 level, but there are 2 weights',
    ],
    [
      'a level that is no value',
      'minimisation',
      { ...minimisation, persons: [['w', null]] },
      'persons[0][1]: must be a level (text, number, true or false), not null',
    ],
    [
      'a negative weight',
      'minimisation',
      { ...minimisation, weights: [1, -1] },
      'weights[1]: must be a number from 0, not -1',
    ],
    ['p above 1', 'minimisation', { ...minimisation, p: 1.2 }, 'p: must be a number from 0 to 1, not 1.2'],
    [
      'an unknown measure',
      'minimisation',
      { ...minimisation, measure: 'sd' },
      'measure: must be "range" or "variance", not "sd"',
    ],
    [
      'allowed of another length',
      'minimisation',
      { ...minimisation, allowed: [null] },
      'allowed: has 1 entry, but persons has 3',
    ],
    [
      'nobody allowed',
      'minimisation',
      { ...minimisation, allowed: [null, [], null] },
      'allowed[1]: is empty: without an arm there is nothing to allocate',
    ],
    [
      'an arm that is not there',
      'minimisation',
      { ...minimisation, allowed: [null, [2], null] },
      'allowed[1][0]: must be the index of an arm, 0 to 1, not 2',
    ],
    ['a list', 'blocks', [blocks], 'must be an object with "studySeed", "arms" and more, not a list'],
  ])('%s', async (_, method, design, line) => {
    const path = file(design)
    expect(await refusal(method, path)).toBe(`${path}: ${line}`)
  })

  test.each([
    ['{\n  "arms": ["A", "B"],\n  "ratio": [1, 1,]\n}', 'line 3, column 18: not JSON from here: "]"'],
    ['{\n  "arms": ["A"', 'line 2, column 15: the JSON ends too early'],
    ['', 'line 1, column 1: the JSON ends too early'],
    ["{'arms': 1}", 'line 1, column 2: not JSON from here: "\'arms\': 1}"'],
    ['{"p": 0.8} x', 'line 1, column 12: not JSON from here: "x"'],
    ['{"p" 0.8}', 'line 1, column 6: not JSON from here: "0.8}"'],
    ['{"p": .8}', 'line 1, column 7: not JSON from here: ".8}"'],
    ['{"p": NaN}', 'line 1, column 7: not JSON from here: "NaN}"'],
    ['{"arms": ["A\nB"]}', 'line 1, column 11: not JSON from here: "\\"A"'],
    ['[1 2]', 'line 1, column 4: not JSON from here: "2]"'],
    ['[1}', 'line 1, column 3: not JSON from here: "}"'],
  ])('%j is not JSON', async (content, line) => {
    const path = file(content)
    expect(await refusal('blocks', path)).toBe(`${path}: ${line}`)
  })

  test('a file that is not there, or a folder', async () => {
    const missing = join(folder, 'NONE.json')
    expect(await refusal('blocks', missing)).toBe(`${missing}: does not exist`)
    expect(await refusal('blocks', folder)).toBe(`${folder}: is a folder, not a file`)
  })

  test('another method, no file, too many, an option that is not there', async () => {
    const path = file(blocks)
    for (const args of [['urn', path], ['blocks'], [], ['blocks', path, path]])
      expect(await refusal(...args)).toMatch(/^Usage: /)
    expect(await refusal('blocks', path, '--seed')).toMatch(/there is no option --seed/)
  })
})
