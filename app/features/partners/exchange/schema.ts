// The part of JSON Schema that the format of data·inclusion is written in; a schema that says more is refused at start.
import serviceSchema from '../../../data/data-inclusion/service.schema.json' with { type: 'json' }
import structureSchema from '../../../data/data-inclusion/structure.schema.json' with { type: 'json' }
import { isPlainDate } from '../../../shared/time/dates.ts'

/** What is wrong with one field: a message key `partners.fault.<why>` with what was expected. */
export type Wrong = { field: string; why: Why; expected: string | number }
export type Why =
  | 'required'
  | 'type'
  | 'choice'
  | 'tooShort'
  | 'tooLong'
  | 'form'
  | 'date'
  | 'email'
  | 'address'
  | 'repeated'
  | 'empty'
  | 'tooSmall'

type Schema = {
  type?: string
  anyOf?: Schema[]
  $ref?: string
  enum?: unknown[]
  const?: unknown
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  minimum?: number
  items?: Schema
  minItems?: number
  uniqueItems?: boolean
  properties?: Record<string, Schema>
  required?: string[]
  $defs?: Record<string, Schema>
}

const understood = new Set(
  'type anyOf $ref enum const minLength maxLength pattern format minimum items minItems uniqueItems properties required $defs'
    .split(' ')
    .concat('$comment title description default examples'.split(' ')),
)

/** A check made from a schema: every field that breaks it, one fault a field. @throws for a keyword it does not know. */
export function validatorOf(root: Schema): (value: unknown) => Wrong[] {
  assertUnderstood(root)
  return (value) => check(root, value, '', root)
}

export const wrongInStructure = validatorOf(structureSchema as Schema)
export const wrongInService = validatorOf(serviceSchema as Schema)

function assertUnderstood(schema: Schema): void {
  for (const key of Object.keys(schema)) if (!understood.has(key)) throw new Error(`schema keyword ${key}`)
  const inside = [
    ...Object.values(schema.properties ?? {}),
    ...Object.values(schema.$defs ?? {}),
    ...(schema.anyOf ?? []),
  ]
  for (const one of schema.items ? [...inside, schema.items] : inside) assertUnderstood(one)
}

function check(schema: Schema, value: unknown, field: string, root: Schema): Wrong[] {
  const wrong = (why: Why, expected: string | number = ''): Wrong[] => [{ field, why, expected }]
  if (schema.$ref) return check(root.$defs![schema.$ref.split('/').at(-1)!]!, value, field, root)
  if (schema.anyOf) {
    const all = schema.anyOf.map((one) => check(one, value, field, root))
    if (all.some((one) => one.length === 0)) return []
    // "This or nothing": what is wrong with this is what there is to say.
    const told = schema.anyOf.flatMap((one, at) => (one.type === 'null' ? [] : [all[at]!]))
    return told.length === 1 ? told[0]! : wrong('form')
  }
  if (schema.type && !isOf(schema.type, value)) return wrong('type', schema.type)
  if (schema.enum && !schema.enum.includes(value)) return wrong('choice', shown(value))
  if ('const' in schema && value !== schema.const) return wrong('choice', shown(value))
  if (typeof value === 'string') return checkText(schema, value, wrong)
  if (typeof value === 'number') return value < (schema.minimum ?? -Infinity) ? wrong('tooSmall', schema.minimum) : []
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0)) return wrong('empty')
    if (schema.uniqueItems && new Set(value).size < value.length) return wrong('repeated')
    for (const one of value) {
      const found = schema.items ? check(schema.items, one, field, root) : []
      if (found.length > 0) return found
    }
    return []
  }
  if (value === null || typeof value !== 'object') return []
  const of = value as Record<string, unknown>
  return [
    ...(schema.required ?? [])
      .filter((name) => !(name in of))
      .map((name): Wrong => ({ field: name, why: 'required', expected: '' })),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
      Object.hasOwn(of, name) ? check(one, of[name], name, root) : [],
    ),
  ]
}

function checkText(schema: Schema, value: string, wrong: (why: Why, expected?: string | number) => Wrong[]): Wrong[] {
  const length = [...value].length
  if (length < (schema.minLength ?? 0)) return wrong('tooShort', schema.minLength)
  if (length > (schema.maxLength ?? Infinity)) return wrong('tooLong', schema.maxLength)
  if (schema.pattern && !new RegExp(schema.pattern, 'u').test(value)) return wrong('form', shown(value))
  if (schema.format === 'date' && !isPlainDate(value)) return wrong('date', shown(value))
  if (schema.format === 'email' && !/^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)+$/.test(value))
    return wrong('email', shown(value))
  if (schema.format === 'uri' && !(/^[a-z][a-z0-9+.-]*:/i.test(value) && URL.canParse(value)))
    return wrong('address', shown(value))
  return []
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}

const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 80)
