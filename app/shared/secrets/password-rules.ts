// Which passwords and PINs are taken. Length decides, no rule of signs; what can be guessed counts for little (ASVS 5.0, 6.2).

import { accept, type Decision, refuse } from '../rules.ts'
import { commonWords } from './common-words.ts'

export const PASSWORD_LEAST = 12
export const PASSWORD_MOST = 128
const PRODUCT = ['passerelle', 'focustravail', 'moveup', 'tandem', 'connexion']
// Points: 1 for a character nobody would guess, 2 for a known word, nothing for the person's own name.
const ENOUGH = 8
const WORD_WORTH = 2

/** `about` is what anybody knows of the account: its e-mail address, name, institution. */
export function choosingPassword(password: string, about: string[]): Decision<string> {
  const length = [...password].length
  if (length < PASSWORD_LEAST) return refuse('secrets.password.tooShort', { least: PASSWORD_LEAST })
  if (length > PASSWORD_MOST) return refuse('secrets.password.tooLong', { most: PASSWORD_MOST })
  const known = about.flatMap((text) => plain(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 3)
  const own = [...known, ...about.map((text) => plain(text)), ...PRODUCT]
  if (points(password, []) < ENOUGH) return refuse('secrets.password.common')
  if (points(password, own) < ENOUGH) return refuse('secrets.password.aboutYou')
  return accept(password)
}

/** Four to six digits, not those that everybody tries first. */
export function choosingPin(pin: string): Decision<string> {
  if (!/^\d{4,6}$/.test(pin)) return refuse('secrets.pin.digits')
  const steps = new Set([...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i])))
  const even = steps.size === 1 && [0, 1, -1].includes([...steps][0]!)
  const pairs = pin.length % 2 === 0 && new Set(pin.match(/../g)).size === 1
  const year = /^(19|20)\d\d$/.test(pin)
  return even || pairs || year ? refuse('secrets.pin.tooEasy') : accept(pin)
}

function points(password: string, own: string[]): number {
  let rest = plain(password)
  for (const word of own.toSorted((a, b) => b.length - a.length)) if (word) rest = rest.replaceAll(word, ' ')
  let worth = 0
  const seen = new Set<string>()
  const meet = (word: string) => {
    if (!seen.has(word)) worth += WORD_WORTH
    seen.add(word)
    return ' '
  }
  rest = rest.replace(/(.+?)\1{2,}|(..+)\2+/gu, (_, a, b) => ` ${a ?? b} `)
  rest = rest.replace(/[\p{L}\p{N}@$!]+/gu, (run) => withoutWords(run, meet))
  rest = rest.replace(/(19|20)\d\d/g, meet)
  rest = rest.replace(/\p{N}+/gu, (digits) => withoutSequences(digits))
  return worth + new Set(rest.replace(/\s/g, '')).size
}

/** Takes the longest known words out of a run of letters, read as written and with 4 for a, 0 for o and the like. */
function withoutWords(run: string, meet: (word: string) => string): string {
  for (let length = Math.min(run.length, 16); length >= 3; length--) {
    for (let at = 0; at + length <= run.length; at++) {
      const part = run.slice(at, at + length)
      const word = commonWords.has(part) ? part : unmasked(part)
      if (!commonWords.has(word)) continue
      return withoutWords(run.slice(0, at), meet) + meet(word) + withoutWords(run.slice(at + length), meet)
    }
  }
  return run
}

/** 3456 and 9876 are two characters' worth at most. */
function withoutSequences(digits: string): string {
  const steps = [...digits].slice(1).map((digit, i) => (Number(digit) - Number(digits[i]) + 10) % 10)
  return digits.length >= 3 && steps.every((step) => step === steps[0] && [0, 1, 9].includes(step))
    ? digits.slice(0, 1)
    : digits
}

const MASKS: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const unmasked = (text: string) => text.replace(/[013457@$!]/g, (char) => MASKS[char]!)
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss').trim()
