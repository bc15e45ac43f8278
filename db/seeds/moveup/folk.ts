// The thirty-six people of Lindebourg, decided beforehand: who they are and how far they have come. All invented.
import type { ColleagueKey } from './cast.ts'

export type LevelGroup = 'marche' | 'kanaal'

/** How far somebody has come: of step one there is no referral yet. */
export type Way =
  | { at: 'candidate' }
  | { at: 'registered' }
  | { at: 'reviewed' }
  | { at: 'tested' }
  | { at: 'group'; group: LevelGroup; ends?: 'dropped' | 'completed' }
  | { at: 'elsewhere' }

export type Neighbour = {
  /** 0 to 35. */
  number: number
  firstName: string
  lastName: string
  gender: 'w' | 'm' | 'x' | 'not-disclosed'
  /** Short code of the language one writes to them in. */
  language: string
  groupLanguage: 'fr' | 'nl'
  born: number
  schooling: 'never' | 'up-to-6' | 'up-to-12' | 'more' | 'not-disclosed'
  oral: string
  written: string
  holder: Extract<ColleagueKey, 'amandine' | 'hilde'>
  way: Way
}

const marche: Way = { at: 'group', group: 'marche' }
const kanaal: Way = { at: 'group', group: 'kanaal' }
const ended = (way: Way, ends: 'dropped' | 'completed'): Way => ({ ...way, ends }) as Way

type Row = readonly [
  name: readonly [first: string, last: string],
  about: readonly [gender: Neighbour['gender'], language: string, groupLanguage: 'fr' | 'nl', born: number],
  level: readonly [schooling: Neighbour['schooling'], oral: string, written: string],
  way: Way,
]

const rows: readonly Row[] = [
  // The group of the market place: French, never or little at school.
  [['Fatoumata', 'Barry'], ['w', 'fr', 'fr', 1989], ['never', 'A1', 'alpha-1'], marche],
  [['Hamid', 'Rasuli'], ['m', 'fa', 'fr', 1984], ['up-to-6', 'A1', 'alpha-2'], marche],
  [['Mebrahtu', 'Tesfamariam'], ['m', 'ti', 'fr', 1992], ['up-to-6', 'pre-A1', 'alpha-2'], marche],
  [['Khadija', 'Ait Taleb'], ['w', 'ar', 'fr', 1978], ['never', 'A1', 'alpha-1'], marche],
  [['Amina', 'Warsame'], ['w', 'so', 'fr', 1995], ['never', 'pre-A1', 'alpha-1'], marche],
  [['Dawa', 'Lhamo'], ['w', 'bo', 'fr', 1981], ['up-to-6', 'A1', 'alpha-3'], marche],
  [['Ousmane', 'Kanté'], ['m', 'fr', 'fr', 1990], ['up-to-6', 'A1', 'alpha-3'], marche],
  [['Nazira', 'Ismoilova'], ['w', 'ru', 'fr', 1987], ['not-disclosed', 'pre-A1', 'alpha-2'], ended(marche, 'dropped')],
  [['Josephine', 'Mbala'], ['w', 'fr', 'fr', 1975], ['up-to-6', 'A2', 'alpha-4'], ended(marche, 'completed')],
  // The group of the canal: Dutch, beginners who went to school.
  [['Rami', 'Haddad'], ['m', 'ar', 'nl', 1986], ['more', 'A1', 'A1'], kanaal],
  [['Svitlana', 'Bondar'], ['w', 'uk', 'nl', 1983], ['more', 'A1', 'A1'], kanaal],
  [['Binod', 'Tamang'], ['m', 'en', 'nl', 1991], ['up-to-12', 'pre-A1', 'A1'], kanaal],
  [['Sumaya', 'Osman'], ['w', 'ar', 'nl', 1997], ['up-to-12', 'A1', 'pre-A1'], kanaal],
  [['Tigran', 'Hakobyan'], ['m', 'ru', 'nl', 1979], ['up-to-12', 'A1', 'A1'], kanaal],
  [['Leyla', 'Demirtaş'], ['w', 'tr', 'nl', 1988], ['up-to-12', 'A1', 'A1'], kanaal],
  [['Grace', 'Owusu'], ['w', 'en', 'nl', 1993], ['up-to-12', 'A1', 'A1'], kanaal],
  [['Bao', 'Nguyễn'], ['not-disclosed', 'vi', 'nl', 1990], ['up-to-12', 'pre-A1', 'A1'], kanaal],
  [['Mirwais', 'Safi'], ['m', 'ps', 'nl', 1994], ['more', 'A2', 'A2'], ended(kanaal, 'completed')],
  // Registered: the review of the path is still to come.
  [['Aminata', 'Cissé'], ['w', 'fr', 'fr', 1985], ['up-to-6', 'A1', 'alpha-2'], { at: 'registered' }],
  [['Yonas', 'Berhane'], ['m', 'en', 'nl', 1998], ['up-to-12', 'pre-A1', 'pre-A1'], { at: 'registered' }],
  [['Shirin', 'Karimi'], ['w', 'fa', 'nl', 1982], ['more', 'A1', 'A1'], { at: 'registered' }],
  [['Jorge', 'Quispe'], ['m', 'es', 'fr', 1977], ['up-to-12', 'A1', 'A1'], { at: 'registered' }],
  // Reviewed: the trainers are to meet them.
  [['Blessing', 'Eze'], ['w', 'en', 'nl', 1996], ['up-to-12', 'A1', 'pre-A1'], { at: 'reviewed' }],
  [['Abdoulaye', 'Sow'], ['m', 'fr', 'fr', 1991], ['never', 'A2', 'alpha-1'], { at: 'reviewed' }],
  [['Rohat', 'Yildirim'], ['x', 'ku', 'fr', 1999], ['up-to-12', 'pre-A1', 'A1'], { at: 'reviewed' }],
  [['Selvi', 'Rajendran'], ['w', 'ta', 'nl', 1980], ['up-to-6', 'pre-A1', 'pre-A1'], { at: 'reviewed' }],
  // Tested by the trainers: waiting for a group.
  [['Zeinab', 'Moussa'], ['w', 'ar', 'fr', 1988], ['up-to-6', 'A1', 'alpha-2'], { at: 'tested' }],
  [['Emmanuel', 'Habimana'], ['m', 'fr', 'nl', 1983], ['up-to-12', 'A1', 'A1'], { at: 'tested' }],
  [['Ganna', 'Shevchuk'], ['w', 'uk', 'fr', 1974], ['more', 'A2', 'A1'], { at: 'tested' }],
  // On the year's list: the antennas know them, nobody has registered them yet.
  [['Mariam', 'Sidibé'], ['w', 'fr', 'fr', 1993], ['never', 'A1', 'alpha-1'], { at: 'candidate' }],
  [['Farhad', 'Noori'], ['m', 'fa', 'nl', 1986], ['up-to-6', 'none', 'alpha-1'], { at: 'candidate' }],
  [['Adama', 'Touré'], ['m', 'fr', 'fr', 2000], ['up-to-6', 'A1', 'alpha-2'], { at: 'candidate' }],
  [['Thuy', 'Lê'], ['w', 'vi', 'nl', 1979], ['up-to-12', 'none', 'pre-A1'], { at: 'candidate' }],
  [['Samuel', 'Kiros'], ['m', 'am', 'fr', 1995], ['not-disclosed', 'pre-A1', 'alpha-3'], { at: 'candidate' }],
  // Somewhere else suits them better.
  [['Olena', 'Kravets'], ['w', 'uk', 'nl', 1972], ['more', 'B1', 'B1'], { at: 'elsewhere' }],
  [['Ibrahim', 'Diallo'], ['m', 'fr', 'fr', 1987], ['up-to-12', 'B1', 'A2'], { at: 'elsewhere' }],
]

export const neighbours: readonly Neighbour[] = rows.map(
  ([[firstName, lastName], [gender, language, groupLanguage, born], [schooling, oral, written], way], number) => ({
    ...{ number, firstName, lastName, gender, language, groupLanguage, born, schooling, oral, written, way },
    holder: groupLanguage === 'fr' ? 'amandine' : 'hilde',
  }),
)

/** Who belongs to a level group, in the order of their numbers. */
export const neighboursIn = (group: LevelGroup): Neighbour[] =>
  neighbours.filter(({ way }) => way.at === 'group' && way.group === group)
