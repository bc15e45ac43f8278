import type { Refusal as RuleRefusal } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  Disclosure,
  Field,
  Figure,
  Figures,
  Form,
  type FormState,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  Status,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import type { Figures as CountsOf, Part, PartnerImport, Plan } from '../exchange/plan.ts'
import type { Fault, IncomingPartner, IncomingService } from '../exchange/reading.ts'
import { limits } from '../exchange/records.ts'
import { paths } from '../paths.ts'

/** Where a file is brought, and what became of earlier ones. */
export function ImportsPage({ imports, state }: { imports: PartnerImport[]; state: FormState }) {
  const { t, date, number } = useView()
  return (
    <StaffLayout
      title={t('partners.import.title')}
      lead={t('partners.import.lead')}
      crumbs={[{ href: paths.list(), label: t('partners.list.title') }]}
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      <Section title={t('partners.import.upload')} card>
        <Form action={paths.imports()} upload {...state} testId="partner-import">
          <Field
            name="file"
            type="file"
            label={t('partners.import.file')}
            hint={t('partners.import.file.hint', {
              megabytes: limits.fileBytes / 1024 / 1024,
              records: number(limits.records),
            })}
            accept=".json,.jsonl,.ndjson"
            testId="partner-file"
          />
          <Field
            name="second"
            type="file"
            label={t('partners.import.second')}
            hint={t('partners.import.second.hint')}
            optional
            accept=".json,.jsonl,.ndjson"
            testId="partner-file-2"
          />
          <Field
            name="shared"
            type="radio"
            label={t('partners.shownTo')}
            value="yes"
            options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`partners.shared.${value}`) }))}
          />
          <Actions>
            <Button kind="primary" icon="upload" testId="partner-upload">
              {t('partners.import.look')}
            </Button>
          </Actions>
        </Form>
        <Disclosure summary={t('partners.import.about')}>
          <p>{t('partners.import.about.text')}</p>
          <p class="hint">{t('partners.import.attribution')}</p>
        </Disclosure>
      </Section>
      {imports.length > 0 && (
        <Section title={t('partners.import.earlier')}>
          <Table
            caption={t('partners.import.earlier')}
            hideCaption
            rows={imports}
            rowKey={(one) => one.id}
            columns={[
              {
                label: t('partners.import.name'),
                head: true,
                cell: (one) => <a href={paths.showImport({ partnerImportId: one.id })}>{one.fileName}</a>,
              },
              { label: t('partners.import.when'), cell: (one) => date(one.createdAt.toISOString(), 'time') },
              { label: t('partners.import.by'), cell: (one) => one.by },
              {
                label: t('partners.import.state'),
                cell: (one) =>
                  one.confirmedOn ? (
                    <Status kind="done">{t('partners.import.confirmed')}</Status>
                  ) : (
                    <Status kind="waiting">{t('partners.import.waiting')}</Status>
                  ),
              },
            ]}
          />
        </Section>
      )}
    </StaffLayout>
  )
}

const shownRows = 100
const shownFaults = 200

/** What confirming would write. */
export function PreviewPage({
  one,
  plan,
  counts,
  refusal,
}: {
  one: PartnerImport
  plan: Plan
  counts: CountsOf
  refusal?: RuleRefusal
}) {
  const { t } = useView()
  const of = { partnerImportId: one.id }
  const writes = counts.created + counts.updated > 0
  return (
    <StaffLayout
      title={t('partners.import.preview')}
      lead={one.fileName}
      crumbs={[
        { href: paths.list(), label: t('partners.list.title') },
        { href: paths.imports(), label: t('partners.import.title') },
      ]}
    >
      {refusal && <Refusal reason={refusal} />}
      <Notice title={t('partners.import.nothingYet')} testId="partner-import-preview" />
      <Counts counts={counts} />
      <Faults faults={plan.faults} />
      <Changes plan={plan} />
      <Form action={paths.confirmImport(of)} id="confirm">
        <Actions>
          {writes && (
            <Button kind="primary" testId="confirm-partner-import">
              {t('partners.import.confirm', { count: counts.created + counts.updated })}
            </Button>
          )}
          <Button kind="quiet" formaction={paths.discardImport(of)} testId="discard-partner-import">
            {t('partners.import.discard')}
          </Button>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

/** What an import wrote; the records that did not come in stay here to be read. */
export function ResultPage({ one }: { one: PartnerImport }) {
  const { t, date } = useView()
  return (
    <StaffLayout
      title={t(one.confirmedOn ? 'partners.import.result' : 'partners.import.gone')}
      lead={one.fileName}
      crumbs={[
        { href: paths.list(), label: t('partners.list.title') },
        { href: paths.imports(), label: t('partners.import.title') },
      ]}
      actions={<LinkButton href={paths.list()}>{t('partners.list.title')}</LinkButton>}
    >
      {one.confirmedOn && <p>{t('partners.import.doneOn', { date: date(one.confirmedOn), name: one.by })}</p>}
      {one.figures && <Counts counts={one.figures} />}
      <Faults faults={one.faults} />
    </StaffLayout>
  )
}

function Counts({ counts }: { counts: CountsOf }) {
  const { t, number } = useView()
  return (
    <Figures>
      {(['created', 'updated', 'unchanged', 'rejected'] as const).map((name) => (
        <Figure
          key={name}
          value={number(counts[name])}
          label={t(`partners.import.${name}`)}
          definition={t(`partners.import.${name}.definition`)}
          testId={`partners-${name}`}
          {...(name === 'rejected' && counts.rejected > 0 ? { tone: 'attention' as const } : {})}
        />
      ))}
    </Figures>
  )
}

function Faults({ faults }: { faults: readonly Fault[] }) {
  const { t } = useView()
  if (faults.length === 0) return null
  return (
    <Section title={t('partners.import.faults')}>
      <p>{t('partners.import.faults.text')}</p>
      <Table
        caption={t('partners.import.faults')}
        hideCaption
        testId="partner-faults"
        rows={faults.slice(0, shownFaults)}
        rowKey={(fault) => `${fault.file} ${fault.number} ${fault.field} ${fault.why}`}
        columns={[
          { label: t('partners.import.name'), cell: (fault) => fault.file },
          { label: t('partners.fault.record'), number: true, cell: (fault) => fault.number },
          { label: t('partners.fault.line'), number: true, cell: (fault) => fault.line },
          { label: t('partners.name'), head: true, cell: (fault) => fault.called || t('partners.fault.nameless') },
          { label: t('partners.fault.field'), cell: (fault) => fault.field && <code>{fault.field}</code> },
          {
            label: t('partners.fault.problem'),
            cell: (fault) => t(`partners.fault.${fault.why}`, { expected: fault.expected }),
          },
        ]}
      />
      {faults.length > shownFaults && <p>{t('partners.import.more', { count: faults.length - shownFaults })}</p>}
    </Section>
  )
}

function Changes({ plan }: { plan: Plan }) {
  const { t } = useView()
  const rows = [
    ...rowsOf(plan.partners, (one: IncomingPartner) => one.partner.name, 'structure'),
    ...rowsOf(plan.services, (one: IncomingService) => one.service.name, 'service'),
  ]
  if (rows.length === 0) return null
  return (
    <Section title={t('partners.import.changes')}>
      <Table
        caption={t('partners.import.changes')}
        hideCaption
        testId="partner-changes"
        rows={rows.slice(0, shownRows)}
        rowKey={(row) => `${row.file} ${row.number}`}
        columns={[
          { label: t('partners.fault.record'), number: true, cell: (row) => row.number },
          { label: t('partners.name'), head: true, cell: (row) => <span dir="auto">{row.name}</span> },
          { label: t('partners.import.what'), cell: (row) => t(`partners.import.of.${row.what}`) },
          {
            label: t('partners.import.effect'),
            cell: (row) => (
              <>
                <Status kind={row.effect === 'created' ? 'active' : 'waiting'}>
                  {t(`partners.import.effect.${row.effect}`)}
                </Status>{' '}
                {row.edited && <small>{t('partners.import.edited')}</small>}
              </>
            ),
          },
        ]}
      />
      {rows.length > shownRows && <p>{t('partners.import.more', { count: rows.length - shownRows })}</p>}
    </Section>
  )
}

function rowsOf<T extends { file: string; number: number }>(
  part: Part<T>,
  nameOf: (one: T) => string,
  what: 'structure' | 'service',
) {
  return [
    ...part.update.map((one) => ({
      file: one.file,
      number: one.number,
      name: nameOf(one),
      what,
      effect: 'updated' as const,
      edited: one.edited,
    })),
    ...part.create.map((one) => ({
      file: one.file,
      number: one.number,
      name: nameOf(one),
      what,
      effect: 'created' as const,
      edited: false,
    })),
  ]
}
