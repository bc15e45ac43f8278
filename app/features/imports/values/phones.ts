import { type Country, countries } from '../imports.ts'

/** `text` is what is kept; `mangled` when a spreadsheet took figures away; `unsure` when it was left as typed. */
export type PhoneReading =
  | { kind: 'phone'; text: string }
  | { kind: 'unsure'; text: string }
  | { kind: 'mangled' }
  | { kind: 'noPhone' }

type Plan = { code: string; national: RegExp; groups: (national: string) => number[] }

/** Numbers after the leading zero (or the country code), and how each country groups them. */
const plans: Record<Country, Plan> = {
  CH: {
    code: '41',
    national: /^(2[1-9]|3[1-4]|4[1346]|5[1-8]|6[12]|7[1-9]|8[0-49]|9[01])\d{7}$/,
    groups: () => [2, 3, 2, 2],
  },
  BE: {
    code: '32',
    national: /^(4\d{8}|[1-9]\d{7})$/,
    groups: (national) =>
      national.length === 9 ? [3, 2, 2, 2] : /^[2349]/.test(national) ? [1, 3, 2, 2] : [2, 2, 2, 2],
  },
  FR: { code: '33', national: /^[1-9]\d{8}$/, groups: () => [1, 2, 2, 2, 2] },
}

/**
 * A phone number as typed, in the international form where it is sure which number it is: +41 79 000 00 01. `isNumber` when the
 * cell held a number, so that a leading zero or plus cannot have survived.
 */
export function readPhone(typed: string, country: Country, isNumber: boolean): PhoneReading {
  const figures = typed.replace(/\(0\)/g, '').replace(/\D/g, '')
  if (figures.length === 0) return { kind: 'noPhone' }
  const international = typed.trim().startsWith('+') ? figures : figures.startsWith('00') ? figures.slice(2) : null
  if (international !== null) return inForm(international, typed)
  if (figures.startsWith('0') && plans[country].national.test(figures.slice(1)))
    return inForm(plans[country].code + figures.slice(1), typed)
  const withoutPlus = countries.find((one) => isInternational(figures, plans[one]))
  if (withoutPlus) return inForm(figures, typed)
  const lostZero = plans[country].national.test(figures) && (isNumber || /^\d+$/.test(typed.trim()))
  if (lostZero) return { kind: 'mangled' }
  return { kind: 'unsure', text: typed }
}

const isInternational = (figures: string, { code, national }: Plan) =>
  figures.startsWith(code) && national.test(figures.slice(code.length)) && figures.length > 10

/** With groups where the country is known; otherwise as it was typed, for every country has its own habit. */
function inForm(figures: string, typed: string): PhoneReading {
  if (figures.length < 8 || figures.length > 15) return { kind: 'unsure', text: typed }
  const known = countries.find((one) => figures.startsWith(plans[one].code))
  if (!known) return { kind: 'phone', text: typed.trim().startsWith('+') ? typed : `+${figures}` }
  const plan = plans[known]
  const national = figures.slice(plan.code.length).replace(/^0/, '')
  if (!plan.national.test(national)) return { kind: 'unsure', text: typed }
  return { kind: 'phone', text: `+${plan.code} ${grouped(national, plan.groups(national)).join(' ')}` }
}

function grouped(figures: string, [length, ...rest]: number[]): string[] {
  return length === undefined ? [] : [figures.slice(0, length), ...grouped(figures.slice(length), rest)]
}
