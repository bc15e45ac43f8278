import * as z from 'zod'
import { isPlainDate, type PlainDate } from '../time/dates.ts'

/** What was posted, field by field, exactly as typed; so a form can show it again. */
export class Typed {
  readonly #values: Map<string, string[]>
  readonly #files: Map<string, File>

  constructor(values: Map<string, string[]> = new Map(), files: Map<string, File> = new Map()) {
    this.#values = values
    this.#files = files
  }

  static of(values: Record<string, string | string[] | null | undefined>): Typed {
    const entries = Object.entries(values).flatMap(([name, value]): [string, string[]][] =>
      value == null ? [] : [[name, Array.isArray(value) ? value : [value]]],
    )
    return new Typed(new Map(entries))
  }

  get(name: string): string {
    return this.#values.get(name)?.[0] ?? ''
  }
  all(name: string): string[] {
    return this.#values.get(name) ?? []
  }
  has(name: string): boolean {
    return this.#values.has(name)
  }
  file(name: string): File | undefined {
    return this.#files.get(name)
  }
  names(): string[] {
    return [...this.#values.keys()]
  }
  /** For `<Form values>`: everything that was typed, by field. */
  toValues(): Record<string, string | string[]> {
    return Object.fromEntries(
      [...this.#values].map(([name, values]) => [name, values.length > 1 ? values : values[0]!]),
    )
  }
}

/** A reason beside a field: a message key with its values. */
export type FieldError = { key: string; params?: Record<string, string | number> }
export type FieldErrors = Record<string, FieldError>

export type Failed = { ok: false; errors: FieldErrors; typed: Typed }
export type Parsed<T> = { ok: true; value: T; typed: Typed } | Failed

/**
 * Reads the fields that `shape` names, and no others. A schema of an array reads every value of its field; any other
 * the first. The message of a failing check is a message key (`fields` below make such schemas).
 */
export function parseForm<S extends z.ZodRawShape>(shape: S, typed: Typed): Parsed<z.infer<z.ZodObject<S>>> {
  const raw: Record<string, unknown> = {}
  for (const name of Object.keys(shape)) raw[name] = isList(shape[name]) ? typed.all(name) : typed.get(name)
  const result = z.object(shape).safeParse(raw)
  if (result.success) return { ok: true, value: result.data, typed }
  const errors: FieldErrors = {}
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? '')
    errors[field] ??= toError(issue)
  }
  return { ok: false, errors, typed }
}

/** What `<Form>` needs to come back with: `{ values, errors }`. */
export const formState = (parsed: Parsed<unknown>) => ({
  values: parsed.typed.toValues(),
  errors: parsed.ok ? {} : parsed.errors,
})

/** The same answer with errors added, for checks that need more than the fields. */
export const withErrors = (parsed: Parsed<unknown>, errors: FieldErrors): Failed => ({
  ok: false,
  typed: parsed.typed,
  errors: { ...(parsed.ok ? {} : parsed.errors), ...errors },
})

const lists = new WeakSet<object>()
const isList = (schema: unknown) => typeof schema === 'object' && schema !== null && lists.has(schema)

function toError(issue: z.core.$ZodIssue): FieldError {
  if (issue.code === 'too_big') return { key: 'forms.tooLong', params: { most: Number(issue.maximum) } }
  return issue.message.includes('.') && !issue.message.includes(' ') ? { key: issue.message } : { key: 'forms.invalid' }
}

// Line ends and forms of accents differ by device; control characters (NUL above all) have no place in a text.
export const clean = (value: unknown): string =>
  String(value ?? '')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
    .trim()

const string = z.preprocess(clean, z.string())
const emptyToNull = (value: string) => (value === '' ? null : value)

/** Schemas for the fields of forms. Empty optional fields are null; what is typed is never cut, only refused. */
export const fields = {
  /** Required text. */
  text: (most = 200, missing = 'forms.required') => string.pipe(z.string().min(1, missing).max(most)),
  optionalText: (most = 200) => string.pipe(z.string().max(most).transform(emptyToNull)),
  date: (missing = 'forms.required') =>
    string.pipe(z.string().min(1, missing).refine(isRealDate, 'forms.date').transform(toPlainDate)),
  optionalDate: () =>
    string.pipe(
      z
        .string()
        .refine((value) => value === '' || isRealDate(value), 'forms.date')
        .transform((value) => (value === '' ? null : toPlainDate(value))),
    ),
  time: () => string.pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'forms.time')),
  integer: (least: number, most: number) =>
    string.pipe(
      z
        .string()
        .regex(/^-?\d{1,9}$/, 'forms.number')
        .transform(Number)
        .refine((n) => n >= least && n <= most, 'forms.outOfRange'),
    ),
  optionalInteger: (least: number, most: number) =>
    string.pipe(
      z
        .string()
        .regex(/^(-?\d{1,9})?$/, 'forms.number')
        .transform((value) => (value === '' ? null : Number(value)))
        .refine((n) => n === null || (n >= least && n <= most), 'forms.outOfRange'),
    ),
  choice: <const T extends string>(options: readonly T[], missing = 'forms.choose') =>
    string.pipe(
      z.string().refine((value): value is T => options.includes(value as T), missing),
    ) as unknown as z.ZodType<T>,
  optionalChoice: <const T extends string>(options: readonly T[]) =>
    string.pipe(
      z
        .string()
        .refine((value) => value === '' || options.includes(value as T), 'forms.choose')
        .transform(emptyToNull),
    ) as unknown as z.ZodType<T | null>,
  /** Any number of the options; unknown values are refused. */
  choices: <const T extends string>(options: readonly T[]): z.ZodType<T[]> => {
    const schema = z.array(z.string()).refine((values) => values.every((v) => options.includes(v as T)), 'forms.choose')
    lists.add(schema)
    return schema as unknown as z.ZodType<T[]>
  },
  /** Any number of free values. */
  texts: (most = 200, count = 200): z.ZodType<string[]> => {
    const schema = z.array(string.pipe(z.string().max(most))).max(count)
    lists.add(schema)
    return schema as unknown as z.ZodType<string[]>
  },
  checkbox: () => string.transform((value) => value !== '' && value !== 'no' && value !== 'false'),
  id: (missing = 'forms.choose') => string.pipe(z.string().regex(uuid, missing)),
  optionalId: () =>
    string.pipe(
      z
        .string()
        .refine((value) => value === '' || uuid.test(value), 'forms.choose')
        .transform(emptyToNull),
    ),
  email: (missing = 'forms.required') => string.pipe(z.string().min(1, missing).max(320).regex(email, 'forms.email')),
  optionalEmail: () =>
    string.pipe(
      z
        .string()
        .max(320)
        .refine((value) => value === '' || email.test(value), 'forms.email')
        .transform(emptyToNull),
    ),
}

const email = /^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)*$/
export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A date as the date field sends it, or as people type it where there is none: 2026-03-09, 9.3.2026, 9/3/2026. */
function toPlainDate(value: string): PlainDate {
  const typed = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(value)
  return typed ? `${typed[3]}-${typed[2]!.padStart(2, '0')}-${typed[1]!.padStart(2, '0')}` : value
}
const isRealDate = (value: string) => {
  const date = toPlainDate(value)
  return isPlainDate(date) && date >= '1900-01-01' && date <= '2199-12-31'
}
