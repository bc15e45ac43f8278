import type { ComponentChildren } from 'preact'
import { StaffLayout, Tabs, useView } from '../../../shared/ui/index.ts'
import { paths as indicators } from '../../indicators/paths.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import type { Cents } from '../funding.ts'
import { paths } from '../paths.ts'
import { currencyOf } from '../subject.ts'

export const parts = ['overview', 'lines', 'team', 'outings', 'report', 'disclose'] as const
export type Part = (typeof parts)[number]

/** The frame of a programme's money: its parts as tabs. */
export function FundingFrame(props: {
  programme: Programme
  part: Part
  title: string
  lead?: ComponentChildren
  actions?: ComponentChildren
  /** Pages below a part lead back to it. */
  under?: boolean
  invalid?: boolean
  wide?: boolean
  children: ComponentChildren
}) {
  const { t, lang } = useView()
  const { programme, part } = props
  const of = { programmeId: programme.id }
  return (
    <StaffLayout
      title={props.title}
      crumbs={[
        { href: programmes.list(), label: t('programmes.list.title') },
        { href: programmes.show(of), label: titleIn(programme, lang) },
        ...(props.under ? [{ href: paths[part](of), label: t(`funding.part.${part}`) }] : []),
      ]}
      lead={props.lead}
      actions={props.actions}
      invalid={props.invalid ?? false}
      {...(props.wide ? { width: 'wide' as const } : {})}
    >
      <Tabs
        label={t('funding.title')}
        items={[
          ...parts.map((one) => ({ href: paths[one](of), label: t(`funding.part.${one}`), current: one === part })),
          { href: indicators.show(of), label: t('funding.part.indicators') },
        ]}
      />
      {props.children}
    </StaffLayout>
  )
}

/** Amounts in the programme's currency, shares and full-time equivalents, in the reader's language. */
export function useMoney(programme: Programme) {
  const { number } = useView()
  const currency = currencyOf(programme)
  return {
    currency,
    money: (cents: Cents) => number(cents / 100, { style: 'currency', currency }),
    percent: (hundredths: number) => number(hundredths / 10_000, { style: 'percent', maximumFractionDigits: 2 }),
    fullTime: (hundredths: number) => number(hundredths / 100, { maximumFractionDigits: 2 }),
  }
}
