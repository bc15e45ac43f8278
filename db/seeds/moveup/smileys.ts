// Smileys at the end of most half-days, and what was said about them. On paper, typed in by the trainer: the code on the wall
// lives for minutes of the real clock, which a past day of this story is not.

import { moveup } from '../../../app/blueprints/moveup.ts'
import { facesOf } from '../../../app/blueprints/parts/smileys.ts'
import type { Session as HalfDay } from '../../../app/features/sessions/session.ts'
import { countField } from '../../../app/features/smileys/form.ts'
import { paths } from '../../../app/features/smileys/paths.ts'
import type { Random } from '../random.ts'
import type { ColleagueKey } from './cast.ts'
import type { LevelGroup } from './folk.ts'
import type { OnHalfDay } from './groups.ts'
import type { Tale } from './story.ts'
import * as texts from './texts.ts'

const { faces: points, lines } = moveup.smileys!
const faces = facesOf[points]

/** Each vote is ended on the next half-day: what is on the same day depends on the hour. */
export function askSmileys(tale: Tale): OnHalfDay {
  const open = new Map<LevelGroup, HalfDay>()
  return async ({ plan, half, members, held }) => {
    const chance = tale.world.random.branch(`smileys ${plan.key} ${half.number}`)
    const before = open.get(plan.key)
    if (before) {
      await tale.world.post(tale.as(plan.coach), paths.closure({ sessionId: before.id }))
      open.delete(plan.key)
      if (before.number % 5 === 0) await talkItOver(tale, plan, before)
    }
    // Not every day leaves time for it.
    if (half.number < held - 8 && chance.chance(0.25)) return
    await onPaper(tale, plan.coach, half, { sheets: members.length - chance.whole(0, 2), chance })
    open.set(plan.key, half)
  }
}

/** Going well, a little better every week. */
const answer = (chance: Random, number: number) =>
  chance.weighted(faces.map((face, at) => [face, [6 + number / 8, 3, 1][at] ?? 0.5] as const))

async function onPaper(
  tale: Tale,
  trainer: ColleagueKey,
  half: HalfDay,
  { sheets, chance }: { sheets: number; chance: Random },
) {
  const counts: Record<string, number> = {}
  for (const { key } of lines)
    for (let sheet = 0; sheet < sheets; sheet += 1) {
      const field = countField(key, answer(chance, half.number))
      counts[field] = (counts[field] ?? 0) + 1
    }
  await tale.world.post(tale.as(trainer), paths.paper({ sessionId: half.id }), { sheets, ...counts })
}

async function talkItOver(tale: Tale, plan: { coach: ColleagueKey; language: 'fr' | 'nl' }, half: HalfDay) {
  const said = texts.talks[plan.language]
  await tale.world.post(tale.as(plan.coach), paths.talk({ sessionId: half.id }), {
    ...said[(half.number / 5) % said.length]!,
    number: 1,
    closes: 'yes',
  })
}
