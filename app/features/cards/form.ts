import { type Parsed, type Typed, withErrors } from '../../shared/forms/forms.ts'
import { plainDigits, readCode } from './secrets.ts'

export type CodeAndPin = { code: string; pin: string }

const pinShape = /^\d{4,6}$/

/** The code as printed, however it was typed, and the PIN. The errors say nothing about any card: only the form counts. */
export function parseCode(typed: Typed): Parsed<CodeAndPin> {
  const code = readCode(typed.get('code').slice(0, 40))
  const pin = plainDigits(typed.get('pin').slice(0, 40))
  const value = { ok: true as const, value: { code: code ?? '', pin }, typed }
  const errors = {
    ...(code === null ? { code: { key: 'cards.code.shape' } } : {}),
    ...(pinShape.test(pin) ? {} : { pin: { key: 'cards.pin.shape' } }),
  }
  return Object.keys(errors).length > 0 ? withErrors(value, errors) : value
}

/** The PIN alone, on the page of a scanned card. */
export function parsePin(typed: Typed): Parsed<string> {
  const pin = plainDigits(typed.get('pin').slice(0, 40))
  const value = { ok: true as const, value: pin, typed }
  return pinShape.test(pin) ? value : withErrors(value, { pin: { key: 'cards.pin.shape' } })
}

/** Where to go once the card is open: only to the participant's own pages. */
export const ownNext = (next: string | null): string => (next && /^\/me(\/[\w/-]*)?$/.test(next) ? next : '/me')
