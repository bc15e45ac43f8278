// Five groups: three that run today, two that are over. Planned from the template, filled by hand, marked half-day by half-day.
import { paths as attendance } from '../../app/features/attendance/paths.ts'
import { listMembers } from '../../app/features/groups/members.ts'
import { paths } from '../../app/features/groups/paths.ts'
import { paths as sessionPaths } from '../../app/features/sessions/paths.ts'
import { listSessions } from '../../app/features/sessions/store.ts'
import { newId } from '../../app/shared/db/database.ts'
import { type PlainDate, weekday } from '../../app/shared/time/dates.ts'
import type { MemberKey } from './cast.ts'
import { type Folk, type GroupKey, members } from './folk.ts'
import { growProfiles } from './growing.ts'
import { sites } from './programme.ts'
import type { Random } from './random.ts'
import { type Story, typedDay } from './story.ts'
import * as texts from './texts.ts'

export type GroupPlan = {
  key: GroupKey
  name: string
  language: 'fr' | 'de'
  site: number
  room: string
  /** Days from today. */
  start: number
  halfDays: string[]
  coach: MemberKey
  coCoach?: MemberKey
  trainee?: MemberKey
  over: boolean
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

/** Three half-days a week. The first running group meets today, whatever day it is but a weekend. */
export function planGroups(today: PlainDate): GroupPlan[] {
  const first = Math.min(weekday(today), 5) - 1
  const on = (half: 'am' | 'pm', ...offsets: number[]) =>
    offsets.map((offset) => `${days[(first + offset) % 5]}-${half}`)
  const group = (key: GroupKey, name: string, start: number, halfDays: string[], rest: Partial<GroupPlan>) => ({
    ...{
      key,
      name,
      start,
      halfDays,
      language: members[key].language,
      site: 0,
      room: 'Salle 1',
      coach: 'marc' as MemberKey,
      over: false,
    },
    ...rest,
  })
  return [
    group('cerisiers', 'Cerisiers', -186, on('am', 0, 2, 4), { coCoach: 'selin', over: true }),
    group('linde', 'Linde', -36, on('pm', 0, 2, 3), {
      site: 1,
      room: 'Raum 3',
      coach: 'lukas',
      trainee: 'ivana',
      over: true,
    }),
    group('lilas', 'Lilas', -21, on('am', 0, 2, 4), { coCoach: 'selin', trainee: 'ivana' }),
    group('pont', 'Vieux-Pont', -14, on('pm', 1, 3, 4), { room: 'Salle 2', coach: 'selin', coCoach: 'marc' }),
    group('muehle', 'Mühle', -8, on('pm', 0, 2, 3), { site: 1, room: 'Raum 3', coach: 'lukas', trainee: 'ivana' }),
  ]
}

/** Who belongs to a group, in the order of their numbers. */
export const peopleOf = (story: Story, key: GroupKey): Folk[] =>
  story.folk.filter(({ way }) => way.kind === 'group' && way.group === key)

/** The group's whole life, from its plan to its end. */
export function liveGroup(story: Story, plan: GroupPlan): void {
  const { world, accounts } = story
  const helene = story.as('helene')
  const groupId = newId()
  story.groups.set(plan.key, groupId)
  world.plan(world.workday(plan.start - 16), undefined, async () => {
    await world.post(helene, paths.create({ programmeId: story.programmeId }), {
      id: groupId,
      name: plan.name,
      language: plan.language,
      site: sites[plan.site]!.name,
      room: plan.room,
      capacity: plan.over ? 14 : 12,
      start: typedDay(world.day(plan.start)),
      halfDays: plan.halfDays,
      ...{ amFrom: '08:30', amTo: '11:30', pmFrom: '13:30', pmTo: '16:30' },
      coach: accounts.ids[plan.coach],
      coCoach: plan.coCoach && accounts.ids[plan.coCoach],
      trainee: plan.trainee && accounts.ids[plan.trainee],
      intent: 'confirm',
    })
    await planHalfDays(story, plan, groupId)
  })
  world.plan(world.workday(plan.start - 8), undefined, () =>
    world.post(helene, paths.join({ groupId }), {
      enrolments: peopleOf(story, plan.key).map(({ number }) => story.enrolments.get(number)!),
    }),
  )
}

async function planHalfDays(story: Story, plan: GroupPlan, groupId: string) {
  const { world } = story
  const list = () => world.as(story.as('helene'), (tx) => listSessions(tx, groupId))
  let sessions = await list()
  if (plan.key === 'lilas') {
    await meetToday(story, sessions)
    sessions = await list()
    story.sessionToday = sessions.find(({ onDate }) => onDate === world.today)!.id
  }
  const chance = world.random.branch(`group ${plan.key}`)
  const habits = new Map(peopleOf(story, plan.key).map((person) => [person.number, habitOf(person, chance)]))
  for (const [at, session] of sessions.entries()) {
    // Today's half-day is still to come.
    if (session.onDate >= world.today) continue
    world.plan(session.onDate, `group ${plan.key}`, () =>
      mark(story, plan, { ...session, number: at + 1 }, { habits, chance }),
    )
  }
  growProfiles(story, plan, sessions)
  const last = sessions.at(-1)!.onDate
  if (last < world.today) world.plan(last, `group ${plan.key}`, () => complete(story, plan, groupId))
}

/** On a weekend or a holiday the group has moved its next half-day to today. */
async function meetToday(story: Story, sessions: readonly { id: string; onDate: PlainDate }[]) {
  const { world } = story
  const next = sessions.find(({ onDate }) => onDate >= world.today)!
  if (next.onDate === world.today) return
  await world.post(story.as('helene'), sessionPaths.moving({ sessionId: next.id }), {
    ...{ date: typedDay(world.today), from: '08:30', to: '11:30', alone: true, intent: 'confirm' },
  })
}

type Status = 'present' | 'late' | 'left-early' | 'excused' | 'absent'
/** Says how somebody is there on the nth half-day; undefined from the day they have left. */
type Habit = (number: number) => Status | undefined

/** Stays, but was away twice without a word: the referrer is told. */
const often = new Set([4, 17])

function habitOf({ way, number: person }: Folk, chance: Random): Habit {
  const usual = (): Status =>
    chance.weighted([
      ['present', 86],
      ['late', 5],
      ['left-early', 2],
      ['excused', 5],
      ['absent', 2],
    ] as const)
  if (way.kind !== 'group') return usual
  if (way.ends === 'never-came') return (number) => (number <= 3 ? 'absent' : undefined)
  if (way.ends === 'dropped') {
    const until = chance.whole(3, 6)
    return (number) => (number < until - 1 ? usual() : number <= until ? 'absent' : undefined)
  }
  return (number) => (often.has(person) && (number === 2 || number === 4) ? 'absent' : usual())
}

type Half = { id: string; number: number; onDate: PlainDate }

async function mark(
  story: Story,
  plan: GroupPlan,
  session: Half,
  { habits, chance }: { habits: Map<number, Habit>; chance: Random },
) {
  const { world } = story
  const coach = story.as(plan.coach)
  const there = [...habits].flatMap(([number, habit]) => {
    const status = habit(session.number)
    return status ? [{ number, status, personId: story.people.get(number)! }] : []
  })
  await world.post(coach, attendance.register({ sessionId: session.id }), {
    mark: there.map(({ personId, status }) => `${personId}:${status}:${newId()}`),
  })
  const excused = there.find(({ status }) => status === 'excused')
  if (excused && chance.chance(0.5))
    await world.post(coach, attendance.notes({ sessionId: session.id }), {
      person: excused.personId,
      id: newId(),
      body: chance.pick(texts.attendanceNotes[plan.language]),
    })
  // The last half-day before today waits for its coach: it is what "to close" shows.
  const open = plan.key === 'pont' && world.day(-4) < session.onDate
  if (!open) await world.post(coach, attendance.closure({ sessionId: session.id }))
  for (const [number, habit] of habits)
    if (habit(session.number) && habit(session.number + 1) === undefined) await leave(story, plan, number)
}

async function leave(story: Story, plan: GroupPlan, number: number) {
  const { world } = story
  const groupId = story.groups.get(plan.key)!
  const personId = story.people.get(number)!
  const all = await world.as(story.as('helene'), (tx) => listMembers(tx, groupId))
  const member = all.find((one) => one.personId === personId && one.leftOn === null)!
  const { way } = story.folk[number]!
  await world.post(story.as('helene'), paths.leave({ groupId, memberId: member.id }), {
    reason: way.kind === 'group' && way.ends === 'never-came' ? 'never-came' : 'dropped',
    changeStage: true,
  })
}

async function complete(story: Story, plan: GroupPlan, groupId: string) {
  const { world } = story
  const stayed = (await world.as(story.as('helene'), (tx) => listMembers(tx, groupId))).filter(
    (one) => one.leftOn === null,
  )
  await world.post(
    story.as(plan.coach),
    paths.completion({ groupId }),
    Object.fromEntries(stayed.map(({ id }) => [`end-${id}`, 'completed'])),
  )
}
