import { path } from '../../shared/http/paths.ts'

export const paths = { show: path('/groups/:groupId/content-level') }
