// Draws the arm of a unit from the seed and what is on record, and proves a log: each entry in its place, each arm drawn again.
import { blocksList } from './blocks.ts'
import type { AllocationData, Line, Protocol } from './log.ts'
import { readLine } from './log.ts'
import { minimise } from './minimisation.ts'
import { sha256 } from './random.ts'
import { advance, type Study, type StudyUnit } from './study.ts'

/** The key of a unit's stratum. A slash inside a level is escaped, so that two strata never share a key. */
export const stratumKey = (levels: readonly string[]): string =>
  levels.map((level) => level.replaceAll('%', '%25').replaceAll('/', '%2F')).join('/')

type Covariates = Pick<StudyUnit, 'number' | 'levels' | 'allowed'>

/** What is drawn for each of the units, in their order. What earlier entries say of arms plays no part. */
export function drawAll(protocol: Protocol, studySeed: string, units: readonly Covariates[]): AllocationData[] {
  const { arms, ratio } = protocol
  if (protocol.method === 'minimisation-v1') {
    const { weights, p, measure } = protocol
    return minimise({ studySeed, arms, ratio, weights, p, measure }, units).map(({ arm, probabilities, G }, i) => ({
      unit: units[i]!.number,
      arm: arms[arm]!,
      probabilities,
      G,
    }))
  }
  const design = { studySeed, arms, ratio, multipliers: protocol.multipliers }
  const strata = Map.groupBy(units, ({ levels }) => stratumKey(levels))
  const lists = new Map([...strata].map(([key, members]) => [key, blocksList(design, key, members.length)]))
  return units.map((unit) => {
    const stratum = stratumKey(unit.levels)
    const position = strata.get(stratum)!.indexOf(unit) + 1
    return { unit: unit.number, arm: arms[lists.get(stratum)![position - 1]!]!, stratum, position }
  })
}

/**
 * `text`: the text is not what its hash says. `link`: it does not name the hash before. `order`: it may not come here.
 * `commitment`: the seed is not the one that was committed to. `arm`: the seed gives another allocation.
 */
export type Fault = 'text' | 'link' | 'order' | 'commitment' | 'arm'

export type Verification = Readonly<{
  ok: boolean
  /** Line by line; null is sound. */
  faults: readonly (Fault | null)[]
  /** The number (from 1) of the first line that is not sound. */
  firstBad: number | null
  allocations: number
  /** How many arms were drawn again and found the same; 0 while the seed is sealed. */
  replayed: number
  /** Where the study stands after the last line that could be read in order. */
  study: Study | undefined
}>

/** Checks a whole log. Without `seed` and without one in the log, the chain and the order are checked and no arm. */
export function verifyLog(lines: readonly Line[], seed?: string): Verification {
  let study: Study | undefined
  const faults: (Fault | null)[] = []
  const drawn: { line: number; data: AllocationData }[] = []
  for (const [i, line] of lines.entries()) {
    const read = readLine(line)
    const next = read && read.entry.number === i + 1 ? advance(study, read.entry) : undefined
    const isLinked = read?.previous === (lines[i - 1]?.hash ?? '')
    faults.push(sha256(line.text) !== line.hash ? 'text' : !isLinked ? 'link' : !next ? 'order' : null)
    if (!read || !next) continue
    study = next
    const { entry } = read
    if (entry.kind === 'allocation') drawn.push({ line: i, data: entry.data })
    if (entry.kind === 'seed' && sha256(entry.data.seed) !== study.commitment?.commitment) faults[i] ??= 'commitment'
  }
  const known = seed ?? study?.seed
  let replayed = 0
  if (study && known !== undefined) {
    // Another seed proves nothing about the arms.
    if (sha256(known) !== study.commitment?.commitment) faults[lines.length - 1] ??= 'commitment'
    else {
      const again = new Map(drawAll(study.protocol, known, study.units).map((data) => [data.unit, data]))
      for (const { line, data } of drawn)
        if (isSame(again.get(data.unit), data)) replayed++
        else faults[line] ??= 'arm'
    }
  }
  const first = faults.findIndex(Boolean)
  return {
    ok: first < 0,
    faults,
    firstBad: first < 0 ? null : first + 1,
    allocations: drawn.length,
    replayed,
    study,
  }
}

const isSame = (a: AllocationData | undefined, b: AllocationData) =>
  JSON.stringify(a, Object.keys(b).sort()) === JSON.stringify(b, Object.keys(b).sort()) &&
  Object.keys(a ?? {}).length === Object.keys(b).length

/** What the command line replays: the design of a minimisation, or one for each stratum. The seed must be revealed. */
export function designsOf(study: Study): { stratum: string | null; design: Record<string, unknown> }[] {
  const { protocol, seed: studySeed } = study
  if (studySeed === undefined) return []
  const { arms, ratio } = protocol
  const units = study.units.filter((unit) => unit.allocation)
  if (protocol.method === 'minimisation-v1') {
    const { weights, p, measure } = protocol
    const persons = units.map(({ levels }) => levels)
    const allowed = units.map((unit) => unit.allowed)
    return [{ stratum: null, design: { studySeed, arms, ratio, weights, p, measure, persons, allowed } }]
  }
  const { multipliers } = protocol
  return [...Map.groupBy(units, ({ levels }) => stratumKey(levels))].map(([stratum, { length }]) => ({
    stratum,
    design: { studySeed, arms, ratio, multipliers, stratum, length },
  }))
}
