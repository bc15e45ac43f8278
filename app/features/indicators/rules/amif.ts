/** Indicators of the asylum, migration and integration fund: Regulation (EU) 2021/1147, Annex VIII, specific objective 2. */
import type { Facts } from '../facts.ts'
import { type Age, type Definition, handOnly, notComputed } from '../indicator.ts'
import { atEntry, both, improvedOn, onExit, type Sentence } from './answers.ts'

const firstDay = ({ days }: Facts) => days[0] ?? null

/** A participant of this fund benefits directly and is a national of a country outside the EU and the EEA. */
const takesPart: Sentence = atEntry('third-country', (value) => value === 'yes', firstDay)
const inCourse = (course: 'language' | 'civic'): Sentence => both(takesPart, ({ courses }) => courses[course])
const applied =
  (kind: string): Sentence =>
  ({ procedures = [] }) =>
    procedures
      .filter((one) => one.kind === kind)
      .map(({ on }) => on)
      .sort()[0] ?? null

export const amif: Record<string, Definition> = {
  'O.2.1': notComputed('irrelevant'),
  'O.2.2': handOnly,
  'O.2.3': { since: takesPart },
  'O.2.3.1': { since: inCourse('language') },
  'O.2.3.2': { since: inCourse('civic') },
  'O.2.3.3': { since: both(takesPart, ({ interviews = [] }) => interviews.toSorted()[0] ?? null), needs: 'interviews' },
  'R.2.8': { since: both(inCourse('language'), ({ leftOn }) => leftOn, improvedOn) },
  'R.2.9': {
    since: both(
      takesPart,
      onExit('helpful', (value) => value === 'yes'),
    ),
  },
  'R.2.10': { since: both(takesPart, applied('recognition')), needs: 'procedures' },
  'R.2.11': { since: both(takesPart, applied('long-term-residence')), needs: 'procedures' },
}

export const amifAges = [
  { key: 'under-18', isIn: (age) => age < 18 },
  { key: '18-60', isIn: (age) => age >= 18 && age <= 60 },
  { key: 'over-60', isIn: (age) => age > 60 },
] as const satisfies readonly Age[]
