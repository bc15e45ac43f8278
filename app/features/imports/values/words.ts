import { fold } from '../../people/fold.ts'
import type { Gender } from '../imports.ts'

const genderWords: Record<Gender, string> = {
  w: 'w f v femme féminin feminin fem fille mme madame mademoiselle mlle frau fr weiblich weibl vrouw vrouwelijk mevrouw mevr mw female woman mrs ms miss she elle sie',
  m: 'm h homme masculin masc garçon monsieur mr herr hr männlich männl mann man mannelijk dhr heer de heer male mister he il er',
  x: 'x d divers diverse autre non-binaire non binaire non-binär nichtbinär nicht-binär anders andere ander non-binary non binary nonbinary other drittes',
  'not-disclosed':
    'non précisé/ne souhaite pas répondre/non communiqué/non renseigné/keine angabe/nicht angegeben/möchte nicht angeben/niet opgegeven/zegt liever niet/wil niet zeggen/not disclosed/not-disclosed/prefer not to say/undisclosed',
}

const genders = new Map<string, Gender>()
for (const [gender, list] of Object.entries(genderWords) as [Gender, string][]) {
  for (const word of list.split(gender === 'not-disclosed' ? '/' : ' ')) genders.set(fold(word), gender)
}
for (const phrase of ['de heer', 'non binaire', 'non binary']) genders.set(phrase, phrase === 'de heer' ? 'm' : 'x')

/** A gender or a form of address in French, German, Dutch or English; null when it is none. */
export function readGender(text: string): Gender | null {
  return genders.get(fold(text).replace(/\.+$/, '')) ?? null
}

/** Languages people of our programmes name, by their short code (BCP 47). */
const codes =
  'sq am ar hy az eu be bn bs bg my ca zh hr cs da nl en et fi fr ka de el gu ha he hi hu is id ig it ja kk rw rn ko ku lo lv ln lt mk ms ml mt mn ne nb no ps fa pl pt pa ro rm ru sr si sk sl so es sw sv tl ta te th bo ti tr uk ur ug uz vi wo yo zu ckb kmr prs om ff sn'.split(
    ' ',
  )

/** Names the tables do not have, each with its code: what people call their language, or how offices write it short. */
const moreNames = `
  d de, f fr, i it, e en, all de, fra fr, ger de, ita it, eng en, deu de, fre fr, nld nl, spa es, por pt, ara ar,
  tur tr, ang en, esp es, port pt, ital it, neerlandais nl, flamand nl, vlaams nl, hollandais nl,
  schweizerdeutsch de, suisse allemand de, hochdeutsch de, farsi fa, persan fa, perse fa, dari prs,
  dari persan prs, tigrigna ti, tigrinya ti, tigrinja ti, kurmandji kmr, kurmanji kmr, kurmanci kmr,
  kurmandschi kmr, sorani ckb, kurde ku, mandarin zh, mandarijn zh, chinois zh, cantonais zh, cantonese zh,
  serbo croate sr, serbokroatisch sr, bosniaque bs, castillan es, castellano es, espanol es, portugues pt,
  bresilien pt, brasilianisch pt, pachto ps, pachtou ps, pashto ps, paschtu ps, pasjtoe ps, pushto ps, peul ff,
  fula ff, oromo om, tagalog tl, filipino tl, moldave ro, romanche rm, bengali bn, penjabi pa, singhalais si,
  tamoul ta, tamil ta, ukr uk, rus ru, alb sq, arabe ar`

const languages = new Map<string, string>()
for (const code of codes) {
  languages.set(code, code)
  for (const language of ['fr', 'de', 'nl', 'en', code]) {
    const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(code)
    if (name) languages.set(plainName(name), code)
  }
}
for (const entry of moreNames.split(',')) {
  const [, name = '', code = ''] = /^\s*(.+) (\w+)\s*$/.exec(entry) ?? []
  languages.set(plainName(name), code)
}

function plainName(name: string): string {
  return fold(name)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
}

/** `others` when several are named: the first counts as the language of contact. */
export type LanguageReading = { code: string; others: boolean }

/** A language by its name in the four languages or its own, or by its code; null when it is not known. */
export function readLanguage(text: string): LanguageReading | null {
  const [first = '', ...others] = text.split(/[,;/+&\n]| et | und | en | and /i)
  const code =
    languages.get(plainName(text)) ??
    languages.get(plainName(first)) ??
    languages.get(plainName(first.replace(/[-_].*$/, '')))
  return code ? { code, others: others.some((other) => other.trim() !== '') } : null
}
