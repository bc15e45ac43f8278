// Writing a confirmed import, in a handful of statements whatever its length: a thousand rows are one transaction.
import { newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Services } from '../../shared/http/doors.tsx'
import type { Did, FieldClass } from '../../shared/http/outcome.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { PersonCommand, PersonValues } from './imports.ts'
import { type Creation, figuresOf, type Plan, type Update } from './plan.ts'
import { seal } from './sealing.ts'

type Given = {
  tx: Tx
  actor: StaffActor
  services: Pick<Services, 'siteKey' | 'vault'>
  today: PlainDate
  importId: string
}
type Written = { row: number; personId: string; kind: 'created' | 'updated'; before: Buffer | null }

/** Writes the plan and destroys the file. Answers with what goes on record: the import, and each person. */
export async function writeImport(given: Given, plan: Plan): Promise<Did[]> {
  const { tx, importId } = given
  const created = await create(given, plan.create)
  const updated = await update(given, plan.update)
  await inChunks([...created, ...updated], 5_000, (rows) =>
    tx
      .insertInto('import_rows')
      .values(
        rows.map(({ row, personId, kind, before }) => ({
          import_id: importId,
          row_number: row,
          person_id: personId,
          kind,
          before,
        })),
      )
      .execute(),
  )
  await tx
    .updateTable('imports')
    .set({
      file: null,
      confirmed_at: sql<Date>`app.now()`,
      confirmed_on: sql<PlainDate>`app.today()`,
      written_at: sql<Date>`now()`,
      figures: JSON.stringify(figuresOf(plan)),
    })
    .where('id', '=', importId)
    .execute()
  await tx.deleteFrom('import_choices').where('import_id', '=', importId).execute()
  const on: Did['on'] = ['import', importId]
  const persons: Did[] = [
    ...plan.create.map(({ command }, at) => ({
      act: 'imports.create',
      on,
      person: created[at]!.personId,
      classes: classesOf(command),
    })),
    ...plan.update.map(({ command, person }) => ({
      act: 'imports.update',
      on,
      person: person.id,
      classes: classesOf(command),
    })),
  ]
  return [{ act: 'imports.confirm', on }, ...persons]
}

function classesOf(command: PersonCommand): FieldClass[] {
  return [
    'identity',
    ...(command.reference || command.firstAidOn ? (['social-aid'] as const) : []),
    ...(command.notes ? (['notes'] as const) : []),
  ]
}

async function create({ tx, actor, services, today }: Given, rows: Creation[]): Promise<Written[]> {
  const made = rows.map(({ command, ...rest }) => ({ id: newId(), command, ...rest }))
  if (made.length === 0) return []
  await sql`select app.open_files(${made.map(({ id }) => id)}::uuid[])`.execute(tx)
  await inChunks(made, 2_000, (some) =>
    tx
      .insertInto('persons')
      .values(
        some.map(({ id, command }) => ({
          id,
          institution_id: actor.institutionId,
          created_by: actor.id,
          ...toColumns(command.person),
        })),
      )
      .execute(),
  )
  await saveSocialAid(
    { tx, actor },
    made.map(({ id, command }) => ({ personId: id, command })),
  )
  await saveNotes(
    { tx, actor, services, today },
    made.map(({ id, command }) => ({ personId: id, command })),
  )
  const distinct = made.flatMap(({ id, notTheSameAs }) => notTheSameAs.map((otherId) => ({ id, otherId })))
  await inChunks(distinct, 5_000, (some) =>
    tx
      .insertInto('duplicate_decisions')
      .values(
        some.map(({ id, otherId }) => ({
          id: newId(),
          person_id: id,
          other_id: otherId,
          decision: 'not-the-same',
          decided_by: actor.id,
        })),
      )
      .execute(),
  )
  return made.map(({ row, id }) => ({ row, personId: id, kind: 'created', before: null }))
}

async function update({ tx, actor, services, today, importId }: Given, rows: Update[]): Promise<Written[]> {
  if (rows.length === 0) return []
  const persons = rows.map(({ person, differences }) => {
    const after: Record<string, string | number> = {}
    for (const { field, after: value } of differences)
      if (field !== 'reference' && field !== 'firstAidOn') after[field] = field === 'birthYear' ? Number(value) : value
    return { id: person.id, ...toColumns({ ...person, ...after } as PersonValues) }
  })
  const { numAffectedRows } = await sql`
    update persons p set first_name = n.first_name, last_name = n.last_name, birth_date = n.birth_date, birth_year = n.birth_year,
      gender = n.gender, language = n.language, phone = n.phone, email = n.email, street = n.street,
      postal_code = n.postal_code, town = n.town, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(persons)}::jsonb) as n (id uuid, first_name text, last_name text, birth_date date,
      birth_year int, gender text, language text, phone text, email text, street text, postal_code text, town text)
    where p.id = n.id`.execute(tx)
  // A file that was closed to the importer in this very moment: nothing is written rather than a part.
  if (numAffectedRows !== BigInt(rows.length)) throw new Error('an import met a file that may not be changed')
  await saveSocialAid(
    { tx, actor },
    rows
      .filter(({ differences }) => differences.some(({ field }) => field === 'reference' || field === 'firstAidOn'))
      .map(({ person, command }) => ({ personId: person.id, command })),
  )
  await saveNotes(
    { tx, actor, services, today },
    rows.map(({ person, command }) => ({ personId: person.id, command })),
  )
  return rows.map(({ row, person }) => ({
    row,
    personId: person.id,
    kind: 'updated',
    before: seal(
      services,
      { table: 'import_rows', column: 'before', row: `${importId}/${row}` },
      Buffer.from(JSON.stringify(person)),
    ),
  }))
}

type OfPerson = { personId: string; command: PersonCommand }

/** An empty cell never wipes a value, so what the row does not say stays. */
async function saveSocialAid({ tx, actor }: Pick<Given, 'tx' | 'actor'>, rows: OfPerson[]): Promise<void> {
  const filled = rows.filter(({ command }) => command.reference || command.firstAidOn)
  await inChunks(filled, 5_000, (some) =>
    tx
      .insertInto('person_social_aid')
      .values(
        some.map(({ personId, command }) => ({
          person_id: personId,
          institution_id: actor.institutionId,
          reference: command.reference ?? null,
          first_aid_on: command.firstAidOn ?? null,
          updated_at: sql<Date>`now()`,
        })),
      )
      .onConflict((one) =>
        one.column('person_id').doUpdateSet({
          reference: sql`coalesce(excluded.reference, person_social_aid.reference)`,
          first_aid_on: sql`coalesce(excluded.first_aid_on, person_social_aid.first_aid_on)`,
          updated_at: sql<Date>`now()`,
        }),
      )
      .execute(),
  )
}

async function saveNotes({ tx, actor, services, today }: Omit<Given, 'importId'>, rows: OfPerson[]): Promise<void> {
  const notes = rows.flatMap(({ personId, command }) => {
    if (!command.notes) return []
    const id = newId()
    const body = services.vault.seal(personId, { table: 'notes', column: 'body', row: id }, command.notes)
    return [
      {
        id,
        person_id: personId,
        author_id: actor.id,
        institution_id: actor.institutionId,
        audience: 'institution' as const,
        body,
        on_date: today,
      },
    ]
  })
  await inChunks(notes, 5_000, (some) => tx.insertInto('notes').values(some).execute())
}

export const toColumns = (person: PersonValues) => ({
  first_name: person.firstName ?? '',
  last_name: person.lastName ?? null,
  birth_date: person.birthDate ?? null,
  birth_year: person.birthYear ?? null,
  gender: person.gender ?? null,
  language: person.language ?? null,
  phone: person.phone ?? null,
  email: person.email ?? null,
  street: person.street ?? null,
  postal_code: person.postalCode ?? null,
  town: person.town ?? null,
})

/** A statement takes 65,535 values at most. */
async function inChunks<T>(list: T[], size: number, work: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < list.length; at += size) await work(list.slice(at, at + size))
}
