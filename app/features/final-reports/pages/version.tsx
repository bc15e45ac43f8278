import type { DocumentModel } from '../../../shared/documents/model.ts'
import { Paper } from '../../../shared/documents/paper.tsx'
import { languageNames, staffLanguages } from '../../../shared/i18n/languages.ts'
import type { Refusal as RuleRefusal } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  Form,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  Status,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { paths } from '../paths.ts'
import type { Frame, SentVersion } from '../report.ts'
import { usePartNames } from './parts.tsx'

type VersionView = {
  version: SentVersion
  document: DocumentModel | null
  closed: 'erased' | 'keyMissing' | 'damaged' | null
  parts: Frame['parts']
  newest: SentVersion
  person: { id: string; name: string }
  viewerId: string
  refusal?: RuleRefusal
}

/** A version as it was sent: who has it, and the report itself. */
export function VersionPage(view: VersionView) {
  const { t, date } = useView()
  const { version, document, person, newest, refusal } = view
  const of = { reportId: version.reportId, versionId: version.id }
  const mine = version.receipts.find(({ userId }) => userId === view.viewerId)
  return (
    <StaffLayout
      title={t('finalReports.title', { name: person.name })}
      crumbs={[
        { href: people.show({ personId: person.id }), label: person.name },
        { href: paths.show({ reportId: version.reportId }), label: t('finalReports.name') },
      ]}
      lead={t('finalReports.version.lead', {
        version: version.number,
        day: date(version.sentOn, 'long'),
        name: version.sentByName,
      })}
    >
      {refusal && <Refusal reason={refusal} />}
      {newest.id !== version.id && (
        <Notice kind="warning">
          <a href={paths.version({ reportId: version.reportId, versionId: newest.id })}>
            {t('finalReports.version.newer', { version: newest.number, day: date(newest.sentOn, 'long') })}
          </a>
        </Notice>
      )}
      {mine && !mine.receivedOn && (
        <Section title={t('finalReports.receipt.title')} card>
          <p>{t('finalReports.receipt.text')}</p>
          <Form action={paths.receipt(of)} testId="receipt-form">
            <Actions>
              <Button kind="primary" testId="acknowledge-report">
                {t('finalReports.receipt.button')}
              </Button>
            </Actions>
          </Form>
        </Section>
      )}
      <Receipts {...view} />
      <Section title={t('finalReports.name')} card>
        {document ? <Paper document={document} /> : <p class="unknown">{t(`vault.${view.closed ?? 'damaged'}`)}</p>}
      </Section>
      {document && (
        <Section title={t('finalReports.pdf')}>
          <Actions>
            {staffLanguages.map((language) => (
              <LinkButton
                key={language}
                icon="print"
                href={paths.pdf(of, { in: language })}
                testId={`report-pdf-${language}`}
              >
                {languageNames[language]}
              </LinkButton>
            ))}
          </Actions>
        </Section>
      )}
    </StaffLayout>
  )
}

function Receipts({ version, parts }: VersionView) {
  const { t, date } = useView()
  const names = usePartNames(parts)
  return (
    <Table
      caption={t('finalReports.receipts')}
      rows={version.receipts}
      rowKey={(receipt) => receipt.id}
      columns={[
        { label: t('finalReports.recipient'), head: true, cell: (receipt) => receipt.name },
        { label: t('finalReports.recipient.part'), cell: (receipt) => names(receipt.parts) },
        { label: t('finalReports.recipient.institution'), cell: (receipt) => receipt.institution },
        {
          label: t('finalReports.receipt.on'),
          cell: ({ receivedOn }) =>
            receivedOn ? (
              <Status kind="done">{date(receivedOn)}</Status>
            ) : (
              <Status kind="waiting">{t('finalReports.receipt.none')}</Status>
            ),
        },
      ]}
    />
  )
}
