import { changed, newId, sql, type Tx } from '../../../shared/db/database.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import type { Services } from '../../../shared/http/doors.tsx'
import type { PlainDate } from '../../../shared/time/dates.ts'
import { decrypt, encrypt } from '../../../shared/vault/envelope.ts'
import { deriveKey } from '../../../shared/vault/site-key.ts'
import type { PartnerDetails, ServiceDetails } from '../partner.ts'
import { originColumns, partnerRow, serviceRow, toPartner, toService } from '../rows.ts'
import { selectPartners } from '../store.ts'
import { type Figures, figuresOf, type KnownRecords, originKey, type PartnerImport, type Plan } from './plan.ts'
import type { Fault } from './reading.ts'

const columns = ['m.id', 'm.file_name', 'm.shared', 'm.created_at', 'm.confirmed_on', 'm.figures', 'm.faults'] as const

const select = (tx: Tx) =>
  tx
    .selectFrom('partner_imports as m')
    .leftJoin('users as u', 'u.id', 'm.user_id')
    .select([...columns, 'u.name as by', sql<boolean>`m.file is not null`.as('is_kept')])

const toImport = (row: Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>): PartnerImport => ({
  id: row.id,
  fileName: row.file_name,
  shared: row.shared,
  by: row.by ?? '',
  createdAt: row.created_at,
  confirmedOn: row.confirmed_on,
  figures: row.figures as Figures | null,
  faults: row.faults as unknown as Fault[],
  isKept: row.is_kept,
})

/** What the actor's institution brought, the newest first. */
export async function listImports(tx: Tx): Promise<PartnerImport[]> {
  return (await select(tx).orderBy('m.created_at', 'desc').limit(20).execute()).map(toImport)
}

export async function findImport(tx: Tx, id: string): Promise<PartnerImport | undefined> {
  const row = await select(tx).where('m.id', '=', id).executeTakeFirst()
  return row && toImport(row)
}

const context = (id: string) => `partner_imports|file|${id}`
const keyOf = ({ siteKey }: Pick<Services, 'siteKey'>) => deriveKey(siteKey, 'partner imports')

/** Keeps a file, sealed, until somebody confirms or discards it; what was left lying for a day goes now. */
export async function saveUpload(
  tx: Tx,
  actor: StaffActor,
  services: Pick<Services, 'siteKey'>,
  upload: { fileName: string; bytes: Uint8Array; shared: boolean },
): Promise<string> {
  const id = newId()
  await tx
    .deleteFrom('partner_imports')
    .where('confirmed_on', 'is', null)
    .where('created_at', '<', sql<Date>`app.now() - interval '24 hours'`)
    .execute()
  await tx
    .insertInto('partner_imports')
    .values({
      id,
      institution_id: actor.institutionId,
      user_id: actor.id,
      file_name: upload.fileName,
      shared: upload.shared,
      file: encrypt(keyOf(services), context(id), upload.bytes),
      created_at: sql<Date>`app.now()`,
    })
    .execute()
  return id
}

export async function readUpload(tx: Tx, services: Pick<Services, 'siteKey'>, id: string): Promise<Buffer | undefined> {
  const row = await tx.selectFrom('partner_imports').select('file').where('id', '=', id).executeTakeFirst()
  return (row?.file && decrypt(keyOf(services), context(id), row.file)) || undefined
}

export async function discardImport(tx: Tx, id: string): Promise<boolean> {
  return changed(
    await tx.deleteFrom('partner_imports').where('id', '=', id).where('confirmed_on', 'is', null).executeTakeFirst(),
  )
}

/** What the institution has already of these sources. */
export async function listKnown(tx: Tx, institutionId: string): Promise<KnownRecords> {
  const known = async (table: 'partners' | 'partner_services') => {
    const rows = await tx
      .selectFrom(table)
      .select(['id', 'source', 'source_id', 'source_hash', 'edited_on'])
      .where('institution_id', '=', institutionId)
      .where('source', 'is not', null)
      .execute()
    return new Map(
      rows.map((row) => [
        originKey(row.source ?? '', row.source_id ?? ''),
        { id: row.id, hash: row.source_hash, edited: row.edited_on !== null },
      ]),
    )
  }
  return { partners: await known('partners'), services: await known('partner_services') }
}

/** An empty field never wipes a value that is here. */
const over = <T extends object>(here: T, said: T): T =>
  Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      name,
      value === null || (Array.isArray(value) && value.length === 0) ? here[name as keyof T] : value,
    ]),
  ) as T

const batch = 200
const batches = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / batch) }, (_, at) => all.slice(at * batch, (at + 1) * batch))

const idsOf = (some: readonly { id: string }[]) => some.map(({ id }) => id)

/** What an update replaces: everything it says, but whose record it is. Row by row the policies would be asked 10,000 times. */
const replaced = <Row extends object, Value>(rows: readonly Row[], excluded: (name: keyof Row & string) => Value) => {
  const fixed = ['id', 'institution_id', 'source', 'source_id', 'created_by']
  const names = (Object.keys(rows[0]!) as (keyof Row & string)[]).filter((name) => !fixed.includes(name))
  return Object.fromEntries(names.map((name) => [name, excluded(name)]))
}

type Writing = { tx: Tx; actor: StaffActor; today: PlainDate }

/** Writes what was planned, in the transaction of the act: all of it or nothing. The file is dropped, the faults stay. */
export async function writeImport({ tx, actor, today }: Writing, one: PartnerImport, plan: Plan): Promise<Figures> {
  const { partners, services } = plan
  const institution_id = actor.institutionId
  const ids = new Map<string, string>()
  const known = await listKnown(tx, institution_id)
  for (const [key, { id }] of known.partners) ids.set(key, id)
  for (const some of batches(partners.create)) {
    const rows = some.map(({ origin, partner, details }) => {
      const id = newId()
      ids.set(originKey(origin.source, origin.sourceId), id)
      return {
        ...partnerRow(partner),
        ...originColumns(origin, details),
        ...{ id, institution_id, shared: one.shared, source: origin.source, source_id: origin.sourceId },
        ...{ changed_on: today, created_by: actor.id },
      }
    })
    await tx.insertInto('partners').values(rows).execute()
  }
  for (const some of batches(partners.update)) {
    const here = new Map(
      (await selectPartners(tx).where('p.id', 'in', idsOf(some)).execute()).map((row) => [row.id, row]),
    )
    const rows = some.map(({ id, origin, partner, details }) => {
      const before = toPartner(here.get(id)!)
      return {
        ...partnerRow(over<PartnerDetails>(before, partner)),
        ...originColumns(origin, { ...before.details, ...details }),
        ...{ id, institution_id, source: origin.source, source_id: origin.sourceId },
        ...{ changed_on: today, created_by: actor.id },
      }
    })
    await tx
      .insertInto('partners')
      .values(rows)
      .onConflict((one) => one.column('id').doUpdateSet((eb) => replaced(rows, (name) => eb.ref(`excluded.${name}`))))
      .execute()
  }
  for (const some of batches(services.create)) {
    const rows = some.map(({ origin, service, details, structureId }) => ({
      ...serviceRow(service),
      ...originColumns(origin, details),
      ...{ id: newId(), institution_id, source: origin.source, source_id: origin.sourceId, changed_on: today },
      partner_id: ids.get(originKey(origin.source, structureId))!,
    }))
    await tx.insertInto('partner_services').values(rows).execute()
  }
  for (const some of batches(services.update)) {
    const found = await tx.selectFrom('partner_services').selectAll().where('id', 'in', idsOf(some)).execute()
    const here = new Map(found.map((row) => [row.id, toService(row)]))
    const rows = some.map(({ id, origin, service, details, structureId }) => {
      const before = here.get(id)!
      return {
        ...serviceRow(over<ServiceDetails>(before, service)),
        ...originColumns(origin, { ...before.details, ...details }),
        ...{ id, institution_id, source: origin.source, source_id: origin.sourceId, changed_on: today },
        partner_id: ids.get(originKey(origin.source, structureId))!,
      }
    })
    await tx
      .insertInto('partner_services')
      .values(rows)
      .onConflict((one) => one.column('id').doUpdateSet((eb) => replaced(rows, (name) => eb.ref(`excluded.${name}`))))
      .execute()
  }
  const figures = figuresOf(plan)
  await tx
    .updateTable('partner_imports')
    .set({
      file: null,
      confirmed_on: today,
      figures: JSON.stringify(figures),
      faults: JSON.stringify(plan.faults.slice(0, 1000)),
    })
    .where('id', '=', one.id)
    .execute()
  return figures
}
