import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, searchFold } from './fold.ts'
import {
  type Likeness,
  type LikenessReason,
  likelySame,
  nameKey,
  phoneKey,
  searchScore,
  similarity,
} from './matching.ts'

describe('folding a name', () => {
  it.each([
    ['Nuñez', 'nunez'],
    ['ŞAHİN', 'sahin'],
    ['Şahin', 'sahin'],
    ['Işık', 'isik'],
    ['STRAUSS', 'strauss'],
    ['Strauß', 'strauss'],
    ['O’Brien', "o'brien"],
    ['  VON   ALLMEN ', 'von allmen'],
    ['Łukasz Sørensen', 'lukasz sorensen'],
    ['李', '李'],
    ['Nguye\u0302\u0303n', 'nguyen'],
  ])('%s becomes %s', (name, folded) => expect(fold(name)).toBe(folded))

  it.each([
    ['Андрій', 'andrii'],
    ['Алексей', 'aleksei'],
    ["O'Brien", 'obrien'],
    ['Anne-Marie', 'anne marie'],
  ])('for search, %s becomes %s', (name, folded) => expect(searchFold(name)).toBe(folded))

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})

const someone = (name: string, birthDate?: string, more: Partial<Likeness> = {}): Likeness => {
  const [firstName = '', ...rest] = name.split(' ')
  return { firstName, lastName: rest.join(' ') || null, birthDate: birthDate ?? null, ...more }
}

describe('one person or two', () => {
  const cases: [string, Likeness, Likeness, LikenessReason | null][] = [
    [
      'the same but for accents',
      someone('Lucía Nuñez', '1990-03-09'),
      someone('Lucia NUNEZ', '1990-03-09'),
      'sameNameAndBirthDate',
    ],
    [
      'umlaut written out',
      someone('Jürg Müller', '1980-05-17'),
      someone('Juerg Mueller', '1980-05-17'),
      'sameNameAndBirthDate',
    ],
    [
      'first and last name changed over',
      someone('Aylin Demir', '1990-03-09'),
      someone('Demir Aylin', '1990-03-09'),
      'sameNameAndBirthDate',
    ],
    [
      'a name in Cyrillic',
      someone('Андрій Коваль', '1990-03-09'),
      someone('Andrii Koval', '1990-03-09'),
      'sameNameAndBirthDate',
    ],
    [
      'doubled letters',
      someone('Mohamed Haddad', '1990-03-09'),
      someone('Mohammed Hadad', '1990-03-09'),
      'sameNameAndBirthDate',
    ],
    [
      'a shortened first name',
      someone('Alex Perret', '1990-03-09'),
      someone('Alexandra Perret', '1990-03-09'),
      'similarNameAndBirthDate',
    ],
    [
      'a double name',
      someone('Rosa Meier', '1990-03-09'),
      someone('Rosa Meier-Schmid', '1990-03-09'),
      'similarNameAndBirthDate',
    ],
    [
      'a slip in the name',
      someone('Fatima Benali', '1990-03-09'),
      someone('Fatima Benalli', '1990-03-09'),
      'sameNameAndBirthDate',
    ],
    [
      'a new name after a wedding',
      someone('Rosa Meier', '1990-03-09'),
      someone('Rosa Fontana', '1990-03-09'),
      'sameFirstNameAndBirthDate',
    ],
    [
      'day and month changed over',
      someone('Rosa Meier', '1990-03-09'),
      someone('Rosa Meier', '1990-09-03'),
      'sameNameCloseBirthDate',
    ],
    [
      'one figure of the date wrong',
      someone('Rosa Meier', '1990-03-09'),
      someone('Rosa Meier', '1991-03-09'),
      'sameNameCloseBirthDate',
    ],
    [
      'a birth date missing on one side',
      someone('Rosa Meier', '1990-03-09'),
      someone('Rosa Meier'),
      'sameNameBirthDateUnknown',
    ],
    [
      'only the year known',
      someone('Rosa Meier', '1990-03-09'),
      someone('Rosa Meier', undefined, { birthYear: 1990 }),
      'sameNameAndBirthYear',
    ],
    ['another year', someone('Rosa Meier', '1990-03-09'), someone('Rosa Meier', undefined, { birthYear: 1975 }), null],
    ['namesakes of different age', someone('Rosa Meier', '1990-03-09'), someone('Rosa Meier', '1958-11-21'), null],
    ['twins', someone('Anna Papadopoulos', '1990-03-09'), someone('Eva Papadopoulos', '1990-03-09'), null],
    ['born the same day', someone('Rosa Meier', '1990-03-09'), someone('Jan Petit', '1990-03-09'), null],
    [
      'registered on the first of January',
      someone('Ali Ahmadi', '1990-01-01'),
      someone('Ali Tesfay', '1990-01-01'),
      null,
    ],
    [
      'a couple with one phone',
      someone('Rosa Meier', undefined, { phone: '079 000 00 01' }),
      someone('Karl Meier', undefined, { phone: '079 000 00 01' }),
      null,
    ],
    [
      'first name and phone, no last name',
      someone('Rosa', undefined, { phone: '+41 79 000 00 01' }),
      someone('Rosa Meier', undefined, { phone: '079 000 00 01' }),
      'sameFirstNameAndContact',
    ],
    ['only a first name in common', someone('Rosa'), someone('Rosa'), null],
    ['Chinese names', someone('明 李', '1990-03-09'), someone('明 李', '1990-03-09'), 'sameNameAndBirthDate'],
  ]
  it.each(cases)('%s', (_, a, b, reason) => {
    expect(likelySame(a, b)).toBe(reason)
    expect(likelySame(b, a)).toBe(reason)
  })

  it('does not change the order of first and last name when they must be the same', () => {
    expect(nameKey(someone('Aylin Demir'))).not.toBe(nameKey(someone('Demir Aylin')))
    expect(nameKey(someone('Léa Şahin'))).toBe(nameKey(someone('LEA SAHIN')))
  })

  it('is symmetric, and a name is wholly like itself', () => {
    const word = fc.stringMatching(/^[a-zéüñş]{1,12}$/)
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(similarity(a, b)).toBe(similarity(b, a))
        expect(similarity(a, a)).toBe(1)
      }),
    )
  })
})

describe('searching for a name', () => {
  it.each([
    ['nunez', 'Lucía Nuñez'],
    ['obrien', "Sean O'Brien"],
    ["o'b", 'Sean O’Brien'],
    ['mueller', 'Jürg Müller'],
    ['muller jürg', 'Jürg Müller'],
    ['sahin', 'Mehmet Şahin'],
    ['kowal', 'Андрій Коваль'],
    ['annemarie', 'Anne-Marie Favre'],
    ['mohamad', 'Mohammed Ali'],
    ['李', '明 李'],
  ])('%s finds %s', (typed, name) => expect(searchScore(typed, someone(name))).toBeGreaterThan(0))

  it.each([
    ['meier', 'Jürg Müller'],
    ['jürg favre', 'Jürg Müller'],
    ['', 'Jürg Müller'],
  ])('%j does not find %s', (typed, name) => expect(searchScore(typed, someone(name))).toBe(0))

  it('puts the exact word before its beginning, and that before a likeness', () => {
    const scores = ['Ana Rossi', 'Ana Rossini', 'Ana Rosi'].map((name) => searchScore('rossi', someone(name)))
    expect(scores[0]).toBeGreaterThan(scores[1]!)
    expect(scores[1]).toBeGreaterThan(scores[2]!)
  })
})

it('reads one phone out of its ways of being written', () => {
  expect(phoneKey('+41 79 000 00 01')).toBe(phoneKey('079/000.00.01'))
  expect(phoneKey('117')).toBe('')
})
