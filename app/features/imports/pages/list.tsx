import {
  Actions,
  Button,
  Disclosure,
  EmptyState,
  Field,
  Form,
  type FormState,
  LinkButton,
  Section,
  StaffLayout,
  Status,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import type { Import } from '../import.ts'
import { fields } from '../imports.ts'
import { paths } from '../paths.ts'
import { limits } from '../reading/limits.ts'

/** Where a list is brought, and what became of earlier ones. */
export function ImportsPage({ imports, state }: { imports: Import[]; state: FormState }) {
  const { t, date, number } = useView()
  return (
    <StaffLayout
      title={t('imports.list.title')}
      lead={t('imports.list.lead')}
      crumbs={[{ href: people.list(), label: t('people.list.title') }]}
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      <Section title={t('imports.upload.title')} card>
        <Form action={paths.list()} upload {...state} testId="import-upload">
          <Field
            name="file"
            type="file"
            label={t('imports.upload.file')}
            hint={t('imports.upload.hint', { megabytes: limits.fileBytes / 1024 / 1024, rows: limits.rows })}
            accept=".csv,.xlsx,.txt"
            testId="import-file"
          />
          <Actions>
            <Button kind="primary" icon="upload" testId="import-upload-submit">
              {t('imports.upload.submit')}
            </Button>
            <LinkButton kind="quiet" href={paths.template({ format: 'xlsx' })} icon="download" download>
              {t('imports.template.xlsx')}
            </LinkButton>
            <LinkButton kind="quiet" href={paths.template({ format: 'csv' })} icon="download" download>
              {t('imports.template.csv')}
            </LinkButton>
          </Actions>
        </Form>
        <Disclosure summary={t('imports.recognised.title')}>
          <p>{t('imports.recognised.text')}</p>
          <ul class="tags">
            {fields.map((field) => (
              <li key={field}>{t(`imports.field.${field}`)}</li>
            ))}
          </ul>
        </Disclosure>
      </Section>
      <Section title={t('imports.earlier.title')}>
        <Table
          caption={t('imports.earlier.title')}
          hideCaption
          testId="imports"
          rows={imports}
          rowKey={(one) => one.id}
          empty={
            <EmptyState title={t('imports.earlier.empty')}>
              <p>{t('imports.earlier.empty.text')}</p>
            </EmptyState>
          }
          columns={[
            {
              label: t('imports.earlier.file'),
              head: true,
              cell: (one) => <a href={paths.show({ importId: one.id })}>{one.fileName}</a>,
            },
            { label: t('imports.earlier.when'), cell: (one) => date(one.createdAt.toISOString(), 'time') },
            { label: t('imports.earlier.state'), cell: (one) => <ImportState one={one} /> },
            {
              label: t('imports.figure.created'),
              number: true,
              cell: (one) => one.figures && number(one.figures.created),
            },
            {
              label: t('imports.figure.updated'),
              number: true,
              cell: (one) => one.figures && number(one.figures.updated),
            },
          ]}
        />
      </Section>
    </StaffLayout>
  )
}

export function ImportState({ one }: { one: Import }) {
  const { t } = useView()
  if (one.undoneAt) return <Status kind="stopped">{t('imports.state.undone')}</Status>
  if (one.confirmedAt) return <Status kind="done">{t('imports.state.confirmed')}</Status>
  if (!one.isKept) return <Status kind="none">{t('imports.state.gone')}</Status>
  return <Status kind="waiting">{t('imports.state.waiting')}</Status>
}
