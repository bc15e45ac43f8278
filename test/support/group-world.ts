// A group with its people, as tests of groups, sessions and registers start from.
import { addDays } from '../../app/shared/time/dates.ts'
import { type TestSite, testToday } from './site.ts'

export type GroupWorld = Awaited<ReturnType<typeof givenGroup>>

/** A programme with a coordinator, office, coach and trainee, one group with `people` members and `sessions` daily sessions until today. */
export async function givenGroup(site: TestSite, { people = 3, sessions = 2, capacity = 12 } = {}) {
  const { given } = site
  const unit = await given.institution('programme-unit')
  const service = await given.institution('social-service')
  const coordinator = await given.staff('coordinator', { institutionId: unit })
  const office = await given.staff('programme-office', { institutionId: unit })
  const coach = await given.staff('coach', { institutionId: unit, name: 'Carla Coach' })
  const trainee = await given.staff('trainee', { institutionId: unit })
  const referrer = await given.staff('social-worker', { institutionId: service })
  const programmeId = await given.programme({ by: coordinator, office })
  const groupId = await given.group({ programmeId, by: coordinator, coaches: [coach, trainee], capacity })
  await site.sql(`update groups set starts_on = $2 where id = $1`, [groupId, addDays(testToday, -20)])
  const waiting = async (firstName = 'Wanda') => {
    const personId = await given.person({ by: referrer, firstName })
    return { personId, enrolmentId: await given.enrolment({ personId, programmeId, by: referrer }) }
  }
  const members: { personId: string; enrolmentId: string; memberId: string }[] = []
  for (let i = 0; i < people; i += 1) {
    const personId = await given.person({ by: referrer, firstName: `Person${i}` })
    const enrolmentId = await given.enrolment({ personId, programmeId, by: referrer, stage: 'allocated' })
    const memberId = await given.member({ groupId, enrolmentId, personId, by: coordinator, coaches: [coach, trainee] })
    await site.sql('update group_members set joined_on = $2 where id = $1', [memberId, addDays(testToday, -20)])
    members.push({ personId, enrolmentId, memberId })
  }
  const sessionIds: string[] = []
  for (let i = 0; i < sessions; i += 1)
    sessionIds.push(await given.sessionOf({ groupId, number: i + 1, onDate: addDays(testToday, i - sessions + 1) }))
  return { coordinator, office, coach, trainee, referrer, programmeId, groupId, members, sessionIds, waiting }
}
