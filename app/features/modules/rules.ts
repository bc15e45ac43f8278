import type { ProgrammeModule } from '../../blueprints/parts/modules.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Membership, Rating, Standing } from './module.ts'

type Openings = Readonly<Record<string, PlainDate>> | undefined

/** Whether the module takes people on this day: a planned one from the day the coordinator set. */
export function standingOf(
  module: Pick<ProgrammeModule, 'key' | 'state'>,
  openings: Openings,
  on: PlainDate,
): Standing {
  const opensOn = openings?.[module.key] ?? null
  if (module.state === 'running' || (opensOn !== null && opensOn <= on)) return { state: 'running' }
  return { state: 'planned', opensOn }
}

/** Joining a module on a day. Reasons: it is still to be built, the enrolment is over, they are in it, the day is to come. */
export function joining(
  module: Pick<ProgrammeModule, 'key' | 'state'>,
  facts: {
    openings: Openings
    memberships: readonly Pick<Membership, 'module' | 'until'>[]
    enrolmentEndedOn: PlainDate | null
    from: PlainDate
    today: PlainDate
  },
): Decision<PlainDate> {
  if (facts.enrolmentEndedOn !== null) return refuse('modules.refuse.over')
  if (facts.from > facts.today) return refuse('modules.refuse.future')
  if (facts.memberships.some((one) => one.module === module.key && one.until === null))
    return refuse('modules.refuse.already')
  const standing = standingOf(module, facts.openings, facts.from)
  if (standing.state === 'planned')
    return standing.opensOn === null
      ? refuse('modules.refuse.planned')
      : refuse('modules.refuse.notYet', { date: standing.opensOn })
  return accept(facts.from)
}

/** Leaving on a day: not before they came, not in the future. */
export function leaving(
  membership: Pick<Membership, 'from' | 'until'>,
  until: PlainDate,
  today: PlainDate,
): Decision<PlainDate> {
  if (membership.until !== null) return refuse('modules.refuse.left')
  if (until > today) return refuse('modules.refuse.future')
  if (until < membership.from) return refuse('modules.refuse.beforeJoining')
  return accept(until)
}

/** Changes are followed of those who are or were in the module. */
export function rating(
  memberships: readonly Pick<Membership, 'module' | 'from'>[],
  facts: { module: string; on: PlainDate; today: PlainDate },
): Decision<PlainDate> {
  if (facts.on > facts.today) return refuse('modules.refuse.future')
  const own = memberships.filter((one) => one.module === facts.module)
  if (own.length === 0) return refuse('modules.refuse.notIn')
  if (!own.some((one) => one.from <= facts.on)) return refuse('modules.refuse.beforeJoining')
  return accept(facts.on)
}

/** Who rates again on the same day corrects themselves: of several by one author on one day the last stands. */
export function standing(ratings: readonly Rating[]): Rating[] {
  return ratings.filter((one, i) => !ratings.slice(i + 1).some((later) => later.on === one.on && later.by === one.by))
}
