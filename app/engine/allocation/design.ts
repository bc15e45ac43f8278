// Reads the design of a study from the exchange format: what is wrong is said with its place, and nothing is guessed.
import { asList, count, type Fields, fieldsOf, nonEmpty, shown, text, whole } from '../read/fields.ts'
import { BadInput } from '../read/json.ts'
import type { BlocksDesign } from './blocks.ts'
import { type Level, type MinimisationDesign, measures, type Unit } from './minimisation.ts'

/** The list of one stratum, as long as `length`. */
export type BlocksReplay = BlocksDesign & { stratum: string; length: number }
/** The units in the order in which they came. */
export type MinimisationReplay = MinimisationDesign & { units: Unit[] }

/** The probability of the preferred arm where a design has none of its own. */
export const usualP = 0.8

// More than any study has; beyond, a mistyped number would only fill the memory.
const most = { list: 1_000_000, block: 100_000, arms: 1000 }

/** Throws BadInput. Without `ratio` all arms count the same; without `multipliers` every block has the ratio's size. */
export function readBlocks(json: unknown): BlocksReplay {
  const fields = fieldsOf(json, '', '"studySeed", "arms" and more')
  const arms = readArms(fields)
  const ratio = readRatio(fields, arms)
  const multipliers = fields.multipliers === undefined ? [1] : readList(fields, 'multipliers', positiveWhole)
  if (multipliers.length === 0) throw new BadInput('multipliers', 'is empty; give at least one number')
  const perMultiple = ratio.reduce((sum, times) => sum + times, 0)
  for (const [i, multiplier] of multipliers.entries())
    if (perMultiple * multiplier > most.block)
      throw new BadInput(`multipliers[${i}]`, `makes blocks of ${perMultiple * multiplier}; at most ${most.block}`)
  return {
    studySeed: readSeed(fields),
    arms,
    ratio,
    multipliers,
    stratum: text(required(fields, 'stratum'), 'stratum'),
    length: whole(0, most.list)(required(fields, 'length'), 'length'),
  }
}

/** Throws BadInput. Without `weights` all factors count the same, without `measure` it is the range, without `p` 0.8. */
export function readMinimisation(json: unknown): MinimisationReplay {
  const fields = fieldsOf(json, '', '"studySeed", "arms" and more')
  const arms = readArms(fields)
  const ratio = readRatio(fields, arms)
  const persons = readList(fields, 'persons', (value, place) => asList(value, place).map(levelAt(place)))
  const weights =
    fields.weights === undefined ? (persons[0] ?? []).map(() => 1) : readList(fields, 'weights', notNegative)
  for (const [i, levels] of persons.entries())
    if (levels.length !== weights.length)
      throw new BadInput(
        `persons[${i}]`,
        fields.weights === undefined
          ? `has ${count(levels.length, 'level')}, but persons[0] has ${weights.length}`
          : `has ${count(levels.length, 'level')}, but there ${weights.length === 1 ? 'is' : 'are'} ${count(weights.length, 'weight')}`,
      )
  const allowed = readAllowed(fields, persons.length, arms.length)
  const { p, measure } = fields
  if (p !== undefined && !(typeof p === 'number' && p >= 0 && p <= 1))
    throw new BadInput('p', `must be a number from 0 to 1, not ${shown(p)}`)
  const named = measure === undefined ? 'range' : measures.find((one) => one === measure)
  if (!named) throw new BadInput('measure', `must be "range" or "variance", not ${shown(measure)}`)
  return {
    studySeed: readSeed(fields),
    arms,
    ratio,
    weights,
    p: p === undefined ? usualP : p,
    measure: named,
    units: persons.map((levels, i) => ({ levels, allowed: allowed[i]! })),
  }
}

function readAllowed(fields: Fields, persons: number, arms: number): (number[] | null)[] {
  if (fields.allowed === undefined || fields.allowed === null) return new Array<null>(persons).fill(null)
  const allowed = readList(fields, 'allowed', (value, place) => {
    if (value === null) return null
    const indexes = asList(value, place).map((arm, at) => {
      if (!Number.isInteger(arm) || (arm as number) < 0 || (arm as number) >= arms)
        throw new BadInput(`${place}[${at}]`, `must be the index of an arm, 0 to ${arms - 1}, not ${shown(arm)}`)
      return arm as number
    })
    if (indexes.length === 0) throw new BadInput(place, 'is empty: without an arm there is nothing to allocate')
    if (new Set(indexes).size < indexes.length) throw new BadInput(place, 'names an arm twice')
    return indexes
  })
  if (allowed.length !== persons)
    throw new BadInput('allowed', `has ${count(allowed.length, 'entry', 'entries')}, but persons has ${persons}`)
  return allowed
}

function readArms(fields: Fields): string[] {
  const arms = readList(fields, 'arms', (value, place) => nonEmpty(value, place))
  if (arms.length === 0) throw new BadInput('arms', 'is empty; a study has at least one arm')
  if (arms.length > most.arms) throw new BadInput('arms', `has ${arms.length} arms; at most ${most.arms}`)
  const twice = arms.findIndex((arm, i) => arms.indexOf(arm) < i)
  if (twice >= 0) throw new BadInput(`arms[${twice}]`, `${shown(arms[twice])} is there twice`)
  return arms
}

function readRatio(fields: Fields, arms: readonly string[]): number[] {
  if (fields.ratio === undefined) return arms.map(() => 1)
  const ratio = readList(fields, 'ratio', positiveWhole)
  if (ratio.length !== arms.length)
    throw new BadInput('ratio', `has ${count(ratio.length, 'number')}, but there are ${count(arms.length, 'arm')}`)
  return ratio
}

const readSeed = (fields: Fields) => nonEmpty(required(fields, 'studySeed'), 'studySeed')

const readList = <T>(fields: Fields, name: string, read: (value: unknown, place: string) => T): T[] =>
  asList(required(fields, name), name).map((value, i) => read(value, `${name}[${i}]`))

function required(fields: Fields, name: string): unknown {
  if (!Object.hasOwn(fields, name)) throw new BadInput(name, 'is missing')
  return fields[name]
}

const levelAt =
  (place: string) =>
  (value: unknown, at: number): Level => {
    if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return value as Level
    throw new BadInput(`${place}[${at}]`, `must be a level (text, number, true or false), not ${shown(value)}`)
  }

function notNegative(value: unknown, place: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    throw new BadInput(place, `must be a number from 0, not ${shown(value)}`)
  return value
}

function positiveWhole(value: unknown, place: string): number {
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > most.block)
    throw new BadInput(place, `must be a whole number from 1 to ${most.block}, not ${shown(value)}`)
  return value as number
}
