/** The words that the sentences of the indicators are made of. */
import { notDisclosed, type StatusKindKey } from '../../../data/funding/status.ts'
import { addDays, ageOn, type PlainDate } from '../../../shared/time/dates.ts'
import { answerOf, type Facts } from '../facts.ts'

/**
 * Since when an indicator is true of somebody: a date, or null when it is not. `not-disclosed`: they chose not to say.
 * `unknown`: nobody has asked or noted it.
 */
export type Since = PlainDate | null | 'not-disclosed' | 'unknown'
export type Sentence = (facts: Facts) => Since

export const isDate = (since: Since): since is PlainDate =>
  since !== null && since !== 'unknown' && since !== 'not-disclosed'

/** Days after leaving by which a result counts as immediate; and after which the later one is asked. */
export const exitDays = 28
export const laterMonths = 6

/** Six months after a day; the last of a shorter month. */
export function sixMonthsAfter(day: PlainDate): PlainDate {
  const month = Number(day.slice(5, 7)) + laterMonths
  const year = Number(day.slice(0, 4)) + Math.floor((month - 1) / 12)
  const first = `${year}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`
  const next = addDays(addDays(first, 31).slice(0, 8).concat('01'), -1)
  const wanted = `${first.slice(0, 8)}${day.slice(8)}`
  return wanted <= next ? wanted : next
}

/** At entry, the answer is one of these: true since the entry. */
export const atEntry =
  (
    kind: StatusKindKey,
    isTrue: (value: string, facts: Facts) => boolean,
    entry: (facts: Facts) => PlainDate | null,
  ): Sentence =>
  (facts) => {
    const since = entry(facts)
    if (since === null) return null
    const answer = answerOf(facts, 'entry', kind)
    if (!answer) return 'unknown'
    if (answer.value === notDisclosed) return 'not-disclosed'
    return isTrue(answer.value, facts) ? since : null
  }

/** On leaving, said of a day within four weeks: true since they left. Nothing to say of those who have not left. */
export const onExit =
  (kind: StatusKindKey, isTrue: (value: string) => boolean): Sentence =>
  ({ leftOn, ...facts }) => {
    if (leftOn === null) return null
    const answer = answerOf({ leftOn, ...facts }, 'exit', kind)
    if (!answer || answer.on < leftOn || answer.on > addDays(leftOn, exitDays)) return 'unknown'
    if (answer.value === notDisclosed) return 'not-disclosed'
    return isTrue(answer.value) ? leftOn : null
  }

/** Six months after leaving, or later: true since that day. */
export const sixMonthsLater =
  (kind: StatusKindKey, isTrue: (value: string) => boolean): Sentence =>
  (facts) => {
    if (facts.leftOn === null) return null
    const due = sixMonthsAfter(facts.leftOn)
    const answer = answerOf(facts, 'later', kind)
    if (!answer || answer.on < due) return 'unknown'
    if (answer.value === notDisclosed) return 'not-disclosed'
    return isTrue(answer.value) ? due : null
  }

/** Both, since the later day. What is not true decides; then what is not known. */
export const both =
  (...sentences: Sentence[]): Sentence =>
  (facts) => {
    const all = sentences.map((sentence) => sentence(facts))
    if (all.includes(null)) return null
    return all.find((since) => !isDate(since)) ?? (all as PlainDate[]).toSorted().at(-1)!
  }

/** Age on the day of the first registration; null when the birth date is not known to the day or year. */
export function ageOf(
  facts: Pick<Facts, 'birthDate' | 'birthYear' | 'registeredOn'>,
): { least: number; most: number } | null {
  if (facts.birthDate !== null) {
    const age = ageOn(facts.birthDate, facts.registeredOn)
    return { least: age, most: age }
  }
  if (facts.birthYear === null) return null
  const inYear = Number(facts.registeredOn.slice(0, 4)) - facts.birthYear
  return { least: inYear - 1, most: inYear }
}

/** At an age, as far as it is known: a birth year alone may leave it open. */
export const aged =
  (isTrue: (age: number) => boolean, entry: (facts: Facts) => PlainDate | null): Sentence =>
  (facts) => {
    const since = entry(facts)
    if (since === null) return null
    const age = ageOf(facts)
    if (age === null || isTrue(age.least) !== isTrue(age.most)) return 'unknown'
    return isTrue(age.least) ? since : null
  }

/** The day of the latest level that is a step at least above the first of its skill and track; null when none is. */
export function improvedOn({ levels }: Pick<Facts, 'levels'>): PlainDate | null {
  // What people said of themselves is no evidence.
  const found = levels.filter(({ first, last }) => ![first.source, last.source].includes('self-declared'))
  return (
    found
      .filter(({ steps }) => steps > 0)
      .map(({ last }) => last.on)
      .sort()[0] ?? null
  )
}
