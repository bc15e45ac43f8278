import type { Tx } from '../../../shared/db/database.ts'
import type { Did } from '../../../shared/http/outcome.ts'
import { loadReported } from '../load.ts'
import type { Report, SentVersion } from '../report.ts'
import { listVersions } from '../sent-store.ts'
import { findReport } from '../store.ts'

type Asked<P> = { tx: Tx; params: P }

/** An enrolment whose programme has no report is not found. */
export const findEnrolment = async ({ tx, params }: Asked<{ enrolmentId: string }>) =>
  (await loadReported(tx, params.enrolmentId))?.enrolment

export async function find({ tx, params }: Asked<{ reportId: string }>): Promise<Report | undefined> {
  const report = await findReport(tx, params.reportId)
  return report && (await loadReported(tx, report.enrolmentId)) ? report : undefined
}

export async function findVersion({
  tx,
  params,
}: Asked<{ reportId: string; versionId: string }>): Promise<SentVersion | undefined> {
  const [version] = await listVersions(tx, { versionId: params.versionId })
  return version?.reportId === params.reportId ? version : undefined
}

export const didOn = (act: string, report: Pick<Report, 'id' | 'personId'>): Did => ({
  act: `final-reports.${act}`,
  on: ['final-report', report.id],
  person: report.personId,
  classes: ['follow-up'],
})

export const didOnVersion = (act: string, version: Pick<SentVersion, 'id' | 'personId'>): Did => ({
  act: `final-reports.${act}`,
  on: ['final-report-version', version.id],
  person: version.personId,
  classes: ['follow-up'],
})
