/** Indicators of the European Social Fund Plus: Regulation (EU) 2021/1057, Annex I. */
import { type Facts, isUnemployed } from '../facts.ts'
import { type Age, type Definition, handOnly, notComputed } from '../indicator.ts'
import { aged, ageOf, atEntry, both, onExit, type Sentence, sixMonthsLater } from './answers.ts'

/** Whoever was there on one day only is not a participant; entry is the first day. */
const entry = ({ days }: Facts) => (days.length > 1 ? days[0]! : null)

const atFirst = (kind: Parameters<typeof atEntry>[0], isTrue: Parameters<typeof atEntry>[1]): Definition => ({
  since: atEntry(kind, isTrue, entry),
})
const atAge = (isTrue: (age: number) => boolean): Definition => ({ since: aged(isTrue, entry) })
const educated = (level: string) => atFirst('education', (value) => value === level)
const was = (isTrue: (value: string) => boolean): Sentence => atEntry('labour', isTrue, entry)
const employed = (value: string) => value === 'employed'
const yes = (value: string) => value === 'yes'

/** Twelve months without work, or six for those under 25. */
const isLongTerm = (value: string, facts: Facts) =>
  value === 'unemployed-12-plus' || (value === 'unemployed-6-11' && (ageOf(facts)?.most ?? 25) < 25)

export const esf: Record<string, Definition> = {
  EECO01: { since: entry },
  EECO02: atFirst('labour', isUnemployed),
  EECO03: atFirst('labour', isLongTerm),
  EECO04: atFirst('labour', (value) => value === 'inactive'),
  EECO05: atFirst('labour', employed),
  EECO06: atAge((age) => age < 18),
  EECO07: atAge((age) => age >= 18 && age <= 29),
  EECO08: atAge((age) => age >= 55),
  EECO09: educated('isced-0-2'),
  EECO10: educated('isced-3-4'),
  EECO11: educated('isced-5-8'),
  EECO12: notComputed('sensitive'),
  EECO13: atFirst('third-country', yes),
  EECO14: notComputed('national'),
  EECO15: notComputed('sensitive'),
  EECO16: notComputed('sensitive'),
  EECO17: notComputed('place'),
  EECO18: handOnly,
  EECO19: handOnly,
  EECR01: {
    since: both(
      was((value) => value === 'inactive'),
      onExit('labour', isUnemployed),
    ),
  },
  EECR02: { since: both(entry, onExit('training', yes)) },
  EECR03: { since: both(entry, onExit('qualification', yes)) },
  EECR04: {
    since: both(
      was((value) => !employed(value)),
      onExit('labour', employed),
    ),
  },
  EECR05: { since: both(entry, sixMonthsLater('labour', employed)) },
  EECR06: { since: both(was(employed), sixMonthsLater('better-work', yes)) },
}

/** For the list; the act asks for women, men and non-binary people only. */
export const esfAges = [
  { key: 'under-18', isIn: (age) => age < 18 },
  { key: '18-29', isIn: (age) => age >= 18 && age <= 29 },
  { key: '30-54', isIn: (age) => age >= 30 && age <= 54 },
  { key: '55-over', isIn: (age) => age >= 55 },
] as const satisfies readonly Age[]
