// What the benches share: a site on a scratch folder, somebody signed in, percentiles, and a dated line of results.
import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from '../app/shared/root.ts'
import { totpCode } from '../app/shared/secrets/totp.ts'

export type Login = { role: string; email: string; password: string; totpSecret: string }
type Logins = { url: string; staff: Login[]; participants: { language: string; cardUrl: string; pin: string | null }[] }

/** A folder that the database's account can reach; removed at the end. */
export function scratchFolder(): { dataDir: string; remove(): void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

/** Runs a command of the project to its end. @returns milliseconds */
export function run(command: string, args: string[], dataDir: string): number {
  const began = performance.now()
  const { status } = spawnSync(process.execPath, [join(root, command), ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`${command} ended with ${status}`)
  return performance.now() - began
}

/** Starts the site on a free port. `ready`: milliseconds until it says so. */
export async function start(dataDir: string, args: string[] = []) {
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'bin/start'), ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((done, fail) => {
    let said = ''
    child.stdout.on('data', (part) => {
      said += part
      const found = /Passerelle is ready: (\S+)/.exec(said)
      if (found) done(found[1]!)
    })
    child.on('exit', () => fail(new Error(said)))
  })
  return {
    url,
    ready: performance.now() - began,
    stop: () =>
      new Promise<void>((done) => {
        child.on('exit', () => done())
        child.kill('SIGTERM')
      }),
  }
}

export function loginsOf(dataDir: string): Logins {
  const { stdout } = spawnSync(process.execPath, [join(root, 'bin/passerelle'), 'demo', 'logins', '--json'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: 'utf8',
  })
  return JSON.parse(stdout) as Logins
}

export const post = (url: string, form: Record<string, string>, cookie = '') =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form), headers: { cookie }, redirect: 'manual' })

export const cookieIn = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ')

/** Password and code over HTTP. @returns the cookie */
export async function signIn(url: string, { email, password, totpSecret }: Login): Promise<string> {
  const pending = cookieIn(await post(`${url}/sign-in`, { email, password }))
  const answer = await post(`${url}/sign-in/code`, { code: totpCode(totpSecret, Date.now()) }, pending)
  if (answer.status !== 303) throw new Error(`${email} could not sign in (${answer.status})`)
  return cookieIn(answer)
}

/** Runs `work` `times` times, one after the other, the first tenth to warm up. @returns p50 and p95 in milliseconds */
export async function measure(
  times: number,
  work: (at: number) => Promise<Response>,
): Promise<{ p50: number; p95: number }> {
  const took: number[] = []
  for (let at = 0; at < times * 1.1; at += 1) {
    const began = performance.now()
    const answer = await work(at)
    await answer.arrayBuffer()
    if (answer.status >= 400) throw new Error(`${answer.url}: ${answer.status}`)
    if (at >= times * 0.1) took.push(performance.now() - began)
  }
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]!
  return { p50: at(0.5), p95: at(0.95) }
}

/** Cores, memory and load of this machine, for a line of results. */
export const machine = () =>
  `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'cpu'}, ${Math.round(totalmem() / 2 ** 30)} GB, load ${loadavg()[0]!.toFixed(1)}`

/** Adds one line to `bench/results/<name>.md`. `about` opens the file when it is new. */
export function note(name: string, about: string, columns: string[], values: string[]): void {
  const file = join(root, 'bench', 'results', `${name}.md`)
  const head = ['date', ...columns, 'machine']
  if (!existsSync(file))
    writeFileSync(file, `# ${about}\n\n| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|\n`)
  const line = `| ${[new Date().toISOString().slice(0, 10), ...values, machine()].join(' | ')} |`
  appendFileSync(file, `${line}\n`)
  console.log(`${name}: ${columns.map((column, at) => `${column} ${values[at]}`).join(' · ')}`)
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
export const s = (value: number) => `${(value / 1000).toFixed(1)} s`
