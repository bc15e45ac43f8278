import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  LinkButton,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import type { StudyRecord } from '../study.ts'

/** The end of a study: no more units, and the seed is shown to all. */
export function ClosurePage({ record, state }: { record: StudyRecord; state: FormState }) {
  const { t } = useView()
  return (
    <StaffLayout
      title={t('studies.close')}
      lead={t('studies.closure.lead')}
      crumbs={[
        { href: paths.ofProgramme({ programmeId: record.programmeId }), label: t('studies.title') },
        { href: paths.show({ studyId: record.id }), label: record.name },
      ]}
      invalid={Object.keys(state.errors ?? {}).length > 0}
      width="narrow"
    >
      <Form action={paths.closure({ studyId: record.id })} {...state} testId="closure-form">
        <Field
          name="reason"
          label={t('studies.closure.reason')}
          hint={t('studies.closure.reason.hint')}
          maxlength={500}
        />
        <Actions>
          <Button kind="danger" testId="confirm-closure">
            {t('studies.closure.confirm')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ studyId: record.id })}>
            {t('studies.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
