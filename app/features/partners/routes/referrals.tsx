import type { Tx } from '../../../shared/db/database.ts'
import { formState, uuid } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { type Did, invalid, notFound, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { isLanguage, type Language } from '../../../shared/i18n/languages.ts'
import { fullName, type Person } from '../../people/person.ts'
import { findPerson } from '../../people/store.ts'
import { readFilter } from '../filter.ts'
import { parseAgreement, parseEvent, parseReferral } from '../form.ts'
import { PaperPage } from '../pages/paper.tsx'
import { ChoosePartnerPage, ReferPage } from '../pages/refer.tsx'
import { ReferralPage, type ReferralView } from '../pages/referral.tsx'
import { lastOf, type PartnerReferral } from '../partner.ts'
import { paths } from '../paths.ts'
import { mayFollow, mayRefer } from '../policy.ts'
import { addEvent, addReferral, findReferral, lockReferral, saveAgreement } from '../referral-store.ts'
import { agreeing, referring, stepping } from '../rules.ts'
import { findPartner, listPartners, listPlaces, listServicesOf } from '../store.ts'
import { findSubject } from '../subject.ts'

type Here = Ctx<string, StaffActor>

const person = {
  policy: mayRefer,
  find: ({ tx, params }: { tx: Tx; params: { personId: string } }) => findPerson(tx, params.personId),
}
const referralSubject = { policy: mayFollow, find: findSubject.referral }

const whom = (one: Person) => ({ personId: one.id, name: fullName(one) })
const did = (name: string, referral: { id: string; personId: string }): Did => ({
  ...{ act: name, on: ['partner-referral', referral.id] },
  ...{ person: referral.personId, classes: ['notes'] },
})

export const referralRoutes = [
  page(paths.refer, person, async ({ tx, query, subject }) => {
    const asked = query.get('partner') ?? ''
    const partner = uuid.test(asked) ? await findPartner(tx, asked) : undefined
    if (partner && referring(partner).ok)
      return show(
        <ReferPage {...whom(subject)} partner={partner} services={await listServicesOf(tx, [partner.id])} state={{}} />,
      )
    const filter = { ...readFilter(query), retired: false }
    const found = await listPartners(tx, filter)
    return show(
      <ChoosePartnerPage
        {...whom(subject)}
        filter={{ ...filter, page: Math.min(filter.page, found.pages) }}
        found={found}
        places={await listPlaces(tx)}
      />,
    )
  }),

  act(paths.refer, person, async ({ tx, actor, typed, today, services: { vault }, subject }) => {
    const asked = typed.get('partner')
    const partner = uuid.test(asked) ? await findPartner(tx, asked) : undefined
    if (!partner) return notFound()
    const services = await listServicesOf(tx, [partner.id])
    const parsed = parseReferral(typed, today)
    const form = { ...whom(subject), partner, services, state: formState(parsed) }
    if (!parsed.ok) return invalid(<ReferPage {...form} />)
    const decision = referring(partner)
    if (!decision.ok) return refused(<ReferPage {...form} refusal={decision} />)
    const { purpose, service: serviceId, audience, agreement, agreedOn, nextStep, nextOn } = parsed.value
    const service = services.find(({ id }) => id === serviceId)
    if (serviceId && !service) return notFound()
    const content = {
      ...{ partnerId: partner.id, partnerName: partner.name, purpose },
      ...{ serviceId: service?.id ?? null, serviceName: service?.name ?? null },
    }
    const referral = { audience, content, agreement, agreedOn, nextStep, nextOn }
    const id = await addReferral({ tx, vault, actor, personId: subject.id }, referral, today)
    return seeOther(paths.showReferral({ partnerReferralId: id }), {
      did: did('partners.refer', { id, personId: subject.id }),
      say: 'partners.referred',
    })
  }),

  page(paths.showReferral, referralSubject, async (ctx) => {
    const view = await viewReferral(ctx, ctx.subject)
    return view ? show(<ReferralPage {...view} />, { read: did('partners.readReferral', ctx.subject) }) : notFound()
  }),

  act(paths.addEvent, referralSubject, async (ctx) => {
    const { tx, actor, typed, today, services } = ctx
    await lockReferral(tx, ctx.subject.id)
    const referral = await findReferral(tx, services.vault, ctx.subject.id)
    const view = referral && (await viewReferral(ctx, referral))
    if (!view) return notFound()
    const parsed = parseEvent(typed, today)
    const eventState = formState(parsed)
    if (!parsed.ok) return invalid(<ReferralPage {...view} eventState={eventState} />)
    const decision = stepping(referral, parsed.value, today)
    if (!decision.ok) return refused(<ReferralPage {...view} eventState={eventState} refusal={decision} />)
    const by = { tx, vault: services.vault, actor, personId: referral.personId }
    await addEvent(by, { id: referral.id, number: lastOf(referral).number + 1 }, decision.value)
    return seeOther(paths.showReferral({ partnerReferralId: referral.id }), {
      did: did('partners.followReferral', referral),
      say: 'partners.saved',
    })
  }),

  act(paths.agree, referralSubject, async (ctx) => {
    const { tx, typed, today, subject: referral } = ctx
    const view = await viewReferral(ctx, referral)
    if (!view) return notFound()
    const parsed = parseAgreement(typed, today)
    const agreementState = formState(parsed)
    if (!parsed.ok) return invalid(<ReferralPage {...view} agreementState={agreementState} />)
    const decision = agreeing(referral, parsed.value, today)
    if (!decision.ok) return refused(<ReferralPage {...view} agreementState={agreementState} refusal={decision} />)
    await saveAgreement(tx, referral.id, parsed.value)
    return seeOther(paths.showReferral({ partnerReferralId: referral.id }), {
      did: did('partners.recordAgreement', referral),
      say: 'partners.saved',
    })
  }),

  page(paths.paper, referralSubject, async ({ tx, actor, words, subject: referral }) => {
    const { content } = referral
    const found = await findPerson(tx, referral.personId)
    if (!found || !content) return notFound()
    const partner = await findPartner(tx, content.partnerId)
    const service = partner && (await listServicesOf(tx, [partner.id])).find(({ id }) => id === content.serviceId)
    const me = await tx.selectFrom('users').select('phone').where('id', '=', actor.id).executeTakeFirst()
    return show(
      <PaperPage
        referralId={referral.id}
        language={languageOf(found, words.lang)}
        content={content}
        {...(partner ? { partner } : {})}
        {...(service ? { service } : {})}
        contact={{ name: actor.name, phone: me?.phone ?? null }}
      />,
      { read: did('partners.printReferral', referral) },
    )
  }),
]

/** The person's own language where there are texts in it, else the reader's. */
function languageOf({ language }: Person, own: Language): Language {
  const short = language?.slice(0, 2)
  return isLanguage(short) ? short : own
}

async function viewReferral({ tx }: Pick<Here, 'tx'>, referral: PartnerReferral): Promise<ReferralView | undefined> {
  const found = await findPerson(tx, referral.personId)
  if (!found) return undefined
  const isListed = referral.content !== null && (await findPartner(tx, referral.content.partnerId)) !== undefined
  return { referral, name: fullName(found), isListed }
}
