// Who does what of the profiles on which half-day: the same way in every group, as far as the group has come.
import { paths as notes } from '../../app/features/notes/paths.ts'
import { paths as plans } from '../../app/features/plans/paths.ts'
import { me, paths } from '../../app/features/profiles/paths.ts'
import { paths as space } from '../../app/features/space/paths.ts'
import { daysBetween, type PlainDate } from '../../app/shared/time/dates.ts'
import { giveCard, pins, withCard } from './cards.ts'
import type { MemberKey } from './cast.ts'
import type { Folk } from './folk.ts'
import { type GroupPlan, peopleOf } from './groups.ts'
import { followUp, justNow, longAgo } from './hand-overs.ts'
import {
  enterPaper,
  freeze,
  handOver,
  openOnPaper,
  profileIdOf,
  rate,
  rateTogether,
  workOf,
  workOnPhone,
} from './profiles.ts'
import { type Story, typedDay } from './story.ts'
import * as texts from './texts.ts'

type Half = { id: string; onDate: PlainDate }

/** Of the half-days: cards on the first, profiles opened on the second, own sheets from the seventh, others' from the ninth. */
export function growProfiles(story: Story, plan: GroupPlan, sessions: readonly Half[]): void {
  const stay = peopleOf(story, plan.key).filter(({ way }) => way.kind === 'group' && !way.ends)
  for (const person of stay)
    if (withCard.includes(person.number))
      on(story, sessions[0], person, () =>
        giveCard(story, story.as(plan.coach), {
          person,
          pin: pins.get(person.number) ?? null,
          programme: 'FocusTravail',
        }),
      )
  for (const [at, person] of stay.entries()) grow(story, plan, sessions, { person, at })
  if (plan.key === 'lilas') openPeers(story, plan, sessions[7], stay)
  announceAbsences(story, plan, sessions, stay)
}

/** On the day of a half-day, when that has come. */
function on(story: Story, half: Half | undefined, person: Folk, act: () => Promise<unknown>) {
  const { world } = story
  if (half && half.onDate < world.today) world.plan(half.onDate, `person ${person.number}`, act)
}

function grow(story: Story, plan: GroupPlan, sessions: readonly Half[], { person, at }: { person: Folk; at: number }) {
  const { world } = story
  const work = workOf(story, plan, person)
  const card = () => story.cards.get(person.number)
  const byPhone = () => card()?.pin != null
  writeNotes(story, plan, sessions, person)
  on(story, sessions[1], person, async () => {
    if (!byPhone()) await openOnPaper(work)
  })
  // In a group that has not come to the sheets yet, some have begun all the same.
  const own = sessions[plan.key === 'muehle' ? 2 : plan.key === 'pont' ? 4 : 6]
  const handIn = plan.over || (plan.key === 'lilas' ? at % 5 !== 4 : plan.key === 'pont' ? at < 2 : byNumber(person))
  on(story, own, person, async () => {
    if (byPhone()) return workOnPhone(work, card()!.session, { handIn })
    if (plan.key !== 'muehle') await enterPaper(work, await profileIdOf(work), { handIn })
  })
  if (!plan.over) {
    if (plan.key === 'lilas' && at < 7)
      on(story, sessions[8], person, async () => rate(work, story.as(plan.coach), await profileIdOf(work)))
    if (byNumber(person)) ownSteps(story, sessions[3], person)
    return
  }
  on(story, sessions[10], person, async () => rateTogether(work, await profileIdOf(work), at % 2 === 0))
  goOut(story, plan, { work, person, at, last: daysBetween(world.today, sessions.at(-1)!.onDate) })
}

/** The coach writes one to those who accompany, the social worker now and then one to their colleagues. */
function writeNotes(story: Story, plan: GroupPlan, sessions: readonly Half[], person: Folk) {
  const chance = story.world.random.branch(`notes ${person.number}`)
  const body = () => chance.pick(texts.notes[person.groupLanguage])
  const write = (who: MemberKey, audience: 'shared' | 'institution', half: Half | undefined) =>
    on(story, half, person, () =>
      story.world.post(story.as(who), notes.create({ personId: story.people.get(person.number)! }), {
        audience,
        body: body(),
      }),
    )
  if (person.number === 0 || chance.chance(0.6)) write(plan.coach, 'shared', sessions[chance.whole(1, 5)])
  if (person.number === 0 || chance.chance(0.3)) write(person.holder, 'institution', sessions[chance.whole(0, 2)])
}

/** Those who have chosen a PIN do more by themselves. */
const byNumber = ({ number }: Folk) => number === 0 || number === 3 || number === 26

/** After the last half-day: frozen, handed over, and what became of it. */
function goOut(
  story: Story,
  plan: GroupPlan,
  { work, person, at, last }: { work: ReturnType<typeof workOf>; person: Folk; at: number; last: number },
) {
  const { world } = story
  const recent = plan.key === 'linde'
  const now = recent ? justNow[at] : undefined
  // One of the recent group keeps the frozen version, one has not decided yet.
  if (recent && !now && at > justNow.length) return
  const day = now ? Math.max(now.handedOver, last) : Math.min(last + 2, -1)
  const lane = `person ${person.number}`
  world.plan(world.day(day), lane, async () => {
    const profileId = await profileIdOf(work)
    const versionId = await freeze(work, profileId)
    if (recent && !now) return
    await handOver(work, profileId, versionId)
  })
  const course = recent ? now?.course : longAgo[at]
  if (course) followUp(story, person, day, course)
}

/** The coach opens the step after the rules were shown; two have joined. */
function openPeers(story: Story, plan: GroupPlan, half: Half | undefined, stay: readonly Folk[]) {
  const { world } = story
  if (!half || half.onDate >= world.today) return
  const groupId = story.groups.get(plan.key)!
  world.plan(half.onDate, undefined, () =>
    world.post(story.as(plan.coach), paths.openPeers({ groupId }), {
      rulesShown: true,
      rulesShownOn: typedDay(half.onDate),
    }),
  )
  world.plan(half.onDate, undefined, async () => {
    for (const { number } of stay) {
      const card = story.cards.get(number)
      if (card?.pin) await world.post(card.session, me.joinPeers())
    }
  })
}

/** The day before: some have pressed "I can't come". */
function announceAbsences(story: Story, plan: GroupPlan, sessions: readonly Half[], stay: readonly Folk[]) {
  const { world } = story
  const next = sessions.find(({ onDate }) => onDate >= world.today)
  if (plan.over || !next) return
  for (const { number } of stay.filter((person) => [1, 13].includes(person.number)))
    world.plan(world.day(-1), `person ${number}`, () =>
      world.post(story.cards.get(number)!.session, space.absence({ sessionId: next.id })),
    )
}

/** A step of one's own during the weeks, and one that is done. */
function ownSteps(story: Story, half: Half | undefined, person: Folk) {
  const { world } = story
  on(story, half, person, async () => {
    const card = story.cards.get(person.number)
    if (!card) return
    const chance = world.random.branch(`steps ${person.number}`)
    const [first, second] = chance.shuffled(texts.steps[person.groupLanguage])
    await world.post(card.session, plans.addMine(), { what: first, dueOn: typedDay(world.day(chance.whole(2, 12))) })
    await world.post(card.session, plans.addMine(), { what: second, dueOn: typedDay(world.day(chance.whole(12, 30))) })
    await world.post(story.as(person.holder), plans.addGoal({ personId: story.people.get(person.number)! }), {
      title: chance.pick(texts.goals[person.groupLanguage]),
    })
  })
}
