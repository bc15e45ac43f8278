import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isServerOf, serversOf, until } from './process.ts'

/** What PostgreSQL writes about itself into `postmaster.pid`. */
export type Postmaster = { pid: number; socketDir: string; ready: boolean }

export function readPostmaster(clusterDir: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), socketDir: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** The server of this cluster, when one runs: also one that outlived the process which had started it. */
export function findPostmaster(clusterDir: string): Postmaster | undefined {
  const found = readPostmaster(clusterDir)
  return found && isServerOf(found.pid, clusterDir) ? found : undefined
}

/**
 * Makes way for a start after a crash. Children of a killed postmaster leave by themselves within moments. PostgreSQL
 * would not start over files that name a process number which another program has by now, or a dead one not yet reaped.
 */
export async function clearStale(clusterDir: string, socketDir: string) {
  if (!(await until(() => serversOf(clusterDir).length === 0, 5000))) {
    for (const pid of serversOf(clusterDir)) process.kill(pid, 'SIGQUIT')
    await until(() => serversOf(clusterDir).length === 0, 3000)
  }
  rmSync(join(clusterDir, 'postmaster.pid'), { force: true })
  if (isSocketFolder(socketDir) || socketDir === clusterDir) clearSockets(socketDir)
}

/** Ours, as made for data folders too deep to hold a socket. A path read from a file is looked at before we delete in it. */
export const isSocketFolder = (folder: string) =>
  folder.startsWith(socketPrefix) && !folder.slice(socketPrefix.length).includes('/')

export const socketPrefix = '/tmp/passerelle-socket-'

export function clearSockets(folder: string) {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (name.startsWith('.s.PGSQL.')) rmSync(join(folder, name), { force: true })
  }
}

/** Lets transactions go, closes connections, writes a checkpoint; after `patience` ms as in a crash, which the next start mends. */
export async function stopPostmaster(clusterDir: string, pid: number, patience = 5000) {
  const gone = () => !isServerOf(pid, clusterDir)
  signal(pid, 'SIGINT')
  if (await until(gone, patience)) return
  signal(pid, 'SIGQUIT')
  await until(gone, 1000)
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch {
    // It was quicker.
  }
}
