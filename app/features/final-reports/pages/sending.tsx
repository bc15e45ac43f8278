import { languageNames, staffLanguages } from '../../../shared/i18n/languages.ts'
import type { Refusal as RuleRefusal } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  EmptyState,
  Field,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Notice,
  Refusal,
  StaffLayout,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { partsOf } from '../frame.ts'
import type { Loaded } from '../load.ts'
import { paths } from '../paths.ts'
import type { Recipient } from '../report.ts'
import { usePartNames } from './parts.tsx'

type SendingView = Omit<Loaded, 'state'> & {
  recipients: Recipient[]
  state: FormState
  can: { send: boolean }
  refusal?: RuleRefusal
}

/** To whom it goes, and who has nobody in their part, before anything is sent. */
export function SendingPage({ report, programme, plan, recipients, reading, state, can, refusal, side }: SendingView) {
  const { t } = useView()
  const parts = partsOf(programme)
  const names = usePartNames(parts)
  const reportId = report.id
  const vacant = plan.recipients.filter((part) => !recipients.some((one) => one.parts.includes(part)))
  return (
    <StaffLayout
      title={t('finalReports.send.title')}
      crumbs={[
        { href: people.show({ personId: report.personId }), label: fullName(report) },
        { href: paths.show({ reportId }), label: t('finalReports.name') },
      ]}
      lead={t('finalReports.send.lead')}
      width="narrow"
    >
      {refusal && <Refusal reason={refusal} />}
      {reading?.kind === 'not-reached' && reading.revision === report.revision && (
        <Notice kind="warning">{t('finalReports.send.notReached')}</Notice>
      )}
      <Table
        caption={t('finalReports.send.to')}
        rows={recipients}
        rowKey={(one) => one.userId}
        columns={[
          { label: t('finalReports.recipient'), head: true, cell: (one) => one.name },
          { label: t('finalReports.recipient.part'), cell: (one) => names(one.parts) },
          { label: t('finalReports.recipient.institution'), cell: (one) => one.institution },
        ]}
        empty={<EmptyState title={t('finalReports.send.nobody')} />}
      />
      {vacant.length > 0 && (
        <p class="hint" data-testid="vacant-parts">
          {t('finalReports.send.vacant', { parts: names(vacant) })}
        </p>
      )}
      <p class="hint">{t(`finalReports.send.social.${side}`)}</p>
      {can.send && (
        <Form action={paths.sending({ reportId })} {...state} testId="sending-form">
          <Hidden name="revision" value={String(report.revision)} />
          <Field
            name="language"
            type="radio"
            row
            label={t('finalReports.send.language')}
            hint={t('finalReports.send.language.hint')}
            options={staffLanguages.map((language) => ({ value: language, label: languageNames[language] }))}
            testId="send-language"
          />
          <Actions>
            <Button kind="primary" testId="send-report">
              {t('finalReports.send.confirm', { count: recipients.length })}
            </Button>
            <LinkButton kind="quiet" href={paths.show({ reportId })}>
              {t('finalReports.cancel')}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </StaffLayout>
  )
}
