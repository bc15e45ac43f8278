import type { PlainDate } from '../../shared/time/dates.ts'
import type { Opened } from '../../shared/vault/vault.ts'
import type { FollowUpSide } from '../professionals/professional.ts'

/** In place of a kind of the blueprint: asked, and not told. */
export const withheldKind = 'not-disclosed'

export const aimResults = ['reached', 'partly', 'not-reached', 'changed', 'not-disclosed'] as const
export type AimResultKey = (typeof aimResults)[number]

type Recorded = { id: string; on: PlainDate; by: string | null; side: FollowUpSide; sharedOn: PlainDate | null }

export type AimResult = Recorded & { result: AimResultKey; words: Opened | null }

export type Aim = Recorded & {
  /** A kind of the blueprint, or not disclosed. */
  kind: string
  /** Perhaps out of reach; it stands beside the aim and may be worked on. */
  isDream: boolean
  /** The person's own. */
  words: Opened | null
  /** Why it changed. */
  reason: Opened | null
  /** How a dream is worked on. */
  way: Opened | null
  /** The latest first. */
  results: AimResult[]
}

/** What counts: the latest aim that is no dream, else the latest dream. Given latest first. */
export const currentOf = (aims: readonly Aim[]): Aim | undefined => aims.find(({ isDream }) => !isDream) ?? aims[0]

/** How many people have which aim, and what became of it; a result of null is not recorded yet. */
export type AimCount = { kind: string; result: AimResultKey | null; people: number }
