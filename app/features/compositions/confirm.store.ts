import type { Person as EnginePerson } from '../../engine/groups/list.ts'
import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { fullName } from '../people/person.ts'
import type { Composition } from './composition.ts'
import type { PlanOnRecord } from './confirming.ts'

/** A plan with the people and offers of its run, or undefined when this composition has no such plan. */
export async function findPlanOnRecord(
  tx: Tx,
  compositionId: string,
  planId: string,
): Promise<PlanOnRecord | undefined> {
  const plan = await tx
    .selectFrom('composition_plans')
    .select(['id', 'number', 'run_id'])
    .where('id', '=', planId)
    .where('composition_id', '=', compositionId)
    .executeTakeFirst()
  if (!plan) return undefined
  const offers = await tx
    .selectFrom('composition_run_offers')
    .select(['position', 'offer_id', 'facts'])
    .where('run_id', '=', plan.run_id)
    .orderBy('position')
    .execute()
  const people = await tx
    .selectFrom('composition_plan_people as k')
    .innerJoin('composition_run_people as r', (join) =>
      join.onRef('r.run_id', '=', 'k.run_id').onRef('r.enrolment_id', '=', 'k.enrolment_id'),
    )
    .innerJoin('persons as p', 'p.id', 'k.person_id')
    .select(['k.enrolment_id', 'k.person_id', 'k.offer', 'r.facts', 'p.first_name', 'p.last_name'])
    .where('k.plan_id', '=', planId)
    .orderBy('r.position')
    .execute()
  const offerAt = new Map(offers.map((offer) => [offer.position, offer.offer_id]))
  return {
    id: plan.id,
    number: plan.number,
    offers: offers.map((offer) => ({ offerId: offer.offer_id, facts: offer.facts as Record<string, unknown> })),
    people: people.map((one) => ({
      enrolmentId: one.enrolment_id,
      personId: one.person_id,
      name: fullName({ firstName: one.first_name, lastName: one.last_name }),
      offerId: one.offer === null ? null : (offerAt.get(one.offer) ?? null),
      facts: one.facts as Partial<EnginePerson>,
    })),
  }
}

/** @returns the id, or undefined when another confirmation of this composition stands. */
export async function addConfirmation(
  tx: Tx,
  actor: StaffActor,
  composition: Pick<Composition, 'id' | 'programmeId'>,
  { planId, today }: { planId: string; today: PlainDate },
): Promise<string | undefined> {
  const id = newId()
  const result = await tx
    .insertInto('composition_confirmations')
    .values({
      id,
      composition_id: composition.id,
      programme_id: composition.programmeId,
      plan_id: planId,
      made_by: actor.id,
      made_on: today,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n ? id : undefined
}

type MadeGroup = {
  offerId: string
  groupId: string
  people: { enrolmentId: string; personId: string; stageBefore: string }[]
}

/** What the confirmation made, for the page and for undoing. */
export async function recordGroup(
  tx: Tx,
  { id, programmeId }: { id: string; programmeId: string },
  { offerId, groupId, people }: MadeGroup,
): Promise<void> {
  const common = { confirmation_id: id, programme_id: programmeId, group_id: groupId }
  await tx
    .insertInto('composition_groups')
    .values({ ...common, offer_id: offerId })
    .execute()
  await tx
    .insertInto('composition_members')
    .values(
      people.map((one) => ({
        ...common,
        enrolment_id: one.enrolmentId,
        person_id: one.personId,
        stage_before: one.stageBefore,
      })),
    )
    .execute()
}

export type Confirmation = {
  id: string
  compositionId: string
  programmeId: string
  planId: string
  planNumber: number
  madeOn: PlainDate
  madeAt: Date
  madeBy: string
  undoneAt: Date | null
  undoneBy: string | null
}

export const findConfirmation = (
  tx: Tx,
  compositionId: string,
  confirmationId: string,
): Promise<Confirmation | undefined> =>
  tx
    .selectFrom('composition_confirmations as c')
    .innerJoin('composition_plans as p', 'p.id', 'c.plan_id')
    .innerJoin('users as u', 'u.id', 'c.made_by')
    .leftJoin('users as v', 'v.id', 'c.undone_by')
    .select([
      'c.id',
      'c.composition_id as compositionId',
      'c.programme_id as programmeId',
      'c.plan_id as planId',
      'p.number as planNumber',
      'c.made_on as madeOn',
      'c.made_at as madeAt',
      'u.name as madeBy',
      'c.undone_at as undoneAt',
      'v.name as undoneBy',
    ])
    .where('c.composition_id', '=', compositionId)
    .where('c.id', '=', confirmationId)
    .executeTakeFirst()

export type ConfirmedGroup = {
  groupId: string
  name: string
  startsOn: PlainDate | null
  people: { enrolmentId: string; personId: string; name: string; stageBefore: string; memberId: string | null }[]
}

/** The groups of a confirmation with the people it put there; `memberId` while their membership runs. */
export async function listConfirmedGroups(tx: Tx, confirmationId: string): Promise<ConfirmedGroup[]> {
  const groups = await tx
    .selectFrom('composition_groups as c')
    .innerJoin('groups as g', 'g.id', 'c.group_id')
    .innerJoin('composition_offers as o', 'o.id', 'c.offer_id')
    .select(['g.id', 'g.name', 'g.starts_on'])
    .where('c.confirmation_id', '=', confirmationId)
    .orderBy('o.position')
    .orderBy('o.id')
    .execute()
  const people = await tx
    .selectFrom('composition_members as c')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .leftJoin('group_members as m', (join) =>
      join
        .onRef('m.group_id', '=', 'c.group_id')
        .onRef('m.enrolment_id', '=', 'c.enrolment_id')
        .on('m.left_on', 'is', null),
    )
    .select(['c.group_id', 'c.enrolment_id', 'c.person_id', 'c.stage_before', 'p.first_name', 'p.last_name', 'm.id'])
    .where('c.confirmation_id', '=', confirmationId)
    .orderBy(sql`lower(p.first_name)`)
    .orderBy(sql`lower(p.last_name)`)
    .execute()
  return groups.map((group) => ({
    groupId: group.id,
    name: group.name,
    startsOn: group.starts_on,
    people: people
      .filter((one) => one.group_id === group.id)
      .map((one) => ({
        enrolmentId: one.enrolment_id,
        personId: one.person_id,
        name: fullName({ firstName: one.first_name, lastName: one.last_name }),
        stageBefore: one.stage_before,
        memberId: one.id,
      })),
  }))
}

/** Waits for whoever is at work with the groups and their half-days, and keeps others from beginning. */
export async function lockGroups(tx: Tx, confirmationId: string): Promise<void> {
  const groups = sql`select group_id from composition_groups where confirmation_id = ${confirmationId}::uuid`
  await sql`select id from groups where id in (${groups}) order by id for update`.execute(tx)
  await sql`select id from sessions where group_id in (${groups}) order by id for update`.execute(tx)
}

export type Touched = { kind: 'session' | 'group' | 'profile' | 'file' | 'joined' | 'left' | 'stage'; what: string }

/** What somebody has done with the groups and their people since: each with the name of the group or person. */
export async function listTouched(tx: Tx, confirmationId: string): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    with c as (select * from composition_confirmations where id = ${confirmationId}::uuid)
    select t.kind, coalesce(g.name, gs.name, p.first_name || coalesce(' ' || p.last_name, '')) as what
      from app.touched_since_confirmation(${confirmationId}::uuid) t
      left join groups g on t.kind = 'group' and g.id = t.id
      left join sessions s on t.kind = 'session' and s.id = t.id left join groups gs on gs.id = s.group_id
      left join enrolments e on t.kind in ('profile', 'file') and e.id = t.id left join persons p on p.id = e.person_id
    union
    select 'joined', p.first_name || coalesce(' ' || p.last_name, '') from composition_groups cg
      join group_members m on m.group_id = cg.group_id join persons p on p.id = m.person_id
     where cg.confirmation_id = ${confirmationId}::uuid
       and not exists (select 1 from composition_members x where x.confirmation_id = cg.confirmation_id and x.enrolment_id = m.enrolment_id)
    union
    select 'left', p.first_name || coalesce(' ' || p.last_name, '') from composition_members x join persons p on p.id = x.person_id
     where x.confirmation_id = ${confirmationId}::uuid
       and not exists (select 1 from group_members m where m.group_id = x.group_id and m.enrolment_id = x.enrolment_id and m.left_on is null)
    union
    select 'stage', p.first_name || coalesce(' ' || p.last_name, '') from c join composition_members x on x.confirmation_id = c.id
      join persons p on p.id = x.person_id
      join enrolment_stages st on st.enrolment_id = x.enrolment_id and st.ended_at is null and st.entered_at > c.written_at
    order by 1, 2`.execute(tx)
  return rows
}

/** @returns false when it was undone already. */
export async function endConfirmation(tx: Tx, actor: StaffActor, confirmationId: string): Promise<boolean> {
  const result = await tx
    .updateTable('composition_confirmations')
    .set({ undone_at: sql`app.now()`, undone_by: actor.id })
    .where('id', '=', confirmationId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return changed(result)
}
