import type { ProgrammeSettings } from '../../blueprints/settings.ts'
import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { addSessions } from '../sessions/store.ts'
import type { GroupDetails, GroupPart } from './group.ts'
import { addMembers } from './members.ts'
import type { GroupPlan } from './rules.ts'
import { enterStage } from './stages.ts'
import { addCoach, createGroup, settleMandates } from './store.ts'

type NewGroup = GroupDetails & { id: string; programmeId: string }
export type Team = readonly { userId: string; part: GroupPart }[]

/** Writes a planned group with its coaches and half-days. @returns false when a group with this id is there already. */
export async function makeGroup(
  tx: Tx,
  actor: StaffActor,
  given: {
    group: NewGroup
    plan: GroupPlan
    team: Team
    settings: Pick<ProgrammeSettings, 'calendar'>
    today: PlainDate
  },
): Promise<boolean> {
  const { group, plan, team, settings, today } = given
  const dates = { startsOn: plan.halfDays[0]!.date, endsOn: plan.endsOn, mandatesUntil: plan.mandatesUntil }
  if (!(await createGroup(tx, actor, { ...group, ...dates }))) return false
  for (const { userId, part } of team) await addCoach(tx, actor, { groupId: group.id, userId, part, today })
  await addSessions(tx, group.id, plan.halfDays, settings.calendar?.themes ?? [])
  return true
}

type Joining = { enrolmentId: string; personId: string; stageKind: string }

/**
 * People join a group: their memberships, their stages, the coaches' mandates. The caller has asked the rule and holds the
 * places. @returns how many joined: fewer than given when someone got a place elsewhere meanwhile; then nothing more is written.
 */
export async function joinGroup(
  by: { tx: Tx; actor: StaffActor; services: { vault: Vault }; today: PlainDate },
  { groupId, who, settings }: { groupId: string; who: Joining[]; settings: Pick<ProgrammeSettings, 'stages'> },
): Promise<number> {
  const joined = await addMembers(by.tx, by.actor, { groupId, who, today: by.today })
  if (joined < who.length) return joined
  const waiting = who.filter((one) => one.stageKind !== 'started')
  await enterStage(by, waiting, 'allocated', settings)
  await settleMandates(by.tx, groupId)
  return joined
}
