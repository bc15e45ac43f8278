/** What moving somebody would do, as the page says it before it counts. Pure. */
import { type Assignment, type Mode, unplaced, type WaitingList } from '../../engine/groups/list.ts'
import { groupReasons } from '../../engine/groups/reasons.ts'
import type { Decision } from '../../shared/rules.ts'
import { distanceOf, type Grade, gradeOf } from './fit.ts'
import { type Effect, effectOf, moving, type Swap, stepsOf, swapsOf, type Target, targetsOf } from './moves.ts'
import type { Lock, OpenPlan } from './plan.ts'
import type { Situation } from './view.ts'

/** Of the whole plan. A place is worth 1000 points and more, half a year of waiting 720; `much` is more than half of that. */
export type Verdict = 'better' | 'same' | 'little' | 'worse' | 'much' | 'forbidden'

export const verdictOf = ({ before, after, faults }: Effect): Verdict => {
  const change = after.score - before.score
  if (faults.length > 0) return 'forbidden'
  if (change > 0) return 'better'
  return change === 0 ? 'same' : change > -100 ? 'little' : change > -400 ? 'worse' : 'much'
}

export type GroupEffect = {
  offer: number
  /** Absent where the group is not opened. */
  before: Grade | undefined
  after: Grade | undefined
  trend: 'better' | 'same' | 'worse' | 'opened' | 'shut'
}

/** What becomes of the groups that somebody leaves or joins. */
export function groupEffects(list: WaitingList, assignment: Assignment, mode: Mode, effect: Effect): GroupEffect[] {
  const touched = new Set(effect.steps.flatMap(({ person, to }) => [assignment[person]!, to]))
  const before = new Map(groupReasons(list, assignment, mode).map((one) => [one.offer, one]))
  const after = new Map(groupReasons(list, effect.assignment, mode).map((one) => [one.offer, one]))
  return [...list.offers.keys()]
    .filter((offer) => touched.has(offer))
    .map((offer) => {
      const [was, will] = [before.get(offer), after.get(offer)]
      const change = was && will ? distanceOf(will, mode) - distanceOf(was, mode) : 0
      return {
        offer,
        before: was && gradeOf(was, mode),
        after: will && gradeOf(will, mode),
        trend: !was ? 'opened' : !will ? 'shut' : change < -noticed ? 'better' : change > noticed ? 'worse' : 'same',
      }
    })
}

/** A change of distance below this is not worth a word. */
const noticed = 0.3

export type MoveView = Pick<Situation, 'composition' | 'programme'> & {
  opened: OpenPlan
  who: number
  /** Where to: until that is chosen, all places; then the one. */
  choose?: readonly Target[]
  preview?: Preview
}

export type Preview = {
  to: number
  other: number | undefined
  effect: Effect
  groups: GroupEffect[]
  /** Only where a rule forbids it as it is. */
  swaps: readonly Swap[]
  decision: Decision<true>
}

type Asked = { who: number; to: number | undefined; other: number | undefined }

/** @returns what to show of a move, from where the person is now. */
export function viewMove(
  opened: OpenPlan,
  locks: readonly Lock[],
  { who, to, other }: Asked,
): Pick<MoveView, 'choose' | 'preview'> {
  const { list, assignment, run } = opened
  if (to === undefined) return { choose: targetsOf(list, assignment, run.mode, who) }
  const asked = { who, to, other }
  const effect = effectOf(list, assignment, run.mode, stepsOf(list, assignment, asked))
  return {
    preview: {
      to,
      other,
      effect,
      groups: groupEffects(list, assignment, run.mode, effect),
      swaps: other === undefined ? swapsOf(list, assignment, run.mode, asked, effect) : [],
      decision: moving(opened, locks, effect),
    },
  }
}

/** A place as the address and the form say it. */
export const placeName = (at: number): string => (at === unplaced ? 'list' : String(at))

/** Undefined when there is no such place. */
export function readPlace({ offers }: Pick<OpenPlan, 'offers'>, said: string): number | undefined {
  if (said === 'list') return unplaced
  return /^\d{1,4}$/.test(said) && Number(said) < offers.length ? Number(said) : undefined
}
