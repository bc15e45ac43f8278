import { halfDaysOfWeek, type Offer, type Pair, type Person, unplaced, type WaitingList } from '../groups/list.ts'
import {
  asList,
  type Check,
  count,
  field,
  fieldsOf,
  flag,
  listOf,
  nonEmpty,
  noneTwice,
  oneOf,
  optional,
  orNull,
  shown,
  text,
  whole,
} from './fields.ts'
import { BadInput, parseJson } from './json.ts'

// Beyond, a number is mistyped; sums stay exact below.
const most = { days: 100_000, years: 150, seats: 100_000 }

/**
 * A waiting list with its offers, from the exchange format. What the format doesn't know (`version`, `seed`, `halfDays`, `target`)
 * is passed over. Without `apart` or `together` there are no such pairs.
 * @throws BadInput
 */
export function readList(source: string): WaitingList {
  const fields = fieldsOf(parseJson(source), '', '"persons" and "offers"')
  const persons = field(fields, '', 'persons', listOf(person))
  const offers = field(fields, '', 'offers', listOf(offer))
  const ids = persons.map(({ id }) => id)
  noneTwice(ids, 'persons', 'id')
  noneTwice(
    offers.map(({ id }) => id),
    'offers',
    'id',
  )
  const pairs = listOf(pairOf(new Set(ids)))
  return {
    persons,
    offers,
    apart: optional(fields, '', 'apart', pairs) ?? [],
    together: optional(fields, '', 'together', pairs) ?? [],
  }
}

/**
 * The assignment of a printed plan of this list; the rest of what is printed doesn't count.
 * @throws BadInput
 */
export function readPlan(source: string, { persons, offers }: WaitingList): number[] {
  const fields = fieldsOf(parseJson(source), '', '"assignment"')
  const assignment = field(fields, '', 'assignment', listOf(whole(unplaced, offers.length - 1)))
  if (assignment.length !== persons.length)
    throw new BadInput(
      'assignment',
      `has ${count(assignment.length, 'entry', 'entries')}, but the list has ${count(persons.length, 'person', 'persons')}`,
    )
  return assignment
}

const level = orNull(whole(0, 7))

const person: Check<Person> = (value, place) => {
  const fields = fieldsOf(value, place, '"id", "langs" and more')
  const get = <T>(name: string, check: Check<T>) => field(fields, place, name, check)
  return {
    id: get('id', nonEmpty),
    langs: get('langs', listOf(nonEmpty)),
    gender: get('gender', oneOf('w', 'm', 'x')),
    age: get('age', orNull(whole(0, most.years))),
    schooling: get('schooling', orNull(whole(0, 3))),
    oral: get('oral', level),
    reading: get('reading', level),
    writing: get('writing', level),
    childcare: get('childcare', flag),
    avail: get('avail', week),
    place: get('place', text),
    mobile: get('mobile', flag),
    waitedDays: get('waitedDays', whole(0, most.days)),
    earliestStart: get('earliestStart', whole(0, most.days)),
  }
}

const week: Check<(0 | 1)[]> = (value, place) => {
  const halfDays = listOf(oneOf(0, 1))(value, place)
  if (halfDays.length !== halfDaysOfWeek)
    throw new BadInput(place, `has ${count(halfDays.length, 'half-day')}; ${halfDaysOfWeek} are needed`)
  return halfDays
}

const offer: Check<Offer> = (value, place) => {
  const fields = fieldsOf(value, place, '"id", "language", "slots" and more')
  const get = <T>(name: string, check: Check<T>) => field(fields, place, name, check)
  const read = {
    id: get('id', nonEmpty),
    language: get('language', nonEmpty),
    place: get('place', text),
    slots: get('slots', slots),
    min: get('min', whole(0, most.seats)),
    max: get('max', whole(0, most.seats)),
    childcareSeats: get('childcareSeats', whole(0, most.seats)),
    coach: optional(fields, place, 'coach', text),
    method: optional(fields, place, 'method', text),
  }
  if (read.min > read.max) throw new BadInput(`${place}.min`, `is ${read.min}, more than max, which is ${read.max}`)
  return read
}

const slots: Check<number[]> = (value, place) => {
  const indexes = listOf(whole(0, halfDaysOfWeek - 1))(value, place)
  const twice = indexes.findIndex((slot, at) => indexes.indexOf(slot) < at)
  if (twice >= 0) throw new BadInput(`${place}[${twice}]`, `names the half-day ${indexes[twice]} a second time`)
  return indexes
}

const pairOf =
  (ids: ReadonlySet<string>): Check<Pair> =>
  (value, place) => {
    const pair = asList(value, place)
    if (pair.length !== 2)
      throw new BadInput(place, `has ${count(pair.length, 'entry', 'entries')}; a pair has two ids`)
    const [a, b] = pair.map((id, at) => {
      const given = text(id, `${place}[${at}]`)
      if (!ids.has(given)) throw new BadInput(`${place}[${at}]`, `names ${shown(given)}, who is not among the persons`)
      return given
    })
    if (a === b) throw new BadInput(place, `is a pair of ${shown(a)} with themselves`)
    return [a!, b!]
  }
