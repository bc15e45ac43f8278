// Chance that comes out the same every time: sfc32, a small generator that passes the usual tests.

export type Random = {
  /** 0 ≤ x < 1 */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  /** True with this probability. */
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** By weight: `weighted([['present', 8], ['late', 1]])`. */
  weighted<T>(from: readonly (readonly [T, number])[]): T
  /** A new order; the list itself stays as it is. */
  shuffled<T>(from: readonly T[]): T[]
  /** A generator of its own, so that what is added to one part of the world does not change another. */
  branch(name: string): Random
}

/** @param seed any whole number, with the name of the part of the world it is for */
export function seeded(seed: number, name = ''): Random {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, (seed ^ hash(name)) | 0]
  const step = () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 2 ** 32
  }
  for (let warming = 0; warming < 15; warming += 1) step()
  const whole = (least: number, most: number) => least + Math.floor(step() * (most - least + 1))
  const pick = <T>(from: readonly T[]): T => from[whole(0, from.length - 1)]!
  return {
    next: step,
    whole,
    pick,
    chance: (probability) => step() < probability,
    weighted(from) {
      let left = step() * from.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of from) {
        if (left < weight) return value
        left -= weight
      }
      return from.at(-1)![0]
    },
    shuffled(from) {
      const list = [...from]
      for (let at = list.length - 1; at > 0; at -= 1) {
        const other = whole(0, at)
        ;[list[at], list[other]] = [list[other]!, list[at]!]
      }
      return list
    },
    branch: (part) => seeded(seed, `${name}/${part}`),
  }
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193)
  return value
}
