// Letters made comparable: what "the same name" means before any likeness is judged.

/** Letters that lose nothing but a flourish, though Unicode does not call it an accent. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
  ŋ: 'n',
}

/** Cyrillic as passports write it, near enough that one person's two spellings come out alike. */
const cyrillic = new Map(
  `а a б b в v г g ґ g д d ђ d е e ё e є ie ж zh з z и i і i ї i й i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t
   ћ c у u ў u ф f х kh ц ts ч ch џ dz ш sh щ shch ъ _ ы y ь _ э e ю iu я ia`
    .split(/\s+/)
    .reduce<[string, string][]>((pairs, part, at, all) => {
      if (at % 2 === 0) pairs.push([part, (all[at + 1] ?? '').replace('_', '')])
      return pairs
    }, []),
)

/** Accents of Latin, Greek and Cyrillic, vowel points of Arabic and Hebrew; not the vowels of Indian scripts. */
const marks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]+/g
const ascii = /^[\x20-\x7e]*$/

/**
 * The text with case, accents and kinds of apostrophe or hyphen taken away, blanks single.
 * Two names are "the same" when their folds are equal. Scripts without case stay as they are.
 */
export function fold(text: string): string {
  const whole = ascii.test(text) ? text : text.normalize('NFKD')
  const signs = whole.replace(/[ʼ’‘`´]/g, "'").replace(/[‐‑–]/g, '-')
  const plain = ascii.test(signs) ? signs.toLowerCase() : withoutMarks(signs)
  return plain.replace(/\s+/g, ' ').trim()
}

function withoutMarks(text: string): string {
  const bare = text.normalize('NFKD').toLowerCase().replace(marks, '')
  return Array.from(bare, (letter) => plainLetters[letter] ?? letter).join('')
}

/** As `fold`, and Cyrillic in Latin letters, hyphens as blanks, no apostrophes or dots: what search compares. */
export function searchFold(text: string): string {
  return fold(hasCyrillic.test(text) ? inLatin(text) : text)
    .replace(/['.]/g, '')
    .replace(/[-,/\s]+/g, ' ')
    .trim()
}

const hasCyrillic = /[\u0400-\u04ff]/
const inLatin = (text: string) =>
  Array.from(text.normalize('NFC').toLowerCase(), (letter) => cyrillic.get(letter) ?? letter).join('')

/**
 * A name's words with the spellings that different offices give one name brought together: Müller and Mueller,
 * Mohamed and Mohammed, Yusuf and Jusuf, Weiss and Weiß. Coarser than `searchFold`: for finding candidates.
 */
export function skeletonWords(text: string): string[] {
  return searchFold(text).split(' ').filter(Boolean).map(skeleton)
}

function skeleton(word: string): string {
  return word
    .replace(/[aou]e/g, (pair) => pair.charAt(0))
    .replace(/ou/g, 'u')
    .replace(/ph/g, 'f')
    .replace(/kh/g, 'h')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/c(?=[aou]|$)|q/g, 'k')
    .replace(/(.)\1+/gu, '$1')
}
