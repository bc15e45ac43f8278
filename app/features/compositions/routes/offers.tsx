import { formState } from '../../../shared/forms/forms.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { addDays } from '../../../shared/time/dates.ts'
import { getGroupProgramme } from '../../groups/programme.ts'
import { listCandidates as listCoaches, listRooms } from '../../groups/store.ts'
import { listPlaces } from '../../referrals/waiting-store.ts'
import { groupStudyOf } from '../../studies/store.ts'
import type { Composition, Offer, OfferDetails } from '../composition.ts'
import { find, hold } from '../find.ts'
import { offerValues, parseOffer } from '../form.ts'
import { addOffer, findOffer, listOffers, saveOffer, withdrawOffer } from '../offers.store.ts'
import { OfferPage, type OfferView } from '../pages/offer.tsx'
import { paths } from '../paths.ts'
import { mayEdit } from '../policy.ts'
import { changing, teamOf } from '../rules.ts'
import { usualNotice } from './compositions.tsx'

async function load(
  { tx }: Pick<Ctx, 'tx'>,
  composition: Composition,
  offer?: Offer,
): Promise<Omit<OfferView, 'state'>> {
  const programme = await getGroupProgramme(tx, composition.programmeId)
  return {
    composition,
    programme,
    ...(offer ? { offer } : {}),
    coaches: await listCoaches(tx, programme),
    rooms: await listRooms(tx, programme.id),
    places: await listPlaces(tx, programme.id),
    study: await groupStudyOf(tx, programme.id),
  }
}

/** A new offer starts from the one copied, or from the last one with its own half-days, or from the programme's sizes. */
function startValues(
  view: Omit<OfferView, 'state'>,
  offers: readonly Offer[],
  copied: Offer | undefined,
  today: string,
) {
  const { settings } = view.programme
  const last = offers.at(-1)
  if (copied) return offerValues({ ...copied, name: '' })
  return offerValues({
    name: '',
    language: last?.language ?? settings.languages[0]!,
    place: last?.place ?? '',
    site: last?.site ?? (settings.sites.length === 1 ? settings.sites[0]!.name : null),
    room: null,
    halfDays: [],
    startsOn: last && last.startsOn >= today ? last.startsOn : addDays(today, usualNotice),
    min: last?.min ?? settings.group?.min ?? 6,
    max: last?.max ?? settings.group?.max ?? 12,
    childcareSeats: last?.childcareSeats ?? 0,
    coachId: null,
    coCoachId: null,
    traineeId: null,
    method: null,
  })
}

export const offerRoutes = [
  page(paths.newOffer, { policy: mayEdit, find }, async (ctx) => {
    const view = await load(ctx, ctx.subject)
    const offers = await listOffers(ctx.tx, ctx.subject.id)
    const copied = offers.find((offer) => offer.id === ctx.query.get('copy'))
    return show(<OfferPage {...view} state={{ values: startValues(view, offers, copied, ctx.today) }} />)
  }),

  act(paths.newOffer, { policy: mayEdit, find: hold }, async (ctx) => {
    const { tx, actor, typed, today, subject: composition } = ctx
    const view = await load(ctx, composition)
    const parsed = parseOffer(typed, { languages: view.programme.settings.languages, today })
    if (!parsed.ok) return invalid(<OfferPage {...view} state={formState(parsed)} />)
    const decision = changing(composition)
    if (!decision.ok) return refused(<OfferPage {...view} state={formState(parsed)} refusal={decision} />)
    if (!isTeamThere(view, parsed.value))
      return refused(<OfferPage {...view} state={formState(parsed)} refusal={{ key: 'groups.coach.unknown' }} />)
    const id = await addOffer(tx, actor, composition, withoutAllocated(view, parsed.value))
    const { id: compositionId } = composition
    return seeOther(
      typed.get('intent') === 'another'
        ? paths.newOffer({ compositionId }, { copy: id })
        : `${paths.show({ compositionId })}#offers`,
      {
        did: { act: 'compositions.addOffer', on: ['composition', compositionId] },
        say: { key: 'compositions.offer.added', params: { name: parsed.value.name } },
      },
    )
  }),

  page(paths.offer, { policy: mayEdit, find }, async (ctx) => {
    const offer = await findOffer(ctx.tx, ctx.subject.id, ctx.params.offerId)
    if (!offer) return notFound()
    return show(<OfferPage {...(await load(ctx, ctx.subject, offer))} state={{ values: offerValues(offer) }} />)
  }),

  act(paths.offer, { policy: mayEdit, find: hold }, async (ctx) => {
    const { tx, typed, today, subject: composition } = ctx
    const offer = await findOffer(tx, composition.id, ctx.params.offerId)
    if (!offer) return notFound()
    const view = await load(ctx, composition, offer)
    const parsed = parseOffer(typed, { languages: view.programme.settings.languages, today })
    if (!parsed.ok) return invalid(<OfferPage {...view} state={formState(parsed)} />)
    const decision = changing(composition)
    if (!decision.ok) return refused(<OfferPage {...view} state={formState(parsed)} refusal={decision} />)
    if (!isTeamThere(view, parsed.value))
      return refused(<OfferPage {...view} state={formState(parsed)} refusal={{ key: 'groups.coach.unknown' }} />)
    if (!(await saveOffer(tx, offer.id, withoutAllocated(view, parsed.value)))) return notFound()
    return seeOther(`${paths.show({ compositionId: composition.id })}#offers`, {
      did: { act: 'compositions.editOffer', on: ['composition', composition.id] },
      say: 'compositions.saved',
    })
  }),

  act(paths.withdrawOffer, { policy: mayEdit, find: hold }, async (ctx) => {
    const { tx, actor, subject: composition } = ctx
    const offer = await findOffer(tx, composition.id, ctx.params.offerId)
    if (!offer) return notFound()
    const decision = changing(composition)
    if (!decision.ok)
      return refused(
        <OfferPage
          {...(await load(ctx, composition, offer))}
          state={{ values: offerValues(offer) }}
          refusal={decision}
        />,
      )
    if (!(await withdrawOffer(tx, actor, offer.id))) return notFound()
    return seeOther(`${paths.show({ compositionId: composition.id })}#offers`, {
      did: { act: 'compositions.withdrawOffer', on: ['composition', composition.id] },
      say: { key: 'compositions.offer.withdrawn', params: { name: offer.name } },
    })
  }),
]

/** The database would refuse somebody unknown; here they are refused in words. */
const isTeamThere = (view: Pick<OfferView, 'coaches'>, team: Parameters<typeof teamOf>[0]) =>
  teamOf(team).every((id) => view.coaches.some((one) => one.id === id))

/** Where a study allocates methods, an offer has none. */
const withoutAllocated = (view: Pick<OfferView, 'study'>, details: OfferDetails): OfferDetails =>
  view.study === null ? details : { ...details, method: null }
