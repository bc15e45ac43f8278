import type { Orientation } from '../../blueprints/parts/orientation.ts'
import { sql, type Tx } from '../../shared/db/database.ts'
import { addDays, daysBetween, type PlainDate } from '../../shared/time/dates.ts'
import { listProfessionals } from '../professionals/store.ts'
import { type Oriented, type Stretch, stepOf } from './orientation.ts'
import { assumedStretches, isLate } from './rules.ts'
import { listStretches } from './store.ts'

/** Somebody on the way in, as the board shows them. */
export type BoardRow = {
  key: string
  personId: string
  enrolmentId: string | null
  candidateId: string | null
  firstName: string
  lastName: string | null
  state: Stretch['state']
  step: string
  /** Null: to be taken up by a part of the step. */
  ownerId: string | null
  owner: string | null
  from: PlainDate
  /** Days at this step, or in this state. */
  days: number
  dueOn: PlainDate | null
  late: boolean
  reason: Stretch['reason']
  /** Whether it waits for the reader: theirs, or of a part they have and that nobody took up. */
  mine: boolean
  /** Nobody who accompanies the person has a part in the step: somebody must be named. */
  unowned: boolean
}

type Row = Oriented & { firstName: string; lastName: string | null }

/** Enrolments of the programme that wait for a place, as far as the reader may know them. */
async function listWaitingEnrolments(tx: Tx, programmeId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select e.id, e.person_id as "personId", e.programme_id as "programmeId", e.created_on as "createdOn", e.ended_on as "endedOn",
           e.referrer_id as "referrerId", s.kind as "stageKind", p.first_name as "firstName", p.last_name as "lastName"
      from enrolments e join enrolment_stages s on s.enrolment_id = e.id and s.ended_at is null join persons p on p.id = e.person_id
     where e.programme_id = ${programmeId}::uuid and e.ended_on is null and s.kind in ('registered', 'contacted', 'informed', 'other')
     order by e.created_on limit 2000`.execute(tx)
  return rows
}

type Given = { programmeId: string; plan: Orientation; actorId: string; today: PlainDate }

/** Everybody on the way in whom the reader may see, longest waiting first. Who was accepted waits for a place elsewhere. */
export async function listBoard(tx: Tx, given: Given): Promise<BoardRow[]> {
  const rows = [...(await listOnList(tx, given)), ...(await listOnTheWay(tx, given))]
  return rows.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

async function listOnTheWay(tx: Tx, { programmeId, plan, actorId, today }: Given): Promise<BoardRow[]> {
  const waiting = await listWaitingEnrolments(tx, programmeId)
  const ids = waiting.map((row) => row.id)
  const recorded = await listStretches(tx, ids)
  const professionals = (await listProfessionals(tx, ids)).filter((p) => p.endedOn === null)
  return waiting.flatMap((row) => {
    const now = (recorded.get(row.id) ?? assumedStretches(plan, row)).at(-1)
    if (!now || now.state === 'accepted' || now.state === 'refused') return []
    const parts = stepOf(plan, now.step)?.parts ?? []
    const owners = professionals.filter((p) => p.enrolmentId === row.id && parts.includes(p.part))
    const open = now.state === 'at-step'
    return {
      key: row.id,
      personId: row.personId,
      enrolmentId: row.id,
      candidateId: null,
      firstName: row.firstName,
      lastName: row.lastName,
      state: now.state,
      step: now.step,
      ownerId: now.ownerId,
      owner: now.ownerName,
      from: now.from,
      days: daysBetween(now.from, today),
      dueOn: now.dueOn,
      late: isLate(now, today),
      reason: now.reason,
      mine: open && (now.ownerId ? now.ownerId === actorId : owners.some((p) => p.userId === actorId)),
      unowned: open && now.ownerId === null && owners.length === 0,
    }
  })
}

/** Those on the list stand at its step, and at registration once the antenna is asked. */
async function listOnList(tx: Tx, { programmeId, plan, actorId, today }: Given): Promise<BoardRow[]> {
  const list = plan.steps.find((step) => step.list)
  const register = plan.steps.find((step) => step.entry && !step.list)
  if (!list) return []
  const rows = await tx
    .selectFrom('candidates as c')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .innerJoin('users as u', 'u.id', 'c.listed_by')
    .select([
      'c.id',
      'c.person_id',
      'c.listed_on',
      'c.asked_on',
      'c.listed_by',
      'u.name',
      'p.first_name',
      'p.last_name',
    ])
    .where('c.programme_id', '=', programmeId)
    .where('c.closed_on', 'is', null)
    .orderBy('c.listed_on')
    .limit(2000)
    .execute()
  return rows.map((row) => {
    const step = row.asked_on && register ? register : list
    const from = row.asked_on ?? row.listed_on
    const dueOn = addDays(from, step.days)
    return {
      key: row.id,
      personId: row.person_id,
      enrolmentId: null,
      candidateId: row.id,
      firstName: row.first_name,
      lastName: row.last_name,
      state: 'at-step',
      step: step.key,
      ownerId: row.listed_by,
      owner: row.name,
      from,
      days: daysBetween(from, today),
      dueOn,
      late: dueOn < today,
      reason: null,
      mine: row.asked_on !== null && row.listed_by === actorId,
      unowned: false,
    }
  })
}
