import { formState } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, redirect, seeOther, show } from '../../../shared/http/outcome.ts'
import { readFilter } from '../filter.ts'
import { parseNote, parsePartner, parseRetirement, parseService, partnerValues, serviceValues } from '../form.ts'
import { EditPartnerPage, EditServicePage } from '../pages/edit.tsx'
import { PartnersPage } from '../pages/list.tsx'
import { PartnerPage, type PartnerView } from '../pages/show.tsx'
import type { Partner } from '../partner.ts'
import { paths } from '../paths.ts'
import { mayCreate, mayEdit, mayExport, mayImport, mayList, mayNote, mayRead, mayRetire } from '../policy.ts'
import {
  bringBackPartner,
  checkPartner,
  createPartner,
  createService,
  findNote,
  listPartners,
  listPlaces,
  listServicesOf,
  retirePartner,
  saveNote,
  savePartner,
  saveService,
} from '../store.ts'
import { findSubject } from '../subject.ts'

type Here = Pick<Ctx<string, StaffActor>, 'tx' | 'actor'>

async function viewPartner({ tx, actor }: Here, partner: Partner): Promise<PartnerView> {
  const note = await findNote(tx, partner.id)
  return {
    partner,
    services: await listServicesOf(tx, [partner.id]),
    ...(note ? { note } : {}),
    can: {
      edit: mayEdit.allows(actor, partner),
      note: mayNote.allows(actor, partner),
      retire: mayRetire.allows(actor, partner),
    },
  }
}

const on = (partner: { id: string }): [string, string] => ['partner', partner.id]

export const directoryRoutes = [
  page(paths.list, { policy: mayList }, async ({ tx, actor, query }) => {
    const filter = readFilter(query)
    const found = await listPartners(tx, filter)
    return show(
      <PartnersPage
        filter={{ ...filter, page: Math.min(filter.page, found.pages) }}
        found={found}
        places={await listPlaces(tx)}
        can={{
          create: mayCreate.allows(actor, undefined),
          import: mayImport.allows(actor, undefined),
          export: mayExport.allows(actor, undefined),
        }}
      />,
    )
  }),

  page(paths.create, { policy: mayCreate }, async () => show(<EditPartnerPage state={{}} />)),

  act(paths.create, { policy: mayCreate }, async ({ tx, actor, typed, today }) => {
    const parsed = parsePartner(typed)
    if (!parsed.ok) return invalid(<EditPartnerPage state={formState(parsed)} />)
    const id = await createPartner(tx, actor, parsed.value, today)
    return seeOther(paths.show({ partnerId: id }), {
      did: { act: 'partners.create', on: on({ id }) },
      say: 'partners.created',
    })
  }),

  page(paths.show, { policy: mayRead, find: findSubject.partner }, async (ctx) =>
    show(<PartnerPage {...(await viewPartner(ctx, ctx.subject))} />),
  ),

  page(paths.edit, { policy: mayEdit, find: findSubject.partner }, async ({ subject: partner }) =>
    show(<EditPartnerPage partner={partner} state={{ values: partnerValues(partner) }} />),
  ),

  act(
    paths.edit,
    { policy: mayEdit, find: findSubject.partner },
    async ({ tx, actor, typed, today, subject: partner }) => {
      const parsed = parsePartner(typed)
      if (!parsed.ok) return invalid(<EditPartnerPage partner={partner} state={formState(parsed)} />)
      // The form asks for one number; what else an import brought stays.
      const others = partner.identifiers.slice(1)
      const { identifiers } = parsed.value.partner
      const said = { ...parsed.value, partner: { ...parsed.value.partner, identifiers: [...identifiers, ...others] } }
      if (!(await savePartner(tx, actor, partner.id, said, today))) return notFound()
      return seeOther(paths.show({ partnerId: partner.id }), {
        did: { act: 'partners.edit', on: on(partner) },
        say: 'partners.saved',
      })
    },
  ),

  act(paths.check, { policy: mayEdit, find: findSubject.partner }, async ({ tx, actor, today, subject: partner }) => {
    if (!(await checkPartner(tx, actor, partner.id, today))) return notFound()
    return seeOther(paths.show({ partnerId: partner.id }), {
      did: { act: 'partners.check', on: on(partner) },
      say: 'partners.checked.done',
    })
  }),

  act(paths.note, { policy: mayNote, find: findSubject.partner }, async (ctx) => {
    const { tx, actor, typed, today, subject: partner } = ctx
    const parsed = parseNote(typed)
    if (!parsed.ok) return invalid(<PartnerPage {...(await viewPartner(ctx, partner))} noteState={formState(parsed)} />)
    await saveNote(tx, actor, { partnerId: partner.id, body: parsed.value.body ?? '', today })
    return seeOther(`${paths.show({ partnerId: partner.id })}#note`, {
      did: { act: 'partners.note', on: on(partner) },
      say: 'partners.saved',
    })
  }),

  act(paths.retire, { policy: mayRetire, find: findSubject.partner }, async (ctx) => {
    const { tx, actor, typed, today, subject: partner } = ctx
    const parsed = parseRetirement(typed)
    if (!parsed.ok)
      return invalid(<PartnerPage {...(await viewPartner(ctx, partner))} retireState={formState(parsed)} />)
    const back = paths.show({ partnerId: partner.id })
    if (partner.retired) return redirect(back)
    await retirePartner(tx, actor, { partnerId: partner.id, why: parsed.value.why, today })
    return seeOther(back, { did: { act: 'partners.retire', on: on(partner) }, say: 'partners.retired.done' })
  }),

  act(
    paths.bringBack,
    { policy: mayRetire, find: findSubject.partner },
    async ({ tx, actor, today, subject: partner }) => {
      const back = paths.show({ partnerId: partner.id })
      if (!(await bringBackPartner(tx, actor, partner.id, today))) return redirect(back)
      return seeOther(back, { did: { act: 'partners.bringBack', on: on(partner) }, say: 'partners.broughtBack' })
    },
  ),

  page(paths.createService, { policy: mayEdit, find: findSubject.partner }, async ({ subject: partner }) =>
    show(<EditServicePage partner={partner} state={{}} />),
  ),

  act(
    paths.createService,
    { policy: mayEdit, find: findSubject.partner },
    async ({ tx, typed, today, subject: partner }) => {
      const parsed = parseService(typed)
      if (!parsed.ok) return invalid(<EditServicePage partner={partner} state={formState(parsed)} />)
      const id = await createService(tx, partner, parsed.value.service, today)
      return seeOther(`${paths.show({ partnerId: partner.id })}#services`, {
        did: { act: 'partners.createService', on: ['partner-service', id] },
        say: 'partners.saved',
      })
    },
  ),

  page(paths.editService, { policy: mayEdit, find: findSubject.partner }, async ({ tx, params, subject: partner }) => {
    const service = (await listServicesOf(tx, [partner.id])).find(({ id }) => id === params.serviceId)
    if (!service) return notFound()
    return show(<EditServicePage partner={partner} service={service} state={{ values: serviceValues(service) }} />)
  }),

  act(paths.editService, { policy: mayEdit, find: findSubject.partner }, async (ctx) => {
    const { tx, params, typed, today, subject: partner } = ctx
    const service = (await listServicesOf(tx, [partner.id])).find(({ id }) => id === params.serviceId)
    if (!service) return notFound()
    const parsed = parseService(typed)
    if (!parsed.ok) return invalid(<EditServicePage partner={partner} service={service} state={formState(parsed)} />)
    if (!(await saveService(tx, service.id, parsed.value, today))) return notFound()
    return seeOther(`${paths.show({ partnerId: partner.id })}#services`, {
      did: { act: 'partners.editService', on: ['partner-service', service.id] },
      say: 'partners.saved',
    })
  }),
]
