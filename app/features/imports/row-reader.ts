import { ageOn } from '../../shared/time/dates.ts'
import type { Layout } from './columns.ts'
import {
  type Cell,
  type Circumstances,
  emptyCell,
  type Field,
  type NoticeCode,
  type ParsedRow,
  type PersonCommand,
  type Row,
  type RowCode,
  type RowError,
  type RowNotice,
} from './imports.ts'
import type { DateOrder } from './mapping.ts'
import { readDate } from './values/dates.ts'
import { splitName } from './values/names.ts'
import { readPhone } from './values/phones.ts'
import { isGarbled, isMangledNumber, manyLines, oneLine, saysNothing } from './values/text.ts'
import { readGender, readLanguage } from './values/words.ts'

type Params = RowError['params']
type Phone = { text: string; typed: string }
export type DateOrders = Record<'birthDate' | 'firstAidOn', DateOrder | null>

/** No one who is helped is older; a birth date beyond it is a slip. */
const oldest = 120

const longest: Partial<Record<Field, number>> = { firstName: 100, lastName: 100, fullName: 200, notes: 10_000 }

/** Reads one row cell by cell, gathering everything that is wrong rather than the first thing. */
export class RowReader {
  private readonly errors: RowError[] = []
  private readonly notices: RowNotice[] = []
  private readonly cells = new Map<Field, { cell: Cell; label: string }>()
  private readonly row: Row
  private readonly layout: Layout
  private readonly orders: DateOrders
  private readonly circumstances: Circumstances

  constructor(row: Row, layout: Layout, orders: DateOrders, circumstances: Circumstances) {
    this.row = row
    this.layout = layout
    this.orders = orders
    this.circumstances = circumstances
    for (const { field, index, label } of layout.columns) {
      if (field) this.cells.set(field, { cell: row.cells[index] ?? emptyCell, label })
    }
  }

  read(): ParsedRow {
    if (this.row.problem)
      this.errors.push({ row: this.row.number, column: '', code: 'brokenQuotes', ...this.row.problem })
    else this.refuseFormulas()
    const command = this.errors.length === 0 ? this.command() : null
    const { errors, notices } = this
    return { row: this.row.number, who: this.who(), command: errors.length === 0 ? command : null, errors, notices }
  }

  private who(): string {
    const parts = (['firstName', 'lastName', 'fullName'] as const).map(
      (field) => this.cells.get(field)?.cell.text ?? '',
    )
    return oneLine(parts.join(' ')).slice(0, 200)
  }

  private command(): PersonCommand {
    const command: PersonCommand = { row: this.row.number, person: {} }
    const { person } = command
    Object.assign(person, this.names())
    this.births(person)
    const gender = this.gender()
    if (gender) person.gender = gender
    const language = this.language()
    if (language) person.language = language
    const phone = this.phones()
    if (phone) {
      person.phone = phone.text
      command.phoneAsTyped = phone.typed
    }
    const email = this.email()
    if (email) person.email = email
    Object.assign(person, this.address())
    const reference = this.reference()
    if (reference) command.reference = reference
    const firstAidOn = this.firstAid(person.birthDate)
    if (firstAidOn) command.firstAidOn = firstAidOn
    const notes = this.notes()
    if (notes) command.notes = notes
    this.refuseTooLittle(command)
    return command
  }

  private wrong(field: Field | null, code: RowCode, params: Params = {}): undefined {
    const column = field ? (this.cells.get(field)?.label ?? '') : ''
    this.errors.push({ row: this.row.number, column, code, key: `imports.row.${code}`, params })
  }

  private notice(field: Field, code: NoticeCode, params: Params): void {
    const column = this.cells.get(field)?.label ?? ''
    this.notices.push({ row: this.row.number, column, code, key: `imports.notice.${code}`, params })
  }

  private refuseFormulas(): void {
    for (const [field, { cell }] of this.cells) {
      if (cell.kind === 'uncalculated') this.wrong(field, 'uncalculatedFormula')
      if (cell.kind === 'error') this.wrong(field, 'formulaError', { value: cell.text })
    }
  }

  /** The text of a field, trimmed; undefined when the cell says nothing or what it says is refused. */
  private text(field: Field): string | undefined {
    const text = oneLine(this.cells.get(field)?.cell.text ?? '')
    if (text === '') return undefined
    if (isGarbled(text)) return this.wrong(field, 'garbledText', { value: text })
    const most = longest[field] ?? 300
    if (text.length > most) return this.wrong(field, 'textTooLong', { most })
    return text
  }

  /** As `text`, for fields where "-" or "inconnu" means nothing. */
  private said(field: Field): string | undefined {
    const text = this.text(field)
    return text === undefined || saysNothing(text) ? undefined : text
  }

  private names(): { firstName?: string; lastName?: string } {
    const [firstName, lastName, fullName] = [this.text('firstName'), this.text('lastName'), this.text('fullName')]
    if (firstName || !fullName) return defined({ firstName, lastName })
    const split = splitName(fullName, this.layout.nameOrder)
    if (!split) this.wrong('fullName', 'nameUnclear', { value: fullName })
    return split ?? {}
  }

  private births(person: PersonCommand['person']): void {
    const { today } = this.circumstances
    const reading = this.dateIn('birthDate', 'birth')
    const year = this.said('birthYear')
    const years: { field: Field; year: number }[] = []
    if (reading?.kind === 'date') {
      if (reading.date > today) this.wrong('birthDate', 'birthDateFuture')
      else if (ageOn(reading.date, today) > oldest) this.wrong('birthDate', 'birthDateTooOld', { most: oldest })
      else person.birthDate = reading.date
    } else if (reading?.kind === 'year') years.push({ field: 'birthDate', year: reading.year })
    if (year) {
      if (/^\d{4}$/.test(year)) years.push({ field: 'birthYear', year: Number(year) })
      else this.wrong('birthYear', 'dateUnknownForm', { value: year })
    }
    for (const one of years) this.birthYear(person, one)
  }

  private birthYear(person: PersonCommand['person'], { field, year }: { field: Field; year: number }): void {
    const thisYear = Number(this.circumstances.today.slice(0, 4))
    const known = person.birthYear ?? (person.birthDate ? Number(person.birthDate.slice(0, 4)) : year)
    if (year > thisYear) this.wrong(field, 'birthDateFuture')
    else if (year < thisYear - oldest) this.wrong(field, 'birthDateTooOld', { most: oldest })
    else if (known !== year) this.wrong(field, 'birthYearDisagrees', { year: String(year), other: String(known) })
    else person.birthYear = year
  }

  private dateIn(field: 'birthDate' | 'firstAidOn', purpose: 'birth' | 'past') {
    const said = this.said(field)
    if (said === undefined) return null
    const { cell } = this.cells.get(field)!
    const reading = readDate({ ...cell, text: said }, this.orders[field], purpose, this.circumstances.today)
    const value = { value: said }
    if (isMangledNumber(said)) this.wrong(field, 'mangledNumber', value)
    else if (reading.kind === 'unclear') this.wrong(field, 'dateUnclear', value)
    else if (reading.kind === 'impossible') this.wrong(field, 'dateImpossible', value)
    else if (reading.kind === 'unknownForm') this.wrong(field, 'dateUnknownForm', value)
    else if (reading.kind === 'unclearCentury') this.wrong(field, 'dateUnclearCentury', value)
    else return reading
    return null
  }

  private gender() {
    const text = this.text('gender')
    const gender = text && readGender(text)
    if (text && !gender && !saysNothing(text)) this.wrong('gender', 'genderUnknown', { value: text })
    return gender
  }

  private language(): string | undefined {
    const text = this.said('language')
    const reading = text && readLanguage(text)
    if (!text || reading === undefined) return undefined
    if (!reading) return this.wrong('language', 'languageUnknown', { value: text })
    if (reading.others) this.notice('language', 'severalLanguages', { value: text, kept: reading.code })
    return reading.code
  }

  /** One number is kept, the mobile one where there are two: it is the one that can be written to. */
  private phones(): Phone | undefined {
    const [mobile, phone] = [this.phone('mobile'), this.phone('phone')]
    if (mobile && phone && mobile.text !== phone.text) {
      this.notice('phone', 'secondPhone', { value: phone.text, kept: mobile.text })
    }
    return mobile ?? phone
  }

  private phone(field: 'phone' | 'mobile'): Phone | undefined {
    const typed = this.said(field)
    if (typed === undefined) return undefined
    if (isMangledNumber(typed)) return this.wrong(field, 'mangledNumber', { value: typed })
    const reading = readPhone(typed, this.circumstances.country, this.cells.get(field)?.cell.kind === 'number')
    if (reading.kind === 'mangled') return this.wrong(field, 'mangledNumber', { value: typed })
    if (reading.kind === 'noPhone') return this.wrong(field, 'phoneNoNumber', { value: typed })
    if (reading.kind === 'unsure') this.notice(field, 'phoneAsTyped', { value: typed })
    return { text: reading.text, typed }
  }

  private email(): string | undefined {
    const text = this.said('email')
      ?.replace(/^mailto:/i, '')
      .replace(/^.*<(.+)>$/, '$1')
    if (!text) return undefined
    return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}$/.test(text)
      ? text
      : this.wrong('email', 'emailWrong', { value: text })
  }

  private address() {
    const street = [this.said('street'), this.said('houseNumber')].filter(Boolean).join(' ') || undefined
    const both = this.said('postalTown')
    const [, code, place] = /^((?:[A-Z]{1,2}-?)?\d{4,5})\s+(.+)$/.exec(both ?? '') ?? []
    const postalCode = this.said('postalCode') ?? code
    // A French postal code of a number cell has lost the zero of its department.
    const isShort = this.circumstances.country === 'FR' && /^\d{4}$/.test(postalCode ?? '')
    if (postalCode && (isShort || isMangledNumber(postalCode)))
      this.wrong('postalCode', 'mangledNumber', { value: postalCode })
    return defined({ street, postalCode, town: this.said('town') ?? place ?? both })
  }

  private reference(): string | undefined {
    const text = this.said('reference')
    return text && isMangledNumber(text) ? this.wrong('reference', 'mangledNumber', { value: text }) : text
  }

  private firstAid(birthDate: string | undefined): string | undefined {
    const reading = this.dateIn('firstAidOn', 'past')
    if (!reading) return undefined
    if (reading.kind !== 'date') {
      return this.wrong('firstAidOn', 'dateUnknownForm', {
        value: oneLine(this.cells.get('firstAidOn')?.cell.text ?? ''),
      })
    }
    if (reading.date > this.circumstances.today) return this.wrong('firstAidOn', 'firstAidFuture')
    if (birthDate && reading.date < birthDate) return this.wrong('firstAidOn', 'firstAidBeforeBirth')
    return reading.date
  }

  private notes(): string | undefined {
    const text = manyLines(this.cells.get('notes')?.cell.text ?? '')
    return text === '' || this.text('notes') === undefined ? undefined : text
  }

  /** A first name and anything that tells this person from another; or a reference, for a person who is known already. */
  private refuseTooLittle({ person, reference }: PersonCommand): void {
    if (this.errors.length > 0 || reference) return
    const { firstName, lastName, birthDate, birthYear, phone, email, street, town } = person
    if (!firstName) this.wrong('firstName', 'firstNameMissing')
    else if (!(lastName || birthDate || birthYear || phone || email || street || town)) this.wrong(null, 'tooLittle')
  }
}

/** Without the keys that say nothing: a key that is there would be written. */
function defined<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as { [K in keyof T]?: string }
}
