import { attended } from '../../attendance/attendance.ts'
import { listSessionsOfPerson } from '../../attendance/readers.ts'
import { summarise } from '../../attendance/rules.ts'
import { nothing, type Source } from './source.ts'

/** How often and how regularly the person came: over all, and month by month. */
export const attendance: Source = async ({ tx, enrolment, side }) => {
  if (side === 'social') return nothing
  const groups = await tx
    .selectFrom('group_members')
    .select('group_id')
    .where('enrolment_id', '=', enrolment.id)
    .execute()
  const own = new Set(groups.map((row) => row.group_id))
  const sessions = (await listSessionsOfPerson(tx, enrolment.personId)).filter(
    (session) => own.has(session.groupId) && session.status !== null,
  )
  if (sessions.length === 0) return nothing
  const { marked, present, late, leftEarly, excused, absent } = summarise(sessions.map(({ status }) => status))
  const months = [...Map.groupBy(sessions, (session) => session.onDate.slice(0, 7))]
  return {
    lines: [
      { say: 'came', with: { came: present + late + leftEarly, marked } },
      ...Object.entries({ late, leftEarly, excused, absent }).flatMap(([say, count]) =>
        count > 0 ? [{ say, with: { count } }] : [],
      ),
    ],
    tables:
      months.length < 2
        ? []
        : [
            {
              head: ['month', 'halfDaysCame', 'halfDaysExpected'],
              rows: months.map(([month, all]) => [
                { month: `${month}-01` },
                all.filter(({ status }) => attended(status)).length,
                all.length,
              ]),
            },
          ],
  }
}
