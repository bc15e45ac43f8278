import { categoryOf } from '../../data/data-inclusion/vocabulary.ts'
import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { searchFold } from '../people/fold.ts'
import type {
  Partner,
  PartnerDetails,
  PartnerFilter,
  PartnerNote,
  PartnersFound,
  Service,
  ServiceDetails,
} from './partner.ts'
import { partnerRow, serviceRow, toPartner, toService } from './rows.ts'

export const perPage = 30

const part = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const joined = (tx: Tx) =>
  tx
    .selectFrom('partners as p')
    .leftJoin('institutions as i', 'i.id', 'p.institution_id')
    .leftJoin('users as c', 'c.id', 'p.checked_by')
    .leftJoin('partner_retirements as r', (on) => on.onRef('r.partner_id', '=', 'p.id').on('r.ended_on', 'is', null))

/** Partners with what their record points to. */
export const selectPartners = (tx: Tx) =>
  joined(tx)
    .selectAll('p')
    .select(['i.name as institution', 'c.name as checker', 'r.from_date as retired_on', 'r.why as retired_why'])

function narrowed(tx: Tx, filter: Omit<PartnerFilter, 'page'>) {
  let query = joined(tx)
    .where('r.id', filter.retired ? 'is not' : 'is', null)
    .where(isShownOnce)
  for (const word of searchFold(filter.q).split(' ').filter(Boolean).slice(0, 8))
    query = query.where((eb) =>
      eb.or([
        eb('p.search', 'like', part(word)),
        eb.exists(
          eb
            .selectFrom('partner_services as s')
            .select('s.id')
            .whereRef('s.partner_id', '=', 'p.id')
            .where('s.ended_on', 'is', null)
            .where('s.search', 'like', part(word)),
        ),
      ]),
    )
  const place = searchFold(filter.place)
  if (place)
    query = query.where((eb) =>
      eb.or([
        eb('p.place_search', 'like', part(place)),
        eb.exists(
          eb
            .selectFrom('partner_services as s')
            .select('s.id')
            .whereRef('s.partner_id', '=', 'p.id')
            .where('s.ended_on', 'is', null)
            .where('s.place_search', 'like', part(place)),
        ),
      ]),
    )
  if (filter.theme)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('partner_services as s')
          .select('s.id')
          .whereRef('s.partner_id', '=', 'p.id')
          .where('s.ended_on', 'is', null)
          .where(answersTheme(filter.theme)),
      ),
    )
  return query
}

/** Two institutions may have brought the same record: one's own stands for both, else the first. */
const isShownOnce = sql<boolean>`not exists (
  select 1 from partners o where o.source = p.source and o.source_id = p.source_id and o.id <> p.id
     and (o.institution_id = (select app.institution()) or p.institution_id <> (select app.institution()) and o.id < p.id))`

/** A category asks for all of its themes; a theme is also answered by a service of which only the category is known. */
const answersTheme = (theme: string) =>
  theme.includes('--')
    ? sql<boolean>`s.themes && ${[theme, categoryOf(theme)]}::text[]`
    : sql<boolean>`exists (select 1 from unnest(s.themes) t where t = ${theme} or t like ${`${theme}--%`})`

/** A page of the directory, by name. Every word must be found, in the partner or in one of its services. */
export async function listPartners(tx: Tx, filter: PartnerFilter): Promise<PartnersFound> {
  const { total } = await narrowed(tx, filter)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(total / perPage))
  const page = Math.min(filter.page, pages)
  const rows = await narrowed(tx, filter)
    .selectAll('p')
    .select(['i.name as institution', 'c.name as checker', 'r.from_date as retired_on', 'r.why as retired_why'])
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  const services = await listServicesOf(
    tx,
    rows.map(({ id }) => id),
  )
  return {
    partners: rows.map((row) => ({
      partner: toPartner(row),
      themes: [
        ...new Set(services.filter((one) => one.partnerId === row.id && !one.endedOn).flatMap((one) => one.themes)),
      ],
    })),
    total,
    pages,
  }
}

/** Places where there are partners, for suggestions. */
export async function listPlaces(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('partners')
    .select('place')
    .distinct()
    .where('place', 'is not', null)
    .orderBy('place')
    .limit(300)
    .execute()
  return rows.flatMap(({ place }) => place ?? [])
}

export async function findPartner(tx: Tx, partnerId: string): Promise<Partner | undefined> {
  const row = await selectPartners(tx).where('p.id', '=', partnerId).executeTakeFirst()
  return row && toPartner(row)
}

/** Services of these partners, the running ones first. */
export async function listServicesOf(tx: Tx, partnerIds: readonly string[]): Promise<Service[]> {
  if (partnerIds.length === 0) return []
  const rows = await tx
    .selectFrom('partner_services')
    .selectAll()
    .where('partner_id', 'in', [...partnerIds])
    .orderBy(sql`ended_on nulls first`)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute()
  return rows.map(toService)
}

export async function createPartner(
  tx: Tx,
  actor: StaffActor,
  { partner, shared }: { partner: PartnerDetails; shared: boolean },
  today: PlainDate,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('partners')
    .values({
      ...partnerRow(partner),
      id,
      institution_id: actor.institutionId,
      shared,
      checked_on: today,
      checked_by: actor.id,
      changed_on: today,
      created_by: actor.id,
    })
    .execute()
  return id
}

/** Saved by hand, which is a check of what is there too. */
export async function savePartner(
  tx: Tx,
  actor: StaffActor,
  partnerId: string,
  { partner, shared }: { partner: PartnerDetails; shared: boolean },
  today: PlainDate,
): Promise<boolean> {
  const by = { checked_on: today, checked_by: actor.id, changed_on: today, edited_on: today }
  const result = await tx
    .updateTable('partners')
    .set({ ...partnerRow(partner), ...by, shared })
    .where('id', '=', partnerId)
    .executeTakeFirst()
  return changed(result)
}

export async function checkPartner(tx: Tx, actor: StaffActor, partnerId: string, today: PlainDate): Promise<boolean> {
  const result = await tx
    .updateTable('partners')
    .set({ checked_on: today, checked_by: actor.id })
    .where('id', '=', partnerId)
    .executeTakeFirst()
  return changed(result)
}

export async function createService(
  tx: Tx,
  partner: Pick<Partner, 'id' | 'institutionId'>,
  service: ServiceDetails,
  today: PlainDate,
): Promise<string> {
  const id = newId()
  const of = { id, partner_id: partner.id, institution_id: partner.institutionId, changed_on: today }
  await tx
    .insertInto('partner_services')
    .values({ ...serviceRow(service), ...of })
    .execute()
  return id
}

export async function saveService(
  tx: Tx,
  serviceId: string,
  { service, ended }: { service: ServiceDetails; ended: boolean },
  today: PlainDate,
): Promise<boolean> {
  const result = await tx
    .updateTable('partner_services')
    .set({ ...serviceRow(service), changed_on: today, edited_on: today })
    .set({ ended_on: ended ? sql<PlainDate>`coalesce(ended_on, ${today}::date)` : null })
    .where('id', '=', serviceId)
    .executeTakeFirst()
  return changed(result)
}

/** What the actor's institution noted. */
export async function findNote(tx: Tx, partnerId: string): Promise<PartnerNote | undefined> {
  const row = await tx
    .selectFrom('partner_notes as n')
    .leftJoin('users as u', 'u.id', 'n.written_by')
    .select(['n.body', 'n.written_on', 'u.name'])
    .where('n.partner_id', '=', partnerId)
    .executeTakeFirst()
  return row && { body: row.body, writtenOn: row.written_on, writtenBy: row.name ?? '' }
}

export async function saveNote(
  tx: Tx,
  actor: StaffActor,
  { partnerId, body, today }: { partnerId: string; body: string; today: PlainDate },
): Promise<void> {
  const said = { body, written_by: actor.id, written_on: today }
  await tx
    .insertInto('partner_notes')
    .values({ partner_id: partnerId, institution_id: actor.institutionId, ...said })
    .onConflict((one) => one.columns(['partner_id', 'institution_id']).doUpdateSet(said))
    .execute()
}

export async function retirePartner(
  tx: Tx,
  actor: StaffActor,
  { partnerId, why, today }: { partnerId: string; why: string; today: PlainDate },
): Promise<void> {
  await tx
    .insertInto('partner_retirements')
    .values({ id: newId(), partner_id: partnerId, why, from_date: today, retired_by: actor.id })
    .execute()
}

export async function bringBackPartner(
  tx: Tx,
  actor: StaffActor,
  partnerId: string,
  today: PlainDate,
): Promise<boolean> {
  const result = await tx
    .updateTable('partner_retirements')
    .set({ ended_on: today, ended_by: actor.id })
    .where('partner_id', '=', partnerId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return changed(result)
}
