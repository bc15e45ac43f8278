import { blueprints } from '../../blueprints/blueprints.ts'
import { addDays } from '../../shared/time/dates.ts'
import { fullName } from '../people/person.ts'
import { type NeedReader, need } from '../today/need.ts'
import { paths } from './paths.ts'
import { listWithoutResult } from './store.ts'

/** Mandates of those who accompany last so long after the end (see `app.settle_follow_up`). */
const daysAfterEnd = 92

/** Paths that ended whose result against the aim is not recorded. */
export const resultsDue: NeedReader = {
  roles: ['social-worker', 'coach'],
  order: 60,
  async read({ tx, words: { t, date }, today }) {
    const asked = blueprints.filter(({ aims }) => aims).map(({ id }) => id)
    const all = await listWithoutResult(tx, { blueprints: asked, since: addDays(today, -daysAfterEnd) })
    const items = all.map(({ enrolmentId, endedOn, ...person }) => ({
      key: enrolmentId,
      title: fullName(person),
      note: t('aims.need.ended', { date: date(endedOn) }),
      href: `${paths.show({ enrolmentId })}#result`,
    }))
    return [need({ key: 'aim-results', title: 'aims.need' }, items)]
  },
}
