// A person in the programme in four steps, with everyone who accompanies them: what tests of the shared follow-up start from.
import type { Staff, TestSite } from './site.ts'
import { newId, testToday } from './site.ts'

export type MoveupWorld = Awaited<ReturnType<typeof givenMoveup>>

/**
 * One public centre (`house`) with global, employment and training social workers and a trainer; an association with a
 * co-trainer, who is of the programme's staff but not of the house; a group of both trainers.
 */
export async function givenMoveup(site: TestSite, { stage = 'started' } = {}) {
  const { given, sql } = site
  const house = await given.institution('social-service', 'Centre public')
  const association = await given.institution('association', 'Association')
  const coordinator = await given.staff('coordinator', { institutionId: house, name: 'Cora Coordinator' })
  const office = await given.staff('programme-office', { institutionId: house, name: 'Olaf Office' })
  const global = await given.staff('social-worker', { institutionId: house, name: 'Gita Global' })
  const employment = await given.staff('social-worker', { institutionId: house, name: 'Emil Employment' })
  const training = await given.staff('social-worker', { institutionId: house, name: 'Tara Training' })
  const trainer = await given.staff('coach', { institutionId: house, name: 'Tom Trainer' })
  const coTrainer = await given.staff('coach', { institutionId: association, name: 'Cleo Cotrainer' })
  const programmeId = await given.programme({ by: coordinator, office, blueprint: 'moveup' })
  await sql('insert into programme_staff (programme_id, user_id, from_date, added_by) values ($1, $2, $3, $4)', [
    programmeId,
    coTrainer.id,
    testToday,
    coordinator.id,
  ])
  const accompany = async (enrolmentId: string, personId: string, part: string, who: Staff) => {
    const id = newId()
    await sql(
      `insert into enrolment_professionals (id, enrolment_id, person_id, part, user_id, from_date, added_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, enrolmentId, personId, part, who.id, testToday, coordinator.id],
    )
    await given.mandate(personId, who, { purpose: 'follow-up', sourceId: id })
    return id
  }
  /** Somebody else of the programme, whom the global social worker referred. */
  const enrol = async (firstName = 'Amina', at = stage) => {
    const personId = await given.person({ by: global, firstName })
    return { personId, enrolmentId: await given.enrolment({ personId, programmeId, by: global, stage: at }) }
  }
  const { personId, enrolmentId } = await enrol()
  const parts = { global, employment, training, trainer } as const
  for (const [part, who] of Object.entries(parts)) await accompany(enrolmentId, personId, part, who)
  await accompany(enrolmentId, personId, 'trainer', coTrainer)
  const groupId = await given.group({ programmeId, by: coordinator, coaches: [trainer, coTrainer] })
  const memberId = await given.member({
    groupId,
    enrolmentId,
    personId,
    by: coordinator,
    coaches: [trainer, coTrainer],
  })
  const sessionId = await given.sessionOf({ groupId })
  return {
    house,
    association,
    coordinator,
    office,
    ...parts,
    coTrainer,
    programmeId,
    personId,
    enrolmentId,
    groupId,
    memberId,
    sessionId,
    accompany,
    enrol,
  }
}
