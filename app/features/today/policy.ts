import { staffRoles } from '../../shared/http/actor.ts'
import { policy } from '../../shared/http/policy.ts'
import type { Programme } from '../programmes/programme.ts'

/** Everybody's own first page. */
export const mayRead = policy('today.read', staffRoles)
/** The figures of a programme, and the people behind them, for those who coordinate it. */
export const mayReadFigures = policy(
  'figures.read',
  ['coordinator'],
  (_actor, programme: Programme) => programme.isMine,
)
