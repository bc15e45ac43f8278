/** The figures and the participant register as tables that leave the site. */
import type { FundingAct } from '../../blueprints/parts/funding.ts'
import type { Sheets, SheetTable, Value } from '../../shared/documents/sheets.ts'
import type { MessageKey, Words } from '../../shared/i18n/i18n.ts'
import type { Period, Result } from './indicator.ts'
import type { RegisterRow } from './rules/register.ts'

/** What the cover of every file says first. */
export type Cover = { label: string; value: string }[]

export function indicatorSheets(
  cover: Cover,
  acts: readonly { act: FundingAct; results: readonly Result[] }[],
  { t }: Words,
): Sheets {
  return {
    title: t('indicators.title'),
    facts: cover,
    tables: acts.flatMap(({ act, results }) => actTables(act, results, t)),
    notes: [t('indicators.once'), t('indicators.unverified.note')],
  }
}

function actTables(act: FundingAct, results: readonly Result[], t: Words['t']): SheetTable[] {
  const counted = results.filter((one) => 'counted' in one)
  const label = ({ code, isVerified }: Result) =>
    t(isVerified ? 'indicators.named' : 'indicators.namedUnverified', {
      code,
      label: t(`indicators.label.${code}` as MessageKey),
    })
  const what = (one: Result): Value[] => {
    const how = { definition: t(`indicators.definition.${one.code}` as MessageKey) }
    if ('byHand' in one)
      return [label(one), one.byHand?.value ?? null, one.byHand?.note ?? t('indicators.byHand'), how.definition]
    return [label(one), null, 'notComputed' in one ? t(`indicators.why.${one.notComputed}`) : '', how.definition]
  }
  const bands = counted[0]?.counted.ages.map(({ key }) => key) ?? []
  const isAmif = act === 'amif'
  return [
    {
      title: t(`indicators.act.${act}`),
      note: t(`indicators.cite.${act}`),
      columns: [
        { label: t('indicators.indicator'), width: 2.2 },
        { label: t('indicators.total'), width: 0.8 },
        ...(['w', 'm', 'x', 'unsaid'] as const).map((key) => ({ label: t(`indicators.gender.${key}`), width: 0.8 })),
        { label: t('indicators.notDisclosed'), width: 0.8 },
        { label: t('indicators.unknown'), width: 0.8 },
        ...(isAmif ? bands.map((key) => ({ label: t(`indicators.age.${key}` as MessageKey), width: 0.8 })) : []),
        { label: t('indicators.definition'), under: true as const },
      ],
      rows: counted.map((one) => [
        label(one),
        one.counted.total,
        ...(['w', 'm', 'x', 'unsaid'] as const).map((key) => one.counted.genders[key]),
        one.counted.notDisclosed,
        one.counted.unknown,
        ...(isAmif ? one.counted.ages.map(({ count }) => count) : []),
        t(`indicators.definition.${one.code}` as MessageKey),
      ]),
    },
    {
      title: t(`indicators.rest.${act}`),
      columns: [
        { label: t('indicators.indicator'), width: 1.6 },
        { label: t('indicators.total'), width: 0.5 },
        { label: t('indicators.remark'), width: 1.6 },
        { label: t('indicators.definition'), under: true },
      ],
      rows: results.filter((one) => !('counted' in one)).map(what),
    },
  ]
}

/** The columns that the fund asks to be kept as evidence, in its order, and no others. */
export function registerSheets(cover: Cover, rows: readonly RegisterRow[], period: Period, { t, date }: Words): Sheets {
  const said = (value: RegisterRow['thirdCountry']) => t(`indicators.said.${value}`)
  return {
    title: t('indicators.register.title'),
    facts: [...cover, { label: t('indicators.register.count'), value: String(rows.length) }],
    tables: [
      {
        title: t('indicators.register.table'),
        note: t('indicators.register.note', { from: date(period.from), to: date(period.to) }),
        columns: [
          { label: t('indicators.register.identifier'), width: 1.5 },
          { label: t('indicators.register.gender') },
          { label: t('indicators.register.birthDate'), width: 1.35 },
          { label: t('indicators.register.age'), width: 1.35 },
          { label: t('indicators.register.start') },
          { label: t('indicators.register.end') },
          { label: t('indicators.register.contact'), under: true },
          { label: t('indicators.register.thirdCountry') },
          { label: t('indicators.register.unaccompanied') },
        ],
        rows: rows.map((row) => [
          row.identifier,
          t(`indicators.registerGender.${row.gender}`),
          row.birthDate ? { date: row.birthDate } : row.birthYear === null ? null : String(row.birthYear),
          t(`indicators.age.${row.ageBand}` as MessageKey),
          { date: row.start },
          row.end === null ? null : { date: row.end },
          row.contact.join(' · '),
          said(row.thirdCountry),
          said(row.unaccompanied),
        ]),
      },
    ],
    notes: [t('indicators.register.identifierNote')],
  }
}
