import { changed, newId, sql, type Tx } from '../../../shared/db/database.ts'
import { type Institution, type InstitutionDetails, timeZones, toInstitution } from './institution.ts'

const columns = ['id', 'name', 'kind', 'languages', 'region', 'phone'] as const
/** For queries of `institutions`. */
export const hasAdministrator = sql<boolean>`exists (select 1 from users u where u.institution_id = institutions.id
  and u.role = 'administrator' and u.ended_on is null)`.as('hasAdministrator')
const institutions = (tx: Tx) => tx.selectFrom('institutions').select(columns).select(hasAdministrator)

export async function listInstitutions(tx: Tx): Promise<Institution[]> {
  return (await institutions(tx).orderBy('name').execute()).map(toInstitution)
}

export async function findInstitution(tx: Tx, institutionId: string): Promise<Institution | undefined> {
  const row = await institutions(tx).where('id', '=', institutionId).executeTakeFirst()
  return row && toInstitution(row)
}

const toRow = (details: InstitutionDetails) => ({ ...details, time_zone: timeZones[details.region] })

export async function addInstitution(tx: Tx, details: InstitutionDetails): Promise<string> {
  const id = newId()
  await tx
    .insertInto('institutions')
    .values({ id, ...toRow(details) })
    .execute()
  return id
}

export async function saveInstitution(tx: Tx, institutionId: string, details: InstitutionDetails): Promise<boolean> {
  const result = await tx
    .updateTable('institutions')
    .set(toRow(details))
    .where('id', '=', institutionId)
    .executeTakeFirst()
  return changed(result)
}
