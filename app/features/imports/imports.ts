// The words of an import: a file becomes sheets of rows, rows become commands about people, commands are sorted by what they would do.

import type { ReasonParams } from '../../shared/rules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

/** Countries whose national phone numbers are understood. */
export const countries = ['CH', 'BE', 'FR'] as const
export type Country = (typeof countries)[number]

/** Why something did not go: a message key and what fills its gaps. */
export type Reason = { key: string; params: ReasonParams }

/**
 * One cell as the person who keeps the file sees it. `date` text is `YYYY-MM-DD`; `number` text keeps the figures as shown;
 * `uncalculated` is a formula saved without its value, `error` what a formula came to (`#REF!`).
 */
export type CellKind = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'uncalculated' | 'error'
export type Cell = { text: string; kind: CellKind }
export const emptyCell: Cell = { text: '', kind: 'empty' }

/** `number` is the row as a spreadsheet counts it, from 1, empty rows included; `problem` when the row could not be read. */
export type Row = { number: number; cells: Cell[]; problem?: Reason }

/** A sheet without its empty rows. A CSV file is one sheet, named after the file. */
export type Sheet = { name: string; hidden: boolean; rows: Row[] }
export type Workbook = { format: 'csv' | 'xlsx'; encoding?: string; delimiter?: string; sheets: Sheet[] }

/** What a column may hold. `fullName` and `postalTown` are taken apart; `mobile` wins over `phone`. */
export const fields = [
  'lastName',
  'firstName',
  'fullName',
  'birthDate',
  'birthYear',
  'gender',
  'language',
  'phone',
  'mobile',
  'email',
  'street',
  'houseNumber',
  'postalCode',
  'postalTown',
  'town',
  'reference',
  'firstAidOn',
  'notes',
] as const
export type Field = (typeof fields)[number]

export type Gender = 'w' | 'm' | 'x' | 'not-disclosed'

/** What a row says of a person. A key that is absent says nothing: an empty cell never wipes a value. */
export type PersonValues = {
  firstName?: string
  lastName?: string
  birthDate?: PlainDate
  birthYear?: number
  gender?: Gender
  language?: string
  phone?: string
  email?: string
  street?: string
  postalCode?: string
  town?: string
}

/** `reference` and `firstAidOn` belong to the social-aid class of fields, hence apart from the person. */
export type PersonCommand = {
  row: number
  person: PersonValues
  reference?: string
  firstAidOn?: PlainDate
  notes?: string
  /** The phone before it was brought into the international form. */
  phoneAsTyped?: string
}

/** What may be wrong in a row; the message is `imports.row.<code>`. */
export type RowCode =
  | 'brokenQuotes'
  | 'uncalculatedFormula'
  | 'formulaError'
  | 'mangledNumber'
  | 'garbledText'
  | 'textTooLong'
  | 'dateImpossible'
  | 'dateUnknownForm'
  | 'dateUnclear'
  | 'dateUnclearCentury'
  | 'birthDateFuture'
  | 'birthDateTooOld'
  | 'birthYearDisagrees'
  | 'firstAidFuture'
  | 'firstAidBeforeBirth'
  | 'genderUnknown'
  | 'languageUnknown'
  | 'phoneNoNumber'
  | 'emailWrong'
  | 'nameUnclear'
  | 'firstNameMissing'
  | 'tooLittle'

/** What a person should know of a row that goes through all the same; the message is `imports.notice.<code>`. */
export type NoticeCode = 'secondPhone' | 'phoneAsTyped' | 'severalLanguages'

/** One thing wrong in one row; `column` is the header as the file has it, empty when the row as a whole is meant. */
export type RowError = Reason & { row: number; column: string; code: RowCode }
export type RowNotice = Reason & { row: number; column: string; code: NoticeCode }

/** A row read: a command when nothing is wrong with it. `who` is the name as the file has it, for showing the row. */
export type ParsedRow = {
  row: number
  who: string
  command: PersonCommand | null
  errors: RowError[]
  notices: RowNotice[]
}

/** A person whose file may be seen. `held` when the importing institution holds it; only such a file is ever written to. */
export type KnownPerson = Omit<PersonValues, 'firstName'> & {
  id: string
  held: boolean
  firstName: string
  reference?: string
  firstAidOn?: string
}

/** What a row is read with: the day it is, and the country whose phone numbers need no prefix. */
export type Circumstances = { today: PlainDate; country: Country }
