// The command line. A command is a module of its feature, `app/features/<noun>/cli.ts`, that exports `run`.

import { type Environment, readEnvironment } from './environment.ts'
import { type ExitCode, exitCodes, Halt } from './shared/halt.ts'
import { type Site, withSite } from './site.ts'

/** What a command gets besides its arguments. */
export type Io = {
  environment: Environment
  /** `--json` was given: standard output then holds one JSON value and nothing else. */
  json: boolean
  /** Prints the answer: the value with `--json`, else the lines. */
  answer(value: unknown, lines: string[]): void
  /** Says something on the way, on standard error. */
  note(line: string): void
  /** The site's database: the running site's, or opened for the length of `work`. */
  withDatabase<T>(work: (site: Site) => Promise<T>): Promise<T>
}

/** @param args the words after the command's name, without `--json` */
export type Run = (args: string[], io: Io) => Promise<ExitCode>

type Command = { words: string; about: string; load: () => Promise<{ run: Run }> }

const commands: Command[] = [
  {
    words: 'demo logins',
    about: 'how to sign in to the demo on this machine',
    load: () => import('./features/demo/cli.ts'),
  },
  {
    words: 'backup',
    about: 'FILE --key-file K: everything into one encrypted file, its keys into another (beta)',
    load: async () => ({ run: (await import('./features/backups/cli.ts')).runBackup }),
  },
  {
    words: 'restore',
    about: 'FILE --key-file K [--replace]: brings a backup back, wholly or not at all (beta)',
    load: async () => ({ run: (await import('./features/backups/cli.ts')).runRestore }),
  },
  {
    words: 'audit',
    about: 'export FILE | verify [FILE] [--witness NUMBER:HASH]: the chain of who did or read what',
    load: () => import('./features/audit/cli.ts'),
  },
  {
    words: 'import people',
    about:
      'FILE --as EMAIL --institution ID [--mapping F] [--dry-run] [--accept-valid]: a list of people, as one import',
    load: async () => ({ run: (await import('./features/imports/cli.ts')).runImport }),
  },
  {
    words: 'import undo',
    about: 'ID: takes an import back within 24 hours, but for what somebody has touched since',
    load: async () => ({ run: (await import('./features/imports/cli.ts')).runUndo }),
  },
  {
    words: 'compose groups',
    about:
      'LIST.json --mode homogeneous|mixed [--budget-ms N] [--iterations N] [--seed N] [--pin PLAN.json [--max-moves K]] [--prove-ms N]: groups from a waiting list; needs no site',
    load: async () => ({ run: (await import('./features/compositions/cli.groups.ts')).runGroups }),
  },
  {
    words: 'compose mdgp',
    about: 'FILE [--sense max|min] [--budget-ms N] [--seed N]: mixing by distances alone; needs no site',
    load: async () => ({ run: (await import('./features/compositions/cli.ts')).runMixing }),
  },
  {
    words: 'compose choices',
    about:
      'FILE [--rule fair|rank-maximal|max-then-rank-maximal|min-sum]: seats of activities or trades; needs no site',
    load: async () => ({ run: (await import('./features/compositions/cli.ts')).runChoices }),
  },
  {
    words: 'compose capacity',
    about: 'FILE: people to tandems or missions with few places; needs no site',
    load: async () => ({ run: (await import('./features/compositions/cli.ts')).runCapacity }),
  },
  {
    words: 'institutions',
    about: 'the institutions, with their staff by role',
    load: () => import('./features/staff/cli.ts'),
  },
  {
    words: 'programme list',
    about: 'the programmes of the site',
    load: async () => ({ run: (await import('./features/programmes/cli.ts')).runList }),
  },
  {
    words: 'programme create',
    about: '--blueprint ID [--as EMAIL]: a programme from a blueprint, coordinated by the account named',
    load: async () => ({ run: (await import('./features/programmes/cli.ts')).runCreate }),
  },
  {
    words: 'allocate',
    about: 'blocks|minimisation DESIGN.json: replays the allocation of a study; needs no site',
    load: () => import('./features/studies/cli.ts'),
  },
  {
    words: 'routes',
    about: 'every route with its door, policy and actors',
    load: () => import('./cli-routes.ts'),
  },
]

export async function main(args: string[]): Promise<ExitCode> {
  const words = args.filter((word) => word !== '--json')
  const json = words.length < args.length
  if (words.length === 0 || words[0] === '--help' || words[0] === 'help') {
    help(console.log)
    return words.length === 0 ? exitCodes.usage : exitCodes.ok
  }
  // The longest name first: `import undo` before `import`.
  const command = [...commands]
    .sort((a, b) => b.words.length - a.words.length)
    .find(({ words: name }) => isCalled(name, words))
  if (!command) {
    console.error(`There is no command “${words.slice(0, 2).join(' ')}”. See bin/passerelle --help.`)
    return exitCodes.usage
  }
  const { run } = await command.load()
  return run(words.slice(command.words.split(' ').length), makeIo(command.words, json))
}

const isCalled = (name: string, words: string[]) => name.split(' ').every((word, at) => words[at] === word)

function help(print: (line: string) => void) {
  print('bin/passerelle COMMAND [--json]\n')
  const width = Math.max(0, ...commands.map(({ words }) => words.length)) + 2
  for (const { words, about } of commands) print(`  ${words.padEnd(width)}${about}`)
  print(
    '\nExit codes: 0 ok, 1 fault, 2 bad input or usage, 3 busy or already running, 4 a check failed or rows were rejected.',
  )
}

function makeIo(name: string, json: boolean): Io {
  const environment = readEnvironment(process.env)
  const note = (line: string) => console.error(line)
  return {
    environment,
    json,
    note,
    answer: (value, lines) => console.log(json ? JSON.stringify(value, null, 2) : lines.join('\n')),
    withDatabase: (work) => withSite(environment, note, name, work),
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof Halt) console.error(error.message)
  else console.error(error)
  process.exitCode = error instanceof Halt ? error.code : exitCodes.fault
}
