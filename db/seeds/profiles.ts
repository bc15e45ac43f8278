// Profiles: most from paper with the coach, some on the person's own phone; handed over by those who are through.
import { type CompetenceId, competenceGroups, competences } from '../../app/data/competences.ts'
import { me, paths } from '../../app/features/profiles/paths.ts'
import { findProfileOf } from '../../app/features/profiles/store/index.ts'
import type { Folk } from './folk.ts'
import type { GroupPlan } from './groups.ts'
import type { Random } from './random.ts'
import { idIn, type Story, typedDay } from './story.ts'
import * as texts from './texts.ts'
import type { Session } from './world.ts'

/** How far somebody has come with their profile. */
export type Progress = 'opened' | 'self' | 'third' | 'frozen' | 'handed-over'

type Work = { story: Story; plan: GroupPlan; person: Folk; chance: Random; picks: CompetenceId[] }

const parts = Object.keys(texts.perspectives)

/** What somebody will pick and how they see it: about eight competences. */
export function workOf(story: Story, plan: GroupPlan, person: Folk): Work {
  const chance = story.world.random.branch(`profile ${person.number}`)
  const picked = new Set(chance.shuffled(competences.map(({ id }) => id)).slice(0, chance.whole(7, 9)))
  return { story, plan, person, chance, picks: competences.map(({ id }) => id).filter((id) => picked.has(id)) }
}

/** Own view: mostly in the middle of the scale. */
const ownView = (chance: Random) =>
  chance.weighted([
    ['1', 1],
    ['2', 4],
    ['3', 6],
    ['4', 3],
    ['unknown', 1],
  ] as const)
/** Another's view: often the same or a step higher. */
const otherView = (chance: Random) =>
  chance.weighted([
    ['2', 2],
    ['3', 6],
    ['4', 4],
    ['unknown', 1],
  ] as const)

export async function openOnPaper({ story, plan, person }: Work): Promise<string> {
  const groupId = story.groups.get(plan.key)!
  const to = await story.world.post(story.as(plan.coach), paths.group({ groupId }), {
    enrolmentId: story.enrolments.get(person.number)!,
  })
  return idIn(to)
}

/** The sheet and the words from paper, entered by the coach. */
export async function enterPaper(work: Work, profileId: string, { handIn }: { handIn: boolean }): Promise<void> {
  const { story, plan, chance, picks } = work
  const coach = story.as(plan.coach)
  const rated = handIn ? picks : picks.slice(0, 3)
  await story.world.post(coach, paths.paperSheet({ profileId }), {
    ...Object.fromEntries(rated.map((id) => [`value-${id}`, ownView(chance)])),
    button: handIn ? 'hand-in' : undefined,
  })
  if (!handIn) return
  for (const form of wordsOf(work)) await story.world.post(coach, paths.paperWords({ profileId }), form)
}

/** Two or three examples and a line for most parts. */
function wordsOf({ story, plan, chance, picks }: Work) {
  const examples = chance.shuffled(picks).slice(0, chance.whole(1, 3))
  return [
    ...examples.map((competence) => {
      const [situation, did, witness] = chance.pick(texts.evidence[plan.language])
      return { form: 'evidence', competence, situation, did, witness, shownToCoach: true }
    }),
    ...parts
      .filter((part) => part === 'first-idea' || part === 'next-step' || chance.chance(0.7))
      .map((part) => ({
        form: 'line',
        part,
        text: chance.pick(texts.perspectives[part]![plan.language]),
        by: part === 'next-step' ? typedDay(story.world.day(chance.whole(7, 30))) : undefined,
        shownToCoach: true,
      })),
  ]
}

/** The person's own work on their phone. */
export async function workOnPhone(work: Work, card: Session, { handIn }: { handIn: boolean }): Promise<void> {
  const { world } = work.story
  const { picks, chance } = work
  await world.post(card, me.start())
  for (const { id: group } of competenceGroups) {
    const here = competences.filter((one) => one.group === group && picks.includes(one.id)).map(({ id }) => id)
    if (here.length > 0) await world.post(card, me.pick({ group }), { picks: here })
  }
  for (const competence of handIn ? picks : picks.slice(0, 4))
    await world.post(card, me.rate({ competence }), { value: ownView(chance) })
  if (!handIn) return
  await world.post(card, me.answers())
  for (const { form, ...words } of wordsOf(work)) {
    const { competence, part } = words as { competence?: CompetenceId; part?: string }
    await world.post(
      card,
      form === 'evidence' ? me.evidenceOf({ competence: competence! }) : me.wordsOf({ part: part! }),
      words,
    )
  }
}

/** A professional's sheet about the same competences. */
export async function rate({ story, plan, picks, chance }: Work, who: Session, profileId: string): Promise<void> {
  await story.world.post(who, paths.sheet({ profileId }), {
    ...Object.fromEntries(picks.map((id) => [`value-${id}`, otherView(chance)])),
    [`comment-${picks[0]}`]: chance.pick(texts.comments[plan.language]),
    button: 'hand-in',
  })
}

/** Coach, co-coach and trainee hand in, then somebody writes down what was said about a difference. */
export async function rateTogether(work: Work, profileId: string, everybody: boolean): Promise<void> {
  const { story, plan, chance, picks } = work
  const coach = story.as(plan.coach)
  await rate(work, coach, profileId)
  if (!everybody) return
  for (const other of [plan.coCoach, plan.trainee]) if (other) await rate(work, story.as(other), profileId)
  await story.world.post(coach, paths.talk({ profileId, competence: picks[1]! }), {
    words: chance.pick(texts.differences[plan.language]),
  })
}

/** The person decided line by line with the coach: most goes out, and the first version is made. */
export async function freeze({ story, plan, chance }: Work, profileId: string): Promise<string> {
  const coach = story.as(plan.coach)
  const page = await (await story.world.get(coach, paths.decisions({ profileId }))).text()
  const lines = [...page.matchAll(/<input[^>]*name="lines"[^>]*>/g)].map(([tag]) => /value="([^"]+)"/.exec(tag)![1]!)
  const out = lines.filter((line) => !line.startsWith('line:') || chance.chance(0.9))
  const to = await story.world.post(coach, paths.decisions({ profileId }), {
    lines: out,
    asked: true,
    button: 'freeze',
  })
  return /versions\/([0-9a-f-]{36})/.exec(to)![1]!
}

export async function handOver({ story, plan }: Work, profileId: string, versionId: string): Promise<void> {
  await story.world.post(story.as(plan.coach), paths.handOver({ profileId, versionId }), { asked: true })
}

export async function profileIdOf({ story, plan, person }: Work): Promise<string> {
  const found = await story.world.as(story.as(plan.coach), (tx) =>
    findProfileOf(tx, story.enrolments.get(person.number)!),
  )
  return found!.id
}
