import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../shared/root.ts'
import { readCapacity, readChoices } from './tasks.ts'

const fixture = (name: string) => readFileSync(join(root, 'test/fixtures/compose', name), 'utf8')

describe('choices', () => {
  test('the public examples are read as they stand', () => {
    for (const name of ['activities-36.json', 'trades-36.json']) {
      const { cap, prefs, perPerson } = JSON.parse(fixture(name))
      expect(readChoices(fixture(name))).toEqual({ cap, prefs, perPerson })
    }
    expect(readChoices('{"cap":[],"prefs":[[]],"perPerson":0}')).toEqual({ cap: [], prefs: [[]], perPerson: 0 })
  })

  test.each([
    ['{"prefs":[],"perPerson":1}', 'cap: is missing'],
    ['{"cap":[-1],"prefs":[],"perPerson":1}', 'cap[0]: must be a whole number from 0 to 1000000000, not -1'],
    ['{"cap":[1],"prefs":[[0],0],"perPerson":1}', 'prefs[1]: must be a list, not 0'],
    ['{"cap":[1,1],"prefs":[[0,2]],"perPerson":1}', 'prefs[0][1]: must be a whole number from 0 to 1, not 2'],
    ['{"cap":[1,1],"prefs":[[0],[1,0,1]],"perPerson":1}', 'prefs[1][2]: ranks the option 1 a second time'],
    ['{"cap":[],"prefs":[[0]],"perPerson":1}', 'prefs[0][0]: names an option, but there is none'],
    ['{"cap":[1],"prefs":[[0]]}', 'perPerson: is missing'],
    ['{"cap":[1],"prefs":[[0]],"perPerson":0.5}', 'perPerson: must be a whole number from 0 to 1000000000, not 0.5'],
  ])('%s is refused', (source, line) => {
    expect(() => readChoices(source)).toThrow(line)
  })
})

describe('capacity', () => {
  test('the public examples are read as they stand', () => {
    for (const name of ['tandems-36.json', 'missions-80.json']) {
      const { caps, score } = JSON.parse(fixture(name))
      expect(readCapacity(fixture(name))).toEqual({ caps, score })
    }
  })

  test.each([
    ['{"caps":[1]}', 'score: is missing'],
    ['{"caps":[1,null],"score":[]}', 'caps[1]: must be a whole number from 0 to 1000000000, not null'],
    ['{"caps":[1,1],"score":[[1]]}', 'score[0]: has 1 score, but "caps" has 2 units'],
    ['{"caps":[1],"score":[["1"]]}', 'score[0][0]: must be a whole number from -9007199254740991'],
    ['{"caps":[1],"score":[[1.5]]}', 'score[0][0]: must be a whole number'],
    [
      '{"caps":[1],"score":[[9007199254740991]]}',
      'score[0][0]: is too large to be added up exactly; at most 750599937895082',
    ],
  ])('%s is refused', (source, line) => {
    expect(() => readCapacity(source)).toThrow(line)
  })
})
