import { policy } from '../../shared/http/policy.ts'
import type { Programme } from '../programmes/programme.ts'

/** Team and money are the affair of the programme's own coordinators, and of nobody else. */
const ownCoordinator = (_actor: unknown, programme: Programme) => programme.isMine

export const mayRead = policy('funding.read', ['coordinator'], ownCoordinator)
export const mayEdit = policy('funding.edit', ['coordinator'], ownCoordinator)
/** Exact figures and people leave the site: a fresh factor first, the form as well as the file. */
export const mayDisclose = policy('funding.disclose', ['coordinator'], ownCoordinator, { freshFactor: true })
