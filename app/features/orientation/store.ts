import type { Orientation } from '../../blueprints/parts/orientation.ts'
import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Candidate } from './candidate.ts'
import { firstStep, type Move, type OrientationState, type Oriented, type Reason, type Stretch } from './orientation.ts'
import { assumedStretches, atStep, type Following } from './rules.ts'

const select = (tx: Tx) =>
  tx
    .selectFrom('orientation_steps as s')
    .leftJoin('users as o', (join) =>
      join
        .onRef('o.id', '=', 's.owner_id')
        // Whose part ended does not own the step any more: it is open to whoever has the part.
        .on((eb) =>
          eb.or([
            eb('s.ended_on', 'is not', null),
            eb.exists(
              eb
                .selectFrom('enrolment_professionals as x')
                .select('x.id')
                .whereRef('x.enrolment_id', '=', 's.enrolment_id')
                .whereRef('x.user_id', '=', 's.owner_id')
                .where('x.ended_on', 'is', null),
            ),
          ]),
        ),
    )
    .leftJoin('users as e', 'e.id', 's.ended_by')
    .select(['s.id', 's.enrolment_id', 's.position', 's.state', 's.step', 's.part', 'o.id as owner_id', 's.from_date'])
    .select(['s.due_on', 's.until', 's.reason', 's.move', 's.ended_on', 's.ended_by'])
    .select(['o.name as owner', 'e.name as ender'])
    .orderBy('s.position')

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

const toStretch = (row: Row): Stretch => ({
  id: row.id,
  position: row.position,
  state: row.state as OrientationState,
  step: row.step,
  part: row.part,
  ownerId: row.owner_id,
  ownerName: row.owner,
  from: row.from_date,
  dueOn: row.due_on,
  until: row.until,
  reason: row.reason as Reason | null,
  move: row.move as Move | null,
  endedOn: row.ended_on,
  endedBy: row.ended_by,
  endedByName: row.ender,
})

/** What is on record, by enrolment, oldest stretch first. */
export async function listStretches(tx: Tx, enrolmentIds: readonly string[]): Promise<Map<string, Stretch[]>> {
  const found = new Map<string, Stretch[]>()
  if (enrolmentIds.length === 0) return found
  const rows = await select(tx).where('s.enrolment_id', '=', sql<string>`any(${enrolmentIds}::uuid[])`).execute()
  for (const row of rows) found.set(row.enrolment_id, [...(found.get(row.enrolment_id) ?? []), toStretch(row)])
  return found
}

/** The way of one enrolment: what is on record, else what follows from the enrolment itself. Empty: past the orientation without one. */
export async function readStretches(tx: Tx, plan: Orientation, enrolment: Oriented): Promise<Stretch[]> {
  const recorded = (await listStretches(tx, [enrolment.id])).get(enrolment.id)
  return recorded ?? assumedStretches(plan, enrolment)
}

type NewStretch = Following & {
  position: number
  ownerId: string | null
  from: PlainDate
  by: string | null
  ended?: { move: Move; on: PlainDate; by: string | null }
}

async function insertStretch(tx: Tx, of: { id: string; personId: string }, s: NewStretch): Promise<string> {
  const id = newId()
  await tx
    .insertInto('orientation_steps')
    .values({
      id,
      enrolment_id: of.id,
      person_id: of.personId,
      position: s.position,
      state: s.state,
      step: s.step,
      part: s.part,
      owner_id: s.ownerId,
      from_date: s.from,
      due_on: s.dueOn,
      until: s.until,
      reason: s.reason,
      entered_by: s.by,
      ...(s.ended ? { move: s.ended.move, ended_on: s.ended.on, ended_by: s.ended.by } : {}),
    })
    .execute()
  return id
}

/** What was assumed goes on record before anything is written about it. @returns where they stand, with an id. */
export async function recordStretches(
  tx: Tx,
  plan: Orientation,
  enrolment: Oriented,
  by: string,
): Promise<Stretch | undefined> {
  const recorded = (await listStretches(tx, [enrolment.id])).get(enrolment.id)
  if (recorded) return recorded.at(-1)
  for (const s of assumedStretches(plan, enrolment))
    await insertStretch(tx, enrolment, {
      ...s,
      by,
      ...(s.move && s.endedOn ? { ended: { move: s.move, on: s.endedOn, by: s.endedBy } } : {}),
    })
  return (await listStretches(tx, [enrolment.id])).get(enrolment.id)?.at(-1)
}

/**
 * The way begins with the referral: at step 1 for whoever was on the list, else at step 2; then the step after waits.
 * `part`: in which the referrer registers, null where their role has none.
 */
export async function beginOrientation(
  tx: Tx,
  plan: Orientation,
  r: {
    enrolmentId: string
    personId: string
    by: string
    part: string | null
    candidate: Candidate | undefined
    today: PlainDate
  },
): Promise<void> {
  const of = { id: r.enrolmentId, personId: r.personId }
  const passed = { move: 'pass', on: r.today, by: r.by } as const
  const none = { dueOn: null, until: null, reason: null, state: 'at-step' } as const
  let position = 0
  const recruit = plan.steps.find((step) => step.list)
  const register = plan.steps.findLast((step) => step.entry && !step.list)
  if (r.candidate && recruit)
    await insertStretch(tx, of, {
      ...none,
      step: recruit.key,
      part: null,
      position: position++,
      ownerId: r.candidate.listedById,
      from: r.candidate.listedOn,
      by: r.by,
      ended: passed,
    })
  if (register)
    await insertStretch(tx, of, {
      ...none,
      step: register.key,
      part: r.part,
      position: position++,
      ownerId: r.by,
      from: r.candidate?.askedOn ?? r.today,
      by: r.by,
      ended: passed,
    })
  await insertStretch(tx, of, {
    ...atStep(plan, firstStep(plan).key, r.today),
    position,
    ownerId: null,
    from: r.today,
    by: r.by,
  })
}

/** Ends where they stand and begins what follows. @returns false when somebody else moved them meanwhile. */
export async function saveMove(
  tx: Tx,
  of: { id: string; personId: string },
  now: Stretch,
  m: { move: Move; following: Following; ownerId: string | null; by: string; today: PlainDate },
): Promise<boolean> {
  const ended = await tx
    .updateTable('orientation_steps')
    .set({ move: m.move, ended_on: m.today, ended_by: m.by })
    .where('id', '=', now.id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (!changed(ended)) return false
  await insertStretch(tx, of, {
    ...m.following,
    position: now.position + 1,
    ownerId: m.ownerId,
    from: m.today,
    by: m.by,
  })
  return true
}

/** @returns false when the step is over. */
export async function saveOwner(tx: Tx, stretchId: string, owner: { part: string; userId: string }): Promise<boolean> {
  const result = await tx
    .updateTable('orientation_steps')
    .set({ part: owner.part, owner_id: owner.userId })
    .where('id', '=', stretchId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

/** One step of the way as a report tells it. */
export type PathStep = {
  step: string
  state: OrientationState
  from: PlainDate
  endedOn: PlainDate | null
  /** How it ended: passed, skipped, put back, …; null while it lasts. */
  result: Move | null
  reason: Reason | null
  part: string | null
  owner: string | null
  endedBy: string | null
  dueOn: PlainDate | null
}

/** The dated steps of an enrolment's orientation with owners and results, oldest first; no words. For the final report. */
export async function readPath(tx: Tx, enrolmentId: string): Promise<PathStep[]> {
  const stretches = (await listStretches(tx, [enrolmentId])).get(enrolmentId) ?? []
  return stretches.map((s) => ({
    step: s.step,
    state: s.state,
    from: s.from,
    endedOn: s.endedOn,
    result: s.move,
    reason: s.reason,
    part: s.part,
    owner: s.ownerName,
    endedBy: s.endedByName,
    dueOn: s.dueOn,
  }))
}
