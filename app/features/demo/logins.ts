// How to sign in to a demo. The only place where a password is kept readable: a private file beside the demo's own data.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { StaffRole } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { replaceFile } from '../../shared/vault/durable.ts'

export type StaffLogin = {
  name: string
  role: StaffRole
  institution: string
  programmes: string[]
  email: string
  password: string
  totpSecret: string
}
export type ParticipantLogin = {
  name: string
  language: string
  programme: string
  /** Where the card's QR code leads, without the site's address. */
  cardPath: string
  code: string
  /** Null while the person has not chosen one. */
  pin: string | null
}
/** What a finished demo leaves behind. Without it the world was not finished. */
export type DemoRecord = {
  seed: number
  today: PlainDate
  staff: StaffLogin[]
  participants: ParticipantLogin[]
  /** Pages worth a first look, with whom to sign in as. */
  visit: { path: string; as: string; about: string }[]
  /** Where the site was last reached. */
  url: string | null
}

const file = (dataDir: string) => join(dataDir, 'demo.json')

export function readDemo(dataDir: string): DemoRecord | undefined {
  try {
    return JSON.parse(readFileSync(file(dataDir), 'utf8')) as DemoRecord
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

export const keepDemo = (dataDir: string, record: DemoRecord): void =>
  replaceFile(file(dataDir), Buffer.from(`${JSON.stringify(record, null, 2)}\n`))

export const forgetDemo = (dataDir: string): void => rmSync(file(dataDir), { force: true })

/** Notes where the demo is reached now. @returns the lines that tell the console how to sign in. */
export function nameAddress(dataDir: string, url: string): string[] {
  const record = readDemo(dataDir)
  if (!record) return []
  keepDemo(dataDir, { ...record, url })
  const first = record.staff.find(({ role }) => role === 'coordinator')
  if (!first) return []
  return [
    `This is a demo of invented people. Sign in at ${url}/sign-in, for example as ${first.name}:`,
    `  ${first.email}   ${first.password}   key for the code: ${first.totpSecret}`,
    'All logins, and the pages to visit first: bin/passerelle demo logins',
  ]
}
