import { parseArgs } from 'node:util'
import { exitCodes, Halt } from '../../shared/halt.ts'

/** Makes a value of the word after an option, or says (by throwing Wrong) what it must be. */
type Read<T> = (word: string) => T
type Options = Readonly<Record<string, Read<unknown>>>
type Given<O extends Options> = { readonly [K in keyof O]?: ReturnType<O[K]> }

class Wrong extends Error {}

/** A search without `--budget-ms` may take this long. */
export const usualBudgetMs = 2000
// A day; and the seeds that the random generators tell apart.
export const mostMs = 86_400_000
export const mostSeed = 2 ** 32 - 1

/**
 * The one file and the options of a command, `--name value` or `--name=value` in any order.
 * @param usage the command as one would type it
 * @throws Halt 2 with one line
 */
export function readArguments<O extends Options>(usage: string, options: O, args: string[]) {
  const { tokens } = parseArgs({
    args,
    options: Object.fromEntries(Object.keys(options).map((name) => [name, { type: 'string' as const }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const files: string[] = []
  const given: Record<string, unknown> = {}
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value)
    if (token.kind !== 'option') continue
    const read = Object.hasOwn(options, token.name) && token.rawName.startsWith('--') ? options[token.name] : undefined
    if (read === undefined) throw refusal(`there is no option ${token.rawName}`, usage)
    if (token.value === undefined) throw refusal(`${token.rawName} needs a value`, usage)
    if (Object.hasOwn(given, token.name)) throw refusal(`${token.rawName} is given twice`, usage)
    given[token.name] = readWord(read, token.rawName, token.value, usage)
  }
  const [file, ...more] = files
  if (file === undefined) throw refusal('a file is needed', usage)
  if (more.length > 0) throw refusal(`one file is read at a time, not also ${more[0]}`, usage)
  return { file, given: given as Given<O> }
}

/** What is wrong with the arguments, and how the command is used, in one line. */
export const refusal = (problem: string, usage: string) =>
  new Halt(`${problem[0]!.toUpperCase()}${problem.slice(1)}. Usage: ${usage}`, exitCodes.usage)

function readWord(read: Read<unknown>, name: string, word: string, usage: string): unknown {
  try {
    return read(word)
  } catch (error) {
    if (error instanceof Wrong) throw refusal(`${name} must be ${error.message}, not “${word}”`, usage)
    throw error
  }
}

export const anyText: Read<string> = (word) => {
  if (word === '') throw new Wrong('a text')
  return word
}

export const wholeUpTo =
  (most: number): Read<number> =>
  (word) => {
    if (!/^\d+$/.test(word) || Number(word) > most) throw new Wrong(`a whole number from 0 to ${most}`)
    return Number(word)
  }

export const oneOf =
  <T extends string>(allowed: readonly T[]): Read<T> =>
  (word) => {
    const found = allowed.find((one) => one === word)
    if (found === undefined) throw new Wrong(`${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)!}`)
    return found
  }
