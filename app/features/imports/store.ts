import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Services } from '../../shared/http/doors.tsx'
import type { Choice, Import, ImportFigures } from './import.ts'
import { type Country, countries, type KnownPerson } from './imports.ts'
import type { Mapping } from './mapping.ts'
import { seal, unseal } from './sealing.ts'

const columns = [
  'id',
  'user_id',
  'institution_id',
  'file_name',
  'mapping',
  'created_at',
  'confirmed_at',
  'confirmed_on',
  'undone_at',
  'cleared_at',
  'figures',
] as const

const select = (tx: Tx) => tx.selectFrom('imports').select(columns)
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const toImport = (row: Row): Import => ({
  id: row.id,
  userId: row.user_id,
  institutionId: row.institution_id,
  fileName: row.file_name,
  mapping: row.mapping as Mapping,
  createdAt: row.created_at,
  confirmedAt: row.confirmed_at,
  confirmedOn: row.confirmed_on,
  undoneAt: row.undone_at,
  figures: row.figures as ImportFigures | null,
  isKept: row.cleared_at === null,
})

/** The actor's own imports, the newest first. */
export async function listImports(tx: Tx): Promise<Import[]> {
  return (await select(tx).orderBy('created_at', 'desc').limit(50).execute()).map(toImport)
}

export async function findImport(tx: Tx, importId: string): Promise<Import | undefined> {
  const row = await select(tx).where('id', '=', importId).executeTakeFirst()
  return row && toImport(row)
}

/** Keeps a file, sealed, until it is confirmed or discarded. */
export async function saveUpload(
  tx: Tx,
  actor: StaffActor,
  services: Pick<Services, 'siteKey'>,
  upload: { fileName: string; bytes: Buffer; mapping: Mapping },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('imports')
    .values({
      id,
      user_id: actor.id,
      institution_id: actor.institutionId,
      file_name: upload.fileName,
      file: seal(services, { table: 'imports', column: 'file', row: id }, upload.bytes),
      mapping: JSON.stringify(upload.mapping),
      created_at: sql<Date>`app.now()`,
    })
    .execute()
  return id
}

/** The bytes of a file that is still kept. */
export async function readUpload(
  tx: Tx,
  services: Pick<Services, 'siteKey'>,
  importId: string,
): Promise<Buffer | undefined> {
  const row = await tx.selectFrom('imports').select('file').where('id', '=', importId).executeTakeFirst()
  return (row?.file && unseal(services, { table: 'imports', column: 'file', row: importId }, row.file)) || undefined
}

export async function discardImport(tx: Tx, importId: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('imports')
    .where('id', '=', importId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

export async function saveMapping(tx: Tx, importId: string, mapping: Mapping): Promise<void> {
  await tx
    .updateTable('imports')
    .set({ mapping: JSON.stringify(mapping) })
    .where('id', '=', importId)
    .execute()
  await tx.deleteFrom('import_choices').where('import_id', '=', importId).execute()
}

/** How lists with these headers were read last time in this institution. */
export async function findMapping(tx: Tx, fingerprint: string): Promise<Mapping | undefined> {
  const row = await tx
    .selectFrom('import_mappings')
    .select('mapping')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row?.mapping as Mapping | undefined
}

export async function rememberMapping(
  tx: Tx,
  actor: StaffActor,
  fingerprint: string,
  { columns: chosen, dateOrder, nameOrder }: Mapping,
): Promise<void> {
  const mapping = JSON.stringify({ columns: chosen, dateOrder, nameOrder })
  await tx
    .insertInto('import_mappings')
    .values({ institution_id: actor.institutionId, fingerprint, mapping })
    .onConflict((one) =>
      one.columns(['institution_id', 'fingerprint']).doUpdateSet({ mapping, updated_at: sql<Date>`now()` }),
    )
    .execute()
}

export async function listChoices(tx: Tx, importId: string): Promise<Choice[]> {
  const rows = await tx
    .selectFrom('import_choices')
    .select(['row_number', 'choice', 'person_id'])
    .where('import_id', '=', importId)
    .execute()
  return rows.map((row) => ({
    row: row.row_number,
    choice: row.choice as Choice['choice'],
    personId: row.person_id,
  }))
}

export async function saveChoices(tx: Tx, importId: string, said: Choice[]): Promise<void> {
  if (said.length === 0) return
  await tx
    .insertInto('import_choices')
    .values(
      said.map(({ row, choice, personId }) => ({
        import_id: importId,
        row_number: row,
        choice,
        person_id: personId,
      })),
    )
    .onConflict((one) =>
      one
        .columns(['import_id', 'row_number'])
        .doUpdateSet((eb) => ({ choice: eb.ref('excluded.choice'), person_id: eb.ref('excluded.person_id') })),
    )
    .execute()
}

export async function withdrawChoice(tx: Tx, importId: string, row: number): Promise<void> {
  await tx.deleteFrom('import_choices').where('import_id', '=', importId).where('row_number', '=', row).execute()
}

/** Everyone whose file the actor may see: what rows are compared with. */
export async function listKnown(tx: Tx, actor: StaffActor): Promise<KnownPerson[]> {
  const rows = await tx
    .selectFrom('persons as p')
    .leftJoin('person_social_aid as a', 'a.person_id', 'p.id')
    .select(['p.id', 'p.institution_id', 'p.first_name', 'p.last_name', 'p.birth_date', 'p.birth_year', 'p.gender'])
    .select([
      'p.language',
      'p.phone',
      'p.email',
      'p.street',
      'p.postal_code',
      'p.town',
      'a.reference',
      'a.first_aid_on',
    ])
    .execute()
  const orNothing = <T>(value: T | null) => value ?? undefined
  return rows.map((row) => ({
    id: row.id,
    held: row.institution_id === actor.institutionId,
    firstName: row.first_name,
    lastName: orNothing(row.last_name),
    birthDate: orNothing(row.birth_date),
    birthYear: orNothing(row.birth_year),
    gender: orNothing(row.gender) as KnownPerson['gender'],
    language: orNothing(row.language),
    phone: orNothing(row.phone),
    email: orNothing(row.email),
    street: orNothing(row.street),
    postalCode: orNothing(row.postal_code),
    town: orNothing(row.town),
    reference: orNothing(row.reference),
    firstAidOn: orNothing(row.first_aid_on),
  }))
}

/** The country whose phone numbers need no prefix. */
export async function countryOf(tx: Tx, institutionId: string): Promise<Country> {
  const row = await tx.selectFrom('institutions').select('region').where('id', '=', institutionId).executeTakeFirst()
  return countries.find((country) => row?.region.startsWith(country)) ?? 'CH'
}
