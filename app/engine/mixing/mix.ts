import { Random } from '../random.ts'
import { tolerance } from '../tolerance.ts'
import { type MixingInstance, mixingValue, type Sense } from './instance.ts'

export type MixingOptions = Readonly<{
  sense: Sense
  seed: number
  /** Upper limit in milliseconds of `clock`. */
  budgetMs: number
  /** Milliseconds from anywhere, rising. */
  clock: () => number
}>

export type Mixed = Readonly<{ assignment: number[]; value: number }>

/** Proposals between two looks at the clock. */
const stretch = 4096

/** Part of the time for cooling; in the rest only steps that lose nothing are taken. */
const coolingShare = 0.98

/** Puts elements into groups so that the distances inside groups add up to as much (or as little) as possible. */
export function mix(instance: MixingInstance, { sense, seed, budgetMs, clock }: MixingOptions): Mixed {
  const began = clock()
  const random = new Random(seed)
  const state = startAt(instance, sense, random)
  const share = () => (clock() - began) / budgetMs
  const found = window(state, random, () => share() > 0.2)
  let best = state.at.slice()
  let bestValue = state.value
  for (let done = share(); done < 1; done = share()) {
    const cools = found !== undefined && done < coolingShare
    propose(state, random, cools ? found.hot * (found.cold / found.hot) ** (done / coolingShare) : 0, stretch)
    if (state.value > bestValue) {
      bestValue = state.value
      best = state.at.slice()
    }
  }
  const assignment = Array.from(best)
  return { assignment, value: mixingValue(instance, assignment) }
}

type State = {
  readonly n: number
  /** Distances as whole numbers, larger is better. */
  readonly d: Int16Array | Int32Array
  readonly at: Int32Array
  readonly low: Int32Array
  readonly high: Int32Array
  readonly size: Int32Array
  /** Whether some group may grow or shrink. */
  readonly elastic: boolean
  /** What each element would add to each group, group by group at `g × n + i`. */
  readonly table: Int32Array
  value: number
}

function startAt(instance: MixingInstance, sense: Sense, random: Random): State {
  const { n, groups } = instance
  const d = wholeDistances(instance, sense)
  const at = new Int32Array(n)
  const size = new Int32Array(groups.length)
  const order = Array.from({ length: n }, (_, i) => i)
  random.shuffle(order)
  // Every group its least first, then wherever there is room.
  for (const i of order) {
    const short = groups.findIndex(({ low }, g) => size[g]! < low)
    const g = short === -1 ? groups.findIndex(({ high }, k) => size[k]! < high) : short
    at[i] = g
    size[g]!++
  }
  const table = new Int32Array(groups.length * n)
  for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) table[at[i]! * n + k]! += d[i * n + k]!
  let value = 0
  for (let i = 0; i < n; i++) value += table[at[i]! * n + i]! / 2
  const low = Int32Array.from(groups, (group) => group.low)
  const high = Int32Array.from(groups, (group) => group.high)
  return { n, d, at, low, high, size, elastic: low.some((least, g) => least < high[g]!), table, value }
}

/**
 * Distances to steer by; the value is summed from the originals. 16 bits keep the table small and are precise enough,
 * unless a few distances tower over all others.
 */
function wholeDistances({ n, distances }: MixingInstance, sense: Sense): Int16Array | Int32Array {
  const sign = sense === 'max' ? 1 : -1
  let largest = 0
  let areWhole = true
  for (const x of distances) {
    largest = Math.max(largest, Math.abs(x))
    areWhole &&= Number.isInteger(x)
  }
  // A whole group's distances still fit into 32 bits.
  const isShort = largest <= 32767 && areWhole
  const factor = isShort ? sign : (sign * (isEven(distances, largest) ? 32767 : 2 ** 30 / n)) / largest
  const whole = isShort || isEven(distances, largest) ? new Int16Array(n * n) : new Int32Array(n * n)
  for (let k = 0; k < whole.length; k++) whole[k] = Math.round(factor * distances[k]!)
  return whole
}

/** Whether the largest distance is not far above the usual ones, so that 16 bits tell these apart. */
function isEven(distances: Float64Array, largest: number): boolean {
  const step = Math.ceil(distances.length / 1000)
  const sample = new Float64Array(Math.floor(distances.length / step))
  for (let k = 0; k < sample.length; k++) sample[k] = Math.abs(distances[k * step]!)
  return largest <= 20 * sample.sort()[sample.length >> 1]!
}

/** Makes random proposals at one temperature: two elements change places, or one goes where there is room. */
function propose(state: State, random: Random, temperature: number, steps: number): number {
  const { n, d, at, low, high, size, elastic, table } = state
  const groups = size.length
  let taken = 0
  for (let step = 0; step < steps; step++) {
    const i = random.below(n)
    const g = at[i]!
    if (elastic && (step & 3) === 0) {
      const h = random.below(groups)
      if (h === g || size[g]! <= low[g]! || size[h]! >= high[h]!) continue
      const change = table[h * n + i]! - table[g * n + i]!
      if (change < 0 && -change >= temperature * tolerance[random.bits() & 4095]!) continue
      size[g]!--
      size[h]!++
      at[i] = h
      state.value += change
      for (let k = 0, a = g * n, b = h * n, x = i * n; k < n; k++, a++, b++, x++) {
        table[a]! -= d[x]!
        table[b]! += d[x]!
      }
      taken++
      continue
    }
    const j = random.below(n)
    const h = at[j]!
    if (g === h) continue
    const change = table[h * n + i]! + table[g * n + j]! - table[g * n + i]! - table[h * n + j]! - 2 * d[i * n + j]!
    if (change < 0 && -change >= temperature * tolerance[random.bits() & 4095]!) continue
    at[i] = h
    at[j] = g
    state.value += change
    for (let k = 0, a = g * n, b = h * n, x = i * n, y = j * n; k < n; k++, a++, b++, x++, y++) {
      const gain = d[y]! - d[x]!
      table[a]! += gain
      table[b]! -= gain
    }
    taken++
  }
  return taken
}

/**
 * The temperatures to go through. How hot is hot depends on how distances are spread, so a quick cooling finds where one
 * proposal in a hundred, in 300 and in 1,000 is taken. The window goes from the second to well below the third: found by
 * trials with random and with Euclidean distances, for which the same shares are best though the temperatures differ fourfold.
 * Undefined when there is no time to find it: then steps that lose nothing lead further than a cooling begun too hot.
 */
function window(state: State, random: Random, isLate: () => boolean): { hot: number; cold: number } | undefined {
  const hottest = 4 * Math.max(1e-9, spread(state.d))
  let temperature = hottest
  let share = 1
  const crossed: number[] = []
  for (let k = 0; k < 80 && crossed.length < 3 && !isLate(); k++) {
    const before = { temperature, share }
    temperature *= 0.9
    let taken = 0
    let made = 0
    while (taken < 2 * state.n && made < 200 * state.n) {
      taken += propose(state, random, temperature, stretch / 8)
      made += stretch / 8
    }
    share = Math.max(taken / made, 1e-9)
    for (const wanted of [0.01, 0.003, 0.001].slice(crossed.length)) {
      if (share > wanted) break
      const part = Math.min(1, Math.log(before.share / wanted) / Math.log(before.share / share))
      crossed.push(before.temperature * (temperature / before.temperature) ** part)
    }
  }
  const [busy, hot, idle] = crossed
  if (busy === undefined || hot === undefined || idle === undefined)
    return isLate() ? undefined : { hot: hot ?? busy ?? hottest, cold: temperature }
  return { hot, cold: hot * (idle / busy) ** 2 }
}

/** How far distances are from their mean, as a standard deviation. */
function spread(distances: Float64Array | Int16Array | Int32Array): number {
  let sum = 0
  let squares = 0
  for (const x of distances) {
    sum += x
    squares += x * x
  }
  const mean = sum / Math.max(1, distances.length)
  return Math.sqrt(Math.max(0, squares / Math.max(1, distances.length) - mean * mean))
}
