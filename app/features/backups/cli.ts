// `passerelle backup FILE --key-file K` and `passerelle restore FILE --key-file K [--replace]`. Beta.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import type { Io, Run } from '../../cli.ts'
import { type ExitCode, exitCodes, Halt } from '../../shared/halt.ts'
import { openVault, type Vault } from '../../shared/vault/vault.ts'
import { makeBackup } from './backup.ts'
import { NotAKeyFile } from './key-file.ts'
import { NotRestored, restoreBackup } from './restore.ts'
import { FileFault } from './sealed-file.ts'

type Here = {
  /** As role `backup`. */
  backup: ClientConfig
  /** As the role `owner`, or one that may become it. */
  owner: ClientConfig
  vault: Vault
  witnessFile: string
}

export type BackupCommand = {
  withSite: <T>(work: (site: Here) => Promise<T>) => Promise<T>
  now: () => Date
  /** Seconds that a restore waits for a running site to let go of its tables: 15. */
  patience?: number
  /** Messages, for standard error. */
  err: (line: string) => void
}

export const runBackup: Run = (args, io) => backupCommand(args, commandOf(io))
export const runRestore: Run = (args, io) => restoreCommand(args, commandOf(io))

const commandOf = (io: Io): BackupCommand => ({
  withSite: (work) =>
    io.withDatabase(({ dataDir, siteKey, roles, owner }) => {
      const vault = openVault(join(dataDir, 'keys'), siteKey)
      return work({ backup: roles.backup, owner, vault, witnessFile: join(dataDir, 'audit-witness') })
    }),
  now: () => new Date(),
  err: io.note,
})

/** Throws Halt with one plain line. Exit 4 when the chain of the site is broken: the backup was made all the same. */
export async function backupCommand(args: string[], command: BackupCommand): Promise<ExitCode> {
  const { file, keyFile } = readArguments(args, 'backup')
  try {
    const made = await command.withSite(({ backup: connection, vault }) =>
      makeBackup({ connection, vault, file, keyFile, madeAt: command.now().toISOString() }),
    )
    command.err(`Backup (beta) of ${made.rows} rows in ${made.tables} tables: ${file}`)
    command.err(`Keys: ${keyFile}. Keep only the newest, apart from the backups: with both, everything can be read.`)
    return tellChain(made.audit, command.err)
  } catch (error) {
    throw inPlainWords(error, file, keyFile)
  }
}

/** Throws Halt with one plain line when nothing was changed. Exit 4 when the chain was already broken in the backup. */
export async function restoreCommand(args: string[], command: BackupCommand): Promise<ExitCode> {
  const { file, keyFile, replace } = readArguments(args, 'restore')
  for (const path of [file, keyFile]) if (!existsSync(path)) throw new Halt(`${path} does not exist.`, exitCodes.usage)
  try {
    const { patience = 15 } = command
    const done = await command.withSite(({ owner: connection, vault, witnessFile }) =>
      restoreBackup({ connection, vault, file, keyFile, replace, witnessFile, patience }),
    )
    command.err(`Restored (beta): ${done.rows} rows in ${done.tables} tables, as of ${done.madeAt}.`)
    command.err('Everybody is signed out.')
    if (done.keys.refused > 0) command.err(`${done.keys.refused} people were erased since and stay unreadable.`)
    return tellChain(done.audit, command.err)
  } catch (error) {
    throw inPlainWords(error, file, keyFile)
  }
}

function tellChain(
  audit: { ok: boolean; firstBad: number | null; entries: number },
  line: (text: string) => void,
): ExitCode {
  if (audit.ok) line(`The audit chain is whole: ${audit.entries} entries.`)
  else line(`The audit chain of the backup is broken at entry ${audit.firstBad}.`)
  return audit.ok ? exitCodes.ok : exitCodes.failed
}

function inPlainWords(error: unknown, file: string, keyFile: string): unknown {
  if (error instanceof NotAKeyFile)
    return new Halt(`${keyFile} is not a key file of a backup. Nothing was changed.`, exitCodes.usage)
  if (error instanceof FileFault) {
    const said = {
      notABackup: [`${file} is not a backup.`, exitCodes.usage],
      otherKey: [`${file} was made with another key than the one in ${keyFile}.`, exitCodes.usage],
      damaged: [`${file} is damaged or not complete.`, exitCodes.failed],
    } as const
    const [line, code] = said[error.fault]
    return new Halt(`${line} Nothing was changed.`, code)
  }
  if (error instanceof NotRestored) {
    const said = {
      notEmpty: ['This site is not empty. With --replace everything in it is replaced.', exitCodes.usage],
      otherVersion: [
        `The backup is of another version of Passerelle (${error.message}): restore it there, then update.`,
        exitCodes.usage,
      ],
      busy: ['The site is busy: stop it, or try again.', exitCodes.busy],
      countsDiffer: [`Not all rows of ${error.message} arrived.`, exitCodes.failed],
      chainDiffers: ['The audit chain does not arrive as it was.', exitCodes.failed],
    } as const
    const [line, code] = said[error.reason]
    return new Halt(`${line} Nothing was changed.`, code)
  }
  const code = (error as NodeJS.ErrnoException | null)?.code ?? ''
  if (/^(EACCES|EISDIR|ENOENT|ENOTDIR|EROFS|ENOSPC)$/.test(code)) {
    return new Halt(
      `${(error as NodeJS.ErrnoException).path ?? file} can't be read or written (${code}).`,
      exitCodes.usage,
    )
  }
  return error
}

function readArguments(
  args: string[],
  verb: 'backup' | 'restore',
): { file: string; keyFile: string; replace: boolean } {
  const usage = `Usage: ${verb} FILE --key-file K${verb === 'restore' ? ' [--replace]' : ''}.`
  const files: string[] = []
  let keyFile: string | undefined
  let replace = false
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!
    if (word === '--key-file') keyFile = args[++i]
    else if (word === '--replace' && verb === 'restore') replace = true
    else if (word.startsWith('--')) throw new Halt(usage, exitCodes.usage)
    else files.push(word)
  }
  if (files.length !== 1 || !keyFile || keyFile.startsWith('--')) throw new Halt(usage, exitCodes.usage)
  if (files[0] === keyFile) throw new Halt('The backup and its keys need two files.', exitCodes.usage)
  return { file: files[0]!, keyFile, replace }
}
