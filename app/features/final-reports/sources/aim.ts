import { type Aim, currentOf, withheldKind } from '../../aims/aim.ts'
import { listAims } from '../../aims/store.ts'
import { blueprintOf } from '../../programmes/programme.ts'
import type { Fact } from '../facts.ts'
import { type Source, toldBy } from './source.ts'

/** What the person wanted, in their words, and what became of it; aims before it, and dreams, which are no aims. */
export const aim: Source = async ({ tx, vault, enrolment, programme, side }) => {
  const kinds = blueprintOf(programme).aims?.kinds ?? []
  const aims = (await listAims(tx, vault, enrolment.id)).filter((one) => toldBy(one) === side)
  const current = currentOf(aims)
  if (!current) return { lines: [], tables: [] }
  const label = (one: Aim) => ({ text: kinds.find(({ key }) => key === one.kind)?.label ?? { en: one.kind } })
  const words = (one: Aim): Fact[] =>
    one.words?.state === 'open' ? [{ say: 'aimWords', with: { words: one.words.text } }] : []
  const results = (one: Aim): Fact[] =>
    one.results
      .filter((result) => toldBy(result) === side)
      .slice(0, 1)
      .map(({ result, on }) => ({ say: `aimResult.${result}`, with: { day: { day: on } } }))
  const named = (one: Aim, say: string): Fact =>
    one.kind === withheldKind
      ? { say: 'aimNotDisclosed', with: { day: { day: one.on } } }
      : { say, with: { aim: label(one), day: { day: one.on } } }
  const dreams = aims.filter((one) => one.isDream)
  return {
    lines: [
      ...(current.isDream ? [] : [named(current, 'aim'), ...words(current), ...results(current)]),
      ...aims.filter((one) => one !== current && !one.isDream).map((one) => named(one, 'aimBefore')),
      ...dreams.flatMap((one): Fact[] => [{ say: 'dream', with: { day: { day: one.on } } }, ...words(one)]),
    ],
    tables: [],
  }
}
