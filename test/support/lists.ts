import { readFileSync } from 'node:fs'
import type { Person, WaitingList } from '../../app/engine/groups/list.ts'

/** An example of the exchange format with so many people. */
export const example = (people: 24 | 60 | 240 | 1000): WaitingList =>
  JSON.parse(readFileSync(new URL(`../fixtures/compose/list-${people}.json`, import.meta.url), 'utf8'))

/** Someone who can go anywhere, but for what is given. */
export const person = (given: Partial<Person> & Pick<Person, 'id'>): Person => ({
  langs: ['FR'],
  gender: 'w',
  age: 30,
  schooling: 2,
  oral: 2,
  reading: 2,
  writing: 2,
  childcare: false,
  avail: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  place: 'Town',
  mobile: false,
  waitedDays: 10,
  earliestStart: 0,
  ...given,
})
