import { path } from '../../shared/http/paths.ts'

export const paths = { seen: path('/notices/:noticeId/seen') }
