import { policy } from '../../shared/http/policy.ts'
import type { Import } from './import.ts'

/** Those who may open files may open many at once. */
export const mayImport = policy('imports.upload', ['social-worker', 'coordinator', 'programme-office'])

/** What stands in a file is for whoever chose it, and nobody else. */
export const mayHandle = policy(
  'imports.handle',
  ['social-worker', 'coordinator', 'programme-office'],
  (actor, one: Import) => one.userId === actor.id,
)
