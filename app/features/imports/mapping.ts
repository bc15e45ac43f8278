import { z } from 'zod'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import { type Field, fields } from './imports.ts'

/** Which of the first two numbers in 3/4/1990 is the day. */
export const dateOrders = ['dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]
export const nameOrders = ['last-first', 'first-last'] as const
export type NameOrder = (typeof nameOrders)[number]

/**
 * What a person says of their file, where it was not understood or not rightly: header → field, null to leave the column out. Also
 * the JSON file that the command line takes.
 */
export type Mapping = {
  columns?: Record<string, Field | null>
  sheet?: string
  headerRow?: number
  dateOrder?: DateOrder
  nameOrder?: NameOrder
}

const shape = z.strictObject({
  columns: z.record(z.string(), z.enum(fields).nullable()).optional(),
  sheet: z.string().optional(),
  headerRow: z.int().min(1).max(1_048_576).optional(),
  dateOrder: z.enum(dateOrders).optional(),
  nameOrder: z.enum(nameOrders).optional(),
})

/** A mapping file's text. What is wrong is named by its place in the file. */
export function readMapping(json: string): Decision<Mapping> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return refuse('imports.mapping.notJson')
  }
  const parsed = shape.safeParse(value)
  if (parsed.success) return accept(parsed.data)
  const issue = parsed.error.issues[0]
  const place = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])].join('.')
  return refuse('imports.mapping.wrong', { place: place || '{}', fields: fields.join(', ') })
}
