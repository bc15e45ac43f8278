import type { Tx } from '../../shared/db/database.ts'
import { fullName, type Person } from '../people/person.ts'
import { findPerson } from '../people/store.ts'
import { blueprintOf, type Programme } from '../programmes/programme.ts'
import { findProgramme } from '../programmes/store.ts'
import type { Enrolment } from '../referrals/enrolment.ts'
import { findEnrolment } from '../referrals/store.ts'

export type Asked = { enrolment: Enrolment; programme: Programme; person: Person }

/** An enrolment in a programme that is counted by indicators; for others nobody is asked. */
export async function findAsked({
  tx,
  params,
}: {
  tx: Tx
  params: { enrolmentId: string }
}): Promise<Asked | undefined> {
  const enrolment = await findEnrolment(tx, params.enrolmentId)
  const programme = enrolment && (await findProgramme(tx, enrolment.programmeId))
  const person = enrolment && (await findPerson(tx, enrolment.personId))
  return programme && person && blueprintOf(programme).indicators ? { enrolment, programme, person } : undefined
}

/** Names for the way back. */
export const whereOf = ({ enrolment, programme, person }: Asked) => ({
  enrolmentId: enrolment.id,
  personId: person.id,
  name: fullName(person),
  programme,
})
