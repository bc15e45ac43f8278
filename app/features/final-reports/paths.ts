import { path } from '../../shared/http/paths.ts'

export const paths = {
  ofEnrolment: path('/enrolments/:enrolmentId/final-report'),
  show: path('/final-reports/:reportId'),
  facts: path('/final-reports/:reportId/facts'),
  section: path('/final-reports/:reportId/sections/:section'),
  draft: path('/final-reports/:reportId/sections/:section/draft'),
  reading: path('/final-reports/:reportId/reading'),
  sending: path('/final-reports/:reportId/sending'),
  version: path('/final-reports/:reportId/versions/:versionId'),
  pdf: path('/final-reports/:reportId/versions/:versionId/pdf'),
  /** For scripts that the PDF's typeface lacks. */
  print: path('/final-reports/:reportId/versions/:versionId/print'),
  receipt: path('/final-reports/:reportId/versions/:versionId/receipt'),
  ofProgramme: path('/programmes/:programmeId/final-reports'),
  own: path('/me/report'),
}
