// Who opened a person's file, as the person reads it: by day and professional, in kinds of content, never content.
import { sql, type Tx } from '../../shared/db/database.ts'
import type { StaffRole } from '../../shared/http/actor.ts'
import type { FieldClass } from '../../shared/http/outcome.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

/** One line: this professional read, or changed, this kind of content on this day. `file` is the file as such. */
export type Opening = {
  day: PlainDate
  actorId: string
  name: string | null
  role: StaffRole | null
  did: 'read' | 'changed'
  what: FieldClass | 'file'
}

/** More lines than anybody reads; older ones are asked for at the office. */
const mostLines = 400

/** The newest first. Whoever changed something has read it too: that is one line. */
export async function listOpenings(tx: Tx, personId: string): Promise<Opening[]> {
  const { rows } = await sql<Opening>`
    select (e.at at time zone 'Europe/Zurich')::date as day, e.actor_id as "actorId", u.name, u.role, c.class as what,
           case when bool_or(e.result = 'done') then 'changed' else 'read' end as did
      from audit_entries e
      cross join unnest(case when e.field_classes = '{}' then array['file'] else e.field_classes end) as c (class)
      left join users u on u.id = e.actor_id
     where e.person_id = ${personId} and e.actor_kind = 'staff' and e.result in ('read', 'done')
     group by 1, 2, 3, 4, 5
     order by day desc, u.name, c.class
     limit ${mostLines}`.execute(tx)
  return rows
}

/** Lines by day, the order kept. */
export const byDay = (openings: readonly Opening[]): [PlainDate, Opening[]][] => [
  ...Map.groupBy(openings, (opening) => opening.day),
]
