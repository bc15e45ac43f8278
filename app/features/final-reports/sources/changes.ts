import type { Change, Rating } from '../../modules/module.ts'
import { listChanges } from '../../modules/store.ts'
import type { FactTable, Said } from '../facts.ts'
import { type Source, toldBy } from './source.ts'

/** The intended changes of each module with the described point at first and now. */
export const changes: Source = async ({ tx, vault, enrolment, side }) => {
  const own = (await listChanges(tx, vault, enrolment.id))
    .map((change) => ({ ...change, ratings: change.ratings.filter((rating) => toldBy(rating) === side) }))
    .filter(({ ratings }) => ratings.length > 0)
  return {
    lines: [],
    tables: [...Map.groupBy(own, ({ module }) => module.key).values()].map(
      (ofModule): FactTable => ({
        title: { text: ofModule[0]!.module.label },
        head: ['change', 'then', 'now'],
        rows: ofModule.map(row),
      }),
    ),
  }
}

function row({ label, points, ratings }: Change): Said[] {
  const said = ({ point, on }: Rating): Said => ({
    say: 'pointOn',
    with: { point: { text: points[point - 1] ?? { en: String(point) } }, day: { day: on } },
  })
  const [first, last] = [ratings[0]!, ratings.at(-1)!]
  return [{ text: label }, said(first), first === last ? { say: 'onlyOnce' } : said(last)]
}
