import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** A process that cannot be mistaken for a later one with the same number: number, start, and boot of the machine. */
export type ProcessMark = { pid: number; started: string; boot: string }

const boot = () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()

/** Clock ticks from boot to the start of the process; undefined when it is gone or only waits to be reaped. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ') // the name before it may hold spaces and brackets
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

export function markOf(pid: number): ProcessMark | undefined {
  const started = startOf(pid)
  return started === undefined ? undefined : { pid, started, boot: boot() }
}

export function isSameAndAlive(mark: ProcessMark): boolean {
  return startOf(mark.pid) === mark.started && boot() === mark.boot
}

export const isAlive = (pid: number) => startOf(pid) !== undefined

/** PostgreSQL works from inside its cluster, so its working folder tells whose server a process is. */
export function isServerOf(pid: number, clusterDir: string): boolean {
  try {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    return isAlive(pid) && name === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === clusterDir
  } catch {
    return false
  }
}

/** Every process of the cluster, also children that outlived their postmaster. */
export function serversOf(clusterDir: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && isServerOf(pid, clusterDir))
}

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Asks again every 20 ms; false when the answer was still no after `ms`. */
export async function until(holds: () => boolean, ms: number): Promise<boolean> {
  const end = performance.now() + ms
  while (!holds()) {
    if (performance.now() > end) return false
    await pause(20)
  }
  return true
}
