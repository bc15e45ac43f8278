import type { Outcome } from './classify.ts'
import { differences, type FieldDifference } from './differences.ts'
import type { Choice, ImportFigures } from './import.ts'
import type { KnownPerson, PersonCommand } from './imports.ts'

export type Creation = { row: number; command: PersonCommand; notTheSameAs: string[] }
export type Update = { row: number; command: PersonCommand; person: KnownPerson; differences: FieldDifference[] }

/** What confirming would write. `undecided` rows are perhaps someone twice, and nobody has said; they are not written. */
export type Plan = {
  create: Creation[]
  update: Update[]
  unchanged: number[]
  rejected: number[]
  leftOut: number[]
  undecided: number[]
}

/**
 * Outcomes and what was said of the doubtful ones, brought together. `same` completes the file where the institution holds it;
 * `another` opens a new one. One person is written to by one row only: a second row for them is left out.
 */
export function planImport(outcomes: Outcome[], choices: Choice[], known: KnownPerson[]): Plan {
  const plan: Plan = { create: [], update: [], unchanged: [], rejected: [], leftOut: [], undecided: [] }
  const people = new Map(known.map((person) => [person.id, person]))
  const said = new Map(choices.map((choice) => [choice.row, choice]))
  const taken = new Set<string>()
  const onto = (person: KnownPerson, row: number, command: PersonCommand) => {
    if (taken.has(person.id)) return void plan.leftOut.push(row)
    taken.add(person.id)
    const found = person.held ? differences(person, command) : []
    if (found.length === 0) plan.unchanged.push(row)
    else plan.update.push({ row, command, person, differences: found })
  }
  // Rows that are sure of their person come before those that somebody decided.
  for (const outcome of outcomes) {
    const { row } = outcome
    if (outcome.kind === 'error') plan.rejected.push(row)
    else if (outcome.kind === 'create') plan.create.push({ row, command: outcome.command, notTheSameAs: [] })
    else if (outcome.kind !== 'duplicate') onto(people.get(outcome.personId)!, row, outcome.command)
  }
  for (const outcome of outcomes) {
    if (outcome.kind !== 'duplicate') continue
    const { row, command } = outcome
    const choice = said.get(row)
    const person = outcome.with === 'site' ? outcome.ids.find((id) => id === choice?.personId) : undefined
    if (choice?.choice === 'same' && person) onto(people.get(person)!, row, command)
    else if (choice?.choice === 'another' && command.person.firstName)
      plan.create.push({ row, command, notTheSameAs: outcome.with === 'site' ? outcome.ids : [] })
    else if (choice?.choice === 'leave-out') plan.leftOut.push(row)
    else plan.undecided.push(row)
  }
  return plan
}

/** What a confirmed plan comes to; undecided rows count as left out. The parts add up to the rows. */
export const figuresOf = (plan: Plan): ImportFigures => {
  const parts = {
    created: plan.create.length,
    updated: plan.update.length,
    unchanged: plan.unchanged.length,
    rejected: plan.rejected.length,
    leftOut: plan.leftOut.length + plan.undecided.length,
  }
  return { rows: Object.values(parts).reduce((sum, n) => sum + n, 0), ...parts }
}
