// What people want of it: noted at the review, changed by one, a dream beside another, and what became of it at the end.
import { paths } from '../../../app/features/aims/paths.ts'
import { type Neighbour, neighbours } from './folk.ts'
import { registeredOn } from './frame.ts'
import { onDay, type Tale } from './story.ts'
import * as texts from './texts.ts'

const of = (tale: Tale, { number }: Neighbour) => ({ enrolmentId: tale.enrolments.get(number)! })

export function noteAims(tale: Tale): void {
  for (const person of neighbours) {
    const { number, way, groupLanguage } = person
    if (way.at === 'candidate' || way.at === 'registered' || way.at === 'elsewhere') continue
    const said = texts.aims[groupLanguage]
    onDay(tale, person, registeredOn(person) + 9, async () => {
      const kind = number % 8 === 7 ? 'not-disclosed' : number % 3 === 0 || number === 8 ? 'participation' : 'pathway'
      await note(tale, person, {
        kind,
        words: kind === 'not-disclosed' ? null : said[kind as 'participation' | 'pathway'],
        shared: number % 2 === 0,
      })
      if (number === 9) await note(tale, person, { kind: 'pathway', isDream: true, words: said.dream, way: said.way })
    })
    // Somebody who came for company now wants a training.
    if (number === 12)
      onDay(tale, person, -20, () => note(tale, person, { kind: 'pathway', words: said.pathway, reason: said.change }))
  }
}

const note = (tale: Tale, person: Neighbour, form: Record<string, string | boolean | null>) =>
  tale.world.post(tale.as('sofie'), paths.create(of(tale, person)), form)

/** With the final report: both who finished have come to what they wanted, one of them in part. */
export const recordResult = (tale: Tale, person: Neighbour): Promise<unknown> =>
  tale.world.post(tale.as('sofie'), paths.result(of(tale, person)), {
    result: person.number === 17 ? 'partly' : 'reached',
    resultWords: texts.aims[person.groupLanguage].result,
    resultShared: true,
  })
