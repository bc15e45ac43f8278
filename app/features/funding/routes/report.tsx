import type { Tx } from '../../../shared/db/database.ts'
import { renderPdf } from '../../../shared/documents/pdf.ts'
import { documentOf, type Sheets, workbookOf } from '../../../shared/documents/sheets.ts'
import { formState, Typed } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { type Did, download, invalid, show } from '../../../shared/http/outcome.ts'
import { type Words, wordsIn } from '../../../shared/i18n/i18n.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import type { FormState } from '../../../shared/ui/index.ts'
import { indicatorSheets, registerSheets } from '../../indicators/documents.ts'
import { finishedIn, registerOf, startedIn } from '../../indicators/rules/register.ts'
import { planOf, readParticipants, readResults, usualPeriod } from '../../indicators/view.ts'
import { blueprintOf, type Programme, titleIn } from '../../programmes/programme.ts'
import { parseDisclosure, type TypedDisclosure } from '../disclosure-form.ts'
import { type Reported, reportSheets } from '../documents.ts'
import { readMonths } from '../form.ts'
import { type DisclosureKind, disclosureKinds } from '../funding.ts'
import { firstDay, lastDay, type Month, monthOf, monthsFrom } from '../months.ts'
import { DisclosePage } from '../pages/disclose.tsx'
import { OverviewPage } from '../pages/overview.tsx'
import { ReportPage } from '../pages/report.tsx'
import { paths } from '../paths.ts'
import { mayDisclose, mayRead } from '../policy.ts'
import { gapsOf } from '../rules/lines.ts'
import { spentIn } from '../rules/outings.ts'
import { reportOf } from '../rules/report.ts'
import { byMonth, listBudgets, listExpenses, listStaffCosts, spentByMonth } from '../store/costs.ts'
import { addDisclosure, listDisclosures } from '../store/disclosures.ts'
import { listLineSets } from '../store/lines.ts'
import { listMembers, listTimes } from '../store/team.ts'
import { currencyOf, findFunded } from '../subject.ts'
import { knownLines } from './team.tsx'

/** The months the programme has run, until now. */
function usualMonths(programme: Programme, today: PlainDate): { from: Month; to: Month } {
  const { from, to } = usualPeriod(programme, today)
  return { from: monthOf(from), to: monthOf(to) }
}

async function readReport(tx: Tx, programme: Programme, months: { from: Month; to: Month }): Promise<Reported> {
  const sets = await listLineSets(tx, programme.id)
  const set = sets.find(({ isComplete }) => isComplete)
  const all = await listExpenses(tx, programme.id)
  const period = { from: firstDay(months.from), to: lastDay(months.to) }
  const isIn = (from: PlainDate, to: PlainDate | null) => from <= period.to && (to === null || to >= period.from)
  const costs = { staff: byMonth(await listStaffCosts(tx, programme.id)), outings: spentByMonth(all) }
  const people = await readParticipants(tx, programme)
  return {
    report: reportOf(set?.lines ?? [], costs, months),
    set,
    started: startedIn(people, period),
    finished: finishedIn(people, period),
    expenses: all.filter((one) => !one.withdrawn && isIn(one.on, one.on)).toReversed(),
    members: (await listMembers(tx, programme.id)).filter(({ from, to }) => isIn(from, to)),
    times: (await listTimes(tx, programme.id)).filter(({ from, to }) => isIn(from, to)),
    lines: knownLines(sets),
  }
}

/** The file that was asked for, and how many people are in it. */
async function madeOf(
  { tx, subject: programme, actor }: Pick<Ctx<string, StaffActor>, 'tx' | 'actor'> & { subject: Programme },
  asked: TypedDisclosure,
  words: Words,
): Promise<{ sheets: Sheets; people: number }> {
  const { t, date } = words
  const cover = (period: { from: PlainDate; to: PlainDate }) => [
    { label: t('funding.disclose.programme'), value: titleIn(programme, words.lang) },
    { label: t('funding.disclose.institution'), value: actor.institution },
    { label: t('funding.period'), value: t('funding.fromTo', { from: date(period.from), to: date(period.to) }) },
    { label: t('funding.disclose.recipient'), value: asked.recipient },
    {
      label: t('funding.disclose.basis'),
      value: t('funding.disclose.basisInWords', { basis: t(`funding.basis.${asked.basis}`), words: asked.basisWords }),
    },
  ]
  switch (asked.kind) {
    case 'report': {
      const months = { from: monthOf(asked.from), to: monthOf(asked.to) }
      const reported = await readReport(tx, programme, months)
      const period = { from: firstDay(months.from), to: lastDay(months.to) }
      return { sheets: reportSheets(cover(period), reported, currencyOf(programme), words), people: 0 }
    }
    case 'register': {
      const rows = registerOf(await readParticipants(tx, programme), asked)
      return { sheets: registerSheets(cover(asked), rows, asked, words), people: rows.length }
    }
    case 'indicators': {
      const acts = []
      for (const act of planOf(programme).acts)
        acts.push({ act, results: (await readResults(tx, programme, act, asked)).results })
      return { sheets: indicatorSheets(cover(asked), acts, words), people: 0 }
    }
  }
}

const kindsOf = (programme: Programme): DisclosureKind[] =>
  disclosureKinds.filter((kind) => kind === 'report' || blueprintOf(programme).indicators !== undefined)

async function disclosePage(tx: Tx, programme: Programme, state: FormState) {
  const sets = await listLineSets(tx, programme.id)
  const set = sets.find(({ isComplete }) => isComplete)
  return (
    <DisclosePage
      programme={programme}
      kinds={kindsOf(programme)}
      funders={[...new Set((set?.lines ?? []).map(({ funder }) => funder))]}
      made={await listDisclosures(tx, programme.id)}
      state={state}
    />
  )
}

export const reportRoutes = [
  page(paths.overview, { policy: mayRead, find: findFunded }, async ({ tx, subject: programme, today }) => {
    const [newest, ...older] = await listLineSets(tx, programme.id)
    const set = [newest, ...older].find((one) => one?.isComplete)
    const costs = byMonth(await listStaffCosts(tx, programme.id))
    const usual = usualMonths(programme, today)
    const known = [...costs.keys()].sort()
    const months = monthsFrom(known[0] !== undefined && known[0] < usual.from ? known[0] : usual.from, usual.to)
    const expenses = await listExpenses(tx, programme.id)
    const budgets = await listBudgets(tx, programme.id)
    return show(
      <OverviewPage
        programme={programme}
        set={set}
        draft={newest && !newest.isComplete ? { set: newest, gaps: gapsOf(newest.lines) } : undefined}
        plan={blueprintOf(programme).team}
        members={await listMembers(tx, programme.id)}
        months={months.toReversed().map((month) => ({ month, cents: costs.get(month) }))}
        spent={spentIn(expenses, { from: '0001-01-01', to: '9999-12-31' })}
        budget={budgets.reduce((all, { cents }) => all + cents, 0)}
      />,
    )
  }),

  page(paths.report, { policy: mayRead, find: findFunded }, async ({ tx, subject: programme, query, today }) => {
    const months = readMonths(query, usualMonths(programme, today))
    return show(<ReportPage programme={programme} reported={await readReport(tx, programme, months)} />)
  }),

  page(
    paths.disclose,
    { policy: mayDisclose, find: findFunded },
    async ({ tx, subject: programme, query, today, words }) => {
      const usual = usualPeriod(programme, today)
      const values = {
        kind: query.get('kind') ?? 'report',
        from: query.get('from') ?? usual.from,
        to: query.get('to') ?? usual.to,
        language: words.lang,
        format: 'xlsx',
      }
      return show(await disclosePage(tx, programme, formState({ ok: true, value: null, typed: Typed.of(values) })))
    },
  ),

  /** The file leaves the site; who made it, for whom and on what basis stays on record. */
  act(paths.disclose, { policy: mayDisclose, find: findFunded }, async (ctx) => {
    const { tx, actor, typed, subject: programme, today, now } = ctx
    const parsed = parseDisclosure(typed)
    if (!parsed.ok || !kindsOf(programme).includes(parsed.value.kind))
      return invalid(await disclosePage(tx, programme, formState(parsed)))
    const asked = parsed.value
    const words = wordsIn(asked.language)
    const { sheets, people } = await madeOf(ctx, asked, words)
    const id = await addDisclosure(tx, actor, programme.id, { ...asked, people, today })
    const read: Did = {
      act: `funding.disclose.${asked.kind}`,
      on: ['disclosure', id],
      classes: asked.kind === 'register' ? ['identity', 'attendance', 'social-aid'] : ['attendance', 'social-aid'],
    }
    const name = `${words.t(`funding.file.${asked.kind}`)}-${asked.from}-${asked.to}.${asked.format}`
    if (asked.format === 'xlsx')
      return download(await workbookOf(sheets), {
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        name,
        read,
      })
    const footnote = words.t('funding.disclose.footnote', { name: actor.name, date: words.date(today, 'long') })
    const made = await renderPdf(documentOf(sheets, words, { author: actor.institution, footnote, createdAt: now }))
    return download(made.bytes, { contentType: 'application/pdf', name, read })
  }),
]
