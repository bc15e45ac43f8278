import { readFileSync } from 'node:fs'
import { BadInput } from './engine/read/json.ts'
import { exitCodes, Halt } from './shared/halt.ts'

/**
 * Reads an input file of the command line and checks it with `read`.
 * @throws Halt 2 with one line, `FILE: place: what is wrong`
 */
export function readInput<T>(file: string, read: (source: string) => T): T {
  const source = sourceOf(file)
  try {
    return read(source)
  } catch (error) {
    if (error instanceof BadInput) throw new Halt(`${file}: ${error.message}`, exitCodes.usage)
    throw error
  }
}

function sourceOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why: Record<string, string> = {
      ENOENT: 'does not exist',
      EISDIR: 'is a folder, not a file',
      EACCES: 'may not be read',
      ERR_ENCODING_INVALID_ENCODED_DATA: 'is not text in UTF-8',
    }
    throw new Halt(`${file}: ${why[code ?? ''] ?? `cannot be read (${code})`}`, exitCodes.usage)
  }
}
