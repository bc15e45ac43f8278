import { accept, type Decision, refuse } from '../../../shared/rules.ts'
import type { Workbook } from '../imports.ts'
import { readCsv } from './csv.ts'
import { decodeText } from './encoding.ts'
import { limits } from './limits.ts'
import { readXlsx } from './xlsx.ts'

/**
 * What stands in a file that someone chose: CSV or XLSX, told by its content, whatever its name ends in. Anything else is refused
 * with what to do instead. `name` is only for the sheet's name.
 */
export function readFile(bytes: Buffer, name: string): Decision<Workbook> {
  if (bytes.length === 0) return refuse('imports.file.empty')
  if (bytes.length > limits.fileBytes)
    return refuse('imports.file.tooLarge', { megabytes: limits.fileBytes / 1024 / 1024 })
  const workbook = startsWith(bytes, 0x50, 0x4b) ? readXlsx(bytes) : readText(bytes, name)
  if (!workbook.ok) return workbook
  const filled = workbook.value.sheets.filter((sheet) => sheet.rows.length > 0)
  return filled.length > 0 ? accept({ ...workbook.value, sheets: filled }) : refuse('imports.file.empty')
}

const startsWith = (bytes: Buffer, ...start: number[]) => start.every((byte, at) => bytes[at] === byte)

function readText(bytes: Buffer, name: string): Decision<Workbook> {
  const foreign = foreignKind(bytes)
  if (foreign) return refuse(foreign)
  const decoded = decodeText(bytes)
  if (!decoded) return refuse('imports.file.unknownKind')
  if (/^\s*<(!doctype|html|table|\?xml|meta|style)/i.test(decoded.text.slice(0, 500)))
    return refuse('imports.file.webPage')
  if (/^\s*\{/.test(decoded.text.slice(0, 100))) return refuse('imports.file.unknownKind')
  const csv = readCsv(decoded.text)
  if (!csv.ok) return csv
  const sheet = { name: name.replace(/\.[^.]*$/, ''), hidden: false, rows: csv.value.rows }
  return accept({ format: 'csv', encoding: decoded.encoding, delimiter: csv.value.delimiter, sheets: [sheet] })
}

/** Kinds of file people take for a table, by their first bytes. */
function foreignKind(bytes: Buffer): string | null {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const isLocked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    return isLocked ? 'imports.file.password' : 'imports.file.xls'
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'imports.file.pdf'
  if (startsWith(bytes, 0x09, 0x08) || startsWith(bytes, 0x09, 0x04)) return 'imports.file.xls'
  return bytes.subarray(0, 5).toString('latin1') === '{\\rtf' ? 'imports.file.unknownKind' : null
}
