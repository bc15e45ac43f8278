import { fold } from '../people/fold.ts'
import { phoneKey } from '../people/matching.ts'
import type { KnownPerson, PersonCommand, PersonValues } from './imports.ts'

/** One field that a row would change; `before` is null when the file has nothing there yet. */
export type FieldDifference = {
  field: keyof PersonValues | 'reference' | 'firstAidOn'
  before: string | null
  after: string
}

type Compared = FieldDifference['field']

/** What the row says that the file does not: an empty cell says nothing, so it changes nothing. Notes are added, never compared. */
export function differences(person: KnownPerson, command: PersonCommand): FieldDifference[] {
  const says: Partial<Record<Compared, string | number>> = { ...command.person }
  if (command.reference) says.reference = command.reference
  if (command.firstAidOn) says.firstAidOn = command.firstAidOn
  return (Object.keys(says) as Compared[]).flatMap((field): FieldDifference[] => {
    const [before, after] = [String(person[field] ?? ''), String(says[field] ?? '')]
    if (after === '' || isSame(field, before, after, person)) return []
    return [{ field, before: before === '' ? null : before, after }]
  })
}

function isSame(field: Compared, before: string, after: string, person: KnownPerson): boolean {
  if (before === after) return true
  if (before === '') return field === 'birthYear' && person.birthDate?.slice(0, 4) === after
  if (field === 'phone') return phoneKey(before) !== '' && phoneKey(before) === phoneKey(after)
  if (field === 'email') return before.toLowerCase() === after.toLowerCase()
  if (field === 'reference') return fold(before) === fold(after)
  // A list in capitals or without accents is no reason to rewrite a name; accents that were missing are.
  if (field === 'firstName' || field === 'lastName')
    return fold(before) === fold(after) && accents(after) <= accents(before)
  return false
}

const accents = (text: string) => (text.normalize('NFD').match(/\p{M}/gu) ?? []).length
