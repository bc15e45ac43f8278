import type { Blueprint } from './blueprint.ts'
import { focustravail } from './focustravail.ts'
import { moveup } from './moveup.ts'

/** Everything a new programme can be made from. A further programme is one more file and one more entry. */
export const blueprints: readonly Blueprint[] = [focustravail, moveup]

export const findBlueprint = (id: string): Blueprint | undefined => blueprints.find((b) => b.id === id)
