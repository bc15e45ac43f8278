import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitCodes, Halt } from '../halt.ts'
import { replaceFile } from '../vault/durable.ts'

/** What a site must never lose and never show: its key (32 bytes, base64url), and passwords by database role. */
export type Secrets = { siteKey: string; passwords: Record<string, string> }

const fresh = () => randomBytes(32).toString('base64url')
const secretsFile = (dataDir: string) => join(dataDir, 'secrets.json')

/**
 * Reads `secrets.json`, or makes it for a new folder; adds passwords for roles that have none yet.
 * @throws Halt 2 when the file is there but not ours to read.
 */
export function keepSecrets(dataDir: string, roles: string[]): Secrets {
  const found = readSecrets(dataDir)
  const secrets = found ?? { siteKey: fresh(), passwords: {} }
  const missing = roles.filter((role) => !secrets.passwords[role])
  for (const role of missing) secrets.passwords[role] = fresh()
  if (!found || missing.length > 0)
    replaceFile(secretsFile(dataDir), Buffer.from(`${JSON.stringify(secrets, null, 2)}\n`))
  return secrets
}

export function readSecrets(dataDir: string): Secrets | undefined {
  try {
    return JSON.parse(readFileSync(secretsFile(dataDir), 'utf8')) as Secrets
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    const reason = code === 'EACCES' ? 'it belongs to another account' : message
    throw new Halt(`${secretsFile(dataDir)} can't be read: ${reason}.`, exitCodes.usage)
  }
}
