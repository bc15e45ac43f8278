import type { RawBuilder } from 'kysely'
import { sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Gender } from '../people/person.ts'
import { isLevelAnswer, type LevelAnswer, type Sheet } from '../referrals/positioning.ts'
import { waitingKinds } from '../referrals/stages.ts'
import type { Composition } from './composition.ts'
import type { CandidateFacts } from './list.ts'

export type WaitingPerson = CandidateFacts & { stage: string; isCandidate: boolean }

/** Who waits and has no group: also those between two groups. */
const waits = sql`e.ended_on is null and s.kind = any(${[...waitingKinds, 'allocated', 'started']}::text[])
  and not exists (select 1 from group_members m where m.enrolment_id = e.id and m.left_on is null)`

const from = sql`from enrolments e join enrolment_stages s on s.enrolment_id = e.id and s.ended_at is null`

type Row = Omit<CandidateFacts, 'levels' | 'gender' | 'schooling' | 'childcare' | 'birthYearWithheld'> & {
  stage: string
  isCandidate: boolean
  gender: string | null
  schooling: string | null
  childcare: string | null
  birthYearWithheld: boolean | null
}

async function read(tx: Tx, compositionId: string, where: RawBuilder<unknown>): Promise<WaitingPerson[]> {
  const { rows } = await sql<Row>`
    select e.id as "enrolmentId", e.person_id as "personId", p.first_name as "firstName", p.last_name as "lastName",
      e.created_on as "registeredOn", e.language as wanted, s.stage, p.birth_date as "birthDate", p.birth_year as "birthYear", p.gender,
      ps.birth_year_withheld as "birthYearWithheld", ps.group_languages as "groupLanguages", ps.schooling, ps.place, ps.mobile,
      ps.half_days as "halfDays", ps.childcare, ps.earliest_start as "earliestStart", k.enrolment_id is not null as "isCandidate"
      ${from} join persons p on p.id = e.person_id left join positioning_sheets ps on ps.person_id = e.person_id
      left join composition_candidates k on k.enrolment_id = e.id and k.composition_id = ${compositionId}::uuid
     where ${where} order by e.created_on, e.id`.execute(tx)
  const levels = await latestLevels(
    tx,
    rows.map((row) => row.personId),
  )
  return rows.map((row) => ({
    ...row,
    birthYearWithheld: row.birthYearWithheld ?? false,
    gender: row.gender as Gender | null,
    schooling: row.schooling as Sheet['schooling'],
    childcare: row.childcare as Sheet['childcare'],
    levels: levels.get(row.personId) ?? [],
  }))
}

/** Everybody of the programme who waits for a group, longest first, with what composing needs to know of them. */
export const listWaiting = (
  tx: Tx,
  { id, programmeId }: Pick<Composition, 'id' | 'programmeId'>,
): Promise<WaitingPerson[]> => read(tx, id, sql`e.programme_id = ${programmeId}::uuid and ${waits}`)

/** The candidates who still wait, in the order of the engine's list. Whoever got a group meanwhile is left out. */
export const listCandidates = (tx: Tx, { id }: Pick<Composition, 'id'>): Promise<WaitingPerson[]> =>
  read(tx, id, sql`k.enrolment_id is not null and ${waits}`)

/** Candidates who wait no longer: they have a group, or have stopped. */
export async function countGone(tx: Tx, { id }: Pick<Composition, 'id'>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from composition_candidates k
     where k.composition_id = ${id}::uuid and not exists (select 1 ${from} where e.id = k.enrolment_id and ${waits})`.execute(
    tx,
  )
  return rows[0]!.n
}

async function latestLevels(tx: Tx, personIds: string[]): Promise<Map<string, CandidateFacts['levels']>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<{ personId: string; language: string; skill: string; level: string }>`
    select distinct on (person_id, language, skill) person_id as "personId", language, skill, level
      from language_levels where person_id = any(${personIds}::uuid[])
     order by person_id, language, skill, assessed_on desc, created_at desc`.execute(tx)
  const known = rows.filter((row): row is typeof row & { level: LevelAnswer } => isLevelAnswer(row.level))
  return Map.groupBy(known, (row) => row.personId)
}

/** Of the people shown, exactly the chosen ones are candidates afterwards; others stay as they are. @returns who was added or taken out. */
export async function saveCandidates(
  tx: Tx,
  actor: StaffActor,
  composition: Pick<Composition, 'id' | 'programmeId'>,
  { shown, chosen }: { shown: readonly WaitingPerson[]; chosen: ReadonlySet<string> },
): Promise<{ added: WaitingPerson[]; removed: WaitingPerson[] }> {
  const added = shown.filter((one) => chosen.has(one.enrolmentId) && !one.isCandidate)
  const removed = shown.filter((one) => !chosen.has(one.enrolmentId) && one.isCandidate)
  if (removed.length > 0)
    await tx
      .deleteFrom('composition_candidates')
      .where('composition_id', '=', composition.id)
      .where(
        'enrolment_id',
        'in',
        removed.map((one) => one.enrolmentId),
      )
      .execute()
  if (added.length > 0)
    await tx
      .insertInto('composition_candidates')
      .values(
        added.map((one) => ({
          composition_id: composition.id,
          programme_id: composition.programmeId,
          enrolment_id: one.enrolmentId,
          person_id: one.personId,
          added_by: actor.id,
        })),
      )
      .onConflict((c) => c.doNothing())
      .execute()
  return { added, removed }
}

/** Who waits for a group of the programme, by name: of whom a pair can be made. */
export async function listNames(
  tx: Tx,
  programmeId: string,
): Promise<{ personId: string; firstName: string; lastName: string | null }[]> {
  const { rows } = await sql<{ personId: string; firstName: string; lastName: string | null }>`
    select e.person_id as "personId", p.first_name as "firstName", p.last_name as "lastName"
      ${from} join persons p on p.id = e.person_id
     where e.programme_id = ${programmeId}::uuid and ${waits} order by lower(p.first_name), lower(p.last_name), e.id`.execute(
    tx,
  )
  return rows
}
