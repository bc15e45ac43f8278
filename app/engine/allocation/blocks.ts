import { seedOfStream, stream, uniform } from './random.ts'

/** Stratified permuted blocks. Ratio and multipliers are whole numbers from 1. */
export type BlocksDesign = Readonly<{
  studySeed: string
  arms: readonly string[]
  /** How often each arm is in a block of multiplier 1. */
  ratio: readonly number[]
  /** The block sizes to draw from, as multiples of the ratio. */
  multipliers: readonly number[]
}>

/**
 * The first `length` arms (indexes) of a stratum's list, `blocks-v1`. Every stratum has a stream of its own, so that a list
 * doesn't depend on who came in another stratum.
 */
export function blocksList(design: BlocksDesign, stratum: string, length: number): number[] {
  const next = stream(seedOfStream(design.studySeed, 'blocks-v1', stratum))
  const list: number[] = []
  while (list.length < length) {
    const multiplier = design.multipliers[Math.floor(uniform(next) * design.multipliers.length)]!
    const block = design.ratio.flatMap((times, arm) => new Array<number>(times * multiplier).fill(arm))
    for (let i = block.length - 1; i > 0; i--) {
      const j = Math.floor(uniform(next) * (i + 1))
      const moved = block[i]!
      block[i] = block[j]!
      block[j] = moved
    }
    for (const arm of block) list.push(arm)
  }
  return list.slice(0, length)
}
