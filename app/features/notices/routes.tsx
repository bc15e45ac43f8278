import type { Tx } from '../../shared/db/database.ts'
import { uuid } from '../../shared/forms/forms.ts'
import { act } from '../../shared/http/doors.tsx'
import { notFound, seeOther } from '../../shared/http/outcome.ts'
import { paths } from './paths.ts'
import { maySee, maySeeAll } from './policy.ts'
import { findNotice, seeNotice, unseeNotice } from './store.ts'

const home = '/'
const find = ({ tx, params }: { tx: Tx; params: { noticeId: string } }) => findNotice(tx, params.noticeId)

export const routes = [
  // Only those that were shown: what arrived since has not been seen.
  act(paths.allSeen, { policy: maySeeAll }, async ({ tx, typed }) => {
    const ids = typed
      .get('ids')
      .split(' ')
      .filter((id) => uuid.test(id))
    const seen: string[] = []
    for (const id of ids) if (await seeNotice(tx, id)) seen.push(id)
    return seeOther(home, {
      did: seen.map((id) => ({ act: 'notices.see', on: ['notice', id] })),
      say: { key: 'notices.allSeen', params: { count: seen.length } },
    })
  }),

  act(paths.seen, { policy: maySee, find }, async ({ tx, subject }) => {
    if (!(await seeNotice(tx, subject.id))) return notFound()
    return seeOther(home, {
      did: { act: 'notices.see', on: ['notice', subject.id] },
      say: { key: 'notices.seen', undo: paths.unseen({ noticeId: subject.id }) },
    })
  }),

  act(paths.unseen, { policy: maySee, find }, async ({ tx, subject }) => {
    if (!(await unseeNotice(tx, subject.id))) return notFound()
    return seeOther(home, { did: { act: 'notices.unsee', on: ['notice', subject.id] } })
  }),
]
