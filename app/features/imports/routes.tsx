import type { Tx } from '../../shared/db/database.ts'
import { formState } from '../../shared/forms/forms.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../shared/http/doors.tsx'
import { type Did, download, invalid, notFound, redirect, refused, seeOther, show } from '../../shared/http/outcome.ts'
import type { Refusal } from '../../shared/rules.ts'
import type { FormState } from '../../shared/ui/index.ts'
import { csvFile } from './csv-file.ts'
import { parseChoice, parseColumns, parseSheet } from './form.ts'
import type { Import } from './import.ts'
import { type Look, layoutOf, lookAt, openWorkbook, rememberedMapping } from './look.ts'
import type { Mapping } from './mapping.ts'
import { ColumnsPage } from './pages/columns.tsx'
import { ImportsPage } from './pages/list.tsx'
import { PreviewPage } from './pages/preview.tsx'
import { ResultPage } from './pages/result.tsx'
import { paths } from './paths.ts'
import { mayHandle, mayImport } from './policy.ts'
import { limits } from './reading/limits.ts'
import { readFile } from './reading/read-file.ts'
import { confirming, undoing } from './rules.ts'
import {
  discardImport,
  findImport,
  listImports,
  rememberMapping,
  saveChoices,
  saveMapping,
  saveUpload,
  withdrawChoice,
} from './store.ts'
import { template } from './template.ts'
import { listKept, undoImport } from './undo.store.ts'
import { countsOf, rowsOf, type Shown, shown } from './view.ts'
import { writeImport } from './write.store.ts'

type Here = Ctx<string, StaffActor>
const find = ({ tx, params }: { tx: Tx; params: { importId: string } }) => findImport(tx, params.importId)
const subject = { policy: mayHandle, find }
const on = (one: Import): Did['on'] => ['import', one.id]

export const routes = [
  page(paths.list, { policy: mayImport }, async ({ tx }) =>
    show(<ImportsPage imports={await listImports(tx)} state={{}} />),
  ),

  act(paths.list, { policy: mayImport, maxBytes: limits.fileBytes + 1024 * 1024 }, async (ctx) => {
    const { tx, actor, typed, services } = ctx
    const again = async (error: { key: string; params?: Record<string, string | number> }) =>
      invalid(<ImportsPage imports={await listImports(tx)} state={{ errors: { file: error } }} />)
    const file = typed.file('file')
    if (!file) return again({ key: 'imports.upload.missing' })
    const bytes = Buffer.from(await file.arrayBuffer())
    const fileName = cleanName(file.name)
    const workbook = readFile(bytes, fileName)
    if (!workbook.ok) return again(workbook)
    const mapping = await rememberedMapping(tx, workbook.value)
    const importId = await saveUpload(tx, actor, services, { fileName, bytes, mapping })
    return seeOther(paths.show({ importId }), { did: { act: 'imports.upload', on: ['import', importId] } })
  }),

  page(paths.template, { policy: mayImport }, async ({ params, t }) => {
    const { format } = params
    if (format !== 'csv' && format !== 'xlsx') return notFound()
    return download(await template(format, t), {
      contentType:
        format === 'csv'
          ? 'text/csv; charset=utf-8'
          : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      name: `${t('imports.template.name')}.${format}`,
    })
  }),

  page(paths.show, subject, async (ctx) => {
    const { subject: one } = ctx
    if (one.confirmedAt || !one.isKept) return show(await resultPage(ctx, one))
    const look = await lookAt(ctx, one)
    if (!look.ok) return redirect(paths.columns({ importId: one.id }))
    return show(previewPage(ctx, one, look.value), {
      read: { act: 'imports.preview', on: on(one), classes: ['identity', 'social-aid'] },
    })
  }),

  page(paths.columns, subject, async (ctx) => {
    const { subject: one } = ctx
    if (one.confirmedAt || !one.isKept) return redirect(paths.show({ importId: one.id }))
    return show(await columnsPage(ctx, one, {}))
  }),

  act(paths.columns, subject, async (ctx) => {
    const { tx, actor, typed, subject: one } = ctx
    const opened = one.confirmedAt ? undefined : await openWorkbook(ctx, one)
    if (!opened?.ok) return redirect(paths.show({ importId: one.id }))
    const done = { did: { act: 'imports.map', on: on(one) } as const }
    if (typed.get('part') === 'sheet') {
      const parsed = parseSheet(typed)
      if (!parsed.ok) return invalid(await columnsPage(ctx, one, formState(parsed)))
      const { sheet, headerRow } = parsed.value
      const mapping: Mapping = { ...(sheet ? { sheet } : {}), ...(headerRow ? { headerRow } : {}) }
      const found = layoutOf(opened.value, mapping, { evenUnknown: true })
      if (!found.ok) return invalid(await columnsPage(ctx, one, { ...formState(parsed), errors: { headerRow: found } }))
      await saveMapping(tx, one.id, mapping)
      return seeOther(paths.columns({ importId: one.id }), done)
    }
    const found = layoutOf(opened.value, withoutColumns(one.mapping), { evenUnknown: true })
    if (!found.ok) return redirect(paths.columns({ importId: one.id }))
    const { layout } = found.value
    const parsed = parseColumns(typed, layout)
    if (!parsed.ok) return invalid(await columnsPage(ctx, one, formState(parsed)))
    const { sheet, headerRow } = one.mapping
    const mapping = { ...(sheet ? { sheet } : {}), ...(headerRow ? { headerRow } : {}), ...parsed.value }
    const understood = layoutOf(opened.value, mapping)
    if (!understood.ok)
      return invalid(await columnsPage(ctx, one, { values: typed.toValues(), errors: { '': understood } }))
    await saveMapping(tx, one.id, mapping)
    await rememberMapping(tx, actor, layout.fingerprint, mapping)
    return seeOther(paths.show({ importId: one.id }), { ...done, say: 'imports.columns.saved' })
  }),

  act(paths.decide, subject, async (ctx) => {
    const { tx, typed, params, subject: one } = ctx
    const row = Number(params.row)
    const look = one.confirmedAt ? undefined : await lookAt(ctx, one)
    if (!look?.ok) return redirect(paths.show({ importId: one.id }))
    const outcome = look.value.preview.outcomes.find((o) => o.row === row)
    const choice = parseChoice(typed, row)
    if (outcome?.kind !== 'duplicate' || !choice) return notFound()
    if (choice === 'withdrawn') await withdrawChoice(tx, one.id, row)
    else {
      const isOffered = choice.personId === null || (outcome.with === 'site' && outcome.ids.includes(choice.personId))
      if (!isOffered) return notFound()
      await saveChoices(tx, one.id, [choice])
    }
    return seeOther(`${paths.show({ importId: one.id })}#row-${row}`, { did: { act: 'imports.decide', on: on(one) } })
  }),

  act(paths.leaveOut, subject, async (ctx) => {
    const { tx, subject: one } = ctx
    const look = one.confirmedAt ? undefined : await lookAt(ctx, one)
    if (!look?.ok) return redirect(paths.show({ importId: one.id }))
    const { undecided } = look.value.plan
    await saveChoices(
      tx,
      one.id,
      undecided.map((row) => ({ row, choice: 'leave-out', personId: null })),
    )
    return seeOther(`${paths.show({ importId: one.id })}#confirm`, { did: { act: 'imports.decide', on: on(one) } })
  }),

  page(paths.errors, subject, async (ctx) => {
    const { subject: one, t } = ctx
    const look = one.confirmedAt ? undefined : await lookAt(ctx, one)
    if (!look?.ok) return notFound()
    const { outcomes, who } = look.value.preview
    const lines = outcomes.flatMap((outcome) =>
      outcome.kind === 'error'
        ? outcome.errors.map((error) => [
            String(error.row),
            error.column,
            t(error.key as 'imports.row.firstNameMissing', error.params),
            who.get(error.row) ?? '',
          ])
        : [],
    )
    const header = [
      t('imports.preview.row'),
      t('imports.errors.column'),
      t('imports.errors.problem'),
      t('imports.preview.who'),
    ]
    return download(csvFile([header, ...lines]), {
      contentType: 'text/csv; charset=utf-8',
      name: `${t('imports.errors.name')}.csv`,
      read: { act: 'imports.errors', on: on(one), classes: ['identity'] },
    })
  }),

  act(paths.confirm, subject, async (ctx) => {
    const { tx, actor, typed, services, today, subject: one } = ctx
    if (one.confirmedAt || !one.isKept) return redirect(paths.show({ importId: one.id }))
    const look = await lookAt(ctx, one)
    if (!look.ok) return redirect(paths.columns({ importId: one.id }))
    const decision = confirming(one, look.value.plan, { acceptValid: typed.get('acceptValid') === 'yes' })
    if (!decision.ok) return refused(previewPage(ctx, one, look.value, decision))
    const did = await writeImport({ tx, actor, services, today, importId: one.id }, decision.value)
    return seeOther(paths.show({ importId: one.id }), { did, say: 'imports.confirmed' })
  }),

  act(paths.discard, subject, async ({ tx, subject: one }) => {
    if (!(await discardImport(tx, one.id))) return redirect(paths.show({ importId: one.id }))
    return seeOther(paths.list(), { did: { act: 'imports.discard', on: on(one) }, say: 'imports.discarded' })
  }),

  act(paths.undo, subject, async (ctx) => {
    const { tx, services, now, subject: one } = ctx
    const decision = undoing(one, now)
    if (!decision.ok) return refused(await resultPage(ctx, one, decision))
    const { did, removed, restored, kept } = await undoImport({ tx, services, importId: one.id })
    return seeOther(paths.show({ importId: one.id }), {
      did,
      say: { key: 'imports.undone', params: { removed, restored, kept: kept.length } },
    })
  }),
]

async function columnsPage(ctx: Here, one: Import, state: FormState) {
  const opened = await openWorkbook(ctx, one)
  const workbook = opened?.ok ? opened.value : undefined
  // Headers of which nothing is known yet are laid out all the same, for somebody to say what they hold.
  const found = workbook && layoutOf(workbook, one.mapping, { evenUnknown: true })
  const understood = workbook ? layoutOf(workbook, one.mapping) : undefined
  const reason = understood?.ok ? undefined : (understood ?? { key: 'imports.file.gone', params: {} })
  return (
    <ColumnsPage
      one={one}
      sheets={workbook?.sheets.map(({ name }) => name) ?? []}
      {...(found?.ok ? { found: found.value } : {})}
      {...(reason ? { reason } : {})}
      state={state}
    />
  )
}

/** The mapping without what was said of single columns: these are what the form says anew. */
const withoutColumns = ({ sheet, headerRow }: Mapping): Mapping => ({
  ...(sheet ? { sheet } : {}),
  ...(headerRow ? { headerRow } : {}),
})

function previewPage(ctx: Here, one: Import, look: Look, refusal?: Refusal) {
  const counts = countsOf(look.preview.outcomes)
  const asked = shown.find((kind) => kind === ctx.query.get('show'))
  const first: Shown = counts.error + counts.duplicate > 0 ? 'attention' : counts.create > 0 ? 'create' : 'update'
  const at = asked ?? first
  const page = Number(ctx.query.get('page'))
  const { columns } = look.preview.layout
  return (
    <PreviewPage
      one={one}
      counts={counts}
      plan={look.plan}
      show={at}
      rows={rowsOf(look, at, Number.isInteger(page) && page > 0 ? page : 1)}
      recognised={columns.flatMap(({ label, field }) => (field ? [{ label, field }] : []))}
      ignored={columns.filter(({ field }) => field === null).map(({ label }) => label)}
      notForRole={look.notForRole}
      {...(refusal ? { refusal } : {})}
    />
  )
}

async function resultPage({ tx, now }: Here, one: Import, refusal?: Refusal) {
  return (
    <ResultPage
      one={one}
      kept={one.undoneAt ? await listKept(tx, one.id) : []}
      can={{ undo: undoing(one, now).ok }}
      {...(refusal ? { refusal } : {})}
    />
  )
}

/** A file name as something to show: no folders, no control characters, not endless. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return (
    last
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(-120) || 'import'
  )
}
