// What became of the profiles that were handed over: every stage of the way is there, and one that nobody has read in time.
import { paths } from '../../app/features/handovers/paths.ts'
import { listHandOvers } from '../../app/features/handovers/store.ts'
import { paths as plans } from '../../app/features/plans/paths.ts'
import { readPlan } from '../../app/features/plans/store.ts'
import { weekday } from '../../app/shared/time/dates.ts'
import type { Folk } from './folk.ts'
import { type Story, typedDay } from './story.ts'
import * as texts from './texts.ts'
import type { World } from './world.ts'

/** Days after the hand-over on which each press is made; the rest has not happened. */
export type Course = {
  received?: number
  read?: number
  /** Planned on the first day for the second. */
  planned?: readonly [number, number]
  held?: number
  direction?: Direction
  /** The officer assigns a measure so many days after the talk. */
  assigned?: number
  /** The first step is done so many days after the talk. */
  firstStepDone?: number
}
type Direction = 'ordinary-measure' | 'mission-desk' | 'training' | 'own-steps' | 'social-integration' | 'none'

/** Of a group that is long over: all have been talked about but one. */
export const longAgo: readonly Course[] = [
  { received: 1, read: 3, planned: [3, 10], held: 10, direction: 'ordinary-measure', assigned: 12, firstStepDone: 20 },
  { received: 1, read: 2, planned: [4, 12], held: 12, direction: 'own-steps', firstStepDone: 15 },
  { received: 2, read: 6, planned: [7, 20], held: 21, direction: 'ordinary-measure', assigned: 20 },
  { received: 1, read: 4, planned: [5, 14], held: 14, direction: 'training', firstStepDone: 30 },
  { received: 3, read: 8 },
  { received: 1, read: 5, planned: [9, 18], held: 18, direction: 'mission-desk', firstStepDone: 9 },
  { received: 4, read: 9, planned: [11, 25], held: 28, direction: 'social-integration' },
  { received: 2, read: 3, planned: [6, 16], held: 16, direction: 'none' },
  { received: 1, read: 3, planned: [3, 9], held: 9, direction: 'ordinary-measure' },
  { received: 2, read: 4, planned: [8, 22], held: 22, direction: 'own-steps' },
  { received: 1, read: 6, planned: [7, 15], held: 15, direction: 'ordinary-measure', assigned: 30, firstStepDone: 45 },
]

/** Of a group that has just ended; the offsets are in days before today, the hand-over first. */
export const justNow: readonly { handedOver: number; course: Course }[] = [
  { handedOver: -7, course: { received: 1, read: 1, planned: [1, 4], held: 4, direction: 'ordinary-measure' } },
  { handedOver: -7, course: { received: 1, read: 2, held: 5 } },
  { handedOver: -6, course: { received: 1, read: 2, planned: [3, 9] } },
  { handedOver: -6, course: { received: 2, read: 4, planned: [5, 12] } },
  { handedOver: -5, course: { received: 1, read: 3 } },
  { handedOver: -4, course: { received: 1 } },
  { handedOver: -1, course: {} },
  { handedOver: -7, course: {} },
]

/** Plans the presses of one hand-over. `day`: when it was handed over, counted from today. */
export function followUp(story: Story, person: Folk, day: number, course: Course): void {
  const { world } = story
  const holder = story.as(person.holder)
  const lane = `person ${person.number}`
  const chance = world.random.branch(`hand-over ${person.number}`)
  const press = (after: number | undefined, kind: string, plannedFor?: number) => {
    if (after === undefined) return
    world.plan(world.nextWorkday(day + after), lane, async () => {
      await world.post(holder, paths.enter({ handOverId: await handOverOf(story, person) }), {
        kind,
        onDate: plannedFor === undefined ? null : typedDay(weekdayAfter(world, day + plannedFor)),
      })
    })
  }
  press(course.received, 'received')
  press(course.read, 'read')
  if (course.planned) press(course.planned[0], 'talk-planned', course.planned[1])
  press(course.held, 'talk-held')
  const { held, direction } = course
  if (held === undefined || !direction) return
  const officer = person.groupLanguage === 'de' ? 'sabine' : 'olivier'
  world.plan(world.nextWorkday(day + held), lane, async () => {
    const handOverId = await handOverOf(story, person)
    await world.post(holder, paths.direction({ handOverId }), {
      direction,
      takenUp: {
        'ordinary-measure': story.accounts.ids[officer],
        'mission-desk': 'desk',
        'own-steps': 'person',
        none: '',
        training: story.accounts.ids[person.holder],
        'social-integration': story.accounts.ids[person.holder],
      }[direction],
      byDate: direction === 'none' ? null : typedDay(world.day(day + held + chance.whole(14, 40))),
      words: chance.pick(texts.directionWords[person.groupLanguage]),
      profileGoes: direction === 'ordinary-measure',
      ...(direction === 'none'
        ? {}
        : {
            step1: chance.pick(texts.steps[person.groupLanguage]),
            step1Who: 'person',
            step1By: typedDay(world.day(day + held + chance.whole(7, 21))),
          }),
    })
  })
  if (course.assigned !== undefined)
    world.plan(world.nextWorkday(day + held + course.assigned), lane, async () => {
      const all = await world.as(holder, (tx) => listHandOvers(tx))
      const { direction: found } = all.find((one) => one.person.id === story.people.get(person.number))!
      const [measure, provider] = chance.pick(texts.measures[person.groupLanguage])
      await world.post(story.as(officer), paths.assign({ directionId: found!.id }), {
        measure,
        provider,
        startsOn: typedDay(world.day(day + held + course.assigned! + 14)),
      })
    })
  if (course.firstStepDone !== undefined)
    world.plan(world.nextWorkday(day + held + course.firstStepDone), lane, async () => {
      const personId = story.people.get(person.number)!
      const plan = await world.as(holder, (tx) => readPlan(tx, personId))
      await world.post(holder, plans.moveStep({ personId, stepId: plan.steps[0]!.id }), { to: 'done' })
    })
}

/** Nobody plans a talk for a weekend. */
function weekdayAfter({ day }: World, offset: number) {
  const on = weekday(day(offset))
  return day(offset + (on > 5 ? 8 - on : 0))
}

async function handOverOf(story: Story, person: Folk): Promise<string> {
  const all = await story.world.as(story.as(person.holder), (tx) => listHandOvers(tx))
  const found = all.find((one) => one.person.id === story.people.get(person.number))
  if (!found) throw new Error(`no hand-over of person ${person.number}`)
  return found.id
}
