import { seesClass } from '../mandates/classes.ts'
import type { PersonSection } from '../people/section.ts'
import { listMovesOfPerson } from './moves.store.ts'
import { MovesSection } from './parts/moves.tsx'

/** Changes of group, where there were any. */
export const movesCard: PersonSection = {
  key: 'group-moves',
  order: 35,
  async read({ tx, actor, person }) {
    if (!seesClass(actor.role, 'attendance')) return undefined
    const moves = await listMovesOfPerson(tx, person.id)
    return moves.length > 0 ? { view: <MovesSection moves={moves} />, classes: ['attendance'] } : undefined
  },
}
