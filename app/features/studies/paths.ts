import { path } from '../../shared/http/paths.ts'

export const paths = {
  all: path('/studies'),
  ofProgramme: path('/programmes/:programmeId/studies'),
  create: path('/programmes/:programmeId/studies/new'),
  show: path('/studies/:studyId'),
  seed: path('/studies/:studyId/seed'),
  newUnit: path('/studies/:studyId/units/new'),
  units: path('/studies/:studyId/units'),
  unit: path('/studies/:studyId/units/:number'),
  arm: path('/studies/:studyId/units/:number/arm'),
  override: path('/studies/:studyId/units/:number/override'),
  record: path('/studies/:studyId/record'),
  logJson: path('/studies/:studyId/record/log.json'),
  logCsv: path('/studies/:studyId/record/log.csv'),
  design: path('/studies/:studyId/record/design.json'),
  closure: path('/studies/:studyId/closure'),
  paragraph: path('/studies/:studyId/paragraph'),
}
