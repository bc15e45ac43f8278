// One file per person under DATA_DIR/keys: their wrapped key or, once it was destroyed, a tombstone in its place.
// One name for both is what makes it safe between processes: a key is created only where nothing is, a tombstone replaces.

import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createFile, makeFolder, replaceFile, syncFolder, UNFINISHED } from './durable.ts'

const TOMBSTONE = Buffer.from('destroyed\n')
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SHARD = /^[0-9a-f]{2}$/

export type KeyFile = { state: 'absent' } | { state: 'destroyed' } | { state: 'present'; wrapped: Buffer }

export class KeyFiles {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
    makeFolder(folder)
  }

  read(personId: string): KeyFile {
    try {
      const bytes = readFileSync(this.#path(personId))
      return bytes.equals(TOMBSTONE) ? { state: 'destroyed' } : { state: 'present', wrapped: bytes }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { state: 'absent' }
      throw error
    }
  }

  /** Something that changes whenever the file does, here or in another process; null when there is none. */
  stamp(personId: string): string | null {
    const found = statSync(this.#path(personId), { throwIfNoEntry: false, bigint: true })
    return found ? `${found.ino}.${found.mtimeNs}.${found.size}` : null
  }

  /** False when the person already has a key or a tombstone. */
  create(personId: string, wrapped: Uint8Array): boolean {
    makeFolder(this.#shard(personId))
    return createFile(this.#path(personId), wrapped)
  }

  /** Puts another key where there was one. A tombstone stays: false. */
  replace(personId: string, wrapped: Uint8Array): boolean {
    if (this.create(personId, wrapped)) return true
    if (this.read(personId).state === 'destroyed') return false
    replaceFile(this.#path(personId), wrapped)
    return true
  }

  /** Makes sure that the name is on the disk, before something is encrypted that needs it to be read again. */
  sync(personId: string): void {
    syncFolder(this.#shard(personId))
  }

  /** Puts the tombstone in the key's place, then overwrites the key's own bytes. Doing it twice is harmless. */
  destroy(personId: string): void {
    const shard = this.#shard(personId)
    makeFolder(shard)
    if (createFile(this.#path(personId), TOMBSTONE)) return
    if (this.read(personId).state === 'destroyed') return
    const old = openSync(this.#path(personId), 'r+')
    try {
      replaceFile(this.#path(personId), TOMBSTONE)
      writeSync(old, randomBytes(256), 0, 256, 0)
      fsyncSync(old)
    } finally {
      closeSync(old)
    }
    for (const left of readdirSync(shard)) {
      if (left.startsWith(personId) && left.endsWith(UNFINISHED)) rmSync(join(shard, left), { force: true })
    }
    syncFolder(shard)
  }

  *people(): Generator<string> {
    for (const shard of readdirSync(this.folder).sort()) {
      if (!SHARD.test(shard)) continue
      for (const name of readdirSync(join(this.folder, shard)).sort()) if (UUID.test(name)) yield name
    }
  }

  #shard(personId: string): string {
    // The id becomes a path: anything but a UUID is a bug or an attack.
    if (!UUID.test(personId)) throw new TypeError('a key belongs to a UUID in lower case')
    return join(this.folder, personId.slice(0, 2))
  }

  #path(personId: string): string {
    return join(this.#shard(personId), personId)
  }
}
