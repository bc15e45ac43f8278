/** What the rule about the next appointment needs to know, of several enrolments at once. */
import type { FollowUpRhythm } from '../../../blueprints/parts/follow-up.ts'
import type { Tx } from '../../../shared/db/database.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import { blueprintOf, type Programme } from '../../programmes/programme.ts'
import { type DueStanding, dueOn, dueStanding } from '../rules/due.ts'

type Of = { id: string; endedOn: PlainDate | null; programme: Pick<Programme, 'blueprint' | 'settings'> }

export const rhythmOf = (programme: Pick<Programme, 'blueprint' | 'settings'>): FollowUpRhythm | undefined =>
  programme.settings.followUp ?? blueprintOf(programme).followUp

/**
 * Where each enrolment stands, by its id. The follow-up begins when the person joins an individual module, or else when they start
 * the programme; only appointments of the social service count.
 */
export async function readStandings(
  tx: Tx,
  enrolments: readonly Of[],
  today: PlainDate,
): Promise<Map<string, DueStanding>> {
  if (enrolments.length === 0) return new Map()
  const ids = enrolments.map(({ id }) => id)
  const appointments = Map.groupBy(
    await tx
      .selectFrom('appointments')
      .select(['enrolment_id', 'on_date', 'state'])
      .where('enrolment_id', 'in', ids)
      .where('side', '=', 'social')
      .where('state', 'in', ['planned', 'held'])
      .execute(),
    (row) => row.enrolment_id,
  )
  const statements = Map.groupBy(
    await tx
      .selectFrom('stability_statements')
      .select(['enrolment_id', 'stable', 'on_date'])
      .where('enrolment_id', 'in', ids)
      .orderBy('on_date')
      .orderBy('created_at')
      .execute(),
    (row) => row.enrolment_id,
  )
  const memberships = Map.groupBy(
    await tx
      .selectFrom('module_memberships')
      .select(['enrolment_id', 'module', 'from_date', 'until_date'])
      .where('enrolment_id', 'in', ids)
      .execute(),
    (row) => row.enrolment_id,
  )
  const starts = new Map(
    (
      await tx
        .selectFrom('enrolment_stages')
        .select(['enrolment_id', ({ fn }) => fn.min('on_date').as('on_date')])
        .where('enrolment_id', 'in', ids)
        .where('kind', '=', 'started')
        .groupBy('enrolment_id')
        .execute()
    ).map((row) => [row.enrolment_id, row.on_date as PlainDate]),
  )

  return new Map(
    enrolments.map(({ id, endedOn, programme }): [string, DueStanding] => {
      const { followUp, modules = [] } = blueprintOf(programme)
      const rhythm = rhythmOf(programme)
      if (!followUp || !rhythm || endedOn !== null) return [id, { state: 'none' }]
      const individual = new Set(modules.filter(({ way }) => way === 'individual').map(({ key }) => key))
      const own = (memberships.get(id) ?? []).filter(({ module }) => individual.has(module))
      const running = own.filter((one) => one.until_date === null).map((one) => one.from_date)
      const begunOn = own.length > 0 ? (running.sort()[0] ?? null) : (starts.get(id) ?? null)
      const list = appointments.get(id) ?? []
      const held = list.filter(({ state }) => state === 'held').map((one) => one.on_date)
      const said = statements.get(id)?.at(-1)
      return [
        id,
        dueStanding({
          dueOn: dueOn({
            begunOn,
            lastHeld: held.sort().at(-1) ?? null,
            stability: said ? { stable: said.stable, on: said.on_date } : null,
            rhythm,
          }),
          planned: list.filter(({ state }) => state === 'planned').map((one) => one.on_date),
          aheadDays: followUp.aheadDays,
          today,
        }),
      ]
    }),
  )
}
