/** Reads what `nextStep` needs for many enrolments in a few queries, through the reader's own policies. */
import type { Blueprint, DirectionKey, StageKind } from '../../blueprints/blueprint.ts'
import { findBlueprint } from '../../blueprints/blueprints.ts'
import type { ProgrammeSettings } from '../../blueprints/settings.ts'
import { sql, type Tx } from '../../shared/db/database.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { readOrientationFacts } from '../orientation/next.ts'
import type { AttemptResult } from './enrolment.ts'
import type { NextFacts } from './next.ts'

const noDays = { received: 5, read: 10, talkPlanned: 14, talkHeld: 30 }

/** Facts by enrolment. What the reader may not see is as if it were not; enrolments they can't see are left out. */
export async function loadNextFacts(tx: Tx, enrolmentIds: readonly string[]): Promise<Map<string, NextFacts>> {
  if (enrolmentIds.length === 0) return new Map()
  const ids = [...new Set(enrolmentIds)]
  const base = await readBase(tx, ids)
  const attempts = await readAttempts(tx, ids)
  const groups = await readGroups(tx, ids)
  const sessions = await readSessions(tx, [...groups.values()])
  const talks = await readTalks(tx, ids)
  const handOvers = await readHandOvers(tx, ids)
  const reports = await readReports(tx, ids)
  const orientations = await readOrientationFacts(
    tx,
    base.map((row) => ({
      id: row.id,
      personId: row.person_id,
      programmeId: row.programme_id,
      createdOn: row.created_on,
      endedOn: row.ended_on,
      referrerId: row.referrer_id,
      stageKind: row.kind,
      blueprint: row.blueprint,
    })),
  )
  return new Map(
    base.map((row) => {
      const settings = row.settings as unknown as ProgrammeSettings
      const group = groups.get(row.id)
      const over = handOvers.get(row.id)
      const facts: NextFacts = {
        enrolmentId: row.id,
        personId: row.person_id,
        stage: { kind: row.kind as StageKind, on: row.on_date },
        attempts: attempts.get(row.id) ?? [],
        earliestStart: row.earliest_start,
        group: group ? { name: group.name, startsOn: group.startsOn } : null,
        sessions: sessions.get(row.id) ?? [],
        unexcusedLimit: settings.unexcusedLimit,
        talkAfterEnd: (talks.get(row.id) ?? '') >= row.on_date,
        wayOut: wayOutOf(findBlueprint(row.blueprint)),
        report: reports.get(row.id) ?? null,
        handOver: over?.handOver ?? null,
        days: settings.handover ?? noDays,
        direction: over?.direction ?? null,
        orientation: orientations.get(row.id) ?? null,
        names: {
          referrer: row.referrer,
          receiver: over?.receiver ?? null,
          coach: group?.coach ?? null,
          takenUp: over?.takenUpBy ?? null,
        },
      }
      return [row.id, facts] as const
    }),
  )
}

/** What follows the group, as the programme's blueprint has it. */
const wayOutOf = (blueprint: Blueprint | undefined): NextFacts['wayOut'] =>
  blueprint?.handover ? 'hand-over' : blueprint?.finalReport ? 'final-report' : null

const readBase = (tx: Tx, ids: string[]) =>
  tx
    .selectFrom('enrolments as e')
    .innerJoin('enrolment_stages as s', (j) => j.onRef('s.enrolment_id', '=', 'e.id').on('s.ended_at', 'is', null))
    .innerJoin('programmes as p', 'p.id', 'e.programme_id')
    .leftJoin('users as u', 'u.id', 'e.referrer_id')
    .leftJoin('positioning_sheets as ps', 'ps.person_id', 'e.person_id')
    .select(['e.id', 'e.person_id', 'e.programme_id', 'e.created_on', 'e.ended_on', 'e.referrer_id', 'p.blueprint'])
    .select(['s.kind', 's.on_date', 'p.settings', 'u.name as referrer', 'ps.earliest_start'])
    .where('e.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()

async function readAttempts(tx: Tx, ids: string[]) {
  const rows = await tx
    .selectFrom('contact_attempts')
    .select(['enrolment_id', 'on_date', 'result'])
    .where('enrolment_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('on_date')
    .orderBy('created_at')
    .execute()
  const found = new Map<string, NextFacts['attempts']>()
  for (const r of rows) {
    const list = found.get(r.enrolment_id) ?? []
    list.push({ on: r.on_date, result: r.result as AttemptResult })
    found.set(r.enrolment_id, list)
  }
  return found
}

type InGroup = {
  enrolmentId: string
  personId: string
  groupId: string
  joinedOn: PlainDate
  name: string
  startsOn: PlainDate | null
  coach: string | null
}

/** The group they are in, or finished in: never one they left for another reason. */
async function readGroups(tx: Tx, ids: string[]): Promise<Map<string, InGroup>> {
  const { rows } = await sql<InGroup>`
    select distinct on (m.enrolment_id) m.enrolment_id as "enrolmentId", m.person_id as "personId", m.group_id as "groupId",
      m.joined_on as "joinedOn", g.name, g.starts_on as "startsOn",
      (select u.name from group_coaches c join users u on u.id = c.user_id
        where c.group_id = g.id and c.ended_on is null order by c.part = 'coach' desc, c.from_date limit 1) as coach
      from group_members m join groups g on g.id = m.group_id
     where m.enrolment_id = any(${ids}::uuid[]) and (m.left_on is null or m.left_reason = 'completed')
     order by m.enrolment_id, m.left_on is null desc, m.joined_on desc`.execute(tx)
  return new Map(rows.map((r) => [r.enrolmentId, r]))
}

async function readSessions(tx: Tx, members: InGroup[]): Promise<Map<string, NextFacts['sessions']>> {
  if (members.length === 0) return new Map()
  const { rows } = await sql<{ enrolmentId: string; on: PlainDate; status: string | null }>`
    select m.enrolment_id as "enrolmentId", s.on_date as "on",
      (select a.status from attendance_marks a where a.session_id = s.id and a.person_id = m.person_id
        order by a.marked_at desc limit 1) as status
      from unnest(${members.map((m) => m.enrolmentId)}::uuid[], ${members.map((m) => m.personId)}::uuid[],
        ${members.map((m) => m.groupId)}::uuid[], ${members.map((m) => m.joinedOn)}::date[]) as m (enrolment_id, person_id, group_id, joined_on)
      join sessions s on s.group_id = m.group_id and s.cancelled_on is null and s.on_date >= m.joined_on
     where not exists (select 1 from session_expected x where x.session_id = s.id)
        or exists (select 1 from session_expected x where x.session_id = s.id and x.person_id = m.person_id)
     order by s.on_date, s.half_day`.execute(tx)
  const found = new Map<string, NextFacts['sessions']>()
  for (const { enrolmentId, on, status } of rows) {
    const mark =
      status === null || status === 'none' ? null : status === 'excused' || status === 'absent' ? status : 'present'
    const list = found.get(enrolmentId) ?? []
    list.push({ on, mark })
    found.set(enrolmentId, list)
  }
  return found
}

async function readTalks(tx: Tx, ids: string[]): Promise<Map<string, PlainDate>> {
  const rows = await tx
    .selectFrom('motivation_talks')
    .select(['enrolment_id'])
    .select((eb) => eb.fn.max<PlainDate>('held_on').as('on'))
    .where('enrolment_id', '=', sql<string>`any(${ids}::uuid[])`)
    .groupBy('enrolment_id')
    .execute()
  return new Map(rows.map((r) => [r.enrolment_id, r.on]))
}

/** The newest version sent of each final report, and one of those who have not acknowledged it. */
async function readReports(tx: Tx, ids: string[]): Promise<Map<string, NonNullable<NextFacts['report']>>> {
  const { rows } = await sql<{ enrolmentId: string; on: PlainDate; waitsFor: string | null }>`
    select distinct on (r.enrolment_id) r.enrolment_id as "enrolmentId", v.sent_on as "on",
      (select u.name from final_report_recipients c join users u on u.id = c.user_id
        where c.version_id = v.id and c.received_on is null order by u.name limit 1) as "waitsFor"
      from final_reports r join final_report_versions v on v.report_id = r.id
     where r.enrolment_id = any(${ids}::uuid[]) order by r.enrolment_id, v.number desc`.execute(tx)
  return new Map(rows.map(({ enrolmentId, ...report }) => [enrolmentId, report]))
}

type Over = Pick<NextFacts, 'handOver' | 'direction'> & { receiver: string | null; takenUpBy: string | null }

/** The latest hand-over of each enrolment with its steps and its running direction. */
async function readHandOvers(tx: Tx, ids: string[]): Promise<Map<string, Over>> {
  const { rows } = await sql<{
    enrolmentId: string
    on: PlainDate
    receiver: string
    received: PlainDate | null
    read: PlainDate | null
    talkPlanned: PlainDate | null
    talkHeld: PlainDate | null
    direction: DirectionKey | null
    decidedOn: PlainDate | null
    by: PlainDate | null
    byPerson: boolean | null
    takenUpBy: string | null
    takenUpRole: string | null
    underWay: boolean
  }>`
    select distinct on (h.enrolment_id) h.enrolment_id as "enrolmentId", h.handed_over_on as "on", u.name as receiver,
      s.received, s.read, s."talkPlanned", s."talkHeld",
      d.direction, d.decided_on as "decidedOn", d.by_date as "by", d.taken_up_by_person as "byPerson",
      t.name as "takenUpBy", t.role as "takenUpRole",
      exists (select 1 from measure_assignments a where a.direction_id = d.id)
        or d.direction is not null and d.direction <> 'ordinary-measure'
           and exists (select 1 from steps st where st.person_id = h.person_id and st.done_on >= d.decided_on) as "underWay"
      from hand_overs h join users u on u.id = h.to_user_id
      left join lateral (
        select max(on_date) filter (where kind = 'received') as received, max(on_date) filter (where kind = 'read') as read,
               max(on_date) filter (where kind = 'talk-planned') as "talkPlanned", max(on_date) filter (where kind = 'talk-held') as "talkHeld"
          from hand_over_steps where hand_over_id = h.id) s on true
      left join directions d on d.hand_over_id = h.id and d.ended_at is null
      left join users t on t.id = d.taken_up_by
     where h.enrolment_id = any(${ids}::uuid[])
     order by h.enrolment_id, h.handed_over_at desc`.execute(tx)
  return new Map(
    rows.map((r) => [
      r.enrolmentId,
      {
        receiver: r.receiver,
        takenUpBy: r.takenUpBy,
        handOver: { on: r.on, received: r.received, read: r.read, talkPlanned: r.talkPlanned, talkHeld: r.talkHeld },
        direction: r.direction && {
          key: r.direction,
          on: r.decidedOn!,
          by: r.by,
          takenUp: r.byPerson
            ? 'person'
            : r.takenUpRole === null
              ? null
              : r.takenUpRole === 'measures-officer'
                ? 'officer'
                : 'colleague',
          isUnderWay: r.underWay,
        },
      },
    ]),
  )
}
