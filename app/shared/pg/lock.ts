import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitCodes, Halt } from '../halt.ts'
import { isSameAndAlive, markOf, type ProcessMark, pause } from './process.ts'

type Holder = ProcessMark & { purpose: string }
export type Lock = { release(): void }

/**
 * One process at a time per data folder. The lock names its process and when that process started, so one left behind
 * by `kill -9`, or by a machine that went down, binds nobody. Waits `patience` ms for a holder that is just stopping.
 * @throws Halt 3 when the folder is in use.
 */
export async function takeLock(dataDir: string, purpose: string, patience = 2000): Promise<Lock> {
  const end = performance.now() + patience
  for (;;) {
    const holder = tryLock(dataDir, purpose)
    if (!holder) return { release: () => release(dataDir) }
    if (performance.now() > end) {
      throw new Halt(`Passerelle already uses ${dataDir} (process ${holder.pid}: ${holder.purpose}).`, exitCodes.busy)
    }
    await pause(100)
  }
}

/** Who holds the folder now, if anyone alive does. */
export function lockHolder(dataDir: string): Holder | undefined {
  const holder = read(lockFile(dataDir))
  return holder && isSameAndAlive(holder) ? holder : undefined
}

const lockFile = (dataDir: string) => join(dataDir, 'lock')
const unique = (dataDir: string) => join(dataDir, `lock.${process.pid}.${randomBytes(4).toString('hex')}`)

function tryLock(dataDir: string, purpose: string): Holder | undefined {
  const own = unique(dataDir)
  writeFileSync(own, JSON.stringify({ ...markOf(process.pid)!, purpose } satisfies Holder), { mode: 0o600 })
  try {
    // A link appears whole or not at all, so nobody ever reads half a lock.
    linkSync(own, lockFile(dataDir))
    return undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(own, { force: true })
  }
  const holder = read(lockFile(dataDir))
  if (holder && isSameAndAlive(holder)) return holder
  clearAway(dataDir)
  return tryLock(dataDir, purpose)
}

/** Two starts may find the same dead lock: what was moved aside is looked at again, and put back if it is a live one. */
function clearAway(dataDir: string) {
  const aside = unique(dataDir)
  try {
    renameSync(lockFile(dataDir), aside)
  } catch {
    return
  }
  const moved = read(aside)
  if (moved && isSameAndAlive(moved)) linkSync(aside, lockFile(dataDir))
  rmSync(aside, { force: true })
}

function release(dataDir: string) {
  if (lockHolder(dataDir)?.pid === process.pid) rmSync(lockFile(dataDir), { force: true })
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}
