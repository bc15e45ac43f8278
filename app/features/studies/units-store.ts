import { sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { fullName } from '../people/person.ts'
import { type Covariate, covariatesOfGroup, covariatesOfPerson, type PersonFacts } from './covariates.ts'
import { factorsIn, type Named, type StudyRecord, type Waiting } from './study.ts'

/** Stages before somebody has begun: whoever has started has had a method already. */
const beforeStart = ['registered', 'contacted', 'informed', 'allocated'] as const

const waitingGroups = (tx: Tx, { id, programmeId }: StudyRecord) =>
  tx
    .selectFrom('groups as g')
    .select(['g.id', 'g.name', 'g.starts_on as startsOn', 'g.language', 'g.site'])
    .select(
      sql<number>`(select count(*) from group_members m where m.group_id = g.id and m.left_on is null)`.as('members'),
    )
    .where('g.programme_id', '=', programmeId)
    .where('g.closed_on', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('study_units as u')
            .select('u.number')
            .whereRef('u.group_id', '=', 'g.id')
            .where('u.study_id', '=', id),
        ),
      ),
    )

const waitingPeople = (tx: Tx, { id, programmeId }: StudyRecord) =>
  tx
    .selectFrom('enrolments as e')
    .innerJoin('persons as p', 'p.id', 'e.person_id')
    .innerJoin('enrolment_stages as st', (join) =>
      join.onRef('st.enrolment_id', '=', 'e.id').on('st.ended_at', 'is', null),
    )
    .select(['e.id', 'p.id as personId', 'p.first_name as firstName', 'p.last_name as lastName', 'e.language'])
    .where('e.programme_id', '=', programmeId)
    .where('e.ended_on', 'is', null)
    .where('st.kind', 'in', [...beforeStart])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('study_units as u')
            .select('u.number')
            .whereRef('u.person_id', '=', 'p.id')
            .where('u.study_id', '=', id),
        ),
      ),
    )

/** Groups by their start, people by how long they have waited; without those that are in the study already. */
export async function listWaiting(tx: Tx, study: StudyRecord): Promise<Waiting[]> {
  if (study.study.protocol.unit === 'group')
    return waitingGroups(tx, study).orderBy('g.starts_on').orderBy('g.name').execute()
  const people = await waitingPeople(tx, study).orderBy('e.created_on').orderBy('e.created_at').execute()
  return people.map(({ id, ...person }) => ({ id, name: fullName(person), startsOn: null, members: null }))
}

export type Candidate = {
  name: string
  groupId: string | null
  enrolmentId: string | null
  personId: string | null
  covariates: Covariate[]
  /** Half of its members or more were in a group of this study already: they have had their method. */
  isAgain: boolean
}

/** A waiting unit with its covariates today; undefined when it can't be allocated in this study. */
export async function findCandidate(
  tx: Tx,
  study: StudyRecord,
  { id, year }: { id: string; year: number },
): Promise<Candidate | undefined> {
  const factors = factorsIn(study.study.protocol)
  if (study.study.protocol.unit === 'group') {
    const group = await waitingGroups(tx, study).where('g.id', '=', id).executeTakeFirst()
    if (!group || group.members === 0) return undefined
    const members = await factsOfMembers(tx, group.id, group.language)
    const covariates = covariatesOfGroup(factors, { language: group.language, site: group.site, members })
    const isAgain = (await countAllocated(tx, study.id, group.id)) * 2 >= members.length
    return { name: group.name, groupId: group.id, enrolmentId: null, personId: null, covariates, isAgain }
  }
  const person = await waitingPeople(tx, study).where('e.id', '=', id).executeTakeFirst()
  if (!person) return undefined
  const facts = await factsOfEnrolment(tx, person.id)
  return (
    facts && {
      name: fullName(person),
      groupId: null,
      enrolmentId: person.id,
      personId: person.personId,
      covariates: covariatesOfPerson(factors, facts, year),
      isAgain: false,
    }
  )
}

/** How many of a group's members have been in a group of the study, for whatever reason they left it. */
async function countAllocated(tx: Tx, studyId: string, groupId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from group_members m where m.group_id = ${groupId}::uuid and m.left_on is null
       and exists (select 1 from group_members x join study_units u on u.group_id = x.group_id
         where u.study_id = ${studyId}::uuid and x.enrolment_id = m.enrolment_id)`.execute(tx)
  return rows[0]!.n
}

const facts = (tx: Tx) =>
  tx
    .selectFrom('enrolments as e')
    .innerJoin('persons as p', 'p.id', 'e.person_id')
    .leftJoin('positioning_sheets as s', 's.person_id', 'p.id')
    .select(['e.language', 's.place', 'p.gender', 's.schooling'])
    .select(sql<number | null>`coalesce(p.birth_year, extract(year from p.birth_date)::int)`.as('birthYear'))
    .select(sql<boolean>`coalesce(s.birth_year_withheld, false)`.as('birthYearWithheld'))

/** The latest level of a skill in one language. */
const latest = (skill: 'oral-reception' | 'oral-production', language: ReturnType<typeof sql>) =>
  sql<string | null>`(select l.level from language_levels l where l.person_id = p.id and l.skill = ${skill}
    and l.language = ${language} order by l.assessed_on desc, l.created_at desc limit 1)`

const factsOfMembers = (tx: Tx, groupId: string, language: string): Promise<PersonFacts[]> =>
  facts(tx)
    .innerJoin('group_members as m', (join) => join.onRef('m.enrolment_id', '=', 'e.id').on('m.left_on', 'is', null))
    .select(latest('oral-reception', sql`${language}`).as('listening'))
    .select(latest('oral-production', sql`${language}`).as('speaking'))
    .where('m.group_id', '=', groupId)
    .execute()

const factsOfEnrolment = (tx: Tx, enrolmentId: string): Promise<PersonFacts | undefined> =>
  facts(tx)
    .select(latest('oral-reception', sql`e.language`).as('listening'))
    .select(latest('oral-production', sql`e.language`).as('speaking'))
    .where('e.id', '=', enrolmentId)
    .executeTakeFirst()

/** Says whom a number of the log stands for. */
export async function nameUnit(
  tx: Tx,
  actor: StaffActor,
  { id, programmeId }: Pick<StudyRecord, 'id' | 'programmeId'>,
  { number, candidate }: { number: number; candidate: Pick<Candidate, 'groupId' | 'enrolmentId' | 'personId'> },
): Promise<void> {
  await tx
    .insertInto('study_units')
    .values({
      study_id: id,
      programme_id: programmeId,
      number,
      group_id: candidate.groupId,
      enrolment_id: candidate.enrolmentId,
      person_id: candidate.personId,
      made_by: actor.id,
    })
    .execute()
}

/** First and last names of everybody whom the study is about, with the unit that is about to come in. */
export async function listNamesOfPeople(
  tx: Tx,
  studyId: string,
  { groupId, personId }: Pick<Candidate, 'groupId' | 'personId'> = { groupId: null, personId: null },
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct unnest(array[p.first_name, p.last_name]) as name from persons p
     where p.id = ${personId}::uuid or p.id in (select u.person_id from study_units u where u.study_id = ${studyId}::uuid)
        or p.id in (select m.person_id from group_members m where m.group_id = ${groupId}::uuid
             or m.group_id in (select u.group_id from study_units u where u.study_id = ${studyId}::uuid))`.execute(tx)
  return rows.flatMap(({ name }) => name ?? [])
}

/** Whom the numbers of a study stand for, by number. */
export async function listNames(tx: Tx, studyId: string): Promise<Map<number, Named>> {
  const rows = await tx
    .selectFrom('study_units as u')
    .leftJoin('groups as g', 'g.id', 'u.group_id')
    .leftJoin('persons as p', 'p.id', 'u.person_id')
    .select(['u.number', 'u.group_id as groupId', 'u.person_id as personId', 'g.name'])
    .select(['p.first_name as firstName', 'p.last_name as lastName'])
    .where('u.study_id', '=', studyId)
    .execute()
  return new Map(
    rows.map(({ number, groupId, personId, name, firstName, lastName }) => [
      number,
      { number, groupId, personId, name: name ?? (firstName === null ? null : fullName({ firstName, lastName })) },
    ]),
  )
}
