// `passerelle allocate blocks|minimisation DESIGN.json [--json]`: replays a design; no site is needed.

import type { Run } from '../../cli.ts'
import { readInput } from '../../cli-files.ts'
import { blocksList } from '../../engine/allocation/blocks.ts'
import { readBlocks, readMinimisation } from '../../engine/allocation/design.ts'
import { minimise } from '../../engine/allocation/minimisation.ts'
import { parseJson } from '../../engine/read/json.ts'
import { exitCodes, Halt } from '../../shared/halt.ts'

const usage = 'Usage: bin/passerelle allocate blocks|minimisation DESIGN.json [--json]'

/** One allocation as the exchange format prints it: for blocks there is only the arm. */
type Printed = { arm: string; probabilities?: readonly number[]; G?: readonly number[] }

/** Throws Halt with one line for wrong usage and for anything wrong with the file. */
export const run: Run = async (args, io) => {
  const [method, file, ...rest] = args
  const unknown = args.find((word) => word.startsWith('--'))
  if (unknown !== undefined) throw new Halt(`allocate: there is no option ${unknown}. ${usage}`, exitCodes.usage)
  if ((method !== 'blocks' && method !== 'minimisation') || file === undefined || rest.length > 0)
    throw new Halt(usage, exitCodes.usage)
  const allocations = replay(method, file)
  io.answer(
    { allocations },
    allocations.map(({ arm, probabilities }, i) =>
      [i + 1, arm, ...(probabilities ?? []).map((probability) => probability.toFixed(4))].join('\t'),
    ),
  )
  return exitCodes.ok
}

const replay = (method: 'blocks' | 'minimisation', file: string): Printed[] =>
  readInput(file, (source) => {
    const json = parseJson(source)
    if (method === 'blocks') {
      const design = readBlocks(json)
      return blocksList(design, design.stratum, design.length).map((arm) => ({ arm: design.arms[arm]! }))
    }
    const design = readMinimisation(json)
    return minimise(design, design.units).map(({ arm, ...how }) => ({ arm: design.arms[arm]!, ...how }))
  })
