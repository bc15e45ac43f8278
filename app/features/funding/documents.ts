/** The report to the funders as tables that leave the site. */
import type { Sheets, Value } from '../../shared/documents/sheets.ts'
import type { Words } from '../../shared/i18n/i18n.ts'
import type { Expense, Line, LineSet, Member, Time } from './funding.ts'
import { firstDay } from './months.ts'
import { perPerson, type Report } from './rules/report.ts'

export type Reported = {
  report: Report
  /** The version of the lines that it is made of. */
  set: LineSet | undefined
  started: number
  finished: number
  /** Of the report's months, what was struck out left out. */
  expenses: Expense[]
  members: Member[]
  times: Time[]
  lines: Line[]
}

export function reportSheets(
  cover: { label: string; value: string }[],
  { report, set, started, finished, expenses, members, times, lines }: Reported,
  currency: string,
  words: Words,
): Sheets {
  const { t, date, number } = words
  const money = (cents: number | null): Value => (cents === null ? null : { cents, currency })
  const percent = (share: number) => number(share / 10_000, { style: 'percent', maximumFractionDigits: 2 })
  const payerName = ({ funder, costBase }: Report['payers'][number]) =>
    t('funding.time.lineOption', { funder, base: t(`funding.base.${costBase}`) })
  const hasUncovered = report.uncovered > 0
  // Without a line on all cost, own funds are the outings themselves.
  const hasAll = report.payers.some(({ costBase }) => costBase === 'all')
  const funderOf = (key: string) => lines.find((line) => line.key === key)?.funder ?? key
  return {
    title: t('funding.report.title'),
    facts: [
      ...cover,
      {
        label: t('funding.lines.title'),
        value: set
          ? t('funding.report.version', { number: set.number, date: date(set.savedOn) })
          : t('funding.lines.empty'),
      },
    ],
    tables: [
      {
        title: t('funding.report.payers'),
        note: t('funding.report.rule'),
        columns: [
          { label: t('funding.lines.funder'), width: 2 },
          { label: t('funding.lines.base') },
          { label: t('funding.lines.share') },
          { label: t('funding.report.amount') },
        ],
        hasTotal: true,
        rows: [
          ...report.payers.map((payer): Value[] => [
            payer.funder,
            t(`funding.base.${payer.costBase}`),
            payer.shares.map(percent).join(' → '),
            money(payer.amount),
          ]),
          [t('funding.report.own'), t('funding.report.outings'), null, money(report.own)],
          ...(hasUncovered
            ? [[t('funding.report.uncovered'), t('funding.base.staff'), null, money(report.uncovered)]]
            : []),
          [t('funding.report.total'), null, null, money(report.total)],
        ],
      },
      {
        title: t('funding.report.months'),
        note: t('funding.report.monthsRule'),
        columns: [
          { label: t('funding.month'), width: 1.2 },
          { label: t('funding.report.staff') },
          { label: t('funding.report.outings') },
          ...report.payers.map((payer) => ({ label: payerName(payer) })),
          ...(hasAll ? [{ label: t('funding.report.own') }] : []),
          ...(hasUncovered ? [{ label: t('funding.report.uncovered') }] : []),
        ],
        hasTotal: true,
        rows: [
          ...report.months.map((month): Value[] => [
            date(firstDay(month.month), 'month'),
            money(month.staff),
            money(month.outings),
            ...month.parts.map(money),
            ...(hasAll ? [money(month.own)] : []),
            ...(hasUncovered ? [money(month.uncovered)] : []),
          ]),
          [
            t('funding.report.total'),
            money(report.staff),
            money(report.outings),
            ...report.payers.map(({ amount }) => money(amount)),
            ...(hasAll ? [money(report.own)] : []),
            ...(hasUncovered ? [money(report.uncovered)] : []),
          ],
        ],
      },
      {
        title: t('funding.report.perPerson'),
        columns: [
          { label: t('funding.report.measure'), width: 1.4 },
          { label: t('funding.report.people'), width: 0.7 },
          { label: t('funding.report.amount'), width: 0.9 },
          { label: t('indicators.definition'), under: true },
        ],
        rows: [
          [
            t('funding.report.started'),
            started,
            money(perPerson(report.total, started)),
            t('funding.report.started.definition'),
          ],
          [
            t('funding.report.finished'),
            finished,
            money(perPerson(report.total, finished)),
            t('funding.report.finished.definition'),
          ],
        ],
      },
      {
        title: t('funding.report.expenses'),
        columns: [
          { label: t('funding.expense.on') },
          { label: t('funding.expense.what'), width: 2 },
          { label: t('funding.expense.receiptNumber') },
          { label: t('funding.expense.amount') },
        ],
        rows: expenses.map((one) => [{ date: one.on }, one.what, one.receiptNumber, money(one.cents)]),
      },
      {
        title: t('funding.team.title'),
        columns: [
          { label: t('funding.member.name'), width: 1.3 },
          { label: t('funding.member.function'), width: 1.3 },
          { label: t('funding.member.fte'), width: 0.6 },
          { label: t('funding.from') },
          { label: t('funding.to') },
          { label: t('funding.member.time'), under: true },
        ],
        rows: members.map((member) => [
          member.name,
          member.function,
          member.fte / 100,
          { date: member.from },
          member.to === null ? null : { date: member.to },
          times
            .filter(({ memberId }) => memberId === member.id)
            .map((time) => t('funding.time.ofLine', { share: percent(time.share), funder: funderOf(time.line) }))
            .join(' · '),
        ]),
      },
    ],
    notes: [t('funding.report.outingsRule')],
  }
}
