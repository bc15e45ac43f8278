// People with a story of their own, whom tests, pictures and visitors meet again. The number says which way they go
// (folk.ts): the first are in the running groups, then those who finished, those who wait, and the rest.

export type Character = {
  number: number
  firstName: string
  /** Null for somebody known by a first name only. */
  lastName: string | null
  gender: 'w' | 'm' | 'x'
  mother: string
  language: string
  groupLanguage: 'fr' | 'de'
}

const person = (
  number: number,
  firstName: string,
  lastName: string | null,
  gender: 'w' | 'm' | 'x',
  [mother, language, groupLanguage]: readonly [string, string, 'fr' | 'de'],
): Character => ({ number, firstName, lastName, gender, mother, language, groupLanguage })

export const people: readonly Character[] = [
  person(0, 'Nadia', 'Benali', 'w', ['ar', 'ar', 'fr']),
  person(1, 'Seán', "O'Brien", 'm', ['en', 'en', 'fr']),
  person(2, 'Lucía', 'Nuñez', 'w', ['es', 'fr', 'fr']),
  person(3, 'Jean-Luc', 'Droz', 'm', ['fr', 'fr', 'fr']),
  person(12, 'Aïcha', 'Traoré', 'w', ['fr', 'fr', 'fr']),
  person(13, 'Marek', 'Wiśniewski', 'm', ['pl', 'fr', 'fr']),
  person(24, 'Deniz', 'Şahin', 'x', ['tr', 'de', 'de']),
  person(25, '李', '伟', 'm', ['zh', 'de', 'de']),
  person(26, 'Margrit', 'Nyffenegger', 'w', ['de', 'de', 'de']),
  person(27, 'Tsegay', 'Haile', 'm', ['ti', 'en', 'de']),
  person(36, 'Rosa', 'Almeida', 'w', ['pt', 'fr', 'fr']),
  person(37, 'Pierre-Alain', 'Schnegg', 'm', ['fr', 'fr', 'fr']),
  person(50, 'Heidi', 'Rohrbach', 'w', ['de', 'de', 'de']),
  person(70, 'Blerim', 'Shala', 'm', ['sq', 'de', 'de']),
  person(145, 'Moussa', null, 'm', ['fr', 'fr', 'fr']),
  person(146, 'Zahra', 'Rahimi', 'w', ['fa', 'fr', 'fr']),
]
