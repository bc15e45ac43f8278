import writeXlsxFile from 'write-excel-file/node'
import type { Translate } from '../../shared/i18n/i18n.ts'
import { csvFile } from './csv-file.ts'
import type { Field } from './imports.ts'

/** What a list usually holds, in the order people write it. */
const columns = [
  'lastName',
  'firstName',
  'birthDate',
  'gender',
  'language',
  'phone',
  'email',
  'street',
  'postalCode',
  'town',
  'reference',
  'firstAidOn',
  'notes',
] as const satisfies Field[]

const example: Record<(typeof columns)[number], string> = {
  lastName: 'Ferrat',
  firstName: 'Leïla',
  birthDate: '09.03.1990',
  gender: 'F',
  language: 'FR',
  phone: '079 555 01 23',
  email: 'leila.ferrat@example.org',
  street: 'Rue du Pont 4',
  postalCode: '2599',
  town: 'Rivemont',
  reference: 'RV-0001',
  firstAidOn: '01.02.2025',
  notes: '',
}

/** An empty list with its headers in the reader's language and one invented line, every cell text so that nothing is mangled. */
export async function template(format: 'xlsx' | 'csv', t: Translate): Promise<Uint8Array | string> {
  const header = columns.map((field) => t(`imports.field.${field}`))
  const line = columns.map((field) => example[field])
  if (format === 'csv') return csvFile([header, line])
  const cells = (texts: string[], bold: boolean) =>
    texts.map((value) => ({ value, type: String, format: '@', ...(bold ? { fontWeight: 'bold' as const } : {}) }))
  const made = writeXlsxFile([cells(header, true), cells(line, false)], {
    columns: columns.map(() => ({ width: 20 })),
    stickyRowsCount: 1,
  })
  return new Uint8Array(await made.toBuffer())
}
