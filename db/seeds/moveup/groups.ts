// Two groups of one level each: two months of half-days, marked one by one, five a week and still going on.
import { paths as attendance } from '../../../app/features/attendance/paths.ts'
import { listMembers } from '../../../app/features/groups/members.ts'
import { paths } from '../../../app/features/groups/paths.ts'
import type { Session as HalfDay } from '../../../app/features/sessions/session.ts'
import { listSessions } from '../../../app/features/sessions/store.ts'
import { newId } from '../../../app/shared/db/database.ts'
import { giveCard } from '../cards.ts'
import type { Random } from '../random.ts'
import { typedDay } from '../story.ts'
import type { ColleagueKey } from './cast.ts'
import { type LevelGroup, type Neighbour, neighboursIn } from './folk.ts'
import { groupsStart, sites } from './frame.ts'
import type { Tale } from './story.ts'
import * as texts from './texts.ts'

type Plan = {
  key: LevelGroup
  name: string
  language: 'fr' | 'nl'
  site: number
  room: string
  half: 'am' | 'pm'
  coach: ColleagueKey
  coCoach: ColleagueKey
  trainee?: ColleagueKey
}

export const plans: readonly Plan[] = [
  {
    ...{ key: 'marche', name: 'Marché', language: 'fr', site: 0, room: 'Salle 2', half: 'am' },
    ...{ coach: 'benoit', coCoach: 'nele', trainee: 'ines' },
  },
  {
    ...{ key: 'kanaal', name: 'Kanaal', language: 'nl', site: 1, room: 'Zaal 1', half: 'pm' },
    ...{ coach: 'nele', coCoach: 'benoit' },
  },
]
/** By the person's number; the second one is in Dutch. */
const cards: ReadonlyMap<number, string | null> = new Map([
  [0, '4826'],
  [3, null],
  [10, '9173'],
])

/** What happens on a half-day after the register was kept; `number` counts the group's half-days from one. */
export type OnHalfDay = (given: {
  plan: Plan
  half: HalfDay
  members: readonly Neighbour[]
  /** How many half-days have been held by today, and the last one of a member. */
  held: number
  lastOf: (person: Neighbour) => number
}) => Promise<void>

export function liveGroups(tale: Tale, then: OnHalfDay): void {
  for (const plan of plans) liveGroup(tale, plan, then)
}

function liveGroup(tale: Tale, plan: Plan, then: OnHalfDay) {
  const { world, accounts } = tale
  const pauline = tale.as('pauline')
  const groupId = newId()
  tale.groups.set(plan.key, groupId)
  world.plan(world.workday(groupsStart - 12), undefined, async () => {
    await world.post(pauline, paths.create({ programmeId: tale.programmeId }), {
      id: groupId,
      name: plan.name,
      language: plan.language,
      site: sites[plan.site]!.name,
      room: plan.room,
      capacity: 12,
      start: typedDay(world.nextWorkday(groupsStart)),
      halfDays: ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => `${day}-${plan.half}`),
      ...{ amFrom: '09:00', amTo: '12:00', pmFrom: '13:00', pmTo: '16:00' },
      coach: accounts.ids[plan.coach],
      coCoach: accounts.ids[plan.coCoach],
      trainee: plan.trainee && accounts.ids[plan.trainee],
      intent: 'confirm',
    })
    await planHalfDays(tale, plan, then)
  })
  world.plan(world.workday(groupsStart - 6), undefined, () =>
    world.post(pauline, paths.join({ groupId }), {
      enrolments: neighboursIn(plan.key).map(({ number }) => tale.enrolments.get(number)!),
    }),
  )
}

async function planHalfDays(tale: Tale, plan: Plan, then: OnHalfDay) {
  const { world } = tale
  const groupId = tale.groups.get(plan.key)!
  const halfDays = await world.as(tale.as('pauline'), (tx) => listSessions(tx, groupId))
  const held = halfDays.filter(({ onDate }) => onDate < world.today)
  const chance = world.random.branch(`level group ${plan.key}`)
  for (const half of held)
    world.plan(half.onDate, `level group ${plan.key}`, async () => {
      const members = neighboursIn(plan.key).filter(({ way }) => stillThere(way, half.number, held.length))
      await keepRegister(tale, plan, half, { members, chance })
      if (half.number === 1) await giveCards(tale, plan)
      await then({ plan, half, members, held: held.length, lastOf: ({ way }) => lastHalfDay(way, held.length) })
      await letGo(tale, plan, half, held.length)
    })
}

/** Who drops out is gone after the third week; who finishes early, a week before today. */
const lastHalfDay = (way: Neighbour['way'], held: number): number =>
  way.at !== 'group' || !way.ends ? Number.POSITIVE_INFINITY : way.ends === 'dropped' ? 15 : held - 5
const stillThere = (way: Neighbour['way'], number: number, held: number) => number <= lastHalfDay(way, held)

type Day = { members: readonly Neighbour[]; chance: Random }

async function keepRegister(tale: Tale, plan: Plan, half: HalfDay, { members, chance }: Day) {
  const { world } = tale
  const trainer = tale.as(plan.coach)
  const there = members.map((person) => ({ person, status: statusOf(person, half.number, chance) }))
  await world.post(trainer, attendance.register({ sessionId: half.id }), {
    mark: there.map(({ person, status }) => `${tale.people.get(person.number)}:${status}:${newId()}`),
  })
  const excused = there.find(({ status }) => status === 'excused')
  if (excused && chance.chance(0.4))
    await world.post(trainer, attendance.notes({ sessionId: half.id }), {
      person: tale.people.get(excused.person.number),
      id: newId(),
      body: chance.pick(texts.attendanceNotes[plan.language]),
    })
  await world.post(trainer, attendance.closure({ sessionId: half.id }))
}

const statusOf = ({ way }: Neighbour, number: number, chance: Random) =>
  way.at === 'group' && way.ends === 'dropped' && number > 12
    ? 'absent'
    : chance.weighted([
        ['present', 85],
        ['late', 6],
        ['left-early', 2],
        ['excused', 5],
        ['absent', 2],
      ] as const)

async function giveCards(tale: Tale, plan: Plan) {
  for (const person of neighboursIn(plan.key)) {
    const pin = cards.get(person.number)
    if (pin === undefined) continue
    await giveCard(tale, tale.as(plan.coach), { person, pin, programme: 'MOVE’UP' })
  }
}

async function letGo(tale: Tale, plan: Plan, half: HalfDay, held: number) {
  const groupId = tale.groups.get(plan.key)!
  for (const { number, way } of neighboursIn(plan.key)) {
    if (way.at !== 'group' || !way.ends || half.number !== lastHalfDay(way, held)) continue
    const all = await tale.world.as(tale.as('pauline'), (tx) => listMembers(tx, groupId))
    const member = all.find((one) => one.personId === tale.people.get(number) && one.leftOn === null)!
    await tale.world.post(tale.as('pauline'), paths.leave({ groupId, memberId: member.id }), {
      reason: way.ends,
      changeStage: true,
    })
  }
}
