import { act } from '../../shared/http/doors.tsx'
import { seeOther } from '../../shared/http/outcome.ts'
import { paths } from './paths.ts'
import { maySee } from './policy.ts'
import { findNotice, seeNotice } from './store.ts'

export const routes = [
  act(
    paths.seen,
    { policy: maySee, find: ({ tx, params }) => findNotice(tx, params.noticeId) },
    async ({ tx, subject }) => {
      await seeNotice(tx, subject.id)
      return seeOther('/', { did: { act: 'notices.see', on: ['notice', subject.id] }, say: 'notices.seen' })
    },
  ),
]
