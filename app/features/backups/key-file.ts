// K: the backup key and the current keys of all people, 0600. Whoever has K and a backup has everything; whoever has only
// the backup has nothing. Each backup rewrites K under the same backup key, so the newest K opens every older backup.

import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { replaceFile } from '../../shared/vault/durable.ts'
import type { ExportedKey } from '../../shared/vault/vault.ts'

const FORMAT = 'passerelle-keys'

export type Keys = { backupKey: Buffer; people: ExportedKey[] }

export class NotAKeyFile extends Error {}

/** The keys in the file, or null when there is no such file. Throws NotAKeyFile. */
export function readKeyFile(path: string): Keys | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new NotAKeyFile(path, { cause: error })
  }
  const [body = '', sum] = text.split('\n')
  if (sum !== sha256(body)) throw new NotAKeyFile(path)
  const read = JSON.parse(body) as { format: string; version: number; backupKey: string; people: ExportedKey[] }
  const backupKey = Buffer.from(read.backupKey, 'base64url')
  if (read.format !== FORMAT || read.version !== 1 || backupKey.length !== 32) throw new NotAKeyFile(path)
  return { backupKey, people: read.people }
}

export function writeKeyFile(path: string, { backupKey, people }: Keys): void {
  const body = JSON.stringify({ format: FORMAT, version: 1, backupKey: backupKey.toString('base64url'), people })
  replaceFile(path, Buffer.from(`${body}\n${sha256(body)}\n`))
}

export const newBackupKey = (): Buffer => randomBytes(32)

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
