// For the tests of the command line: files, and commands called as the command line calls them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Io, Run } from '../../cli.ts'
import { exitCodes, Halt } from '../../shared/halt.ts'
import { root } from '../../shared/root.ts'

/** A public example. */
export const example = (name: string) => join(root, 'test/fixtures/compose', name)

/** A folder for input files. */
export function givenFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-compose-'))
  return {
    folder,
    /** A file with this text, these bytes, or this value as JSON. */
    file(content: unknown, name = 'input.json'): string {
      const path = join(folder, name)
      writeFileSync(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content))
      return path
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

export async function call(run: Run, ...args: string[]) {
  let value: unknown
  let lines: string[] = []
  const answer = (given: unknown, said: string[]) => {
    value = given
    lines = said
  }
  const code = await run(args, { json: true, answer } as unknown as Io)
  return { code, value, lines }
}

/** The one line of a command that ends with 2; else what it did instead. */
export const refusal = (run: Run, ...args: string[]): Promise<string> =>
  call(run, ...args).then(
    () => 'nothing was wrong',
    (error: unknown) => {
      if (!(error instanceof Halt) || error.code !== exitCodes.usage) throw error
      return error.message.includes('\n') ? `more than one line: ${error.message}` : error.message
    },
  )
