import type { Refusal as RuleRefusal } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  Figure,
  Figures,
  Form,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import type { Import } from '../import.ts'
import { paths } from '../paths.ts'
import { undoableUntil } from '../rules.ts'
import type { KeptRow } from '../undo.store.ts'

export type ResultView = {
  one: Import
  kept: (KeptRow & { name: string })[]
  can: { undo: boolean }
  refusal?: RuleRefusal
}

const parts = ['created', 'updated', 'unchanged', 'rejected', 'leftOut'] as const

/** What an import wrote, and for a day the way back. */
export function ResultPage({ one, kept, can, refusal }: ResultView) {
  const { t, date } = useView()
  const { figures } = one
  return (
    <StaffLayout
      title={t(one.undoneAt ? 'imports.result.undone' : 'imports.result.title')}
      lead={one.fileName}
      crumbs={[{ href: paths.list(), label: t('imports.list.title') }]}
      actions={
        <LinkButton href={people.list({ sort: 'changed' })} icon="people">
          {t('imports.result.toPeople')}
        </LinkButton>
      }
    >
      {refusal && <Refusal reason={refusal} />}
      {figures ? (
        <Figures>
          {parts.map((part) => (
            <Figure
              key={part}
              testId={`import-${part}`}
              value={figures[part]}
              label={t(`imports.figure.${part}`)}
              definition={t(`imports.figure.${part}.definition`)}
            />
          ))}
        </Figures>
      ) : (
        <Notice title={t('imports.file.gone')} />
      )}
      {kept.length > 0 && (
        <Section title={t('imports.kept.title')}>
          <p>{t('imports.kept.text')}</p>
          <Table
            caption={t('imports.kept.title')}
            hideCaption
            testId="import-kept"
            rows={kept}
            rowKey={(row) => row.row}
            columns={[
              { label: t('imports.preview.row'), number: true, cell: (row) => row.row },
              {
                label: t('imports.preview.who'),
                head: true,
                cell: (row) => <a href={people.show({ personId: row.personId })}>{row.name}</a>,
              },
              { label: t('imports.preview.what'), cell: (row) => t(`imports.kept.${row.kind}`) },
            ]}
          />
        </Section>
      )}
      {can.undo && one.confirmedAt && (
        <Section title={t('imports.undo.title')} card>
          <p>{t('imports.undo.text', { until: date(undoableUntil(one.confirmedAt).toISOString(), 'time') })}</p>
          <Form action={paths.undo({ importId: one.id })} testId="import-undo">
            <Actions>
              <Button kind="danger" testId="import-undo-submit">
                {t('imports.undo.submit')}
              </Button>
            </Actions>
          </Form>
        </Section>
      )}
    </StaffLayout>
  )
}
