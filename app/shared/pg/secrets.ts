import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitCodes, Halt } from '../halt.ts'

/** What a site must never lose and never show. Passwords of database roles by role name, and the site's own key. */
export type Secrets = { siteKey: string; passwords: Record<string, string> }

const secretsFile = (dataDir: string) => join(dataDir, 'secrets.json')
const fresh = () => randomBytes(32).toString('base64url')

/**
 * Reads `secrets.json`, or makes it for a new folder; adds passwords for roles that have none yet.
 * @throws Halt 2 when the file is there but not ours to read.
 */
export function keepSecrets(dataDir: string, roles: string[]): Secrets {
  const found = readSecrets(dataDir)
  const secrets = found ?? { siteKey: fresh(), passwords: {} }
  const missing = roles.filter((role) => !secrets.passwords[role])
  for (const role of missing) secrets.passwords[role] = fresh()
  if (!found || missing.length > 0) write(secretsFile(dataDir), secrets)
  return secrets
}

export function readSecrets(dataDir: string): Secrets | undefined {
  try {
    return JSON.parse(readFileSync(secretsFile(dataDir), 'utf8')) as Secrets
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new Halt(
      `${secretsFile(dataDir)} can't be read: ${code === 'EACCES' ? 'it belongs to another account' : message}.`,
      exitCodes.usage,
    )
  }
}

function write(file: string, secrets: Secrets) {
  const unfinished = `${file}.${process.pid}`
  const handle = openSync(unfinished, 'w', 0o600)
  try {
    writeFileSync(handle, `${JSON.stringify(secrets, null, 2)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(unfinished, file)
}
