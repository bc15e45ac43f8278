import { fold, searchFold, skeletonWords } from './fold.ts'

/** What likeness is judged by. Dates are `YYYY-MM-DD`; anything may be missing but the first name. */
export type Likeness = {
  firstName: string
  lastName?: string | null
  birthDate?: string | null
  birthYear?: number | null
  phone?: string | null
  email?: string | null
}

/** Why two files look like one person, the surest first. Message keys are `imports.likeness.<reason>`. */
export const likenessReasons = [
  'sameNameAndBirthDate',
  'similarNameAndBirthDate',
  'sameNameCloseBirthDate',
  'sameNameAndBirthYear',
  'sameFirstNameAndBirthDate',
  'sameNameBirthDateUnknown',
  'sameFirstNameAndContact',
] as const
export type LikenessReason = (typeof likenessReasons)[number]

/** A name's words are alike from here on; below it two common names of one culture meet too often. */
const similarEnough = 0.55

/** The key two people share when their names are the same but for case and accents. */
export function nameKey(person: Pick<Likeness, 'firstName' | 'lastName'>): string {
  return `${fold(person.lastName ?? '')}|${fold(person.firstName)}`
}

/** The key two people share when their names are spelt alike, in either order. Used to find candidates. */
export function looseNameKey(person: Pick<Likeness, 'firstName' | 'lastName'>): string {
  return skeletonWords(`${person.lastName ?? ''} ${person.firstName}`)
    .sort()
    .join(' ')
}

/** How alike two texts are, from 0 to 1: shared groups of three letters, counted as PostgreSQL's pg_trgm does. */
export function similarity(a: string, b: string): number {
  return shared(trigrams(a), trigrams(b))
}

function shared(left: Set<string>, right: Set<string>): number {
  if (left.size === 0 || right.size === 0) return 0
  let both = 0
  for (const gram of left) if (right.has(gram)) both += 1
  return both / (left.size + right.size - both)
}

function trigrams(text: string): Set<string> {
  const grams = new Set<string>()
  for (const word of searchFold(text).split(' ').filter(Boolean)) {
    const letters = Array.from(`  ${word} `)
    for (let at = 0; at + 3 <= letters.length; at += 1) grams.add(letters.slice(at, at + 3).join(''))
  }
  return grams
}

/**
 * Whether two files are likelier than chance to be of one person, and why; null when they are not.
 * Judged by name and birth date. Contact alone says nothing, couples share phones: it counts only beside the first name.
 */
export function likelySame(a: Likeness, b: Likeness): LikenessReason | null {
  const birth = compareBirths(a, b)
  if (birth === 'different') return null
  const names = compareNames(a, b)
  if (birth === 'same') {
    if (names === 'same') return 'sameNameAndBirthDate'
    if (names === 'similar') return 'similarNameAndBirthDate'
    return names === 'first' && !isPlaceholderBirth(a.birthDate) ? 'sameFirstNameAndBirthDate' : null
  }
  if (names === 'same' && isComplete(a) && isComplete(b)) {
    if (birth === 'close') return 'sameNameCloseBirthDate'
    return birth === 'year' ? 'sameNameAndBirthYear' : 'sameNameBirthDateUnknown'
  }
  const bothNamed = isComplete(a) && isComplete(b)
  if (names === 'same' || names === 'similar' || (names === 'first' && !bothNamed)) {
    return shareContact(a, b) ? 'sameFirstNameAndContact' : null
  }
  return null
}

const isComplete = (person: Likeness) => Boolean(person.lastName?.trim())

/** Many who fled without papers are registered on the first of January: such a date tells two people apart poorly. */
const isPlaceholderBirth = (date: string | null | undefined) => date?.endsWith('-01-01') === true

type Names = 'same' | 'similar' | 'first' | 'different'

/** A name's words taken apart once: one person is compared with many. Forgotten with the person, so nothing is kept. */
const apart = new WeakMap<Likeness, { loose: string; first: Part; last: Part }>()
type Part = { words: string[]; grams: Set<string> }

function nameParts(person: Likeness) {
  const known = apart.get(person)
  if (known) return known
  const parts = { loose: looseNameKey(person), first: part(person.firstName), last: part(person.lastName ?? '') }
  apart.set(person, parts)
  return parts
}

function part(text: string): Part {
  const words = skeletonWords(text)
  return { words, grams: trigrams(words.join(' ')) }
}

function compareNames(a: Likeness, b: Likeness): Names {
  const [left, right] = [nameParts(a), nameParts(b)]
  if (left.loose === right.loose) return 'same'
  const firstAlike = sameGivenName(left.first, right.first)
  if (!isComplete(a) || !isComplete(b)) return firstAlike ? 'first' : 'different'
  if (firstAlike && sameFamilyName(left.last, right.last)) return 'similar'
  if (sameGivenName(left.first, right.last) && sameGivenName(left.last, right.first)) return 'similar'
  return firstAlike ? 'first' : 'different'
}

/** The same given name, a shortened one (Alex, Alexandra) or one of two (Anne, Anne-Marie). */
function sameGivenName(a: Part, b: Part): boolean {
  const [one, other] = [a.words[0] ?? '', b.words[0] ?? '']
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short !== '' && (short === long || (short.length >= 3 && long.startsWith(short)))) return true
  return shared(a.grams, b.grams) >= similarEnough
}

/** The same family name, or one of a double name (Meier, Meier-Schmid). */
function sameFamilyName(a: Part, b: Part): boolean {
  const [few, many] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words]
  if (few.length > 0 && few.every((word) => many.includes(word))) return true
  return shared(a.grams, b.grams) >= similarEnough
}

type Births = 'same' | 'close' | 'year' | 'unknown' | 'different'

function compareBirths(a: Likeness, b: Likeness): Births {
  if (a.birthDate && b.birthDate) {
    if (a.birthDate === b.birthDate) return 'same'
    return isSlipOfThePen(a.birthDate, b.birthDate) ? 'close' : 'different'
  }
  const [yearA, yearB] = [birthYear(a), birthYear(b)]
  if (!yearA || !yearB) return 'unknown'
  return yearA === yearB ? 'year' : 'different'
}

const birthYear = (person: Likeness) => (person.birthDate ? Number(person.birthDate.slice(0, 4)) : person.birthYear)

/** Day and month changed over, one figure wrong, or two neighbouring figures changed over. */
function isSlipOfThePen(a: string, b: string): boolean {
  if (a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7)) return true
  const [left, right] = [a.replace(/-/g, ''), b.replace(/-/g, '')]
  const wrong = Array.from(left).flatMap((figure, at) => (figure === right[at] ? [] : [at]))
  if (wrong.length === 1) return true
  const [first, second] = wrong
  if (wrong.length !== 2 || first === undefined || second !== first + 1) return false
  return left[first] === right[second] && left[second] === right[first]
}

function shareContact(a: Likeness, b: Likeness): boolean {
  const phones = [phoneKey(a.phone), phoneKey(b.phone)]
  if (phones[0] && phones[0] === phones[1]) return true
  const emails = [a.email?.trim().toLowerCase(), b.email?.trim().toLowerCase()]
  return Boolean(emails[0]) && emails[0] === emails[1]
}

/** The last nine figures of a phone number: the part that stays when the country code comes and goes. */
export function phoneKey(phone: string | null | undefined): string {
  const figures = (phone ?? '').replace(/\D/g, '')
  return figures.length >= 8 ? figures.slice(-9) : ''
}

/**
 * How well a person answers what was typed, 0 (not at all) to 1. Every typed word must find a word of the name: its beginning,
 * the same sound, or a likeness that forgives a slip.
 */
export function searchScore(typed: string, person: Pick<Likeness, 'firstName' | 'lastName'>): number {
  const wanted = searchFold(typed).split(' ').filter(Boolean)
  const name = `${person.firstName} ${person.lastName ?? ''}`
  const words = searchFold(name).split(' ').filter(Boolean)
  const joined = searchFold(name.replace(/[-\s'’]/g, ''))
  if (wanted.length === 0) return 0
  let sum = 0
  for (const word of wanted) {
    const best = Math.max(wordScore(word, joined) * 0.9, ...words.map((other) => wordScore(word, other)))
    if (best === 0) return 0
    sum += best
  }
  return sum / wanted.length
}

function wordScore(typed: string, word: string): number {
  if (typed === word) return 1
  if (word.startsWith(typed)) return 0.9
  const [one, other] = [skeletonWords(typed)[0] ?? '', skeletonWords(word)[0] ?? '']
  if (one === other) return 0.85
  if (one.length >= 2 && other.startsWith(one)) return 0.7
  const alike = similarity(typed, word)
  return alike >= 0.4 ? alike * 0.8 : 0
}
