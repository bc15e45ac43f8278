import { exitCodes, Halt } from './shared/halt.ts'

/** What the operator says, checked once. CONTRIBUTING and the README list the names; nothing else reads `process.env`. */
export type Environment = {
  port: number
  host: string
  /** As given, or undefined for the usual place. */
  dataDir: string | undefined
  databaseUrl: string | undefined
  databaseAppUrl: string | undefined
  /** Without a slash at the end; undefined when people reach the site at the address it listens on. */
  publicUrl: string | undefined
  /** How many proxies in front of us may be believed about addresses: 0 for none. */
  trustedProxies: number
  smtpUrl: string | undefined
  chromiumPath: string | undefined
  /** The moment a demo or a test takes for now. */
  now: Date | undefined
  demo: boolean
  seed: number
  /** The day the demo world is built around, YYYY-MM-DD. */
  today: string | undefined
}

type Variables = Record<string, string | undefined>

/**
 * @param args what followed `npm start --`
 * @throws Halt 2 with the name of the first setting that can't be used and what it may be.
 */
export function readEnvironment(variables: Variables, args: string[] = []): Environment {
  const env: Variables = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, value?.trim() || undefined]),
  )
  const flags = readFlags(args)
  const inTests = env.VITEST !== undefined
  if (env.PASSERELLE_NOW && !flags.demo && !inTests) refuse('PASSERELLE_NOW', 'is only for --demo and tests')
  if (env.DATABASE_APP_URL && !env.DATABASE_URL) refuse('DATABASE_APP_URL', 'needs DATABASE_URL as well')
  return {
    port: whole('PORT', env.PORT, 3000, 65535),
    host: host(env.HOST),
    dataDir: env.DATA_DIR,
    databaseUrl: address('DATABASE_URL', env.DATABASE_URL, ['postgres:', 'postgresql:']),
    databaseAppUrl: address('DATABASE_APP_URL', env.DATABASE_APP_URL, ['postgres:', 'postgresql:']),
    publicUrl: publicUrl(env.PUBLIC_URL),
    trustedProxies: trustedProxies(env.TRUST_PROXY),
    smtpUrl: address('SMTP_URL', env.SMTP_URL, ['smtp:', 'smtps:']),
    chromiumPath: env.CHROMIUM_PATH,
    now: moment(env.PASSERELLE_NOW),
    ...flags,
  }
}

/** Whether only this machine can reach the address we listen on. */
export const isLoopback = (name: string) => name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)

function refuse(name: string, reason: string): never {
  throw new Halt(`${name} ${reason}.`, exitCodes.usage)
}

function readFlags(args: string[]): Pick<Environment, 'demo' | 'seed' | 'today'> {
  let demo = false
  const values: { seed?: string; today?: string } = {}
  const rest = args.flatMap((word) =>
    /^--\w+=/.test(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word],
  )
  while (rest.length > 0) {
    const word = rest.shift()
    if (word === '--demo') demo = true
    else if (word === '--seed') values.seed = rest.shift() ?? ''
    else if (word === '--today') values.today = rest.shift() ?? ''
    else refuse(String(word), 'is not known here; there are --demo, --seed N and --today YYYY-MM-DD')
  }
  if (!demo && values.seed !== undefined) refuse('--seed', 'goes with --demo')
  if (!demo && values.today !== undefined) refuse('--today', 'goes with --demo')
  if (values.today !== undefined && !isDay(values.today)) refuse('--today', 'must be a day as YYYY-MM-DD')
  return { demo, seed: whole('--seed', values.seed, 1, 2 ** 31 - 1), today: values.today }
}

function whole(name: string, text: string | undefined, usual: number, highest: number): number {
  if (text === undefined) return usual
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > highest) refuse(name, `must be a whole number up to ${highest}, not “${text}”`)
  return value
}

function host(text: string | undefined): string {
  if (text && !/^[\w.:-]+$/.test(text))
    refuse('HOST', 'must be a name or an address without a port, such as 127.0.0.1 or 0.0.0.0')
  return text ?? '127.0.0.1'
}

// The text itself is never repeated in the answer: it may hold a password.
function address(name: string, text: string | undefined, protocols: string[]): string | undefined {
  if (text && !protocols.includes(URL.parse(text)?.protocol ?? ''))
    refuse(name, `must be an address that starts with ${protocols[0]}//`)
  return text
}

function publicUrl(text: string | undefined): string | undefined {
  const url = text ? URL.parse(address('PUBLIC_URL', text, ['https:', 'http:'])!) : null
  if (!url) return undefined
  const bare = url.pathname === '/' && !url.search && !url.hash && !url.username
  if (!bare) refuse('PUBLIC_URL', 'must be an address alone, such as https://passerelle.example')
  return url.origin
}

function trustedProxies(text: string | undefined): number {
  if (text === 'true') return 1
  if (text === 'false') return 0
  return whole('TRUST_PROXY', text, 0, 9)
}

function moment(text: string | undefined): Date | undefined {
  if (!text) return undefined
  const time = new Date(text)
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(time.getTime())) {
    refuse('PASSERELLE_NOW', 'must be a moment such as 2026-11-02T09:00:00Z')
  }
  return time
}

function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text)
}
