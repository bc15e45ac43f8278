/** Orientation as a chain of steps: who owns each, how long it may take, and what it must find out. */
import type { LocalText, Text } from '../../shared/i18n/text.ts'

/**
 * One step. `parts` are keys of the blueprint's `followUpParts` whose professionals take it up; `days` until it is due.
 * `list`: it happens on the yearly list of possible participants, before there is an enrolment. `entry`: the way may
 * begin here. `advances`: what passing it means for the stage of the enrolment.
 */
export type OrientationStep = Readonly<{
  key: string
  label: Text
  /** What happens in it, in one line. */
  aim: Text
  parts: readonly string[]
  days: number
  list?: true
  entry?: true
  /** What must be found out before somebody passes: words always come with it. */
  asks: readonly OrientationQuestion[]
  /** Another way of recording that belongs to the step, e.g. the language test; linked, never a condition. */
  also?: readonly 'language-test'[]
  advances?: 'reached' | 'informed'
}>

/** `review`: the path so far. `aim`: whether the person's aim fits. `motivation`: rated in described points. */
export const orientationQuestions = ['review', 'aim', 'motivation'] as const
export type OrientationQuestion = (typeof orientationQuestions)[number]

/** A described point of the motivation to take part; from the least to the most. */
export type MotivationPoint = Readonly<{ key: string; label: Text; means: Text }>

/** Whom the programme is for. `evidence`: whether a funder asks for a proof and its date. */
export type TargetCriterion = Readonly<{ key: string; label: LocalText; evidence: boolean }>

export type Orientation = Readonly<{
  steps: readonly OrientationStep[]
  motivation: readonly MotivationPoint[]
  /** What a new programme starts with; its coordinator may change them. */
  criteria: readonly TargetCriterion[]
}>
