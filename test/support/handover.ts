// A person whose profile was handed over, for tests of what happens next: written past the policies, like `given`.
import { examplePaper } from '../../app/features/profiles/document.example.ts'
import { newId, type Staff, type TestSite, testToday } from './site.ts'

export type GivenHandOver = Awaited<ReturnType<typeof givenHandOver>>

/** The profile of somebody new goes to `to` (a new social worker unless told), on the day `on`. */
export async function givenHandOver(
  site: TestSite,
  {
    to,
    coordinator,
    programmeId,
    on = testToday,
    firstName = 'Şirin',
    lastName = 'Łukasz-Őry',
    stage = 'completed',
  }: {
    to?: Staff
    coordinator?: Staff
    programmeId?: string
    on?: string
    firstName?: string
    lastName?: string
    stage?: string
  } = {},
) {
  const { given, sql, vault } = site
  const receiver = to ?? (await given.staff('social-worker', { name: 'Amina Keller' }))
  const lead = coordinator ?? (await given.staff('coordinator'))
  const programme = programmeId ?? (await given.programme({ by: lead }))
  const personId = await given.person({ by: receiver, firstName, lastName })
  const enrolmentId = await given.enrolment({ personId, programmeId: programme, by: receiver, stage })
  const profileId = newId()
  const versionId = newId()
  const handOverId = newId()
  await sql('insert into profiles (id, enrolment_id, person_id) values ($1, $2, $3)', [
    profileId,
    enrolmentId,
    personId,
  ])
  const paper = { ...examplePaper, personName: `${firstName} ${lastName}` }
  const content = vault.seal(
    personId,
    { table: 'profile_versions', column: 'content', row: versionId },
    JSON.stringify(paper),
  )
  await sql(
    `insert into profile_versions (id, profile_id, person_id, number, language, content, frozen_on, frozen_by_kind)
     values ($1, $2, $3, 1, 'fr', $4, $5, 'card')`,
    [versionId, profileId, personId, content, on],
  )
  await sql(
    `insert into hand_overs (id, version_id, person_id, enrolment_id, to_user_id, handed_over_on, due_on, by_kind)
     values ($1, $2, $3, $4, $5, $6, $6::date + 30, 'card')`,
    [handOverId, versionId, personId, enrolmentId, receiver.id, on],
  )
  return {
    handOverId,
    versionId,
    personId,
    enrolmentId,
    programmeId: programme,
    receiver,
    coordinator: lead,
    /** Enters presses as the receiver, each on its day. */
    async press(...steps: [kind: string, onDate: string][]) {
      for (const [kind, onDate] of steps)
        await sql(
          `insert into hand_over_steps (id, hand_over_id, person_id, kind, on_date, entered_by, entered_at)
           values ($1, $2, $3, $4, $5, $6, clock_timestamp())`,
          [newId(), handOverId, personId, kind, onDate, receiver.id],
        )
    },
    /** The talk ended in this direction; to an officer with the mandate that passing on gives. */
    async direct(
      direction: string,
      { officer, profile = false, on: decidedOn = testToday }: { officer?: Staff; profile?: boolean; on?: string } = {},
    ) {
      const id = newId()
      await sql(
        `insert into directions (id, hand_over_id, person_id, version_id, direction, taken_up_by, taken_up_by_person, by_date, profile_passed, decided_on, decided_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8::date + 14, $9, $8, $10)`,
        [
          id,
          handOverId,
          personId,
          versionId,
          direction,
          officer?.id ?? null,
          !officer,
          decidedOn,
          profile,
          receiver.id,
        ],
      )
      if (officer) await given.mandate(personId, officer, { purpose: 'pass-on', sourceId: id })
      return id
    },
  }
}
