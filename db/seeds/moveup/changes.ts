// Who is in which module since when, and the changes that trainers and the training social worker saw over two months.
import { moveup } from '../../../app/blueprints/moveup.ts'
import type { ProgrammeModule } from '../../../app/blueprints/parts/modules.ts'
import { paths } from '../../../app/features/modules/paths.ts'
import type { Random } from '../random.ts'
import type { ColleagueKey } from './cast.ts'
import type { Neighbour } from './folk.ts'
import type { OnHalfDay } from './groups.ts'
import type { Tale } from './story.ts'
import * as texts from './texts.ts'

const moduleOf = (way: ProgrammeModule['way']) =>
  moveup.modules!.find((one) => one.way === way && one.state === 'running')!
const collective = moduleOf('collective')
const individual = moduleOf('individual')

/** The half-days after which changes are talked over: at the beginning, half-way, lately. */
const moments = [4, 19, 36]

/** Everybody is in the group's module from its first half-day, in the individual one from the second. */
export const followChanges =
  (tale: Tale): OnHalfDay =>
  async ({ plan, half, members }) => {
    if (half.number === 1) for (const person of members) await join(tale, plan.coach, person, collective)
    if (half.number === 2) for (const person of members) await join(tale, 'sofie', person, individual)
    const at = moments.indexOf(half.number)
    if (at < 0) return
    for (const person of members) {
      const chance = tale.world.random.branch(`changes ${person.number} ${at}`)
      await rate(tale, plan.coach, { person, module: collective, at, chance })
      if (person.number % 2 === 0) await rate(tale, 'sofie', { person, module: individual, at, chance })
    }
  }

const join = (tale: Tale, who: ColleagueKey, { number }: Neighbour, { key: module }: ProgrammeModule) =>
  tale.world.post(tale.as(who), paths.join({ enrolmentId: tale.enrolments.get(number)!, module }))

type Rated = { person: Neighbour; module: ProgrammeModule; at: number; chance: Random }

/** Most go on by a point between two talks, some stay, one goes back. */
async function rate(tale: Tale, who: ColleagueKey, { person, module, at, chance }: Rated) {
  const first = 1 + (person.number % 2)
  const reached = (most: number) => Math.max(1, Math.min(most, first + at - chance.pick([0, 0, 1])))
  const said = chance.pick(module.changes).key
  await tale.world.post(
    tale.as(who),
    paths.rate({ enrolmentId: tale.enrolments.get(person.number)!, module: module.key }),
    {
      ...Object.fromEntries(module.changes.map(({ key, points }) => [`point.${key}`, reached(points.length)])),
      [`words.${said}`]: chance.pick(texts.changes[person.groupLanguage]),
    },
  )
}
