import { type LikenessReason, likelySame, nameKey } from '../people/matching.ts'
import { differences, type FieldDifference } from './differences.ts'
import type { KnownPerson, ParsedRow, PersonCommand, PersonValues, RowError } from './imports.ts'
import { PeopleIndex } from './people-index.ts'

/**
 * What a row would do. A duplicate is perhaps someone who is there already: with the file, `ids` are the rows it repeats; with the
 * site, the persons' ids, the likeliest first. Nothing is done to it until a person has said.
 */
export type Outcome =
  | { row: number; kind: 'create'; command: PersonCommand }
  | {
      row: number
      kind: 'update'
      command: PersonCommand
      personId: string
      differences: FieldDifference[]
      otherName: boolean
    }
  | { row: number; kind: 'unchanged'; command: PersonCommand; personId: string }
  | { row: number; kind: 'error'; errors: RowError[] }
  | { row: number; kind: 'duplicate'; command: PersonCommand; with: 'file'; ids: number[]; reason: DuplicateReason }
  | { row: number; kind: 'duplicate'; command: PersonCommand; with: 'site'; ids: string[]; reason: DuplicateReason }

export type DuplicateReason =
  | LikenessReason
  | 'sameReference'
  | 'nearReference'
  | 'otherReference'
  | 'severalFiles'
  | 'heldElsewhere'
  | 'samePerson'

/**
 * Sorts rows by what they would do. A row is a known person when its reference is one of the institution's or, without a reference,
 * exactly one visible file has its name (case and accents ignored) and birth date. A likeness short of that makes it a duplicate.
 * The first of several equal rows stands; the later ones are duplicates with the file. Linear in both lists.
 */
export function classify(rows: ParsedRow[], known: KnownPerson[]): Outcome[] {
  const site = new PeopleIndex(known, (person) => (person.held ? person.reference : undefined))
  const file = new PeopleIndex<RowPerson>([], (person) => person.reference)
  const taken = new Map<string, number>()
  return rows.map(({ row, command, errors }) => {
    if (!command) return { row, kind: 'error', errors }
    const self: RowPerson = {
      ...command.person,
      firstName: command.person.firstName ?? '',
      reference: command.reference,
      row,
    }
    const outcome = once(withinFile(self, command, file) ?? withinSite(self, command, site), taken)
    if (outcome.kind !== 'error') file.add(self)
    return outcome
  })
}

/** Two rows that come to one person by different ways: by reference and by name. */
function once(outcome: Outcome, taken: Map<string, number>): Outcome {
  if (outcome.kind !== 'update' && outcome.kind !== 'unchanged') return outcome
  const { row, command, personId } = outcome
  const earlier = taken.get(personId)
  if (earlier !== undefined)
    return { row, kind: 'duplicate', command, with: 'file', ids: [earlier], reason: 'samePerson' }
  taken.set(personId, row)
  return outcome
}

type RowPerson = Omit<PersonValues, 'firstName'> & { firstName: string; reference: string | undefined; row: number }

function withinFile(self: RowPerson, command: PersonCommand, file: PeopleIndex<RowPerson>): Outcome | null {
  const [sameReference] = file.withReference(self.reference)
  const found = sameReference ? [{ person: sameReference, reason: 'sameReference' as const }] : file.likely(self)
  // Two references of one list say two people, unless name and birth date are wholly the same.
  const [first] = found.filter(({ person, reason }) => {
    return reason === 'sameReference' || reason === 'sameNameAndBirthDate' || !self.reference || !person.reference
  })
  if (!first) return null
  return { row: self.row, kind: 'duplicate', command, with: 'file', ids: [first.person.row], reason: first.reason }
}

function withinSite(self: RowPerson, command: PersonCommand, site: PeopleIndex<KnownPerson>): Outcome {
  const duplicate = (people: KnownPerson[], reason: DuplicateReason): Outcome => {
    return { row: self.row, kind: 'duplicate', command, with: 'site', ids: people.map((person) => person.id), reason }
  }
  const [referred] = site.withReference(self.reference)
  if (referred) return onto(referred, self, command)
  const near = site.nearReference(self)
  if (near) return duplicate([near], 'nearReference')
  const exact = site.exact(self)
  if (exact.length > 1) return duplicate(exact, 'severalFiles')
  const [one] = exact
  if (one && !one.held) return duplicate(exact, 'heldElsewhere')
  if (one) return self.reference ? duplicate(exact, 'otherReference') : onto(one, self, command)
  const [first, ...others] = site.likely(self)
  if (first)
    return duplicate(
      [first, ...others].map(({ person }) => person),
      first.reason,
    )
  if (!self.firstName) {
    const missing = { code: 'firstNameMissing', key: 'imports.row.firstNameMissing', column: '', params: {} } as const
    return { row: self.row, kind: 'error', errors: [{ row: self.row, ...missing }] }
  }
  return { row: self.row, kind: 'create', command }
}

/** A row for a person who is known. `otherName` warns of a reference that was perhaps mistyped: nothing else of the two agrees. */
function onto(person: KnownPerson, self: RowPerson, command: PersonCommand): Outcome {
  const found = differences(person, command)
  const { row } = self
  if (found.length === 0) return { row, kind: 'unchanged', command, personId: person.id }
  const otherName = self.firstName !== '' && nameKey(self) !== nameKey(person) && likelySame(self, person) === null
  return { row, kind: 'update', command, personId: person.id, differences: found, otherName }
}
