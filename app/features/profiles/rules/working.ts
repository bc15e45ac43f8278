/** Picking, rating and handing in. */
import { type CompetenceId, competenceIds } from '../../../data/competences.ts'
import { accept, type Decision, refuse } from '../../../shared/rules.ts'
import type { Ratings } from '../profile.ts'
import { doing, type ProfileState } from './states.ts'

/** "About ten": the method picks around ten cards before rating them (STANDARDS: competence profiles). */
export const aboutTen = { fewest: 6, most: 14 } as const

/** Which competences to add and which to take away so that exactly `wanted` of `offered` are picked. */
export function picking(
  state: ProfileState,
  picked: readonly CompetenceId[],
  wanted: readonly CompetenceId[],
  offered: readonly CompetenceId[] = competenceIds,
): Decision<{ add: CompetenceId[]; remove: CompetenceId[] }> {
  const allowed = doing('pick', state)
  if (!allowed.ok) return allowed
  const add = wanted.filter((c) => offered.includes(c) && !picked.includes(c))
  const remove = picked.filter((c) => offered.includes(c) && !wanted.includes(c))
  if (picked.length + add.length - remove.length > competenceIds.length) return refuse('profiles.refused.pick')
  return accept({ add, remove })
}

/** A sheet is complete when every competence has an answer; "I don't know" is one. */
export function handingIn(asked: readonly CompetenceId[], ratings: Ratings): Decision<true> {
  if (asked.length === 0) return refuse('profiles.handIn.nothingPicked')
  const missing = asked.filter((c) => !ratings.has(c)).length
  return missing > 0 ? refuse('profiles.handIn.missing', { count: missing }) : accept(true)
}

/** The competence to show next: the first without an answer after `current`, else the first without one. */
export function nextUnanswered(
  asked: readonly CompetenceId[],
  ratings: Ratings,
  current?: CompetenceId,
): CompetenceId | undefined {
  const from = current ? asked.indexOf(current) + 1 : 0
  const order = [...asked.slice(from), ...asked.slice(0, from)]
  return order.find((c) => !ratings.has(c))
}
