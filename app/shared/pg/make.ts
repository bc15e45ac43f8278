import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitCodes, Halt } from '../halt.ts'
import { environment, type Launch } from './launch.ts'
import { keepSecrets } from './secrets.ts'

export const superuser = 'postgres'

/** Made beside and moved into place when complete: a crash in the middle leaves nothing that looks like a database. */
export function makeCluster({ dataDir, clusterDir, account, binaries, log }: Omit<Launch, 'settings'>) {
  log('Making the database …')
  const { passwords } = keepSecrets(dataDir, [superuser])
  const unfinished = `${clusterDir}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  const folder = mkdtempSync(join(dataDir, 'first-'))
  try {
    const passwordFile = join(folder, 'password')
    writeFileSync(passwordFile, passwords[superuser]!, { mode: 0o600 })
    if (account) for (const path of [unfinished, folder, passwordFile]) chownSync(path, account.uid, account.gid)
    const options = ['-D', unfinished, '-U', superuser, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
    const text = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    const made = spawnSync(binaries.initdb, [...options, ...text, '--no-instructions'], {
      ...account,
      cwd: unfinished,
      env: environment(),
      encoding: 'utf8',
    })
    if (made.status !== 0) {
      rmSync(unfinished, { recursive: true, force: true })
      throw new Halt(`The database could not be made: ${lastLine(made.stderr) ?? made.error?.message}`, exitCodes.fault)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  renameSync(unfinished, clusterDir)
}

const lastLine = (text: string | undefined) => text?.trim().split('\n').at(-1) || undefined
