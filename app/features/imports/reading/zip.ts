import { inflateRawSync } from 'node:zlib'
import { accept, type Decision, refuse } from '../../../shared/rules.ts'
import { limits } from './limits.ts'

type Entry = { name: string; method: number; packed: Buffer; size: number }
export type Archive = { names: string[]; text: (name: string) => Decision<string | null> }

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50

/**
 * The parts of a zip file, each unpacked when asked for. What the parts come to is counted while they are unpacked, not
 * believed: a bomb states small sizes. Only what spreadsheets use: stored or deflated, unencrypted, under 4 GB.
 */
export function openZip(bytes: Buffer): Decision<Archive> {
  const entries = readDirectory(bytes)
  if (!entries) return refuse('imports.file.damaged')
  let budget: number = limits.unpackedBytes
  const text = (name: string): Decision<string | null> => {
    const entry = entries.get(name.toLowerCase())
    if (!entry) return accept(null)
    if (entry.size > budget) return refuse('imports.file.unpacksTooLarge')
    try {
      const content = entry.method === 0 ? entry.packed : inflateRawSync(entry.packed, { maxOutputLength: budget })
      budget -= content.length
      return accept(new TextDecoder('utf-8').decode(content))
    } catch (error) {
      const tooLarge = error instanceof RangeError
      return refuse(tooLarge ? 'imports.file.unpacksTooLarge' : 'imports.file.damaged')
    }
  }
  return accept({ names: Array.from(entries.values(), (entry) => entry.name), text })
}

/** The central directory at the end of the file; null when the bytes do not add up. */
function readDirectory(bytes: Buffer): Map<string, Entry> | null {
  const end = findEnd(bytes)
  if (end === null) return null
  const count = bytes.readUInt16LE(end + 10)
  if (count > limits.zipEntries) return null
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) return null
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength!)
    const packed = packedBytes(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20))
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)]
    if (!packed || flags % 2 === 1 || (method !== 0 && method !== 8)) return null
    entries.set(name.toLowerCase(), { name, method, packed, size: bytes.readUInt32LE(at + 24) })
    at += 46 + nameLength! + extra! + comment!
  }
  return entries
}

function findEnd(bytes: Buffer): number | null {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= earliest; at -= 1) if (bytes.readUInt32LE(at) === endOfDirectory) return at
  return null
}

function packedBytes(bytes: Buffer, at: number, length: number): Buffer | null {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localEntry) return null
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  return start + length <= bytes.length ? bytes.subarray(start, start + length) : null
}
