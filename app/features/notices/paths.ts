import { path } from '../../shared/http/paths.ts'

export const paths = {
  /** All of those that were shown, at one press. */
  allSeen: path('/notices'),
  seen: path('/notices/:noticeId'),
  /** Takes it back: the notice is there again. */
  unseen: path('/notices/:noticeId/undo'),
}
