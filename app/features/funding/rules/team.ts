/** Who holds what is asked for, and how much of whose time goes where. */
import type { TeamPlan } from '../../../blueprints/parts/funding.ts'
import { accept, type Decision, refuse } from '../../../shared/rules.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import { type Member, type StaffCost, type Time, whole } from '../funding.ts'

const isOn = ({ from, to }: { from: PlainDate; to: PlainDate | null }, day: PlainDate) =>
  from <= day && (to === null || to >= day)

/** Full-time equivalents on a day, in hundredths. */
export const fullTimeOn = (members: readonly Member[], day: PlainDate): number =>
  members.filter((member) => isOn(member, day)).reduce((all, { fte }) => all + fte, 0)

/** Each profile asked for with those who hold it on a day; nobody: a gap. */
export const profilesHeld = (plan: TeamPlan, members: readonly Member[], day: PlainDate) =>
  plan.profiles.map((profile) => ({
    profile,
    holders: members.filter((member) => isOn(member, day) && member.profiles.includes(profile.key)),
  }))

type Stretch = Pick<Time, 'share' | 'from' | 'to'>

/** Nobody works more than all of their time: on no day do the lines of one person add up to more than a hundred percent. */
export function addTime(times: readonly Stretch[], added: Stretch): Decision<Stretch> {
  if (added.to !== null && added.to < added.from) return refuse('funding.order')
  const all = [...times, added]
  const days = [added.from, ...times.map(({ from }) => from).filter((from) => isOn(added, from))]
  for (const day of days.sort()) {
    const sum = all.filter((time) => isOn(time, day)).reduce((n, { share }) => n + share, 0)
    if (sum > whole) return refuse('funding.time.tooMuch', { day, sum: sum / 100 })
  }
  return accept(added)
}

/** A month's staff cost: one sum, or an amount per member; both would count the same money twice. */
export function enterStaffCost<T extends Pick<StaffCost, 'memberId'>>(costs: readonly T[]): Decision<readonly T[]> {
  const sums = costs.filter(({ memberId }) => memberId === null).length
  return sums > 0 && sums < costs.length ? refuse('funding.costs.twice') : accept(costs)
}
