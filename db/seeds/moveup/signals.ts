// What trainers notice day by day, and what becomes of it: settled, passed on and settled, accepted, or still to be seen.
import { paths } from '../../../app/features/signals/paths.ts'
import { newId } from '../../../app/shared/db/database.ts'
import type { ColleagueKey } from './cast.ts'
import { type Neighbour, neighbours } from './folk.ts'
import type { OnHalfDay } from './groups.ts'
import { later, type Tale } from './story.ts'
import * as texts from './texts.ts'

type Step = { after: number; who: 'global' | 'sofie'; kind: 'accepted' | 'passed-on' | 'settled' }
type Noticed = {
  /** After which half-day, about whom. */
  half: number
  number: number
  theme: keyof typeof texts.signals
  urgency: 'today' | 'week' | 'later'
  steps: readonly Step[]
}

const settled = (who: Step['who'], days: number): Step[] => [
  { after: 1, who, kind: 'accepted' },
  { after: days, who, kind: 'settled' },
]

/** Who settles what by theme is the blueprint's: childcare, letters and routes the training, health and housing the global social worker. */
const noticed: readonly Noticed[] = [
  { half: 3, number: 0, theme: 'childcare', urgency: 'week', steps: settled('sofie', 6) },
  { half: 5, number: 9, theme: 'letter', urgency: 'week', steps: settled('sofie', 2) },
  { half: 8, number: 2, theme: 'mobility', urgency: 'later', steps: settled('sofie', 9) },
  { half: 12, number: 12, theme: 'housing', urgency: 'week', steps: settled('global', 7) },
  {
    ...{ half: 17, number: 4, theme: 'health', urgency: 'today' },
    steps: [
      { after: 0, who: 'global', kind: 'accepted' },
      { after: 1, who: 'global', kind: 'passed-on' },
      { after: 3, who: 'sofie', kind: 'settled' },
    ],
  },
  { half: 21, number: 14, theme: 'childcare', urgency: 'week', steps: settled('sofie', 5) },
  { half: 27, number: 5, theme: 'letter', urgency: 'week', steps: settled('sofie', 4) },
  // Not settled in time.
  { half: 30, number: 11, theme: 'housing', urgency: 'week', steps: [{ after: 2, who: 'global', kind: 'accepted' }] },
  { half: 37, number: 3, theme: 'health', urgency: 'week', steps: [{ after: 1, who: 'global', kind: 'passed-on' }] },
  { half: 38, number: 10, theme: 'letter', urgency: 'week', steps: [{ after: 1, who: 'sofie', kind: 'accepted' }] },
  { half: 39, number: 6, theme: 'mobility', urgency: 'week', steps: [] },
  { half: 40, number: 1, theme: 'childcare', urgency: 'today', steps: [] },
]

export const noteSignals =
  (tale: Tale): OnHalfDay =>
  async ({ plan, half, members }) => {
    for (const one of noticed) {
      const person = members.find(({ number }) => number === one.number)
      if (!person || one.half !== half.number) continue
      const signalId = newId()
      const words = texts.signals[one.theme][person.groupLanguage]
      await tale.world.post(tale.as(plan.coach), paths.create({ personId: tale.people.get(person.number)! }), {
        ...{ id: signalId, session: half.id, theme: one.theme, urgency: one.urgency, body: words.noticed },
      })
      for (const step of one.steps)
        later(tale, half.onDate, step.after, () => take(tale, { person, signalId, step, done: words.done }))
    }
  }

type Taken = { person: Neighbour; signalId: string; step: Step; done: string }

async function take(tale: Tale, { person, signalId, step, done }: Taken) {
  const { holder, groupLanguage } = neighbours[person.number]!
  const who: ColleagueKey = step.who === 'global' ? holder : 'sofie'
  await tale.world.post(tale.as(who), paths.step({ signalId }), {
    kind: step.kind,
    ...(step.kind === 'passed-on' ? { to: tale.accounts.ids.sofie, words: texts.passedOn[groupLanguage] } : {}),
    ...(step.kind === 'settled' ? { words: done } : {}),
  })
}
