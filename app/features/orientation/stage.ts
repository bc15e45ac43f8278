/** What a move means for the stage of the enrolment: where the person stands on the waiting list, or that it is over. */
import type { StageKind } from '../../blueprints/blueprint.ts'
import type { Orientation } from '../../blueprints/parts/orientation.ts'
import type { Tx } from '../../shared/db/database.ts'
import { accept, type Decision } from '../../shared/rules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { type Programme, stageOfKind } from '../programmes/programme.ts'
import type { Enrolment, Reason as StageReason } from '../referrals/enrolment.ts'
import { changeStage } from '../referrals/stages.ts'
import { advance, isInGroup, moveStage } from '../referrals/store.ts'
import type { Move, Reason } from './orientation.ts'
import type { Following } from './rules.ts'

const stageReasons: Record<Reason, StageReason> = {
  'more-to-learn': 'other',
  'aim-differs': 'other-measure',
  'level-differs': 'language',
  criteria: 'no-longer-entitled',
  'not-available': 'no-time',
  'waits-for-answer': 'other',
  'persons-wish': 'does-not-want',
  'not-reachable': 'not-reachable',
  'done-before': 'other',
  other: 'other',
}

const order = ['registered', 'contacted', 'informed'] as const satisfies StageKind[]

/** The stage that the steps before this one have led to. */
export function stageBefore(plan: Orientation, step: string): StageKind {
  const passed = plan.steps.slice(
    0,
    plan.steps.findIndex((s) => s.key === step),
  )
  if (passed.some((s) => s.advances === 'informed')) return 'informed'
  return passed.some((s) => s.advances === 'reached') ? 'contacted' : 'registered'
}

type Given = {
  tx: Tx
  vault: Vault
  enrolment: Enrolment
  programme: Programme
  plan: Orientation
  by: string
  today: PlainDate
}

/** Moves the enrolment with the orientation, or says why it can't be. */
export async function followWithStage(
  { tx, vault, enrolment, programme, plan, by, today }: Given,
  { move, from, following }: { move: Move; from: string; following: Following },
): Promise<Decision<true>> {
  const on = today
  if (following.state === 'accepted') {
    const advanced = await advance(tx, vault, { enrolmentId: enrolment.id, event: 'informed', on, by })
    return advanced.ok ? accept(true) : advanced
  }
  if (move === 'pass') {
    if (plan.steps.find((s) => s.key === from)?.advances === 'reached')
      await advance(tx, vault, { enrolmentId: enrolment.id, event: 'reached', on, by })
    return accept(true)
  }
  const kind = targetKind(enrolment.stage.kind, move, plan, following)
  const to = kind && stageOfKind(programme.settings.stages, kind)
  if (!to || to.key === enrolment.stage.key) return accept(true)
  const reason: StageReason = following.reason ? stageReasons[following.reason] : 'changed-mind'
  const inGroup = await isInGroup(tx, enrolment.id)
  const decision = changeStage({ from: enrolment.stage, to, on, today, reason, inGroup, hasOther: false })
  if (!decision.ok) return decision
  await moveStage(tx, vault, { enrolment, to, on, by, reason })
  return accept(true)
}

function targetKind(from: StageKind, move: Move, plan: Orientation, following: Following): StageKind | null {
  if (move === 'refuse') return 'never-started'
  if (move === 'take-up') return from === 'never-started' || from === 'dropped' ? 'registered' : null
  if (move !== 'put-back') return null
  const kind = stageBefore(plan, following.step)
  const at = order.indexOf(from as (typeof order)[number])
  return at > order.indexOf(kind as (typeof order)[number]) ? kind : null
}
