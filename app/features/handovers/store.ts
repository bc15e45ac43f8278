import type { ProgrammeSettings } from '../../blueprints/settings.ts'
import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { ChainKind, ChainStep, Direction, HandOver, PassedOn } from './handover.ts'
import type { DirectionAnswer } from './rules.ts'

type Row = {
  id: string
  version_id: string
  enrolment_id: string
  programme_id: string
  person_id: string
  first_name: string
  last_name: string | null
  to_id: string
  to_name: string
  to_institution: string
  handed_over_on: PlainDate
  due_on: PlainDate
  days: ProgrammeSettings['handover']
  steps: ChainStep[]
  direction: Direction | null
}

/** A direction as JSON, with who took it up and the newest measure assigned for it. */
const directionJson = sql`json_build_object(
  'id', d.id, 'direction', d.direction, 'byPerson', d.taken_up_by_person, 'byDate', d.by_date, 'words', d.words,
  'profilePassed', d.profile_passed, 'decidedOn', d.decided_on, 'endedOn', d.ended_at::date,
  'decidedByName', coalesce((select u.name from users u where u.id = d.decided_by), ''),
  'takenUpBy', (select json_build_object('id', u.id, 'name', u.name, 'role', u.role) from users u where u.id = d.taken_up_by),
  'measure', (select json_build_object('measure', m.measure, 'provider', m.provider, 'startsOn', m.starts_on,
      'recordedOn', m.recorded_on, 'recordedByName', coalesce(u.name, ''))
    from measure_assignments m left join users u on u.id = m.recorded_by
    where m.direction_id = d.id order by m.recorded_on desc, m.id limit 1))`

// What is entered in one go bears the same instant: then the chain's own order decides.
const select = sql`
  select h.id, h.version_id, h.enrolment_id, e.programme_id, h.person_id, p.first_name, p.last_name,
    u.id as to_id, u.name as to_name, u.institution_id as to_institution, h.handed_over_on, h.due_on, g.settings->'handover' as days,
    coalesce((select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'onDate', s.on_date, 'byId', s.entered_by,
        'byName', coalesce((select b.name from users b where b.id = s.entered_by), ''))
        order by s.entered_at, array_position(array['received', 'read', 'talk-planned', 'talk-held'], s.kind))
      from hand_over_steps s where s.hand_over_id = h.id), '[]') as steps,
    (select ${directionJson} from directions d where d.hand_over_id = h.id and d.ended_at is null) as direction
  from hand_overs h join enrolments e on e.id = h.enrolment_id join programmes g on g.id = e.programme_id
    join persons p on p.id = h.person_id join users u on u.id = h.to_user_id`

const toHandOver = (row: Row): HandOver => ({
  id: row.id,
  versionId: row.version_id,
  enrolmentId: row.enrolment_id,
  programmeId: row.programme_id,
  person: { id: row.person_id, firstName: row.first_name, lastName: row.last_name },
  to: { id: row.to_id, name: row.to_name, institutionId: row.to_institution },
  handedOverOn: row.handed_over_on,
  dueOn: row.due_on,
  days: row.days,
  steps: row.steps,
  direction: row.direction,
})

export async function findHandOver(tx: Tx, handOverId: string): Promise<HandOver | undefined> {
  const { rows } = await sql<Row>`${select} where h.id = ${handOverId}`.execute(tx)
  return rows[0] && toHandOver(rows[0])
}

/** The hand-overs that the actor may see, oldest first; of one person, one programme, or those not yet directed. */
export async function listHandOvers(
  tx: Tx,
  {
    personId,
    programmeId,
    toUserId,
    open = false,
  }: { personId?: string; programmeId?: string; toUserId?: string; open?: boolean } = {},
): Promise<HandOver[]> {
  const { rows } = await sql<Row>`${select}
    where (${personId ?? null}::uuid is null or h.person_id = ${personId ?? null}::uuid)
      and (${programmeId ?? null}::uuid is null or e.programme_id = ${programmeId ?? null}::uuid)
      and (${toUserId ?? null}::uuid is null or h.to_user_id = ${toUserId ?? null}::uuid)
      and (not ${open} or not exists (select 1 from directions o where o.hand_over_id = h.id and o.ended_at is null))
    order by h.handed_over_on, h.id`.execute(tx)
  return rows.map(toHandOver)
}

/** Directions that were changed since, newest first. */
export async function listEndedDirections(tx: Tx, handOverId: string): Promise<Direction[]> {
  const { rows } = await sql<{ direction: Direction }>`
    select ${directionJson} as direction from directions d
    where d.hand_over_id = ${handOverId} and d.ended_at is not null order by d.ended_at desc`.execute(tx)
  return rows.map((row) => row.direction)
}

export async function addStep(
  tx: Tx,
  actor: StaffActor,
  handOver: HandOver,
  { kind, onDate }: { kind: ChainKind; onDate: PlainDate },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('hand_over_steps')
    .values({
      id,
      hand_over_id: handOver.id,
      person_id: handOver.person.id,
      kind,
      on_date: onDate,
      entered_by: actor.id,
    })
    .execute()
  return id
}

/** @returns false when the press is not the actor's to take back. */
export async function removeStep(tx: Tx, stepId: string): Promise<boolean> {
  return changed(await tx.deleteFrom('hand_over_steps').where('id', '=', stepId).executeTakeFirst())
}

/** Measures officers of the site, by institution, for the choice of who takes a direction up. */
export async function listOfficers(tx: Tx): Promise<{ id: string; name: string; institution: string }[]> {
  return tx
    .selectFrom('users as u')
    .innerJoin('institutions as i', 'i.id', 'u.institution_id')
    .select(['u.id', 'u.name', 'i.name as institution'])
    .where('u.role', '=', 'measures-officer')
    .where('u.ended_on', 'is', null)
    .orderBy('i.name')
    .orderBy('u.name')
    .execute()
}

/** The blueprint of the programme in which the profile was made: it says which directions there are. */
export async function blueprintIdOf(tx: Tx, programmeId: string): Promise<string | undefined> {
  const row = await tx.selectFrom('programmes').select('blueprint').where('id', '=', programmeId).executeTakeFirst()
  return row?.blueprint
}

/**
 * Ends the running direction, if any (its officer's mandate ends with it), and starts this one. Passing on opens the
 * file for the officer. @returns the new direction's id.
 */
export async function startDirection(
  tx: Tx,
  actor: StaffActor,
  handOver: HandOver,
  answer: DirectionAnswer,
  today: PlainDate,
): Promise<string> {
  if (handOver.direction) {
    await tx
      .updateTable('directions')
      .set({ ended_at: sql`app.now()`, ended_by: actor.id })
      .where('id', '=', handOver.direction.id)
      .where('ended_at', 'is', null)
      .execute()
    await sql`select app.take_back(${handOver.direction.id}::uuid)`.execute(tx)
  }
  const id = newId()
  const { takenUp } = answer
  await tx
    .insertInto('directions')
    .values({
      id,
      hand_over_id: handOver.id,
      person_id: handOver.person.id,
      version_id: handOver.versionId,
      direction: answer.direction,
      taken_up_by: 'userId' in takenUp ? takenUp.userId : null,
      taken_up_by_person: takenUp.by === 'person',
      by_date: answer.byDate,
      words: answer.words,
      profile_passed: answer.profileGoes,
      decided_on: today,
      decided_by: actor.id,
    })
    .execute()
  if (takenUp.by === 'officer') await sql`select app.pass_on(${id}::uuid)`.execute(tx)
  return id
}

type PassedRow = {
  id: string
  hand_over_id: string
  version_id: string
  taken_up_by: string
  person_id: string
  first_name: string
  last_name: string | null
  phone: string | null
  direction: Direction
}

/** Directions that the officer takes up, without a measure first, then by day. */
export async function listPassedOn(tx: Tx, officerId: string, directionId?: string): Promise<PassedOn[]> {
  const { rows } = await sql<PassedRow>`
    select d.id, d.hand_over_id, d.version_id, d.taken_up_by, d.person_id, p.first_name, p.last_name,
      (select u.phone from users u where u.id = d.decided_by) as phone, ${directionJson} as direction
    from directions d join persons p on p.id = d.person_id
    where d.taken_up_by = ${officerId}::uuid and d.ended_at is null and (${directionId ?? null}::uuid is null or d.id = ${directionId ?? null}::uuid)
    order by exists (select 1 from measure_assignments m where m.direction_id = d.id), d.by_date nulls last, d.decided_on, d.id`.execute(
    tx,
  )
  return rows.map((row) => ({
    directionId: row.id,
    handOverId: row.hand_over_id,
    versionId: row.version_id,
    takenUpById: row.taken_up_by,
    person: { id: row.person_id, firstName: row.first_name, lastName: row.last_name },
    direction: row.direction.direction,
    byDate: row.direction.byDate,
    words: row.direction.words,
    profilePassed: row.direction.profilePassed,
    decidedOn: row.direction.decidedOn,
    decidedByName: row.direction.decidedByName,
    decidedByPhone: row.phone,
    measure: row.direction.measure,
  }))
}

/** Records which measure is assigned and tells the social workers of the person. A later record takes the earlier one's place. */
export async function assignMeasure(
  tx: Tx,
  actor: StaffActor,
  passed: PassedOn,
  { measure, provider, startsOn }: { measure: string; provider: string | null; startsOn: PlainDate | null },
  today: PlainDate,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('measure_assignments')
    .values({
      id,
      direction_id: passed.directionId,
      person_id: passed.person.id,
      measure,
      provider,
      starts_on: startsOn,
      recorded_on: today,
      recorded_by: actor.id,
    })
    .execute()
  await sql`select app.notify_mandated(${passed.person.id}::uuid, 'social-worker', 'measure-assigned', ${id}::uuid)`.execute(
    tx,
  )
  return id
}
