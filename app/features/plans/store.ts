import { changed, newId, type Tx } from '../../shared/db/database.ts'
import type { CardActor, StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Goal, GoalMove, Plan, Step, StepMove } from './plan.ts'

/** A person's plan as the actor may see it: empty for whoever does not hold the class "plan". */
export async function readPlan(tx: Tx, personId: string): Promise<Plan> {
  const goals = await tx
    .selectFrom('goals')
    .select(['id', 'title', 'made_by_kind', 'made_on', 'ended_on', 'ended_how'])
    .where('person_id', '=', personId)
    .orderBy('made_on')
    .orderBy('id')
    .execute()
  const rows = await steps(tx).where('s.person_id', '=', personId).orderBy('s.made_on').orderBy('s.id').execute()
  const all = rows.map(toStep)
  return {
    personId,
    goals: goals.map(
      (row): Goal => ({
        id: row.id,
        title: row.title,
        madeByKind: row.made_by_kind,
        madeOn: row.made_on,
        endedOn: row.ended_on,
        endedHow: row.ended_how,
        steps: all.filter((step) => step.goalId === row.id),
      }),
    ),
    steps: all.filter((step) => step.goalId === null),
  }
}

const steps = (tx: Tx) =>
  tx
    .selectFrom('steps as s')
    .leftJoin('users as u', 'u.id', 's.who_user_id')
    .leftJoin('users as m', 'm.id', 's.made_by')
    .select([
      's.id',
      's.goal_id',
      's.what',
      's.who',
      's.who_user_id',
      'u.name as who_name',
      's.due_on',
      's.made_on',
      's.made_by_kind',
      'm.name as made_by_name',
      's.done_on',
      's.dropped_on',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof steps>['execute']>>[number]

const toStep = (row: Row): Step => ({
  id: row.id,
  goalId: row.goal_id,
  what: row.what,
  who: row.who,
  whoUserId: row.who_user_id,
  whoName: row.who_name,
  dueOn: row.due_on,
  madeOn: row.made_on,
  madeByKind: row.made_by_kind,
  madeByName: row.made_by_name,
  doneOn: row.done_on,
  droppedOn: row.dropped_on,
})

/** One step of this person, or undefined. */
export async function findStep(tx: Tx, personId: string, stepId: string): Promise<Step | undefined> {
  const row = await steps(tx).where('s.id', '=', stepId).where('s.person_id', '=', personId).executeTakeFirst()
  return row && toStep(row)
}

type Planner = StaffActor | CardActor
export type NewStep = {
  what: string
  /** `me`: whoever sets the step does it themselves. */
  who: 'person' | 'me'
  dueOn: PlainDate | null
  goalId?: string | null
  enrolmentId?: string | null
}

export async function addStep(
  tx: Tx,
  actor: Planner,
  personId: string,
  step: NewStep,
  today: PlainDate,
): Promise<string> {
  const id = newId()
  const byProfessional = actor.kind === 'staff' && step.who === 'me'
  await tx
    .insertInto('steps')
    .values({
      id,
      person_id: personId,
      goal_id: step.goalId ?? null,
      enrolment_id: step.enrolmentId ?? null,
      what: step.what,
      who: byProfessional ? 'professional' : 'person',
      who_user_id: byProfessional ? actor.id : null,
      due_on: step.dueOn,
      made_by_kind: actor.kind,
      made_by: actor.id,
      made_on: today,
    })
    .execute()
  return id
}

/** @returns false when the step is not the actor's to change. */
export async function saveStepMove(
  tx: Tx,
  actor: Planner,
  stepId: string,
  to: StepMove,
  today: PlainDate,
): Promise<boolean> {
  const done = to === 'done'
  const result = await tx
    .updateTable('steps')
    .set({
      done_on: done ? today : null,
      done_by_kind: done ? actor.kind : null,
      done_by: done ? actor.id : null,
      dropped_on: to === 'dropped' ? today : null,
    })
    .where('id', '=', stepId)
    .executeTakeFirst()
  return changed(result)
}

export async function addGoal(
  tx: Tx,
  actor: Planner,
  personId: string,
  title: string,
  today: PlainDate,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('goals')
    .values({ id, person_id: personId, title, made_by_kind: actor.kind, made_by: actor.id, made_on: today })
    .execute()
  return id
}

/** @returns false when the goal is not the actor's to change. */
export async function saveGoalMove(
  tx: Tx,
  personId: string,
  goalId: string,
  to: GoalMove,
  today: PlainDate,
): Promise<boolean> {
  const result = await tx
    .updateTable('goals')
    .set({ ended_on: to === 'open' ? null : today, ended_how: to === 'open' ? null : to })
    .where('id', '=', goalId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return changed(result)
}
