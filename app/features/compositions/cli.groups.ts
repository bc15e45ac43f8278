// `passerelle compose groups LIST.json …`: groups from a waiting list.

import type { Run } from '../../cli.ts'
import { readInput } from '../../cli-files.ts'
import type { Aim } from '../../engine/groups/aim.ts'
import { type Composed, compose, Impossible } from '../../engine/groups/compose.ts'
import { type Mode, modes, unplaced, type WaitingList } from '../../engine/groups/list.ts'
import { prove } from '../../engine/groups/prove.ts'
import { whyLeft } from '../../engine/groups/reasons.ts'
import { scoreOf } from '../../engine/groups/score.ts'
import { readList, readPlan } from '../../engine/read/list.ts'
import { exitCodes, Halt } from '../../shared/halt.ts'
import { anyText, mostMs, mostSeed, oneOf, readArguments, refusal, usualBudgetMs, wholeUpTo } from './cli.arguments.ts'

const usage =
  'bin/passerelle compose groups LIST.json --mode homogeneous|mixed [--budget-ms 2000] [--iterations N] [--seed 1] ' +
  '[--pin PLAN.json [--max-moves K]] [--prove-ms 0] [--json]'

/** What is printed, in the order of the exchange format. */
type Printed = {
  assignment: number[]
  score: number
  seats: number
  softCost: number
  proof: 'optimal' | 'bound' | null
  bound: number | null
  iterations: number
  elapsedMs: number
  unplaced: { id: string; reasons: { offer: string; rules: number[] }[] }[]
}

export const runGroups: Run = async (args, io) => {
  const { file, given } = readArguments(
    usage,
    {
      mode: oneOf(modes),
      'budget-ms': wholeUpTo(mostMs),
      iterations: wholeUpTo(Number.MAX_SAFE_INTEGER),
      seed: wholeUpTo(mostSeed),
      pin: anyText,
      'max-moves': wholeUpTo(Number.MAX_SAFE_INTEGER),
      'prove-ms': wholeUpTo(mostMs),
    },
    args,
  )
  const { mode, pin, iterations } = given
  const maxMoves = given['max-moves']
  if (mode === undefined) throw refusal('--mode is needed', usage)
  if (maxMoves !== undefined && pin === undefined) throw refusal('--max-moves goes with --pin', usage)
  const list = readInput(file, readList)
  const assignment = pin === undefined ? undefined : readInput(pin, (source) => readPlan(source, list))
  const search = {
    mode,
    pinned: assignment && { assignment, maxMoves },
    seed: given.seed ?? 1,
    iterations,
    budgetMs: given['budget-ms'] ?? (iterations === undefined ? usualBudgetMs : undefined),
  }
  const found = possible(pin ?? file, () => compose(list, { ...search, clock: () => performance.now() }))
  const printed = await printedOf(list, search, found, given['prove-ms'] ?? 0)
  io.answer(printed, tell(list, mode, printed))
  return exitCodes.ok
}

/** A proof may find a better plan than the search did: that is the one that is printed. */
async function printedOf(list: WaitingList, aim: Aim, found: Composed, proveMs: number): Promise<Printed> {
  const { assignment, proof, bound } =
    proveMs > 0
      ? await prove(list, found.assignment, { mode: aim.mode, pinned: aim.pinned, budgetMs: proveMs })
      : { assignment: found.assignment, proof: null, bound: null }
  const { score, seats, softCost } = scoreOf(list, assignment, aim.mode)
  const { iterations } = found
  const elapsedMs = Math.round(found.elapsedMs)
  return {
    assignment,
    score,
    seats,
    softCost,
    proof,
    bound,
    iterations,
    elapsedMs,
    unplaced: leftOf(list, assignment),
  }
}

/** Offers that no rule keeps somebody out of are no reason. */
const leftOf = (list: WaitingList, assignment: number[]): Printed['unplaced'] =>
  whyLeft(list, assignment).map(({ person, reasons }) => ({
    id: list.persons[person]!.id,
    reasons: reasons.flatMap(({ offer, rules }) =>
      rules.length === 0 ? [] : [{ offer: list.offers[offer]!.id, rules: [...rules] }],
    ),
  }))

function possible<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Impossible) throw new Halt(`${file}: ${error.message}`, exitCodes.usage)
    throw error
  }
}

function tell({ persons, offers }: WaitingList, mode: Mode, plan: Printed): string[] {
  const proof = { optimal: 'proved optimal', bound: `no plan is above ${plan.bound}`, none: 'not proved' }
  return [
    `${plan.seats} of ${persons.length} people have a seat. Score ${plan.score} (${mode}), soft cost ${plan.softCost}; ${proof[plan.proof ?? 'none']}.`,
    ...offers.map(({ id, min, max }, g) => {
      const inside = persons.filter((_, i) => plan.assignment[i] === g)
      return `${id}: ${inside.length === 0 ? 'not opened' : `${inside.length} (${min} to ${max}): ${inside.map((one) => one.id).join(' ')}`}`
    }),
    ...plan.unplaced.map(
      ({ id, reasons }) =>
        `left: ${id}: ${reasons.map(({ offer, rules }) => `${offer} by rule ${rules.join(', ')}`).join('; ') || 'no reason'}`,
    ),
    ...(plan.assignment.includes(unplaced) ? [ruleWords] : []),
  ]
}

const ruleWords = 'Rules: 1 language, 2 place, 3 half-days, 4 start, 5 size, 6 childcare, 7 apart, 8 together.'
