import {
  Actions,
  Button,
  Field,
  Fieldset,
  Form,
  type FormState,
  LinkButton,
  Notice,
  Section,
  StaffLayout,
  Table,
  useText,
  useView,
} from '../../../shared/ui/index.ts'
import type { Layout } from '../columns.ts'
import { columnName } from '../form.ts'
import type { Import } from '../import.ts'
import type { Reason } from '../imports.ts'
import { fields, type Sheet } from '../imports.ts'
import { dateOrders, nameOrders } from '../mapping.ts'
import { paths } from '../paths.ts'

export type ColumnsView = {
  one: Import
  sheets: string[]
  /** Undefined while it is not known which sheet and row hold the headers. */
  found?: { sheet: Sheet; layout: Layout }
  /** Why the file is not understood yet. */
  reason?: Reason
  state: FormState
}

/** What each column holds, corrected by hand: first the sheet and the row of headers, then the columns. */
export function ColumnsPage({ one, sheets, found, reason, state }: ColumnsView) {
  const { t } = useView()
  const text = useText()
  return (
    <StaffLayout
      title={t('imports.columns.title')}
      lead={one.fileName}
      invalid={Object.keys(state.errors ?? {}).length > 0}
      crumbs={[
        { href: paths.list(), label: t('imports.list.title') },
        { href: paths.show({ importId: one.id }), label: one.fileName },
      ]}
    >
      {reason && (
        <Notice kind="warning" title={t('imports.columns.question')}>
          <p>{text(reason)}</p>
        </Notice>
      )}
      <Section title={t('imports.columns.where')} card>
        <Form
          id="where"
          inline
          action={paths.columns({ importId: one.id })}
          values={{
            sheet: one.mapping.sheet ?? found?.sheet.name ?? '',
            headerRow: String(one.mapping.headerRow ?? found?.layout.headerRow ?? ''),
            ...(found ? {} : state.values),
          }}
          errors={found ? {} : state.errors}
          testId="import-sheet"
        >
          <input type="hidden" name="part" value="sheet" />
          {sheets.length > 1 && (
            <Field
              name="sheet"
              type="select"
              label={t('imports.columns.sheet')}
              empty={t('imports.columns.chooseSheet')}
              options={sheets.map((name) => ({ value: name, label: name }))}
            />
          )}
          <Field
            name="headerRow"
            type="number"
            min={1}
            label={t('imports.columns.headerRow')}
            hint={t('imports.columns.headerRow.hint')}
            optional
          />
          <Button testId="import-sheet-submit">{t('imports.columns.readAgain')}</Button>
        </Form>
      </Section>
      {found && <ColumnsForm one={one} found={found} state={state} />}
    </StaffLayout>
  )
}

function ColumnsForm({
  one,
  found,
  state,
}: {
  one: Import
  found: NonNullable<ColumnsView['found']>
  state: FormState
}) {
  const { t } = useView()
  const { layout, sheet } = found
  const options = fields.map((field) => ({ value: field, label: t(`imports.field.${field}`) }))
  const values = {
    ...Object.fromEntries(layout.columns.map(({ index, field }) => [columnName(index), field ?? ''])),
    dateOrder: one.mapping.dateOrder ?? '',
    nameOrder: one.mapping.nameOrder ?? '',
    ...state.values,
  }
  return (
    <Form action={paths.columns({ importId: one.id })} values={values} errors={state.errors} testId="import-columns">
      <input type="hidden" name="part" value="columns" />
      <Table
        caption={t('imports.columns.table')}
        rows={layout.columns}
        rowKey={(column) => column.index}
        highlight={(column) => column.field === null}
        columns={[
          {
            label: t('imports.columns.field'),
            head: true,
            cell: (column) => (
              <Field
                name={columnName(column.index)}
                type="select"
                label={column.label}
                empty={t('imports.columns.leaveOut')}
                options={options}
              />
            ),
          },
          { label: t('imports.columns.sample'), cell: (column) => <Sample found={found} index={column.index} /> },
        ]}
      />
      <Fieldset legend={t('imports.columns.reading')} columns>
        <Field
          name="dateOrder"
          type="select"
          label={t('imports.columns.dateOrder')}
          optional
          empty={t('imports.columns.asRecognised')}
          options={dateOrders.map((value) => ({ value, label: t(`imports.dateOrder.${value}`) }))}
        />
        <Field
          name="nameOrder"
          type="select"
          label={t('imports.columns.nameOrder')}
          optional
          empty={t('imports.columns.asRecognised')}
          options={nameOrders.map((value) => ({ value, label: t(`imports.nameOrder.${value}`) }))}
        />
      </Fieldset>
      <Actions>
        <Button kind="primary" testId="import-columns-submit">
          {t('imports.columns.save')}
        </Button>
        <LinkButton kind="quiet" href={paths.show({ importId: one.id })}>
          {t('people.cancel')}
        </LinkButton>
      </Actions>
      <p class="hint">{t('imports.columns.remembered', { sheet: sheet.name })}</p>
    </Form>
  )
}

/** The first three values of a column: what it holds is seen faster than read. */
function Sample({ found: { sheet, layout }, index }: { found: NonNullable<ColumnsView['found']>; index: number }) {
  const texts = sheet.rows
    .filter((row) => row.number > layout.headerRow)
    .map((row) => row.cells[index]?.text.trim() ?? '')
    .filter(Boolean)
    .slice(0, 3)
  return <span class="hint">{texts.map((text) => text.slice(0, 40)).join(' · ') || '–'}</span>
}
