import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../shared/root.ts'
import { readList, readPlan } from './list.ts'

const fixture = (name: string) => readFileSync(join(root, 'test/fixtures/compose', name), 'utf8')

const person = {
  id: 'P1',
  langs: ['FR'],
  gender: 'w',
  age: 30,
  schooling: 2,
  oral: 3,
  reading: 2,
  writing: 1,
  childcare: false,
  avail: [1, 1, 1, 1, 1, 0, 0, 0, 0, 0],
  place: 'Rivemont',
  mobile: false,
  waitedDays: 12,
  earliestStart: 0,
}
const offer = { id: 'G1', language: 'FR', place: 'Rivemont', slots: [0, 4], min: 8, max: 14, childcareSeats: 2 }
const list = { persons: [person, { ...person, id: 'P2' }], offers: [offer], apart: [['P1', 'P2']], together: [] }

/** The list with one value changed: `persons.0.age`; undefined takes it out. */
function changed(path: string, value: unknown): string {
  const copy = structuredClone(list) as unknown as Record<string, unknown>
  const keys = path.split('.')
  let at = copy
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>
  if (value === undefined) delete at[keys.at(-1)!]
  else at[keys.at(-1)!] = value
  return JSON.stringify(copy)
}

describe('a waiting list', () => {
  test.each([24, 60, 240, 1000])('the public example of %i people is read as it stands', (n) => {
    const read = readList(fixture(`list-${n}.json`))
    const raw = JSON.parse(fixture(`list-${n}.json`))
    expect(read.persons).toEqual(raw.persons)
    expect(read.offers).toEqual(raw.offers.map(({ target: _, ...one }: { target: number }) => one))
    expect([read.apart, read.together]).toEqual([raw.apart, raw.together])
  })

  test('what is not disclosed is null, offers may have neither coach nor method, and pairs may be left out', () => {
    for (const name of ['age', 'schooling', 'oral', 'reading', 'writing'])
      expect(readList(changed(`persons.0.${name}`, null)).persons[0]).toMatchObject({ [name]: null })
    expect(readList(changed('offers.0.coach', null)).offers[0]!.coach).toBeUndefined()
    expect(readList(changed('apart', undefined)).apart).toEqual([])
    expect(readList('{"persons":[],"offers":[]}')).toEqual({ persons: [], offers: [], apart: [], together: [] })
    expect(readList(`\ufeff${JSON.stringify(list)}`).persons).toHaveLength(2)
  })

  test.each<[string, unknown, string]>([
    ['persons', undefined, 'persons: is missing'],
    ['persons', {}, 'persons: must be a list, not an object'],
    ['persons.1', 'P2', 'persons[1]: must be an object with "id", "langs" and more, not "P2"'],
    ['persons.1.id', undefined, 'persons[1].id: is missing'],
    ['persons.1.id', 2, 'persons[1].id: must be a text, not 2'],
    ['persons.1.id', ' ', 'persons[1].id: is empty'],
    ['persons.1.id', 'P1', 'persons[1]: has the same id as persons[0]: "P1"'],
    ['persons.0.langs', 'FR', 'persons[0].langs: must be a list, not "FR"'],
    ['persons.0.langs', ['FR', 1], 'persons[0].langs[1]: must be a text, not 1'],
    ['persons.0.gender', 'f', 'persons[0].gender: must be "w", "m" or "x", not "f"'],
    ['persons.0.gender', null, 'persons[0].gender: must be "w", "m" or "x", not null'],
    ['persons.0.age', 30.5, 'persons[0].age: must be a whole number from 0 to 150, not 30.5'],
    ['persons.0.age', undefined, 'persons[0].age: is missing'],
    ['persons.0.schooling', 4, 'persons[0].schooling: must be a whole number from 0 to 3, not 4'],
    ['persons.0.oral', 8, 'persons[0].oral: must be a whole number from 0 to 7, not 8'],
    ['persons.0.oral', 'A1', 'persons[0].oral: must be a whole number from 0 to 7, not "A1"'],
    ['persons.0.childcare', 0, 'persons[0].childcare: must be true or false, not 0'],
    ['persons.0.avail', [1, 1, 1, 1, 1, 1, 1, 1, 1], 'persons[0].avail: has 9 half-days; 10 are needed'],
    ['persons.0.avail.3', 2, 'persons[0].avail[3]: must be 0 or 1, not 2'],
    ['persons.0.mobile', 'no', 'persons[0].mobile: must be true or false, not "no"'],
    ['persons.0.waitedDays', -1, 'persons[0].waitedDays: must be a whole number from 0 to 100000, not -1'],
    ['persons.0.earliestStart', null, 'persons[0].earliestStart: must be a whole number from 0 to 100000, not null'],
    ['offers.0.slots', [0, 10], 'offers[0].slots[1]: must be a whole number from 0 to 9, not 10'],
    ['offers.0.slots', [3, 3], 'offers[0].slots[1]: names the half-day 3 a second time'],
    ['offers.0.min', 15, 'offers[0].min: is 15, more than max, which is 14'],
    ['offers.0.max', -1, 'offers[0].max: must be a whole number from 0 to 100000, not -1'],
    ['offers.0.childcareSeats', 1.5, 'offers[0].childcareSeats: must be a whole number from 0 to 100000, not 1.5'],
    ['offers.0.coach', 7, 'offers[0].coach: must be a text, not 7'],
    ['offers.1', offer, 'offers[1]: has the same id as offers[0]: "G1"'],
    ['apart', [['P1']], 'apart[0]: has 1 entry; a pair has two ids'],
    ['apart', [['P1', 'P9']], 'apart[0][1]: names "P9", who is not among the persons'],
    ['together', [['P2', 'P2']], 'together[0]: is a pair of "P2" with themselves'],
  ])('%s = %j is refused in one line', (path, value, line) => {
    expect(() => readList(changed(path, value))).toThrow(line)
  })

  test('a long value is shortened, and never breaks the line', () => {
    expect(() => readList(changed('persons.0.gender', `w\n${'x'.repeat(500)}`))).toThrow(/^[^\n]{1,200}$/)
  })

  test.each([
    ['', 'line 1, column 1: the JSON ends too early'],
    ['[]', 'must be an object with "persons" and "offers", not a list'],
    ['{"persons": [\n  {"id": }]}', 'line 2, column 10: not JSON from here: "}]}"'],
    ['{"persons": [],}', 'line 1, column 16: not JSON from here: "}"'],
    ['{"persons": [', 'line 1, column 14: the JSON ends too early'],
  ])('%j is refused with its place', (source, line) => {
    expect(() => readList(source)).toThrow(line)
  })
})

describe('a printed plan', () => {
  const two = readList(JSON.stringify(list))
  test('only its assignment counts', () => {
    expect(readPlan('{"assignment":[0,-1],"score":"?"}', two)).toEqual([0, -1])
  })
  test.each([
    ['{}', 'assignment: is missing'],
    ['{"assignment":[0]}', 'assignment: has 1 entry, but the list has 2 persons'],
    ['{"assignment":[0,1]}', 'assignment[1]: must be a whole number from -1 to 0, not 1'],
    ['{"assignment":[0,null]}', 'assignment[1]: must be a whole number from -1 to 0, not null'],
  ])('%s is refused', (source, line) => {
    expect(() => readPlan(source, two)).toThrow(line)
  })
})
