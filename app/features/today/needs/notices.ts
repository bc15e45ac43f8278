import type { Tx } from '../../../shared/db/database.ts'
import type { Words } from '../../../shared/i18n/i18n.ts'
import { paths as notices } from '../../notices/paths.ts'
import { listNotices } from '../../notices/store.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { type Need, need } from '../need.ts'
import { paths } from '../paths.ts'

/** What happened to the people one accompanies; each goes when it was seen. */
export async function noticeNeed(tx: Tx, { t, date }: Words): Promise<Need> {
  const all = await listNotices(tx)
  const seeAll = {
    label: t('today.notice.seeAll'),
    post: notices.allSeen(),
    fields: { ids: all.map(({ id }) => id).join(' ') },
    testId: 'notices-all-seen',
  }
  return need(
    { key: 'notices', title: 'today.notices', ...(all.length > 1 ? { all: seeAll } : {}) },
    all.map((one) => ({
      key: one.id,
      title: t(`today.notice.${one.kind}`, {
        name: one.firstName ? fullName({ firstName: one.firstName, lastName: one.lastName }) : '',
      }),
      note: date(one.onDate, 'weekday'),
      href: one.personId ? people.show({ personId: one.personId }) : paths.today(),
      acts: [
        {
          label: t('today.notice.see'),
          post: notices.seen({ noticeId: one.id }),
          fields: { to: 'seen' },
          testId: 'notice-seen',
        },
      ],
    })),
  )
}
