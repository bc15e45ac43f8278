import { addDays } from '../../shared/time/dates.ts'
import { blueprintOf } from '../programmes/programme.ts'
import { type NeedReader, need } from '../today/need.ts'
import { dueOf } from './due.ts'
import { paths } from './paths.ts'
import { listTestsWithoutResult, listUnderway } from './store.ts'

/** Evaluations due in the next week or overdue, and tests whose day has passed without a result. */
export const needs: NeedReader[] = [
  {
    roles: ['coach'],
    order: 40,
    async read({ tx, words: { t, date }, today }) {
      const due = (await listUnderway(tx)).flatMap((one) => {
        const plan = blueprintOf(one).evaluations
        const on = plan && dueOf(one, plan)
        return on && on <= addDays(today, 7) ? [{ ...one, on }] : []
      })
      return [
        need(
          { key: 'evaluations', title: 'evaluations.need' },
          due
            .toSorted((a, b) => (a.on < b.on ? -1 : 1))
            .map((one) => ({
              key: one.enrolmentId,
              title: one.person,
              note: t('evaluations.need.note', { date: date(one.on) }),
              late: one.on < today,
              href: paths.show({ enrolmentId: one.enrolmentId }),
              acts: [
                {
                  label: t('evaluations.hold'),
                  href: paths.create({ enrolmentId: one.enrolmentId }),
                  testId: 'hold-evaluation',
                },
              ],
            })),
        ),
      ]
    },
  },
  {
    roles: ['coach', 'social-worker'],
    order: 41,
    async read({ tx, words: { t, date }, today }) {
      return [
        need(
          { key: 'entrance-tests', title: 'evaluations.test.need' },
          (await listTestsWithoutResult(tx, today)).map((one) => ({
            key: one.id,
            title: one.person,
            note: t('evaluations.test.need.note', { date: date(one.on) }),
            late: true,
            href: `${paths.show({ enrolmentId: one.enrolmentId })}#tests`,
          })),
        ),
      ]
    },
  },
]
