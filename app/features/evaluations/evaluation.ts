import type { PlainDate } from '../../shared/time/dates.ts'
import type { Opened } from '../../shared/vault/vault.ts'
import type { FollowUpSide } from '../professionals/professional.ts'

/** What the person says of an item: a point from 1, or that they rather do not say. Null: was not asked. */
export type OwnPoint = number | 'not-disclosed' | null

/** `regular` every few weeks, `final` at the end of the path, `remark` in between, from what the person says. */
export type EvaluationKind = 'regular' | 'final' | 'remark'
export const settings = ['individual', 'group'] as const
export type Setting = (typeof settings)[number]

export type Evaluation = {
  id: string
  enrolmentId: string
  kind: EvaluationKind
  /** Of a remark: whether it came up with the person alone or in the group. */
  setting: Setting | null
  on: PlainDate
  /** By item of the blueprint; empty for a remark. The two stand side by side and are never averaged. */
  own: Record<string, OwnPoint>
  trainer: Record<string, number | null>
  /** What was agreed, or the remark itself; null when nothing was written. */
  words: Opened | null
  heldBy: string
}

/** `planned` until a result is known. */
export const results = ['planned', 'awaited', 'passed', 'failed', 'not-taken'] as const
export type TestResult = (typeof results)[number]

export type EntranceTest = {
  id: string
  enrolmentId: string
  side: FollowUpSide
  sharedOn: PlainDate | null
  /** Which qualifying training it opens, and where it is taken. */
  training: Opened
  place: Opened | null
  on: PlainDate
  result: TestResult
  /** The day on which the last result was known, and of the next try. */
  resultOn: PlainDate | null
  nextOn: PlainDate | null
  recordedBy: string
  /** Oldest first. */
  history: {
    number: number
    result: Exclude<TestResult, 'planned'>
    on: PlainDate
    nextOn: PlainDate | null
    by: string
  }[]
}
