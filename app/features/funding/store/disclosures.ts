import { newId, type Tx } from '../../../shared/db/database.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import type { Disclosure, DisclosureKind, LegalBasis } from '../funding.ts'

/** What left the site for funders, newest first. */
export async function listDisclosures(tx: Tx, programmeId: string): Promise<Disclosure[]> {
  const rows = await tx
    .selectFrom('disclosures as d')
    .leftJoin('users as u', 'u.id', 'd.entered_by')
    .selectAll('d')
    .select('u.name')
    .where('d.programme_id', '=', programmeId)
    .orderBy('d.entered_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as DisclosureKind,
    from: row.from_date,
    to: row.to_date,
    basis: row.basis as LegalBasis,
    basisWords: row.basis_words,
    recipient: row.recipient,
    language: row.language,
    format: row.format as 'xlsx' | 'pdf',
    people: row.people,
    madeOn: row.entered_on,
    madeBy: row.name ?? '',
  }))
}

export async function addDisclosure(
  tx: Tx,
  actor: StaffActor,
  programmeId: string,
  made: Omit<Disclosure, 'id' | 'madeOn' | 'madeBy'> & { today: PlainDate },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('disclosures')
    .values({
      id,
      programme_id: programmeId,
      kind: made.kind,
      from_date: made.from,
      to_date: made.to,
      basis: made.basis,
      basis_words: made.basisWords,
      recipient: made.recipient,
      language: made.language,
      format: made.format,
      people: made.people,
      entered_by: actor.id,
      entered_on: made.today,
    })
    .execute()
  return id
}
