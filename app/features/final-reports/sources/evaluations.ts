import { evaluationFaces } from '../../../blueprints/parts/evaluations.ts'
import type { EntranceTest, Evaluation } from '../../evaluations/evaluation.ts'
import { listEntranceTests, listEvaluations } from '../../evaluations/store.ts'
import { blueprintOf } from '../../programmes/programme.ts'
import type { Fact, FactTable, Said } from '../facts.ts'
import { type Source, type SourceGiven, toldBy } from './source.ts'

/**
 * What the person and the trainers said of the same things at first and now, side by side and never averaged; and tests
 * to enter a training. Remarks in between stay where they are: they were noted for those who accompany the person.
 */
export const evaluations: Source = async (given) => {
  const { tx, vault, enrolment, side } = given
  const tests = (await listEntranceTests(tx, vault, enrolment.id)).filter((test) => toldBy(test) === side)
  const held = side === 'training' ? await listHeld(given) : []
  const [first, last] = [held[0], held.at(-1)]
  if (!first || !last) return { lines: tests.flatMap(testLine), tables: [] }
  return {
    lines: [
      { say: 'evaluations', with: { count: held.length, from: { day: first.on }, until: { day: last.on } } },
      ...tests.flatMap(testLine),
    ],
    tables: tables(given, held),
  }
}

/** Evaluations with points, the oldest first. */
const listHeld = async ({ tx, vault, enrolment }: SourceGiven): Promise<Evaluation[]> =>
  (await listEvaluations(tx, vault, enrolment.id)).filter(({ kind }) => kind !== 'remark').toReversed()

function tables({ programme }: SourceGiven, held: readonly Evaluation[]): FactTable[] {
  const items = blueprintOf(programme).evaluations?.items ?? []
  const table = (
    voice: 'own' | 'trainer',
    say: (item: (typeof items)[number], point: number | 'not-disclosed') => Said,
  ) => {
    const rows = items.flatMap((item): Said[][] => {
      const said = held.flatMap((evaluation) => {
        const point = evaluation[voice][item.key]
        return point == null ? [] : [say(item, point)]
      })
      const [then, now] = [said[0], said.at(-1)]
      if (then === undefined || now === undefined) return []
      return [[{ text: item.label }, then, said.length === 1 ? { say: 'onlyOnce' } : now]]
    })
    return rows.length > 0 ? [{ title: { say: `voice.${voice}` }, head: ['item', 'then', 'now'], rows }] : []
  }
  return [
    ...table('own', (_item, point) =>
      point === 'not-disclosed'
        ? { say: 'notDisclosed' }
        : { text: evaluationFaces[point - 1]?.label ?? { en: String(point) } },
    ),
    ...table('trainer', (item, point) => ({ text: item.points[Number(point) - 1] ?? { en: String(point) } })),
  ]
}

const testLine = ({ training, on, result, resultOn }: EntranceTest): Fact[] =>
  training.state === 'open'
    ? [{ say: `entrance.${result}`, with: { training: training.text, day: { day: resultOn ?? on } } }]
    : []
