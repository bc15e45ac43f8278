// Trainer and participant look back together: after a month, after two, and once more at the end; remarks in between, and an
// entrance test that is planned.
import { moveup } from '../../../app/blueprints/moveup.ts'
import { ownField, trainerField } from '../../../app/features/evaluations/form.ts'
import { paths } from '../../../app/features/evaluations/paths.ts'
import { addDays } from '../../../app/shared/time/dates.ts'
import { typedDay } from '../story.ts'
import type { ColleagueKey } from './cast.ts'
import type { Neighbour } from './folk.ts'
import type { OnHalfDay } from './groups.ts'
import type { Tale } from './story.ts'
import * as texts from './texts.ts'

const { items, faces } = moveup.evaluations!
/** After these half-days everybody but two: their evaluations are due. */
const moments = [15, 32]
const stillDue = [2, 15]

const of = (tale: Tale, { number }: Neighbour) => ({ enrolmentId: tale.enrolments.get(number)! })

export const evaluateTogether =
  (tale: Tale): OnHalfDay =>
  async ({ plan, half, members, lastOf }) => {
    for (const person of members) {
      const leaves = person.way.at === 'group' && person.way.ends === 'completed' && lastOf(person) === half.number
      const at = moments.indexOf(half.number)
      if (leaves) await hold(tale, plan.coach, person, { kind: 'final', at: 2 })
      else if (at === 0 || (at === 1 && !stillDue.includes(person.number)))
        await hold(tale, plan.coach, person, { kind: 'regular', at })
      if (half.number === 24 && person.number % 6 === 0)
        await tale.world.post(tale.as(plan.coach), paths.remark(of(tale, person)), {
          setting: person.number === 0 ? 'group' : 'individual',
          remark: texts.remarks[person.groupLanguage],
        })
      if (leaves && person.number === 17) await planTest(tale, plan.coach, person)
    }
  }

async function hold(
  tale: Tale,
  trainer: ColleagueKey,
  person: Neighbour,
  { kind, at }: { kind: 'regular' | 'final'; at: number },
) {
  const chance = tale.world.random.branch(`evaluation ${person.number} ${at}`)
  const point = (most: number) => Math.max(1, Math.min(most, 2 + at + chance.pick([-1, 0, 0, 1])))
  await tale.world.post(tale.as(trainer), paths.create(of(tale, person)), {
    kind,
    ...Object.fromEntries(
      items.flatMap(({ key, points }) => [
        // Some lines are left out, and of one somebody would rather not speak.
        [ownField(key), chance.chance(0.08) ? 'not-disclosed' : chance.chance(0.06) ? '' : point(faces.length)],
        [trainerField(key), chance.chance(0.08) ? '' : point(points.length)],
      ]),
    ),
    words: texts.agreed[person.groupLanguage][at % 2],
  })
}

const planTest = (tale: Tale, trainer: ColleagueKey, person: Neighbour) =>
  tale.world.post(tale.as(trainer), paths.createTest(of(tale, person)), {
    training: 'Opleiding residentieel elektrotechnisch installateur',
    place: 'Opleidingscentrum Lindeburg',
    onDate: typedDay(addDays(tale.world.today, 24)),
    result: 'planned',
    shared: true,
  })
