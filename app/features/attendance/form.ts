import { fields, parseForm, type Typed, uuid } from '../../shared/forms/forms.ts'
import { type Mark, type Markable, markable } from './attendance.ts'

/** Most taps that one request may bring: a device that was offline for a long half-day. */
const mostMarks = 200

/**
 * The taps of a request in their order, each `person:status:key`: what a button of the register posts, and what the device
 * sends together. What does not read as a tap is left out.
 */
export function parseMarks(typed: Typed): Mark[] {
  return typed
    .all('mark')
    .slice(0, mostMarks)
    .flatMap((text) => {
      const [personId = '', status = '', key = ''] = text.split(':')
      const known = markable.find((one): one is Markable => one === status)
      return known && uuid.test(personId) && uuid.test(key) ? [{ personId, status: known, key }] : []
    })
}

export const markValue = (personId: string, status: Markable, key: string): string => `${personId}:${status}:${key}`

export const parseNote = (typed: Typed) =>
  parseForm({ person: fields.id(), id: fields.id(), body: fields.text(1000, 'attendance.note.empty') }, typed)
