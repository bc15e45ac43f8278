import { path } from '../../shared/http/paths.ts'

export const paths = {
  list: path('/hand-overs'),
  show: path('/hand-overs/:handOverId'),
  pdf: path('/hand-overs/:handOverId/profile.pdf'),
  enter: path('/hand-overs/:handOverId/steps'),
  takeBack: path('/hand-overs/:handOverId/steps/:stepId/undo'),
  direction: path('/hand-overs/:handOverId/direction'),
  passedOn: path('/passed-on'),
  passedOnOne: path('/passed-on/:directionId'),
  passedOnPdf: path('/passed-on/:directionId/profile.pdf'),
  assign: path('/passed-on/:directionId/measure'),
}
