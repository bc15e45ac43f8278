import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Words } from '../../shared/i18n/i18n.ts'
import { textIn } from '../../shared/i18n/text.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { summarise } from '../attendance/rules.ts'
import { listStandings } from '../attendance/store.ts'
import { viewContentLevel } from '../content-levels/view.ts'
import type { Session } from '../sessions/session.ts'
import { listSessions } from '../sessions/store.ts'
import { listMethodsOf } from '../studies/store.ts'
import type { Group } from './group.ts'
import { listMembers } from './members.ts'
import { listMovesOfGroup } from './moves.store.ts'
import type { Preview } from './pages/new.tsx'
import type { GroupView } from './pages/show.tsx'
import { readConflicts } from './planning.ts'
import { mayComplete, mayEdit, mayPlace, mayStaff, mayTakeOut } from './policy.ts'
import { type GroupProgramme, getGroupProgramme } from './programme.ts'
import type { GroupPlan } from './rules.ts'
import { currentStages } from './stages.ts'
import { listCandidates, listCoaches } from './store.ts'

/** Sessions that were to be held by today and are neither closed nor cancelled. */
export const openUntil = (sessions: readonly Session[], today: PlainDate): Session[] =>
  sessions.filter((one) => one.cancelledOn === null && one.closedAt === null && one.onDate <= today)

/** Today's session, or the one whose register is oldest and open; before the start none. */
export const currentSession = (sessions: readonly Session[], today: PlainDate): Session | undefined => {
  const open = openUntil(sessions, today)
  return open.find((one) => one.onDate === today) ?? open[0]
}

export async function viewGroup(
  tx: Tx,
  actor: StaffActor,
  group: Group,
  today: PlainDate,
  refusal?: GroupView['refusal'],
): Promise<GroupView> {
  const programme = await getGroupProgramme(tx, group.programmeId)
  const members = await listMembers(tx, group.id)
  const sessions = await listSessions(tx, group.id)
  const held = sessions.filter((one) => one.cancelledOn === null)
  const stages = await currentStages(
    tx,
    members.map((member) => member.enrolmentId),
  )
  const standings = Map.groupBy(
    await listStandings(tx, { personIds: members.map((member) => member.personId), groupId: group.id }),
    (one) => one.personId,
  )
  const can = {
    edit: mayEdit.allows(actor, group),
    place: mayPlace.allows(actor, group),
    takeOut: mayTakeOut.allows(actor, group),
    staff: mayStaff.allows(actor, group),
    complete: mayComplete.allows(actor, group),
  }
  return {
    group,
    programme,
    members: members.map((member) => ({
      ...member,
      stage: stages.get(member.enrolmentId)?.stage ?? null,
      summary: summarise((standings.get(member.personId) ?? []).map((one) => one.status)),
    })),
    moves: await listMovesOfGroup(tx, group.id),
    content: await viewContentLevel(tx, actor, group),
    methods: await listMethodsOf(tx, group.id),
    coaches: await listCoaches(tx, [group.id]),
    current: currentSession(sessions, today),
    toClose: openUntil(sessions, today).length,
    allClosed: held.length > 0 && held.every((one) => one.closedAt !== null),
    candidates: can.staff ? await listCandidates(tx, programme) : [],
    can,
    ...(refusal ? { refusal } : {}),
  }
}

/** What a plan looks like before it is confirmed. */
export async function viewPreview(
  tx: Tx,
  facts: {
    id: string
    room: string | null
    coaches: { userId: string; name: string }[]
    programme: GroupProgramme
    plan: GroupPlan
    words: Words
  },
): Promise<Omit<Preview, 'values'>> {
  const { plan, programme, words } = facts
  const themes = new Map(programme.settings.calendar?.themes.map((theme) => [theme.key, theme.title]))
  return {
    halfDays: plan.halfDays.map((half) => {
      const title = themes.get(half.theme)
      return { ...half, title: title ? textIn(title, words.lang).text : half.theme }
    }),
    weeks: plan.weeks,
    skipped: plan.skipped,
    mandatesUntil: plan.mandatesUntil,
    conflicts: await readConflicts(tx, facts, plan.halfDays),
  }
}
