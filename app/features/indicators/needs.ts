import { blueprints } from '../../blueprints/blueprints.ts'
import { fullName } from '../people/person.ts'
import { type NeedReader, need } from '../today/need.ts'
import { waiting } from './asking.ts'
import { paths } from './paths.ts'
import { listAsked } from './status-store.ts'

/** The statuses a social worker still has to ask for: at entry, within four weeks after leaving, six months later. */
export const statusNeeds: NeedReader = {
  roles: ['social-worker'],
  order: 60,
  async read({ tx, words: { t, date }, today }) {
    const counted = blueprints.filter(({ indicators }) => indicators).map(({ id }) => id)
    const open = (await listAsked(tx, counted)).flatMap((one) =>
      waiting(one, today).map((due) => ({
        key: `${one.enrolmentId}-${due.moment}`,
        title: fullName(one),
        note: t(due.by < today ? 'indicators.need.late' : 'indicators.need.by', {
          moment: t(`indicators.moment.${due.moment}`),
          date: date(due.by),
        }),
        late: due.by < today,
        by: due.by,
        href: paths.ask({ enrolmentId: one.enrolmentId, moment: due.moment }),
      })),
    )
    const items = open.toSorted((a, b) => (a.by < b.by ? -1 : 1)).map(({ by: _by, ...item }) => item)
    return [need({ key: 'statuses', title: 'indicators.need' }, items)]
  },
}
