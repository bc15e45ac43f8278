import type { Refusal as RuleRefusal } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  Field,
  Fieldset,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Refusal,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { contactLanguages } from '../../people/languages.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import type { Loaded } from '../load.ts'
import { paths } from '../paths.ts'
import { agreements } from '../report.ts'
import { useSpeaker } from './parts.tsx'

type ReadingView = Omit<Loaded, 'state'> & {
  professionals: { userId: string; name: string }[]
  state: FormState
  refusal?: RuleRefusal
}

/** What the person said of the report when it was read with them, or why they were not reached. */
export function ReadingPage({ report, professionals, state, refusal }: ReadingView) {
  const { t } = useView()
  const speaker = useSpeaker()
  const name = fullName(report)
  const reportId = report.id
  const value = state.values?.language
  return (
    <StaffLayout
      title={t('finalReports.read.title')}
      crumbs={[
        { href: people.show({ personId: report.personId }), label: name },
        { href: paths.show({ reportId }), label: t('finalReports.name') },
      ]}
      lead={t('finalReports.read.lead')}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {refusal && <Refusal reason={refusal} />}
      <Form action={paths.reading({ reportId })} {...state} testId="reading-form">
        <Hidden name="revision" value={String(state.values?.revision ?? report.revision)} />
        <Field
          name="kind"
          type="radio"
          row
          label={t('finalReports.reading.kind')}
          options={(['read', 'not-reached'] as const).map((kind) => ({
            value: kind,
            label: t(`finalReports.reading.kind.${kind}`),
          }))}
          testId="reading-kind"
        />
        <Field name="onDate" type="date" label={t('finalReports.reading.on')} testId="reading-date" />
        <Field
          name="readBy"
          type="select"
          label={t('finalReports.reading.by')}
          options={professionals.map((one) => ({ value: one.userId, label: one.name }))}
          testId="reading-by"
        />
        <Fieldset legend={t('finalReports.reading.ifRead')}>
          <Field
            name="language"
            type="select"
            label={t('finalReports.reading.language')}
            empty={t('finalReports.reading.language.unknown')}
            options={contactLanguages(speaker, typeof value === 'string' ? value : null)}
            optional
            testId="reading-language"
          />
          <Field
            name="interpreter"
            type="checkbox"
            label={t('finalReports.reading.interpreter')}
            testId="reading-interpreter"
          />
          <Field
            name="agreement"
            type="radio"
            label={t('finalReports.reading.agreement')}
            options={agreements.map((agreement) => ({
              value: agreement,
              label: t(`finalReports.agreement.${agreement}`),
            }))}
            optional
            testId="agreement"
          />
          <Field
            name="remark"
            type="textarea"
            rows={4}
            maxlength={4000}
            label={t('finalReports.reading.remark')}
            hint={t('finalReports.reading.remark.hint')}
            optional
            testId="remark"
          />
          <Field name="noRemark" type="checkbox" label={t('finalReports.reading.noRemark')} testId="no-remark" />
        </Fieldset>
        <Fieldset legend={t('finalReports.reading.ifNotReached')}>
          <Field
            name="reason"
            type="textarea"
            rows={2}
            maxlength={1000}
            label={t('finalReports.reading.reason')}
            optional
            testId="not-reached-reason"
          />
        </Fieldset>
        <Actions>
          <Button kind="primary" testId="save-reading">
            {t('finalReports.reading.save')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ reportId })}>
            {t('finalReports.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
