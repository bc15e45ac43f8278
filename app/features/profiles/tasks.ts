import { ownSheet, thirdSheets, type Workbook } from './profile.ts'
import { choosable, goesOut } from './rules/deciding.ts'
import { can, type ProfileState } from './rules/states.ts'
import type { PeerStep } from './store/peers.ts'

/** How far the person is, task by task. */
export type Tasks = {
  picked: number
  rated: number
  selfIn: boolean
  evidence: number
  lines: number
  peers: 'none' | 'open' | 'joined' | 'closed'
  thirdIn: number
  /** What others said is open: both sides are in. */
  viewsOpen: boolean
  mayDecide: boolean
  chosen: number
}

export function tasksOf(book: Workbook, state: ProfileState, step: PeerStep | undefined): Tasks {
  const own = ownSheet(book)
  const thirdIn = thirdSheets(book).filter((s) => s.handedInAt).length
  const selfIn = own?.handedInAt != null
  return {
    picked: book.picks.length,
    rated: book.picks.filter((c) => own?.ratings?.has(c)).length,
    selfIn,
    evidence: book.evidence.length,
    lines: book.lines.length,
    peers: !step ? 'none' : step.closed ? (step.joined ? 'closed' : 'none') : step.joined ? 'joined' : 'open',
    thirdIn,
    viewsOpen: selfIn && thirdIn > 0,
    mayDecide: can('decide', state),
    chosen: choosable(book).filter((line) => goesOut(book, line.key)).length,
  }
}
