import { path } from '../../shared/http/paths.ts'

export const paths = {
  /** Staff: the card of one person. */
  card: path('/people/:personId/card'),
  revocation: path('/people/:personId/card/revocation'),
  unlocking: path('/people/:personId/card/unlocking'),
  clearing: path('/people/:personId/card/pin-clearing'),
  /** Staff: this browser as a shared tablet. */
  tablet: path('/shared-tablet'),
  tabletEnd: path('/shared-tablet/end'),
  /** Participants. */
  /** Short enough to type from a printed card; leads to the next. */
  short: path('/card'),
  code: path('/card/sign-in'),
  scan: path('/card/scan/:token'),
  pin: path('/card/pin'),
  kiosk: path('/card/kiosk'),
  help: path('/card/help'),
}
