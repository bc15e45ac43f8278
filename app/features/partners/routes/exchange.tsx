import { formState } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { download, invalid, notFound, redirect, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import type { Refusal } from '../../../shared/rules.ts'
import type { FormState } from '../../../shared/ui/index.ts'
import { discardImport, listImports, saveUpload, writeImport } from '../exchange/import-store.ts'
import { lookAt, openFiles, packed, recordsIn } from '../exchange/look.ts'
import { figuresOf } from '../exchange/plan.ts'
import { limits } from '../exchange/records.ts'
import { offerOf } from '../exchange/writing.ts'
import { parseOwn } from '../form.ts'
import { chooseOwn, findOwn, listOwnCandidates } from '../offer-store.ts'
import { ImportsPage, PreviewPage, ResultPage } from '../pages/imports.tsx'
import { OfferPage } from '../pages/offer.tsx'
import { paths } from '../paths.ts'
import { mayExport, mayHandleImport, mayImport } from '../policy.ts'
import { listServicesOf } from '../store.ts'
import { findSubject } from '../subject.ts'

type Here = Ctx<string, StaffActor>
const subject = { policy: mayHandleImport, find: findSubject.import }
const on = (id: string): [string, string] => ['partner-import', id]

export const exchangeRoutes = [
  page(paths.imports, { policy: mayImport }, async ({ tx }) =>
    show(<ImportsPage imports={await listImports(tx)} state={{}} />),
  ),

  act(paths.imports, { policy: mayImport, maxBytes: limits.fileBytes + 1024 * 1024 }, async (ctx) => {
    const { tx, actor, typed, services } = ctx
    const again = async ({ key, params }: Refusal) =>
      invalid(
        <ImportsPage
          imports={await listImports(tx)}
          state={{ values: { shared: typed.get('shared') || 'yes' }, errors: { file: { key, params } } }}
        />,
      )
    const files = await openFiles(['file', 'second'].flatMap((name) => typed.file(name) ?? []))
    if (!files.ok) return again(files)
    const records = recordsIn(files.value)
    if (!records.ok) return again(records)
    const fileName = files.value.map(({ name }) => name).join(', ')
    const shared = typed.get('shared') !== 'no'
    const id = await saveUpload(tx, actor, services, { fileName, bytes: packed(files.value), shared })
    return seeOther(paths.showImport({ partnerImportId: id }), { did: { act: 'partners.upload', on: on(id) } })
  }),

  page(paths.showImport, subject, async (ctx) => {
    const { subject: one } = ctx
    const plan = await lookAt(ctx, one)
    return show(plan ? <PreviewPage one={one} plan={plan} counts={figuresOf(plan)} /> : <ResultPage one={one} />)
  }),

  act(paths.confirmImport, subject, async (ctx) => {
    const { subject: one } = ctx
    const back = paths.showImport({ partnerImportId: one.id })
    const plan = await lookAt(ctx, one)
    if (!plan) return redirect(back)
    const counts = figuresOf(plan)
    if (counts.created + counts.updated === 0) {
      const refusal = { ok: false as const, key: 'partners.import.nothing', params: {} }
      return refused(<PreviewPage one={one} plan={plan} counts={counts} refusal={refusal} />)
    }
    const { created, updated } = await writeImport(ctx, one, plan)
    return seeOther(back, {
      did: { act: 'partners.import', on: on(one.id) },
      say: { key: 'partners.import.done', params: { created, updated } },
    })
  }),

  act(paths.discardImport, subject, async ({ tx, subject: one }) => {
    if (!(await discardImport(tx, one.id))) return redirect(paths.showImport({ partnerImportId: one.id }))
    return seeOther(paths.imports(), {
      did: { act: 'partners.discardImport', on: on(one.id) },
      say: 'partners.import.discarded',
    })
  }),

  page(paths.offer, { policy: mayExport }, async (ctx) => show(await offerPage(ctx, {}))),

  act(paths.offer, { policy: mayExport }, async (ctx) => {
    const { tx, actor, typed } = ctx
    const parsed = parseOwn(typed)
    if (!parsed.ok) return invalid(await offerPage(ctx, formState(parsed)))
    const chosen = (await listOwnCandidates(tx, actor.institutionId)).find(({ id }) => id === parsed.value.partnerId)
    if (!chosen) return notFound()
    await chooseOwn(tx, actor.institutionId, chosen.id)
    return seeOther(paths.offer(), {
      did: { act: 'partners.chooseOwn', on: ['partner', chosen.id] },
      say: 'partners.saved',
    })
  }),

  page(paths.offerFile, { policy: mayExport }, async (ctx) => {
    const { tx, actor, params } = ctx
    const own = await findOwn(tx, actor.institutionId)
    const part = { 'structures.json': 'structures', 'services.json': 'services' }[params.file] as
      | 'structures'
      | 'services'
      | undefined
    if (!own || !part) return notFound()
    const { offer, wrong } = offerOf(own, await listServicesOf(tx, [own.id]))
    const refusal = { ok: false as const, key: 'partners.offer.refused', params: {} }
    if (wrong.length > 0) return refused(await offerPage(ctx, {}, refusal))
    return download(`${JSON.stringify(offer[part], null, 2)}\n`, {
      contentType: 'application/json; charset=utf-8',
      name: params.file,
      read: { act: 'partners.export', on: ['partner', own.id] },
    })
  }),
]

async function offerPage({ tx, actor }: Pick<Here, 'tx' | 'actor'>, state: FormState, refusal?: Refusal) {
  const own = await findOwn(tx, actor.institutionId)
  const services = own ? await listServicesOf(tx, [own.id]) : []
  return (
    <OfferPage
      {...(own ? { own } : {})}
      services={services.filter(({ endedOn }) => !endedOn).length}
      candidates={await listOwnCandidates(tx, actor.institutionId)}
      wrong={own ? offerOf(own, services).wrong : []}
      state={state}
      {...(refusal ? { refusal } : {})}
    />
  )
}
