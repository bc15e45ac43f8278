import type { Refusal as RuleRefusal } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  EmptyState,
  Field,
  Figure,
  Figures,
  Form,
  LinkButton,
  Notice,
  Pagination,
  Refusal,
  Section,
  StaffLayout,
  Table,
  Tabs,
  useView,
} from '../../../shared/ui/index.ts'
import type { Import } from '../import.ts'
import type { Field as FieldName } from '../imports.ts'
import { paths } from '../paths.ts'
import type { Plan } from '../plan.ts'
import type { RowView, Shown } from '../view.ts'
import { RowDetail, RowKind } from './row.tsx'

export type PreviewView = {
  one: Import
  counts: Record<Exclude<Shown, 'attention'>, number>
  plan: Plan
  show: Shown
  rows: { rows: RowView[]; pages: number; page: number }
  recognised: { label: string; field: FieldName }[]
  ignored: string[]
  notForRole: FieldName[]
  refusal?: RuleRefusal
}

/** What an import would do, row by row. Nothing is written yet. */
export function PreviewPage(props: PreviewView) {
  const { t } = useView()
  const { one, counts, show, rows } = props
  const href = (kind: Shown, page = 1) =>
    paths.show({ importId: one.id }, { show: kind, page: page > 1 ? page : undefined })
  const attention = counts.error + counts.duplicate
  return (
    <StaffLayout
      title={t('imports.preview.title')}
      lead={one.fileName}
      width="wide"
      crumbs={[{ href: paths.list(), label: t('imports.list.title') }]}
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      <div data-island="warn-leaving" data-stay={paths.show({ importId: one.id })} />
      <Notice title={t('imports.preview.nothingYet')} testId="import-nothing-yet">
        <p>{t('imports.preview.nothingYet.text')}</p>
      </Notice>
      <Figures>
        {(['create', 'update', 'unchanged', 'error', 'duplicate'] as const).map((kind) => (
          <Figure
            key={kind}
            testId={`import-count-${kind}`}
            value={counts[kind]}
            label={t(`imports.kind.${kind}`)}
            definition={t(`imports.kind.${kind}.definition`)}
            href={href(kind)}
            tone={counts[kind] > 0 && (kind === 'error' || kind === 'duplicate') ? 'attention' : 'calm'}
          />
        ))}
      </Figures>
      <Recognised {...props} />
      <Section
        title={t('imports.preview.rows')}
        actions={
          counts.error > 0 && (
            <LinkButton href={paths.errors({ importId: one.id })} icon="download" download testId="import-errors">
              {t('imports.errors.download')}
            </LinkButton>
          )
        }
      >
        <Tabs
          label={t('imports.preview.rows')}
          items={[
            {
              href: href('attention'),
              label: t('imports.kind.attention'),
              current: show === 'attention',
              count: attention,
            },
            ...(['create', 'update', 'unchanged'] as const).map((kind) => ({
              href: href(kind),
              label: t(`imports.kind.${kind}`),
              current: show === kind,
              count: counts[kind],
            })),
          ]}
        />
        <Table
          caption={t('imports.preview.rows')}
          hideCaption
          testId="import-rows"
          rows={rows.rows}
          rowKey={(row) => row.row}
          empty={<EmptyState title={t(show === 'attention' ? 'imports.preview.clear' : 'imports.preview.none')} />}
          columns={[
            {
              label: t('imports.preview.row'),
              number: true,
              cell: (row) => <span id={`row-${row.row}`}>{row.row}</span>,
            },
            { label: t('imports.preview.who'), head: true, cell: (row) => <bdi>{row.who}</bdi> },
            { label: t('imports.preview.what'), cell: (row) => <RowKind row={row} /> },
            {
              label: t('imports.preview.why'),
              hideLabel: true,
              cell: (row) => <RowDetail row={row} importId={one.id} />,
            },
          ]}
        />
        <Pagination page={rows.page} pages={rows.pages} hrefFor={(page) => href(show, page)} />
        {props.plan.undecided.length > 1 && (
          <Form action={paths.leaveOut({ importId: one.id })} id="leave-out" inline>
            <Button size="small" testId="import-leave-out-all">
              {t('imports.decide.leaveOutAll', { count: props.plan.undecided.length })}
            </Button>
          </Form>
        )}
      </Section>
      <Confirm {...props} />
    </StaffLayout>
  )
}

function Recognised({ one, recognised, ignored, notForRole }: PreviewView) {
  const { t } = useView()
  return (
    <Section
      title={t('imports.columns.recognised')}
      card
      actions={
        <LinkButton size="small" href={paths.columns({ importId: one.id })} testId="import-correct-columns">
          {t('imports.columns.correct')}
        </LinkButton>
      }
    >
      <ul class="tags">
        {recognised.map(({ label, field }) => (
          <li key={label}>
            <bdi>{label}</bdi> → {t(`imports.field.${field}`)}
          </li>
        ))}
      </ul>
      {ignored.length > 0 && <p class="hint">{t('imports.columns.ignored', { names: ignored.join(', ') })}</p>}
      {notForRole.length > 0 && (
        <p class="hint">
          {t('imports.columns.notForRole', {
            names: notForRole.map((field) => t(`imports.field.${field}`)).join(', '),
          })}
        </p>
      )}
    </Section>
  )
}

function Confirm({ one, plan }: PreviewView) {
  const { t } = useView()
  const count = plan.create.length + plan.update.length
  return (
    <Section title={t('imports.confirm.title')} card id="confirm">
      {count === 0 ? (
        <p>{t('imports.confirm.nothing')}</p>
      ) : (
        <p>{t('imports.confirm.what', { create: plan.create.length, update: plan.update.length })}</p>
      )}
      {plan.undecided.length > 0 && <p>{t('imports.confirm.undecided', { count: plan.undecided.length })}</p>}
      {count > 0 && (
        <Form action={paths.confirm({ importId: one.id })} testId="import-confirm">
          {plan.rejected.length > 0 && (
            <Field
              name="acceptValid"
              type="checkbox"
              label={t('imports.confirm.acceptValid', { count: plan.rejected.length })}
              testId="import-accept-valid"
            />
          )}
          <Actions>
            <Button kind="primary" icon="check" testId="import-confirm-submit">
              {t('imports.confirm.submit', { count })}
            </Button>
          </Actions>
          {count > 300 && <p class="hint">{t('imports.confirm.wait')}</p>}
        </Form>
      )}
      <Form action={paths.discard({ importId: one.id })} id="discard">
        <Button kind="quiet" testId="import-discard">
          {t('imports.discard')}
        </Button>
      </Form>
    </Section>
  )
}
