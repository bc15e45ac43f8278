/** A plan becomes groups, and groups go back: everything in the transaction of one click. */
import { createHash } from 'node:crypto'
import { newId } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Ctx } from '../../shared/http/doors.tsx'
import type { Did } from '../../shared/http/outcome.ts'
import { compare, type PlainDate } from '../../shared/time/dates.ts'
import { joinGroup, makeGroup } from '../groups/making.ts'
import { endMembership } from '../groups/members.ts'
import type { ShownConflict } from '../groups/parts/conflicts.tsx'
import { readConflicts } from '../groups/planning.ts'
import { type GroupProgramme, getGroupProgramme } from '../groups/programme.ts'
import type { GroupPlan } from '../groups/rules.ts'
import { currentStages } from '../groups/stages.ts'
import { closeGroup, endCoach, listCoaches, listCandidates as listStaff, settleMandates } from '../groups/store.ts'
import { moveStage } from '../referrals/store.ts'
import { listSessions, saveCancellation } from '../sessions/store.ts'
import { listWaiting } from './candidates.store.ts'
import { countPending } from './changes.store.ts'
import type { Composition, Offer } from './composition.ts'
import {
  addConfirmation,
  type Confirmation,
  endConfirmation,
  findPlanOnRecord,
  listConfirmedGroups,
  recordGroup,
} from './confirm.store.ts'
import { type Checked, checkPlan, type PlanOnRecord, type PlanPerson } from './confirming.ts'
import { datesOf } from './dates.ts'
import { listOffers } from './offers.store.ts'
import { listPairs } from './pairs.store.ts'
import { type Clash, clashesOf } from './rules.ts'

type By = Pick<Ctx<string, StaffActor>, 'tx' | 'actor' | 'services' | 'today'>

export type GroupToMake = {
  offer: Offer
  people: PlanPerson[]
  /** Undefined when the template can't be kept; then there is an obstacle. */
  plan: GroupPlan | undefined
  conflicts: ShownConflict[]
}
export type Confirming = Pick<Checked, 'obstacles' | 'changes'> & {
  composition: Composition
  programme: GroupProgramme
  plan: PlanOnRecord
  groups: GroupToMake[]
  clashes: Clash[]
  coaches: ReadonlyMap<string, string>
  left: number
  /** What the page shows, as one word: the click counts only for what was seen. */
  seen: string
}

/** What confirming a plan would make, and what stands in its way now. */
export async function readConfirming(
  { tx, today }: Pick<By, 'tx' | 'today'>,
  composition: Composition,
  planId: string,
): Promise<Confirming | undefined> {
  const plan = await findPlanOnRecord(tx, composition.id, planId)
  if (!plan) return undefined
  const programme = await getGroupProgramme(tx, composition.programmeId)
  const { settings } = programme
  const staff = await listStaff(tx, programme)
  const coaches = new Map(staff.map((one) => [one.id, one.name]))
  const offers = await listOffers(tx, composition.id)
  const planned = new Map(offers.map((offer) => [offer.id, datesOf(offer, programme)]))
  const { groups, obstacles, changes } = checkPlan(plan, {
    waiting: new Map((await listWaiting(tx, composition)).map((one) => [one.enrolmentId, one])),
    offers,
    pairs: await listPairs(tx, composition.programmeId),
    languages: settings.languages,
    today,
    coaches: new Set(coaches.keys()),
    planned,
  })
  const toMake: GroupToMake[] = []
  for (const { offer, people } of groups) {
    const decision = planned.get(offer.id)!
    const team = teamWithNames(offer, coaches)
    toMake.push({
      offer,
      people,
      plan: decision.ok ? decision.value : undefined,
      conflicts: decision.ok
        ? await readConflicts(tx, { id: offer.id, room: offer.room, coaches: team }, decision.value.halfDays)
        : [],
    })
  }
  const clashes = clashesOf(toMake.map((one) => one.offer))
  const left = plan.people.filter((one) => one.offerId === null).length
  const shown = toMake.map(({ offer, people, plan: dates, conflicts }) => [
    offer,
    people.map((one) => one.enrolmentId),
    dates?.halfDays.map((half) => half.date),
    conflicts,
  ])
  const seen = createHash('sha256')
    .update(JSON.stringify([plan.id, shown, changes]))
    .digest('base64url')
  // What is only tried out on the plan would be lost without a word.
  const open = await countPending(tx, planId)
  const all = open > 0 ? [{ key: 'compositions.confirm.unkept', params: { count: open } }, ...obstacles] : obstacles
  return { composition, programme, plan, groups: toMake, obstacles: all, changes, clashes, coaches, left, seen }
}

const teamWithNames = ({ coachId, coCoachId, traineeId }: Offer, coaches: ReadonlyMap<string, string>) =>
  (
    [
      [coachId, 'coach'],
      [coCoachId, 'co-coach'],
      [traineeId, 'trainee'],
    ] as const
  ).flatMap(([userId, part]) => (userId ? [{ userId, part, name: coaches.get(userId) ?? '' }] : []))

/**
 * Makes the groups with their half-days and coaches, the memberships, stages and mandates. The caller has seen no obstacle.
 * @returns undefined when somebody was faster: then the caller refuses and nothing stays written.
 */
export async function confirmPlan(by: By, found: Confirming): Promise<{ id: string; did: Did[] } | undefined> {
  const { tx, actor, today } = by
  const { composition, programme, groups, coaches } = found
  const { settings } = programme
  const id = await addConfirmation(tx, actor, composition, { planId: found.plan.id, today })
  if (!id) return undefined
  const stages = await currentStages(
    tx,
    groups.flatMap(({ people }) => people.map((one) => one.enrolmentId)),
  )
  const did: Did[] = [{ act: 'compositions.confirm', on: ['confirmation', id] }]
  for (const { offer, people, plan } of groups) {
    if (!plan) throw new Error('a group without dates was to be made')
    const groupId = newId()
    const { name, language, site, room, max } = offer
    const group = { id: groupId, programmeId: programme.id, name, language, site, room, capacity: max }
    await makeGroup(tx, actor, { group, plan, team: teamWithNames(offer, coaches), settings, today })
    const who = people.map((one) => ({ ...one, stageKind: stages.get(one.enrolmentId)?.kind ?? '' }))
    if ((await joinGroup(by, { groupId, who, settings })) < who.length) return undefined
    await recordGroup(
      tx,
      { id, programmeId: programme.id },
      {
        offerId: offer.id,
        groupId,
        people: people.map((one) => ({ ...one, stageBefore: stages.get(one.enrolmentId)?.stage ?? '' })),
      },
    )
    did.push(
      { act: 'groups.create', on: ['group', groupId] },
      ...people.map(
        ({ personId }): Did => ({
          act: 'groups.join',
          on: ['group', groupId],
          person: personId,
          classes: ['attendance'],
        }),
      ),
    )
  }
  return { id, did }
}

const lastOf = (a: PlainDate, b: PlainDate): PlainDate => (compare(a, b) < 0 ? b : a)

/** Everybody goes back to where they stood, mandates end, half-days are cancelled and the groups closed; all of it stays on record. */
export async function undoConfirmation(by: By, confirmation: Confirmation): Promise<Did[] | undefined> {
  const { tx, actor, services, today } = by
  if (!(await endConfirmation(tx, actor, confirmation.id))) return undefined
  const { settings } = await getGroupProgramme(tx, confirmation.programmeId)
  const groups = await listConfirmedGroups(tx, confirmation.id)
  const stages = await currentStages(
    tx,
    groups.flatMap(({ people }) => people.map((one) => one.enrolmentId)),
  )
  const did: Did[] = [{ act: 'compositions.undo', on: ['confirmation', confirmation.id] }]
  for (const { groupId, people } of groups) {
    for (const { enrolmentId, personId, memberId, stageBefore } of people) {
      if (memberId) await endMembership(tx, actor, { memberId, reason: 'mistake', today })
      const to = settings.stages.find((stage) => stage.key === stageBefore)
      const current = stages.get(enrolmentId)
      if (to && current && current.stage !== to.key)
        await moveStage(tx, services.vault, {
          enrolment: { id: enrolmentId, personId },
          to,
          on: lastOf(today, current.on),
          by: actor.id,
          reason: 'wrong-entry',
        })
      did.push({ act: 'groups.leave', on: ['group', groupId], person: personId, classes: ['attendance'] })
    }
    for (const session of await listSessions(tx, groupId))
      await saveCancellation(tx, session.id, { reason: 'other', today })
    for (const coach of await listCoaches(tx, [groupId]))
      if (coach.endedOn === null) await endCoach(tx, groupId, coach.id, today)
    await settleMandates(tx, groupId)
    await closeGroup(tx, groupId, today)
  }
  return did
}
