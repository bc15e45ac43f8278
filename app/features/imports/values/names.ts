import { fold } from '../../people/fold.ts'
import type { NameOrder } from '../mapping.ts'

export type FullName = { firstName: string; lastName?: string }

/** Words that belong to the name after them: von Allmen, De Smet, El Khoury. */
const particles = new Set(
  'von van de der den del della di da do dos das du des la le el al ben bin ibn ten ter te zu zum zur af av y abu mac mc'.split(
    ' ',
  ),
)

/**
 * A whole name in two parts; null when it cannot be told which is which. A comma tells, so do capitals (REY Léo), so does the order
 * the header names as long as nobody has to guess where a name of several words ends.
 */
export function splitName(text: string, order: NameOrder | null): FullName | null {
  const [before = '', after = '', ...rest] = text.split(/\s*,\s*/)
  if (after && rest.length === 0) return { firstName: after, lastName: before }
  const words = text.split(' ')
  if (words.length === 1) return { firstName: text }
  return byCapitals(words) ?? (order && byOrder(words, order))
}

function byCapitals(words: string[]): FullName | null {
  const isCapital = words.map((word) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase())
  const count = isCapital.filter(Boolean).length
  if (count === 0 || count === words.length) return null
  const begins = isCapital.lastIndexOf(false) < isCapital.indexOf(true)
  const ends = isCapital.lastIndexOf(true) < isCapital.indexOf(false)
  if (!begins && !ends) return null
  const [first, last] = begins
    ? [words.slice(0, -count), words.slice(-count)]
    : [words.slice(count), words.slice(0, count)]
  return { firstName: first.join(' '), lastName: last.join(' ') }
}

function byOrder(words: string[], order: NameOrder): FullName | null {
  const isParticle = (word: string | undefined) => particles.has(fold(word ?? ''))
  if (order === 'last-first') {
    const end = words.findIndex((word) => !isParticle(word)) + 1
    if (end === 0 || end === words.length || (end === 1 && words.length > 2)) return null
    return { lastName: words.slice(0, end).join(' '), firstName: words.slice(end).join(' ') }
  }
  const inside = words.slice(1, -1)
  if (!inside.every(isParticle)) return null
  return { firstName: words[0]!, lastName: words.slice(1).join(' ') }
}
