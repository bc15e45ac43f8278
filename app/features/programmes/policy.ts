import { policy } from '../../shared/http/policy.ts'
import type { Programme } from './programme.ts'

/** What a programme is and when it runs is no secret among staff; who is in it is another matter. */
const readers = ['coordinator', 'programme-office', 'social-worker', 'coach', 'trainee', 'measures-officer'] as const

export const mayList = policy('programmes.list', readers)
export const mayRead = policy('programmes.read', readers, (_actor, _programme: Programme) => true)
export const mayCreate = policy('programmes.create', ['coordinator'])
export const mayEdit = policy('programmes.edit', ['coordinator'], (_actor, programme: Programme) => programme.isMine)
