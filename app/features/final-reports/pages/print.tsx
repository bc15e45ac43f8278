import type { DocumentModel } from '../../../shared/documents/model.ts'
import { Paper } from '../../../shared/documents/paper.tsx'
import { PrintLayout, Section, useView } from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import type { SentVersion } from '../report.ts'

/** The version as a sheet that the browser prints, in any script. */
export function PrintPage({ version, document }: { version: SentVersion; document: DocumentModel }) {
  const { t } = useView()
  const of = { reportId: version.reportId, versionId: version.id }
  return (
    <PrintLayout title={document.title} back={{ href: paths.version(of), label: t('finalReports.print.back') }}>
      <Section title={t('finalReports.name')}>
        <Paper document={document} />
      </Section>
      <p>{document.footnote}</p>
    </PrintLayout>
  )
}
