import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { choiceRules, choose } from '../../engine/choices/choices.ts'
import { exitCodes } from '../../shared/halt.ts'
import { runCapacity, runChoices, runMixing } from './cli.ts'
import { call, example, givenFolder, refusal } from './given-call.ts'

const { folder, file, remove } = givenFolder()
afterAll(remove)

const contentOf = (name: string) => JSON.parse(readFileSync(example(name), 'utf8'))

describe('compose mdgp', () => {
  test('prints assignment and value, the largest unless told otherwise', async () => {
    const path = file('4 2 ss 2 2 2 2\n0 1 9\n0 2 1\n0 3 2.5\n1 2 2\n1 3 1\n2 3 3\n', 'four.txt')
    const { value } = await call(runMixing, path, '--budget-ms', '300')
    expect(Object.keys(value as object)).toEqual(['assignment', 'value'])
    expect(value).toMatchObject({ value: 12 })
    expect((await call(runMixing, path, '--budget-ms', '300', '--sense', 'min')).value).toMatchObject({ value: 2 })
  })

  test('bad input is one line', async () => {
    const path = file('4 2 ss 2 2 2 2\n0 1 9\n0 1 1\n', 'bad.txt')
    expect(await refusal(runMixing, path)).toBe(`${path}: line 3: gives the distance of 0 and 1 a second time`)
    expect(await refusal(runMixing, path, '--sense', 'most')).toContain('--sense must be max or min, not “most”')
  })
})

describe('compose choices', () => {
  test('prints assignment and signature, fair unless told otherwise', async () => {
    const { code, value, lines } = await call(runChoices, example('trades-36.json'))
    expect(code).toBe(exitCodes.ok)
    expect(Object.keys(value as object)).toEqual(['assignment', 'signature'])
    expect(value).toEqual(choose(contentOf('trades-36.json'), 'fair'))
    expect(lines[0]).toBe('Seats by rank: 1: 29, 2: 29, 3: 25, 4: 16, 5: 7, 6: 1')
    for (const rule of choiceRules)
      for (const words of [['--rule', rule], [`--rule=${rule}`]])
        expect((await call(runChoices, ...words, example('trades-36.json'))).value).toEqual(
          choose(contentOf('trades-36.json'), rule),
        )
  })
})

describe('compose capacity', () => {
  test.each([
    ['tandems-36.json', 30, 2460],
    ['missions-80.json', 49, 3228],
  ])('prints assignment, persons and score of %s', async (name, persons, score) => {
    const { code, value } = await call(runCapacity, example(name))
    expect(code).toBe(exitCodes.ok)
    expect(Object.keys(value as object)).toEqual(['assignment', 'persons', 'score'])
    expect(value).toMatchObject({ persons, score })
  })
})

describe('bad input and wrong usage are one line and exit 2', () => {
  test.each<[string[], string]>([
    [[], 'A file is needed. Usage: bin/passerelle compose choices FILE'],
    [['a.json', 'b.json'], 'One file is read at a time, not also b.json. Usage: '],
    [['a.json', '--rule'], '--rule needs a value. Usage: '],
    [
      ['a.json', '--rule', 'best'],
      '--rule must be fair, rank-maximal, max-then-rank-maximal or min-sum, not “best”. Usage: ',
    ],
    [
      ['a.json', '--rule', '--seed'],
      '--rule must be fair, rank-maximal, max-then-rank-maximal or min-sum, not “--seed”',
    ],
    [['a.json', '--rule', 'fair', '--rule=fair'], '--rule is given twice. Usage: '],
    [['a.json', '--seed', '1'], 'There is no option --seed. Usage: '],
    [['a.json', '--toString'], 'There is no option --toString. Usage: '],
    [['a.json', '-r'], 'There is no option -r. Usage: '],
  ])('compose choices %j', async (args, line) => {
    expect(await refusal(runChoices, ...args)).toContain(line)
  })

  test('what is wrong with the file is said with its name and place', async () => {
    const missing = join(folder, 'none.json')
    expect(await refusal(runChoices, missing)).toBe(`${missing}: does not exist`)
    expect(await refusal(runCapacity, folder)).toBe(`${folder}: is a folder, not a file`)
    const path = file({ caps: [1], score: [[1, 2]] })
    expect(await refusal(runCapacity, path)).toBe(`${path}: score[0]: has 2 scores, but "caps" has 1 unit`)
    expect(await refusal(runChoices, path)).toBe(`${path}: cap: is missing`)
    const broken = file('{"cap": [1,\n]}')
    expect(await refusal(runChoices, broken)).toBe(`${broken}: line 2, column 1: not JSON from here: "]}"`)
    const binary = file(Buffer.from([0x7b, 0xff, 0xfe]), 'binary.json')
    expect(await refusal(runChoices, binary)).toBe(`${binary}: is not text in UTF-8`)
  })
})
