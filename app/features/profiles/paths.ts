import { path } from '../../shared/http/paths.ts'

/** The person's own profile, on their card. */
export const me = {
  start: path('/me/profile'),
  picks: path('/me/profile/competences'),
  pick: path('/me/profile/competences/:group'),
  rate: path('/me/profile/rating/:competence'),
  answers: path('/me/profile/answers'),
  evidence: path('/me/profile/evidence'),
  evidenceOf: path('/me/profile/evidence/:competence'),
  words: path('/me/profile/perspectives'),
  wordsOf: path('/me/profile/perspectives/:part'),
  showEntry: path('/me/profile/entries/:kind/:entryId/sharing'),
  removeEntry: path('/me/profile/entries/:kind/:entryId/removal'),
  peers: path('/me/profile/peers'),
  joinPeers: path('/me/profile/peers/joining'),
  leavePeers: path('/me/profile/peers/leaving'),
  startPeer: path('/me/profile/peers/:peerId/sheet'),
  peerSheet: path('/me/profile/sheets/:sheetId'),
  ratePeer: path('/me/profile/sheets/:sheetId/:competence'),
  withdrawSheet: path('/me/profile/sheets/:sheetId/actions/withdrawal'),
  views: path('/me/profile/views'),
  talk: path('/me/profile/views/:competence'),
  decisions: path('/me/profile/decisions'),
  decide: path('/me/profile/decisions/:section'),
  preview: path('/me/profile/preview'),
  version: path('/me/profile/versions/:versionId'),
  versionPdf: path('/me/profile/versions/:versionId/pdf'),
  versionPrint: path('/me/profile/versions/:versionId/print'),
  handOver: path('/me/profile/versions/:versionId/hand-over'),
}

/** For those who accompany, and for readers of a version. */
export const paths = {
  group: path('/groups/:groupId/profiles'),
  openPeers: path('/groups/:groupId/peer-step'),
  closePeers: path('/groups/:groupId/peer-step/closing'),
  show: path('/profiles/:profileId'),
  sheet: path('/profiles/:profileId/sheet'),
  talk: path('/profiles/:profileId/talks/:competence'),
  paperSheet: path('/profiles/:profileId/paper/sheet'),
  paperWords: path('/profiles/:profileId/paper/words'),
  decisions: path('/profiles/:profileId/decisions'),
  version: path('/profiles/:profileId/versions/:versionId'),
  versionPdf: path('/profiles/:profileId/versions/:versionId/pdf'),
  versionPrint: path('/profiles/:profileId/versions/:versionId/print'),
  handOver: path('/profiles/:profileId/versions/:versionId/hand-over'),
}
