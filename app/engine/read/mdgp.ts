import type { MixingInstance } from '../mixing/instance.ts'
import { count } from './fields.ts'
import { BadInput } from './json.ts'

/** Distances take 8 bytes for each pair of elements: 200 MB at most. */
const mostElements = 5000

/**
 * The text format of the library MDGPLIB: `n m ss|ds lo1 hi1 … lom him`, then a line `i j distance` for every pair. Distances may
 * be any finite numbers. Either order of i and j will do. A pair that is missing is an error rather than a distance of 0: a file that was cut
 * off would else be mixed without a word.
 * @throws BadInput with the number of the line
 */
export function readMixing(source: string): MixingInstance {
  const lines = linesOf(source)
  const head = lines.next().value
  if (head === undefined) throw new BadInput('line 1', 'is missing: n, m, ss or ds, and the bounds of each group')
  const { n, groups } = readHead(head.text, `line ${head.number}`)
  const distances = new Float64Array(n * n)
  const known = new Uint8Array(n * n)
  let pairs = 0
  for (const { text, number } of lines) {
    const words = text.split(/\s+/)
    const place = () => `line ${number}`
    if (words.length !== 3)
      throw new BadInput(place(), `has ${count(words.length, 'value')}; a distance has three: i, j and the distance`)
    const i = index(words[0]!, n, place)
    const j = index(words[1]!, n, place)
    const value = Number(words[2])
    if (!isNumeral(words[2]!) || !Number.isFinite(value))
      throw new BadInput(place(), `“${cut(words[2]!)}” is no distance`)
    if (i === j) throw new BadInput(place(), `gives the distance of ${i} to itself`)
    if (known[i * n + j] === 1) throw new BadInput(place(), `gives the distance of ${i} and ${j} a second time`)
    known[i * n + j] = known[j * n + i] = 1
    distances[i * n + j] = distances[j * n + i] = value
    pairs += 1
  }
  const all = (n * (n - 1)) / 2
  if (pairs < all) throw new BadInput(`line ${lastLine(source)}`, `the file ends after ${pairs} of ${all} distances`)
  return { n, distances, groups }
}

function readHead(text: string, place: string): Pick<MixingInstance, 'n' | 'groups'> {
  const [elements, groupsWord, kind, ...bounds] = text.split(/\s+/)
  const n = size(elements, 'the number of elements (n)', mostElements, place)
  const m = size(groupsWord, 'the number of groups (m)', mostElements, place)
  if (kind !== 'ss' && kind !== 'ds')
    throw new BadInput(place, `the third value must be ss or ds, not “${cut(kind ?? '')}”`)
  if (bounds.length !== 2 * m)
    throw new BadInput(
      place,
      `has ${count(bounds.length, 'bound')}; ${count(m, 'group needs', 'groups need')} ${2 * m}`,
    )
  const groups = Array.from({ length: m }, (_, g) => {
    const low = size(bounds[2 * g], `the lower bound of group ${g}`, n, place)
    const high = size(bounds[2 * g + 1], `the upper bound of group ${g}`, Number.MAX_SAFE_INTEGER, place)
    if (low > high) throw new BadInput(place, `group ${g} has the bounds ${low} to ${high}`)
    // No group can have more than everybody.
    return { low, high: Math.min(high, n) }
  })
  const fewest = groups.reduce((sum, { low }) => sum + low, 0)
  const most = groups.reduce((sum, { high }) => sum + high, 0)
  if (fewest > n || most < n)
    throw new BadInput(place, `${n} elements don’t fit into groups of ${fewest} to ${most} in all`)
  return { n, groups }
}

function size(word: string | undefined, what: string, most: number, place: string): number {
  if (word === undefined || !/^\d+$/.test(word))
    throw new BadInput(place, `${what} must be a whole number, not “${cut(word ?? '')}”`)
  const value = Number(word)
  if (value > most) throw new BadInput(place, `${what} is ${word}; it may be ${most} at most`)
  return value
}

function index(word: string, n: number, place: () => string): number {
  const value = Number(word)
  if (!/^\d+$/.test(word) || value >= n)
    throw new BadInput(place(), `“${cut(word)}” is no element; there are 0 to ${n - 1}`)
  return value
}

const isNumeral = (word: string) => /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(word)
const cut = (word: string) => (word.length > 40 ? `${word.slice(0, 40)}…` : word)

/** The lines that aren't blank, trimmed, with their numbers from 1. */
function* linesOf(source: string): Generator<{ text: string; number: number }> {
  let number = 1
  for (let at = source.startsWith('\ufeff') ? 1 : 0; at < source.length; number += 1) {
    const end = source.indexOf('\n', at)
    const text = source.slice(at, end < 0 ? source.length : end).trim()
    if (text !== '') yield { text, number }
    if (end < 0) return
    at = end + 1
  }
}

const lastLine = (source: string) => source.trimEnd().split('\n').length
