import { languageNames } from '../../../shared/i18n/languages.ts'
import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  LinkButton,
  StaffLayout,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import { InstitutionFields } from './fields.tsx'
import type { Institution } from './institution.ts'

export function InstitutionsPage({ institutions, mine }: { institutions: Institution[]; mine: string[] }) {
  const { t } = useView()
  return (
    <StaffLayout
      title={t('staff.institutions')}
      lead={t('staff.institutions.lead')}
      actions={
        <LinkButton href={paths.newInstitution()} kind="primary" icon="plus" testId="add-institution">
          {t('staff.institution.add')}
        </LinkButton>
      }
    >
      <Table
        caption={t('staff.institutions')}
        hideCaption
        rows={institutions}
        rowKey={(i) => i.id}
        columns={[
          {
            label: t('staff.institution.name'),
            head: true,
            cell: (i) =>
              mine.includes(i.id) ? <a href={paths.institution({ institutionId: i.id })}>{i.name}</a> : i.name,
          },
          { label: t('staff.institution.kind'), cell: (i) => t(`staff.institution.kind.${i.kind}`) },
          {
            label: t('staff.institution.languages'),
            cell: (i) => i.languages.map((language) => languageNames[language]).join(', '),
          },
          { label: t('staff.institution.region'), cell: (i) => t(`staff.region.${i.region}`) },
          {
            label: t('staff.institution.people'),
            cell: (i) => (
              <a href={paths.list({ institution: i.id })} aria-label={t('staff.institution.staffOf', { name: i.name })}>
                {t('staff.institution.staff')}
              </a>
            ),
          },
        ]}
        testId="institutions"
      />
    </StaffLayout>
  )
}

export function EditInstitutionPage(props: { institutionId?: string; state: FormState }) {
  const { t } = useView()
  const { institutionId, state } = props
  return (
    <StaffLayout
      title={t(institutionId ? 'staff.institution.edit' : 'staff.institution.add')}
      crumbs={[{ href: paths.institutions(), label: t('staff.institutions') }]}
      width="narrow"
      invalid={state.errors !== undefined && Object.keys(state.errors).length > 0}
    >
      <Form
        action={institutionId ? paths.institution({ institutionId }) : paths.newInstitution()}
        {...state}
        testId="institution-form"
      >
        <InstitutionFields nameField="name" />
        <Field name="phone" type="tel" label={t('staff.telephone')} optional width="medium" />
        <Actions>
          <Button kind="primary" testId="institution-submit">
            {t('staff.save')}
          </Button>
          <a href={paths.institutions()}>{t('staff.cancel')}</a>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
