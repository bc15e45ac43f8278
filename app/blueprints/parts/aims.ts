import type { Text } from '../../shared/i18n/text.ts'
import type { DirectionKey } from '../blueprint.ts'

/** What somebody may want of their path in a programme. */
export type AimKind = Readonly<{
  key: string
  label: Text
  /** What counts as success, in words for whoever records the result. */
  success: Text
  /** Where a path ends that leads to this aim. */
  outcomes: readonly DirectionKey[]
}>

export type AimsPlan = Readonly<{ kinds: readonly AimKind[] }>
