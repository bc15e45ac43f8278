import type { MessageKey } from '../../../shared/i18n/i18n.ts'
import { EmptyState, Field, Filters, LinkButton, StaffLayout, Table, useView } from '../../../shared/ui/index.ts'
import { paths as funding } from '../../funding/paths.ts'
import { paths as peoplePaths } from '../../people/paths.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import type { Period } from '../indicator.ts'
import { paths } from '../paths.ts'
import type { RegisterRow } from '../rules/register.ts'

type Props = { programme: Programme; period: Period; rows: RegisterRow[] }

/** The register of participants as it would leave the site. */
export function RegisterPage({ programme, period, rows }: Props) {
  const { t, lang, date } = useView()
  const of = { programmeId: programme.id }
  return (
    <StaffLayout
      title={t('indicators.register.title')}
      crumbs={[
        { href: programmes.show(of), label: titleIn(programme, lang) },
        { href: paths.show(of, period), label: t('indicators.title') },
      ]}
      lead={t('indicators.register.note', { from: date(period.from), to: date(period.to) })}
      actions={
        <LinkButton
          icon="download"
          href={funding.disclose(of, { kind: 'register', ...period })}
          testId="disclose-register"
        >
          {t('funding.disclose.link')}
        </LinkButton>
      }
      width="wide"
    >
      <Filters action={paths.register(of)}>
        <Field name="from" type="date" label={t('funding.from')} value={period.from} />
        <Field name="to" type="date" label={t('funding.to')} value={period.to} />
      </Filters>
      <Table
        caption={t('indicators.people', { count: rows.length })}
        rows={rows}
        rowKey={({ personId }) => personId}
        empty={<EmptyState title={t('indicators.nobody')} />}
        wide
        testId="register"
        columns={[
          {
            label: t('indicators.register.identifier'),
            head: true,
            cell: (row) => <a href={peoplePaths.show({ personId: row.personId })}>{row.identifier}</a>,
          },
          { label: t('indicators.register.gender'), cell: (row) => t(`indicators.registerGender.${row.gender}`) },
          {
            label: t('indicators.register.birthDate'),
            cell: (row) => (row.birthDate ? date(row.birthDate) : (row.birthYear ?? '–')),
          },
          { label: t('indicators.register.age'), cell: (row) => t(`indicators.age.${row.ageBand}` as MessageKey) },
          { label: t('indicators.register.start'), cell: (row) => date(row.start) },
          { label: t('indicators.register.end'), cell: (row) => (row.end ? date(row.end) : '–') },
          { label: t('indicators.register.contact'), cell: (row) => row.contact.join(' · ') || '–' },
          { label: t('indicators.register.thirdCountry'), cell: (row) => t(`indicators.said.${row.thirdCountry}`) },
          { label: t('indicators.register.unaccompanied'), cell: (row) => t(`indicators.said.${row.unaccompanied}`) },
        ]}
      />
      <p class="hint">{t('indicators.register.identifierNote')}</p>
    </StaffLayout>
  )
}
