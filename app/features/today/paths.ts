import { path } from '../../shared/http/paths.ts'

export const paths = {
  today: path('/'),
  seen: path('/notices/:noticeId'),
  /** Takes it back: the notice is there again. */
  unseen: path('/notices/:noticeId/undo'),
  figures: path('/programmes/:programmeId/figures'),
  figure: path('/programmes/:programmeId/figures/:figure'),
}
