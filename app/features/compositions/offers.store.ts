import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Composition, Offer, OfferDetails } from './composition.ts'

const query = (tx: Tx) =>
  tx
    .selectFrom('composition_offers as o')
    .select([
      'o.id',
      'o.composition_id as compositionId',
      'o.position',
      'o.name',
      'o.language',
      'o.place',
      'o.site',
      'o.room',
      'o.half_days as halfDays',
      'o.starts_on as startsOn',
      'o.min',
      'o.max',
      'o.childcare_seats as childcareSeats',
      'o.coach_id as coachId',
      'o.co_coach_id as coCoachId',
      'o.trainee_id as traineeId',
      'o.method',
    ])
    .where('o.withdrawn_at', 'is', null)

/** Offers that stand, in their order. */
export const listOffers = (tx: Tx, compositionId: string): Promise<Offer[]> =>
  query(tx).where('o.composition_id', '=', compositionId).orderBy('o.position').orderBy('o.id').execute()

export const findOffer = (tx: Tx, compositionId: string, offerId: string): Promise<Offer | undefined> =>
  query(tx).where('o.composition_id', '=', compositionId).where('o.id', '=', offerId).executeTakeFirst()

/** The offers of the last composition of the programme that had some: what the next one is prefilled with. */
export async function lastOffers(tx: Tx, programmeId: string): Promise<Offer[]> {
  const last = await tx
    .selectFrom('composition_offers as o')
    .innerJoin('compositions as c', 'c.id', 'o.composition_id')
    .select('c.id')
    .where('c.programme_id', '=', programmeId)
    .where('o.withdrawn_at', 'is', null)
    .orderBy('c.made_on', 'desc')
    .orderBy('c.made_at', 'desc')
    .orderBy('o.made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? listOffers(tx, last.id) : []
}

const columns = (details: OfferDetails) => ({
  name: details.name,
  language: details.language,
  place: details.place,
  site: details.site,
  room: details.room,
  half_days: details.halfDays,
  starts_on: details.startsOn,
  min: details.min,
  max: details.max,
  childcare_seats: details.childcareSeats,
  coach_id: details.coachId,
  co_coach_id: details.coCoachId,
  trainee_id: details.traineeId,
  method: details.method,
})

/** Adds an offer at the end. */
export async function addOffer(
  tx: Tx,
  actor: StaffActor,
  composition: Pick<Composition, 'id' | 'programmeId'>,
  details: OfferDetails,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('composition_offers')
    .values({
      id,
      composition_id: composition.id,
      programme_id: composition.programmeId,
      position: sql<number>`(select coalesce(max(position) + 1, 0) from composition_offers where composition_id = ${composition.id})`,
      ...columns(details),
      made_by: actor.id,
    })
    .execute()
  return id
}

/** @returns false when it is withdrawn or not the actor's to change. */
export async function saveOffer(tx: Tx, offerId: string, details: OfferDetails): Promise<boolean> {
  const result = await tx
    .updateTable('composition_offers')
    .set({ ...columns(details), updated_at: sql`app.now()` })
    .where('id', '=', offerId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

/** @returns false when it was withdrawn already. Its locks end with it. */
export async function withdrawOffer(tx: Tx, actor: StaffActor, offerId: string): Promise<boolean> {
  const result = await tx
    .updateTable('composition_offers')
    .set({ withdrawn_at: sql`app.now()`, withdrawn_by: actor.id })
    .where('id', '=', offerId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  await tx
    .updateTable('composition_locks')
    .set({ ended_at: sql`app.now()`, ended_by: actor.id })
    .where('offer_id', '=', offerId)
    .where('ended_at', 'is', null)
    .execute()
  return changed(result)
}
