import { type Assignment, type Mode, unplaced, type WaitingList } from './list.ts'
import { type Fixed, type Model, modelOf } from './model.ts'
import type { Leash } from './state.ts'

/** What a plan is looked for by: the mode, and what must stay as it is. */
export type Aim = Readonly<{
  mode: Mode
  /** An earlier plan by person: without `maxMoves` everybody seated stays; with it at most so many entries differ. */
  pinned?: Readonly<{ assignment: Assignment; maxMoves?: number }>
  fixed?: Fixed
}>

/** The numbers to search with; who must be where (`seatOf`, else `unplaced`) is settled, and nothing moves them. */
export function aimOf(
  list: WaitingList,
  { mode, pinned, fixed }: Aim,
): { model: Model; settled: Uint8Array; seatOf: readonly number[]; leash: Leash | undefined } {
  const stays = pinned && pinned.maxMoves === undefined ? pinned.assignment : undefined
  const at = list.persons.map((_, i) => {
    const stay = stays?.[i] ?? unplaced
    return fixed?.at[i] ?? (stay === unplaced ? null : stay)
  })
  const model = modelOf(list, mode, { at, sealed: fixed?.sealed ?? [] })
  const seatOf = model.people.map(
    (members) => members.map((i) => at[i] ?? unplaced).find((g) => g !== unplaced) ?? unplaced,
  )
  return {
    model,
    seatOf,
    settled: Uint8Array.from(seatOf, (g) => (g === unplaced ? 0 : 1)),
    leash: pinned?.maxMoves === undefined ? undefined : { base: pinned.assignment, limit: pinned.maxMoves },
  }
}
