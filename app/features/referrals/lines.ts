import type { Tx } from '../../shared/db/database.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Programme } from '../programmes/programme.ts'
import { findProgramme } from '../programmes/store.ts'
import type { Enrolment } from './enrolment.ts'
import { type Next, nextStep } from './next.ts'
import { loadNextFacts } from './next-facts.ts'
import { listEnrolmentsOf } from './store.ts'

export type EnrolmentLine = { enrolment: Enrolment; programme: Programme; next: Next | null }

/** A person's enrolments with where each stands and what comes next. */
export async function loadEnrolments(tx: Tx, personId: string, today: PlainDate): Promise<EnrolmentLine[]> {
  const enrolments = await listEnrolmentsOf(tx, personId)
  const facts = await loadNextFacts(
    tx,
    enrolments.map((e) => e.id),
  )
  const lines: EnrolmentLine[] = []
  for (const enrolment of enrolments) {
    const programme = await findProgramme(tx, enrolment.programmeId)
    const found = facts.get(enrolment.id)
    if (programme) lines.push({ enrolment, programme, next: found ? nextStep(found, today) : null })
  }
  return lines
}
