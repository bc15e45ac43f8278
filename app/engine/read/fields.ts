// Small checks of which the readers of input files are made. Each gives the value with its type, or throws BadInput with the place.
import { BadInput } from './json.ts'

/** @param place such as `persons[3].avail` */
export type Check<T> = (value: unknown, place: string) => T
export type Fields = Readonly<Record<string, unknown>>

/** @param holds what the object has, as in `an object with "caps" and "score"` */
export function fieldsOf(value: unknown, place: string, holds: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadInput(place, `must be an object with ${holds}, not ${shown(value)}`)
  return value as Fields
}

/** The field `name` of the object at `place`; '' is the file itself. */
export function field<T>(fields: Fields, place: string, name: string, check: Check<T>): T {
  const at = place === '' ? name : `${place}.${name}`
  if (!Object.hasOwn(fields, name)) throw new BadInput(at, 'is missing')
  return check(fields[name], at)
}

export const optional = <T>(fields: Fields, place: string, name: string, check: Check<T>): T | undefined =>
  fields[name] === undefined || fields[name] === null ? undefined : field(fields, place, name, check)

export const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value, place) =>
    value === null ? null : check(value, place)

export const listOf =
  <T>(check: Check<T>): Check<T[]> =>
  (value, place) =>
    asList(value, place).map((one, at) => check(one, `${place}[${at}]`))

export const asList: Check<unknown[]> = (value, place) => {
  if (!Array.isArray(value)) throw new BadInput(place, `must be a list, not ${shown(value)}`)
  return value
}

export const text: Check<string> = (value, place) => {
  if (typeof value !== 'string') throw new BadInput(place, `must be a text, not ${shown(value)}`)
  return value
}

export const nonEmpty: Check<string> = (value, place) => {
  const given = text(value, place)
  if (given.trim() === '') throw new BadInput(place, 'is empty')
  return given
}

export const flag: Check<boolean> = (value, place) => {
  if (typeof value !== 'boolean') throw new BadInput(place, `must be true or false, not ${shown(value)}`)
  return value
}

export const whole =
  (least: number, most: number): Check<number> =>
  (value, place) => {
    if (!Number.isInteger(value) || (value as number) < least || (value as number) > most)
      throw new BadInput(place, `must be a whole number from ${least} to ${most}, not ${shown(value)}`)
    return value as number
  }

export const oneOf =
  <T extends string | number>(...allowed: readonly T[]): Check<T> =>
  (value, place) => {
    const found = allowed.find((one) => one === value)
    if (found === undefined) throw new BadInput(place, `must be ${either(allowed.map(shown))}, not ${shown(value)}`)
    return found
  }

/** Refuses the second of two that are the same; `what` names them: `persons[1] and persons[4] have the same id "P1"`. */
export function noneTwice(ids: readonly string[], place: string, what: string): void {
  const first = new Map<string, number>()
  for (const [at, id] of ids.entries()) {
    const before = first.get(id)
    if (before !== undefined)
      throw new BadInput(`${place}[${at}]`, `has the same ${what} as ${place}[${before}]: ${shown(id)}`)
    first.set(id, at)
  }
}

export const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

const either = (words: readonly string[]) =>
  words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`

/** The value as it stands in the file, shortened; never more than one line. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const json = JSON.stringify(value) ?? 'nothing'
  return json.length > 40 ? `${json.slice(0, 40)}…` : json
}
