import type { FundingAct } from '../../../blueprints/parts/funding.ts'
import type { MessageKey } from '../../../shared/i18n/i18n.ts'
import { EmptyState, PersonChip, StaffLayout, Table, useView } from '../../../shared/ui/index.ts'
import { paths as peoplePaths } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import type { Facts } from '../facts.ts'
import type { Period } from '../indicator.ts'
import { paths } from '../paths.ts'

type Props = { programme: Programme; act: FundingAct; code: string; period: Period; people: Facts[] }

/** The people behind one figure; each of them the reader may open anyway. */
export function PeoplePage({ programme, act, code, period, people }: Props) {
  const { t, lang, date } = useView()
  const of = { programmeId: programme.id }
  return (
    <StaffLayout
      title={t('indicators.named', { code, label: t(`indicators.label.${code}` as MessageKey) })}
      crumbs={[
        { href: programmes.show(of), label: titleIn(programme, lang) },
        { href: paths.show(of, { act, ...period }), label: t('indicators.title') },
      ]}
      lead={t(`indicators.definition.${code}` as MessageKey)}
    >
      <p>{t('indicators.lead', { from: date(period.from), to: date(period.to) })}</p>
      <Table
        caption={t('indicators.people', { count: people.length })}
        rows={people}
        rowKey={({ personId }) => personId}
        empty={<EmptyState title={t('indicators.nobody')} />}
        testId="indicator-people"
        columns={[
          {
            label: t('indicators.person'),
            head: true,
            cell: (one) => <PersonChip name={fullName(one)} href={peoplePaths.show({ personId: one.personId })} />,
          },
          { label: t('indicators.registeredOn'), cell: (one) => date(one.registeredOn) },
          { label: t('indicators.firstDay'), cell: (one) => (one.days[0] ? date(one.days[0]) : '–') },
          { label: t('indicators.leftOn'), cell: (one) => (one.leftOn ? date(one.leftOn) : '–') },
        ]}
      />
    </StaffLayout>
  )
}
