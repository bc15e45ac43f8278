// Takes a file of data·inclusion apart into its records, each on its own, so that one that is broken costs no other.
// Records of the format are flat objects in a list, in lists under names, or one a line; the reader needs no more than that.
import { accept, type Decision, refuse } from '../../../shared/rules.ts'

export const limits = { fileBytes: 12 * 1024 * 1024, records: 10_000, recordChars: 200_000 }

export type RawRecord = {
  /** Name of the file. */
  file: string
  /** The how-manieth of the file, from 1. */
  number: number
  /** The line of the file it begins on, from 1. */
  line: number
  /** undefined: what stands there is no JSON. */
  value: Record<string, unknown> | undefined
  /** What it calls itself, as far as that can be read. */
  called: string
}

/** How far the search for the next sound record may go in all: a file of nothing but braces is given up soon. */
const mostSearched = 40_000_000
const deepest = 12

/** The records of a text, sound or not, in their order. */
export function readRecords(text: string, file = ''): Decision<RawRecord[]> {
  const records: RawRecord[] = []
  const lineAt = lineCounter(text)
  let searched = 0
  let at = afterWrapper(text)
  for (;;) {
    const start = text.indexOf('{', at)
    if (start < 0) break
    if (records.length >= limits.records) return refuse('partners.import.file.tooMany', { most: limits.records })
    const number = records.length + 1
    const whole = soundRecord(text, start)
    if (whole) {
      records.push({ file, number, line: lineAt(start), value: whole.value, called: nameOf(whole.value) })
      at = whole.end
      continue
    }
    let next = text.indexOf('{', start + 1)
    for (; next >= 0; next = text.indexOf('{', next + 1)) {
      const found = soundRecord(text, next)
      searched += found ? 0 : Math.min(limits.recordChars, text.length - next)
      if (found && looksLikeRecord(found.value)) break
      if (searched > mostSearched) return refuse('partners.import.file.unreadable')
    }
    const end = next < 0 ? text.length : next
    records.push({ file, number, line: lineAt(start), value: undefined, called: guessName(text.slice(start, end)) })
    at = end
  }
  return records.length > 0 ? accept(records) : refuse('partners.import.file.noRecords')
}

/** Where the first record can begin: inside the object that only holds the lists, when there is one. */
const afterWrapper = (text: string) => /^\s*\{[^{]{0,2000}?\[\s*(?=\{)/.exec(text)?.[0].length ?? 0

const looksLikeRecord = (value: Record<string, unknown>) => 'id' in value || 'nom' in value || 'source' in value

function soundRecord(text: string, start: number): { value: Record<string, unknown>; end: number } | undefined {
  const end = endOf(text, start)
  if (end === undefined) return undefined
  try {
    return { value: JSON.parse(text.slice(start, end)) as Record<string, unknown>, end }
  } catch {
    return undefined
  }
}

/** The place after the brace that closes the one at `start`; undefined when brackets or quotes do not fit. */
function endOf(text: string, start: number): number | undefined {
  const open: string[] = []
  const last = Math.min(text.length, start + limits.recordChars)
  for (let at = start; at < last; at++) {
    const sign = text[at]
    if (sign === '"') {
      at = endOfString(text, at, last)
      if (at < 0) return undefined
    } else if (sign === '{' || sign === '[') {
      open.push(sign)
      if (open.length > deepest) return undefined
    } else if (sign === '}' || sign === ']') {
      if (open.pop() !== (sign === '}' ? '{' : '[')) return undefined
      if (open.length === 0) return at + 1
    }
  }
  return undefined
}

/** No string of JSON goes over a line's end: a quote that was forgotten is found out there. */
function endOfString(text: string, start: number, last: number): number {
  for (let at = start + 1; at < last; at++) {
    const sign = text[at]
    if (sign === '\\') at += 1
    else if (sign === '"') return at
    else if (sign === '\n') return -1
  }
  return -1
}

function lineCounter(text: string): (position: number) => number {
  let line = 1
  let seen = 0
  return (position) => {
    for (let at = text.indexOf('\n', seen); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line += 1
    seen = position
    return line
  }
}

const nameOf = ({ nom, id }: Record<string, unknown>): string =>
  (typeof nom === 'string' ? nom : typeof id === 'string' ? id : '').slice(0, 150)
const guessName = (text: string): string => /"(?:nom|id)"\s*:\s*"([^"\n]{1,150})"/.exec(text)?.[1] ?? ''
