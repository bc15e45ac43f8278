// `passerelle compose …`: what the screen composes, from files of the exchange format; no site is needed.

import type { Run } from '../../cli.ts'
import { readInput } from '../../cli-files.ts'
import { fill } from '../../engine/capacity/capacity.ts'
import { choiceRules, choose } from '../../engine/choices/choices.ts'
import type { Sense } from '../../engine/mixing/instance.ts'
import { mix } from '../../engine/mixing/mix.ts'
import { readMixing } from '../../engine/read/mdgp.ts'
import { readCapacity, readChoices } from '../../engine/read/tasks.ts'
import { exitCodes } from '../../shared/halt.ts'
import { mostMs, mostSeed, oneOf, readArguments, usualBudgetMs, wholeUpTo } from './cli.arguments.ts'

const senses: readonly Sense[] = ['max', 'min']

/** Pure mixing: the largest (or smallest) sum of distances inside groups. */
export const runMixing: Run = async (args, io) => {
  const usage = 'bin/passerelle compose mdgp FILE [--sense max|min] [--budget-ms 2000] [--seed 1] [--json]'
  const options = { sense: oneOf(senses), 'budget-ms': wholeUpTo(mostMs), seed: wholeUpTo(mostSeed) }
  const { file, given } = readArguments(usage, options, args)
  const instance = readInput(file, readMixing)
  const { assignment, value } = mix(instance, {
    sense: given.sense ?? 'max',
    seed: given.seed ?? 1,
    budgetMs: given['budget-ms'] ?? usualBudgetMs,
    clock: () => performance.now(),
  })
  io.answer({ assignment, value }, [
    `The distances inside groups add up to ${value}.`,
    ...instance.groups.map((_, g) => {
      const inside = assignment.flatMap((at, i) => (at === g ? [i] : []))
      return `group ${g}: ${inside.join(' ') || 'nobody'}`
    }),
  ])
  return exitCodes.ok
}

/** Options of activities or trades by what people ranked. */
export const runChoices: Run = async (args, io) => {
  const usage = `bin/passerelle compose choices FILE [--rule ${choiceRules.join('|')}] [--json]`
  const { file, given } = readArguments(usage, { rule: oneOf(choiceRules) }, args)
  const chosen = choose(readInput(file, readChoices), given.rule ?? 'fair')
  io.answer(chosen, [
    `Seats by rank: ${chosen.signature.map((seats, at) => `${at + 1}: ${seats}`).join(', ') || 'none'}`,
    ...chosen.assignment.map(
      (options, i) => `person ${i}: ${options.map((option) => `option ${option}`).join(', ') || 'none'}`,
    ),
  ])
  return exitCodes.ok
}

/** People to tandems or missions with few places. */
export const runCapacity: Run = async (args, io) => {
  const { file } = readArguments('bin/passerelle compose capacity FILE [--json]', {}, args)
  const filled = fill(readInput(file, readCapacity))
  io.answer(filled, [
    `${filled.persons} of ${filled.assignment.length} people have a place, with a score of ${filled.score}.`,
    ...filled.assignment.map((unit, i) => `person ${i}: ${unit < 0 ? 'none' : `unit ${unit}`}`),
  ])
  return exitCodes.ok
}
