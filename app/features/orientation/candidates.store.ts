import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Opened, Vault } from '../../shared/vault/vault.ts'
import { sideOf } from '../professionals/professional.ts'
import { isLevelAnswer, type Sheet } from '../referrals/positioning.ts'
import type { AsideReason, Candidate, KnownCandidate, Outcome } from './candidate.ts'
import { ageOf, bestLevel } from './candidates.rules.ts'

const select = (tx: Tx) =>
  tx
    .selectFrom('candidates as c')
    .innerJoin('institutions as i', 'i.id', 'c.institution_id')
    .innerJoin('users as u', 'u.id', 'c.listed_by')
    .select(['c.id', 'c.person_id', 'c.programme_id', 'c.year', 'c.antenna', 'c.listed_on', 'c.listed_by'])
    .select(['c.asked_on', 'c.outcome', 'c.reason', 'c.closed_on', 'i.name as institution', 'u.name as lister'])

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

const toCandidate = (row: Row): Candidate => ({
  id: row.id,
  personId: row.person_id,
  programmeId: row.programme_id,
  year: row.year,
  institution: row.institution,
  antenna: row.antenna,
  listedOn: row.listed_on,
  listedById: row.listed_by,
  listedBy: row.lister,
  askedOn: row.asked_on,
  outcome: row.outcome as Outcome | null,
  reason: row.reason as AsideReason | null,
  closedOn: row.closed_on,
})

export async function findCandidate(tx: Tx, candidateId: string): Promise<Candidate | undefined> {
  const row = await select(tx).where('c.id', '=', candidateId).executeTakeFirst()
  return row && toCandidate(row)
}

/** Where this person is listed now, or was. */
export async function listCandidaciesOf(tx: Tx, personId: string): Promise<Candidate[]> {
  const rows = await select(tx).where('c.person_id', '=', personId).orderBy('c.created_at', 'desc').execute()
  return rows.map(toCandidate)
}

/** Everybody on the list of a programme now that the reader may see, with what is known of them. `criteria`: how many there are. */
export async function listCandidates(
  tx: Tx,
  {
    programmeId,
    languages,
    criteria,
    today,
  }: {
    programmeId: string
    languages: readonly string[]
    criteria: readonly string[]
    today: PlainDate
  },
): Promise<KnownCandidate[]> {
  const rows = await select(tx)
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .leftJoin('positioning_sheets as s', 's.person_id', 'c.person_id')
    .select(['p.first_name', 'p.last_name', 'p.birth_date', 'p.birth_year', 's.schooling'])
    .where('c.programme_id', '=', programmeId)
    .where('c.closed_on', 'is', null)
    .limit(5000)
    .execute()
  const ids = rows.map((row) => row.person_id)
  const oral = await readOral(tx, ids, languages)
  const answers = await countCriteria(tx, programmeId, ids, criteria)
  return rows.map((row) => ({
    ...toCandidate(row),
    firstName: row.first_name,
    lastName: row.last_name,
    age: ageOf({ date: row.birth_date, year: row.birth_year }, today),
    oral: bestLevel(oral.get(row.person_id) ?? []),
    schooling: row.schooling as Sheet['schooling'],
    criteria: { ...(answers.get(row.person_id) ?? { met: 0, notMet: 0 }), of: criteria.length },
  }))
}

/** The latest oral levels in the languages of the programme, by person. */
async function readOral(tx: Tx, ids: readonly string[], languages: readonly string[]) {
  const { rows } = await sql<{ personId: string; level: string }>`
    select distinct on (person_id, language, skill) person_id as "personId", level from language_levels
     where person_id = any(${ids}::uuid[]) and language = any(${languages}::text[]) and skill in ('oral-production', 'oral-reception')
     order by person_id, language, skill, assessed_on desc, created_at desc`.execute(tx)
  const found = new Map<string, Parameters<typeof bestLevel>[0][number][]>()
  for (const { personId, level } of rows)
    if (isLevelAnswer(level)) found.set(personId, [...(found.get(personId) ?? []), level])
  return found
}

async function countCriteria(tx: Tx, programmeId: string, ids: readonly string[], criteria: readonly string[]) {
  const { rows } = await sql<{ personId: string; met: number; notMet: number }>`
    select person_id as "personId", (count(*) filter (where answer = 'met'))::int as met,
           (count(*) filter (where answer = 'not-met'))::int as "notMet"
      from (select distinct on (person_id, criterion) person_id, answer from target_criteria
             where programme_id = ${programmeId}::uuid and person_id = any(${ids}::uuid[]) and criterion = any(${criteria}::text[])
             order by person_id, criterion, noted_on desc, created_at desc) latest
     group by person_id`.execute(tx)
  return new Map(rows.map(({ personId, met, notMet }) => [personId, { met, notMet }]))
}

/** How many were taken from the list of a year, by outcome and reason: without names. */
export async function countClosed(
  tx: Tx,
  programmeId: string,
): Promise<{ year: number; outcome: Outcome; reason: AsideReason | null; count: number }[]> {
  const rows = await tx
    .selectFrom('candidates')
    .select(['year', 'outcome', 'reason'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('programme_id', '=', programmeId)
    .where('outcome', 'is not', null)
    .groupBy(['year', 'outcome', 'reason'])
    .orderBy('year', 'desc')
    .orderBy('outcome')
    .execute()
  return rows.map((r) => ({ ...r, outcome: r.outcome as Outcome, reason: r.reason as AsideReason | null }))
}

/** @returns the new candidacy. The word why stays with those who share the follow-up. */
export async function addCandidate(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  c: {
    personId: string
    programmeId: string
    year: number
    antenna: string | null
    why: string | null
    today: PlainDate
  },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('candidates')
    .values({
      id,
      person_id: c.personId,
      programme_id: c.programmeId,
      year: c.year,
      institution_id: actor.institutionId,
      antenna: c.antenna,
      listed_on: c.today,
      listed_by: actor.id,
    })
    .execute()
  if (c.why)
    await tx
      .insertInto('candidate_words')
      .values({
        candidate_id: id,
        person_id: c.personId,
        side: sideOf(actor.role),
        why: vault.seal(c.personId, { table: 'candidate_words', column: 'why', row: id }, c.why),
        written_by: actor.id,
        written_on: c.today,
      })
      .execute()
  return id
}

/** The latest word why somebody is or was listed for a programme; undefined where none was written or it is not for the reader. */
export async function readWhy(
  tx: Tx,
  vault: Vault,
  personId: string,
  programmeId: string,
): Promise<Opened | undefined> {
  const row = await tx
    .selectFrom('candidate_words as w')
    .innerJoin('candidates as c', 'c.id', 'w.candidate_id')
    .select(['w.candidate_id', 'w.why'])
    .where('c.person_id', '=', personId)
    .where('c.programme_id', '=', programmeId)
    .orderBy('c.created_at', 'desc')
    .executeTakeFirst()
  return row && vault.open(personId, { table: 'candidate_words', column: 'why', row: row.candidate_id }, row.why)
}

/** @returns false when they are not on the list any more, or it is not the actor's to change. */
export async function askForRegistration(tx: Tx, candidateId: string, by: string, today: PlainDate): Promise<boolean> {
  const result = await tx
    .updateTable('candidates')
    .set({ asked_on: today, asked_by: by })
    .where('id', '=', candidateId)
    .where('closed_on', 'is', null)
    .where('asked_on', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

export async function setAside(
  tx: Tx,
  candidateId: string,
  { reason, by, today }: { reason: AsideReason; by: string; today: PlainDate },
): Promise<boolean> {
  const result = await tx
    .updateTable('candidates')
    .set({ outcome: 'set-aside', reason, closed_on: today, closed_by: by })
    .where('id', '=', candidateId)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

/** @returns the candidacy of the other year, or null when it is not permitted. */
export async function carryOver(tx: Tx, candidateId: string, year: number): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select app.carry_over_candidate(${candidateId}::uuid, ${year}::int) as id`.execute(tx)
  return rows[0]!.id
}

/** The candidacy from which somebody comes into the programme ends with the registration. */
export async function closeAsRegistered(
  tx: Tx,
  r: { personId: string; programmeId: string; enrolmentId: string; by: string; today: PlainDate },
): Promise<Candidate | undefined> {
  const row = await select(tx)
    .where('c.person_id', '=', r.personId)
    .where('c.programme_id', '=', r.programmeId)
    .where('c.closed_on', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  await tx
    .updateTable('candidates')
    .set({ outcome: 'registered', closed_on: r.today, closed_by: r.by, enrolment_id: r.enrolmentId })
    .where('id', '=', row.id)
    .execute()
  return toCandidate(row)
}
