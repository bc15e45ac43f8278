// Encryption per person. Notes, health, residence and the like are stored encrypted under a key of the person they are
// about; the keys are wrapped with the site's key and live outside the database. Destroying one key makes the person
// unreadable everywhere at once, in yesterday's backup too (TRUST, "Keep, forget, restore").

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFile } from './durable.ts'
import { decrypt, encrypt } from './envelope.ts'
import { KeyFiles } from './key-files.ts'
import { deriveKey } from './site-key.ts'

/** Where a value stands. It is authenticated with the value, so a value moved to another place does not open. */
export type Place = { table: string; column: string; row: string }

/** What opening gives. Anything but `open` is something to show (messages `vault.<state>`), never a crash. */
export type Opened =
  | { state: 'open'; text: string }
  | { state: 'erased' }
  | { state: 'keyMissing' }
  | { state: 'damaged' }

/** One line of what a key file for a restore holds: the key in clear, or that it was destroyed. */
export type ExportedKey = { personId: string; key: string } | { personId: string; destroyed: true }

export type Imported = { added: number; kept: number; destroyed: number; refused: number }

export type Vault = {
  /** Encrypts, making the person's key at first use. Throws `KeyDestroyed` for someone who was erased. */
  seal(personId: string, place: Place, text: string): Buffer
  open(personId: string, place: Place, sealed: Uint8Array): Opened
  /** For good, in every process that shares the folder. Leaves a tombstone that a restore respects. */
  destroyKey(personId: string): void
  hasKey(personId: string): boolean
  /** People who have a key. */
  listKeys(): string[]
  /** People whose key was destroyed: the erasure register. */
  listDestroyed(): string[]
  exportKeys(): ExportedKey[]
  /** Tombstones win in both directions. A different key for the same person is kept unless `replace`. */
  importKeys(keys: Iterable<ExportedKey>, options?: { replace?: boolean }): Imported
}

export class KeyDestroyed extends Error {
  constructor() {
    super('the key of this person was destroyed')
  }
}

export class WrongSiteKey extends Error {
  constructor(folder: string) {
    super(`the keys in ${folder} belong to another site key`)
  }
}

type Cached = { key: Buffer; stamp: string; flushed: boolean }

/** Opens the vault in `folder` (DATA_DIR/keys), made when missing. Throws `WrongSiteKey` rather than find out later. */
export function openVault(folder: string, siteKey: Uint8Array, options: { cached?: number } = {}): Vault {
  const files = new KeyFiles(folder)
  const wrapping = deriveKey(siteKey, 'vault/wrap')
  const cache = new Map<string, Cached>()
  const cached = options.cached ?? 2000
  checkSiteKey(folder, wrapping)

  const wrap = (personId: string, key: Uint8Array) => encrypt(wrapping, `person key|${personId}`, key)

  function remember(personId: string, entry: Cached): Cached {
    cache.delete(personId)
    cache.set(personId, entry)
    if (cache.size > cached) forget(cache.keys().next().value!)
    return entry
  }

  function forget(personId: string): void {
    cache.get(personId)?.key.fill(0)
    cache.delete(personId)
  }

  /** The person's key, or why there is none. Asks the disk each time whether it is still the same file: some µs for "at once". */
  function find(personId: string): Cached | 'absent' | 'destroyed' | 'damaged' {
    const stamp = files.stamp(personId)
    const known = cache.get(personId)
    if (known && known.stamp === stamp) return remember(personId, known)
    forget(personId)
    const file = files.read(personId)
    if (file.state !== 'present') return file.state
    const key = decrypt(wrapping, `person key|${personId}`, file.wrapped)
    if (key?.length !== 32) return 'damaged'
    return remember(personId, { key, stamp: stamp ?? '', flushed: false })
  }

  function findOrMake(personId: string): Buffer {
    let found = find(personId)
    if (found === 'absent') {
      const made = files.create(personId, wrap(personId, randomBytes(32)))
      found = find(personId)
      if (made && typeof found === 'object') found.flushed = true
    }
    if (found === 'destroyed') throw new KeyDestroyed()
    if (typeof found === 'string') throw new Error(`the key file of person ${personId} is ${found}`)
    if (!found.flushed) files.sync(personId)
    found.flushed = true
    return found.key
  }

  return {
    seal: (personId, place, text) => encrypt(findOrMake(personId), context(place), Buffer.from(text, 'utf8')),

    open(personId, place, sealed) {
      const found = find(personId)
      if (found === 'destroyed') return { state: 'erased' }
      if (found === 'absent') return { state: 'keyMissing' }
      const plain = found === 'damaged' ? null : decrypt(found.key, context(place), sealed)
      return plain ? { state: 'open', text: plain.toString('utf8') } : { state: 'damaged' }
    },

    destroyKey(personId) {
      files.destroy(personId)
      forget(personId)
    },

    hasKey: (personId) => files.read(personId).state === 'present',
    listKeys: () => [...files.people()].filter((id) => files.read(id).state === 'present'),
    listDestroyed: () => [...files.people()].filter((id) => files.read(id).state === 'destroyed'),

    exportKeys() {
      const exported: ExportedKey[] = []
      for (const personId of files.people()) {
        const file = files.read(personId)
        if (file.state === 'destroyed') exported.push({ personId, destroyed: true })
        if (file.state !== 'present') continue
        const key = decrypt(wrapping, `person key|${personId}`, file.wrapped)
        // A backup that leaves a key out is found out on the worst day: better none.
        if (!key) throw new Error(`the key file of person ${personId} is damaged`)
        exported.push({ personId, key: key.toString('base64url') })
      }
      return exported
    },

    importKeys(keys, { replace = false } = {}) {
      const done: Imported = { added: 0, kept: 0, destroyed: 0, refused: 0 }
      for (const line of keys) {
        const found = find(line.personId)
        if ('destroyed' in line) {
          files.destroy(line.personId)
          forget(line.personId)
          done.destroyed += 1
          continue
        }
        const key = Buffer.from(line.key, 'base64url')
        if (key.length !== 32) throw new TypeError('a person key has 32 bytes')
        if (found === 'destroyed') done.refused += 1
        else if (typeof found === 'object' && found.key.equals(key)) done.kept += 1
        else if (found === 'absent' && files.create(line.personId, wrap(line.personId, key))) done.added += 1
        else if (replace && files.replace(line.personId, wrap(line.personId, key))) done.added += 1
        else done.kept += 1
      }
      return done
    },
  }
}

function context({ table, column, row }: Place): string {
  for (const part of [table, column, row]) {
    if (part === '' || part.includes('|')) throw new TypeError('a place is a table, a column and a row, without "|"')
  }
  return `${table}|${column}|${row}`
}

/** Without this a wrong site key would quietly make a second set of keys beside the first. */
function checkSiteKey(folder: string, wrapping: Buffer): void {
  const path = join(folder, 'site-key-check')
  const expected = createHmac('sha256', wrapping).update('site key check').digest()
  if (createFile(path, expected)) return
  const found = readFileSync(path)
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) throw new WrongSiteKey(folder)
}
