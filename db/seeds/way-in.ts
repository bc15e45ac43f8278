// From the referral to the edge of a group: the positioning sheet, calls, talks, and for some the end before the start.
import { infoSections } from '../../app/blueprints/blueprint.ts'
import { paths } from '../../app/features/referrals/paths.ts'
import { participantLanguages } from '../../app/shared/i18n/languages.ts'
import type { Folk } from './folk.ts'
import { openFile } from './intake.ts'
import { founded } from './programme.ts'
import type { Random } from './random.ts'
import { idIn, type Story, typedDay } from './story.ts'
import * as texts from './texts.ts'

/** The social worker proposes the person for the programme. */
export function refer(story: Story, person: Folk, day: number): void {
  const { world } = story
  openFile(story, person, day - world.random.branch(`file ${person.number}`).whole(0, 20))
  const chance = world.random.branch(`referral ${person.number}`)
  world.plan(world.workday(day), `person ${person.number}`, async () => {
    const personId = story.people.get(person.number)!
    const to = await world.post(story.as(person.holder), paths.refer({ personId }), {
      programmeId: story.programmeId,
      language: person.groupLanguage,
      reason: chance.pick(texts.reasons[person.groupLanguage]),
      expectation: chance.chance(0.7) ? chance.pick(texts.expectations[person.groupLanguage]) : null,
      explained: chance.chance(0.8) ? infoSections : [],
      sheetLanguage: (participantLanguages as readonly string[]).includes(person.language)
        ? person.language
        : person.groupLanguage,
      ...sheetOf(story, person, chance),
      ...answersOf(person, chance),
    })
    story.enrolments.set(person.number, idIn(to))
  })
}

function sheetOf({ world }: Story, { sheet, birthYear, gender, groupLanguage }: Folk, chance: Random) {
  return {
    birthYear,
    gender,
    schooling: sheet.schooling,
    digital: sheet.digital,
    place: sheet.place,
    mobile: sheet.mobile,
    halfDays: sheet.halfDays,
    childcare: sheet.childcare,
    needs: sheet.needs,
    earliestStart: sheet.earliestStart && typedDay(world.day(sheet.earliestStart)),
    freeNow: sheet.free,
    vocationalTraining: sheet.vocationalTraining,
    yearsOutOfWork: sheet.yearsOutOfWork,
    firstAidOn: sheet.firstAid && typedDay(`${world.day(-sheet.firstAid * 30).slice(0, 7)}-01`),
    levelSource: chance.pick(['self-declared', 'observed', 'observed', 'tested']),
    ...Object.fromEntries(
      Object.entries(sheet.levels).map(([skill, level]) => [`level.${groupLanguage}.${skill}`, level]),
    ),
  }
}

/** Self-efficacy before the first half-day, noted from paper by the referrer; not everybody filled it in. */
function answersOf({ groupLanguage }: Folk, chance: Random) {
  if (chance.chance(0.35)) return {}
  const instrument = groupLanguage === 'fr' ? 'fasku' : 'asku'
  return Object.fromEntries(
    [1, 2, 3].map((item) => [`answer.${groupLanguage}.${instrument}.${item}`, chance.whole(2, 4)]),
  )
}

/** The programme office calls. `reached` also says so to the stage. */
export function call(
  story: Story,
  person: Folk,
  day: number,
  result: 'reached' | 'no-answer' | 'message-left' | 'wrong-number',
) {
  const { world } = story
  world.plan(world.workday(day), `person ${person.number}`, () =>
    world.post(story.as('brigitte'), paths.attempt({ enrolmentId: story.enrolments.get(person.number)! }), {
      channel: person.phone ? 'phone' : 'letter',
      result,
    }),
  )
}

/** Calls until somebody answers. @returns the day on which they were reached. */
export function callUntilReached(story: Story, person: Folk, day: number, chance: Random): number {
  let on = day
  for (let tries = 0; tries < 3 && chance.chance(0.35); tries += 1) {
    call(story, person, on, chance.pick(['no-answer', 'message-left']))
    on += chance.whole(2, 5)
  }
  call(story, person, on, 'reached')
  return on
}

export function move(story: Story, person: Folk, day: number, form: { to: string; reason?: string; words?: string }) {
  const { world } = story
  const on = world.workday(day)
  world.plan(on, `person ${person.number}`, () =>
    world.post(
      story.as(form.words ? person.holder : 'brigitte'),
      paths.move({ enrolmentId: story.enrolments.get(person.number)! }),
      {
        ...form,
        on: typedDay(on),
      },
    ),
  )
}

/** A motivation talk of the referrer with the person. */
export function talk(story: Story, person: Folk, day: number, chance: Random) {
  const { world } = story
  const on = world.workday(day)
  world.plan(on, `person ${person.number}`, () =>
    world.post(story.as(person.holder), paths.talk({ enrolmentId: story.enrolments.get(person.number)! }), {
      on: typedDay(on),
      words: chance.pick(texts.motivationTalks[person.groupLanguage]),
    }),
  )
}

/** Those who wait: some registered yesterday, some for five months; some whom nobody has reached yet. */
export function wait(story: Story, person: Folk, stage: 'registered' | 'contacted' | 'informed'): number {
  const chance = story.world.random.branch(`waiting ${person.number}`)
  const since = -chance.weighted([
    [chance.whole(1, 14), 2],
    [chance.whole(15, 60), 4],
    [chance.whole(61, 150), 3],
  ] as const)
  const day = stage === 'registered' ? Math.max(since, -70) : Math.min(since, -15)
  refer(story, person, day)
  if (stage === 'registered') {
    const calls = day > -5 ? 0 : chance.whole(1, 3)
    for (let at = 1; at <= calls; at += 1)
      call(
        story,
        person,
        Math.min(day + at * chance.whole(3, 6), 0),
        at === 3 && chance.chance(0.3) ? 'wrong-number' : chance.pick(['no-answer', 'message-left']),
      )
    return day
  }
  const reached = Math.min(callUntilReached(story, person, day + chance.whole(1, 6), chance), -1)
  if (chance.chance(0.3)) talk(story, person, Math.min(reached + 3, -1), chance)
  if (stage === 'informed') move(story, person, Math.min(reached + chance.whole(2, 10), -1), { to: 'informed' })
  return day
}

/** Those who never started, each for a reason. */
export function neverStart(story: Story, person: Folk): number {
  const chance = story.world.random.branch(`never ${person.number}`)
  const day = -chance.whole(70, 225)
  refer(story, person, day)
  const reason = chance.weighted([
    ['not-reachable', 4],
    ['language', 2],
    ['health', 3],
    ['childcare', 2],
    ['no-time', 2],
    ['found-work', 3],
    ['does-not-want', 2],
    ['moved-away', 1],
  ] as const)
  let on = day + chance.whole(2, 8)
  if (reason === 'not-reachable') {
    for (const result of ['no-answer', 'message-left', 'no-answer', 'wrong-number'] as const) {
      on += chance.whole(3, 9)
      call(story, person, on, result)
    }
  } else on = callUntilReached(story, person, on, chance)
  const words = chance.chance(0.4) ? chance.pick(texts.endWords[person.groupLanguage]) : undefined
  move(story, person, on + chance.whole(5, 25), { to: 'never-started', reason, words })
  return day
}

/** Those who will be in a group that starts on a day: referred, reached, informed in time, most of them talked with. */
export function getReady(story: Story, person: Folk, start: number): void {
  const chance = story.world.random.branch(`ready ${person.number}`)
  const day = Math.max(start - chance.whole(34, 100), founded + chance.whole(8, 20))
  refer(story, person, day)
  const reached = Math.min(callUntilReached(story, person, day + chance.whole(1, 5), chance), start - 14)
  if (chance.chance(0.6)) talk(story, person, Math.min(reached + chance.whole(1, 5), start - 12), chance)
  move(story, person, Math.min(reached + chance.whole(2, 8), start - 12), { to: 'informed' })
}
