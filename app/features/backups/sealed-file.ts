// One encrypted, authenticated, streaming file: AES-256-GCM over pieces of 64 KiB. The nonce counts the pieces and marks the
// last, so that a piece left out, doubled, exchanged or cut off at the end is found like a changed byte.

import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

const MAGIC = Buffer.from('PASSERELLE BACKUP 1\n')
const KEY_ID = 8
const SALT = 16
const HEADER = MAGIC.length + KEY_ID + SALT
const PIECE = 64 * 1024
const TAG = 16

/** What is wrong with a file, for a plain line: see cli.ts. */
export type Fault = 'notABackup' | 'otherKey' | 'damaged'

export class FileFault extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(`backup file: ${fault}`)
    this.fault = fault
  }
}

/** Tells key files apart without telling the key. */
const keyId = (key: Uint8Array) => createHash('sha256').update('backup key id').update(key).digest().subarray(0, KEY_ID)

export async function* encrypting(source: AsyncIterable<Buffer>, key: Uint8Array): AsyncGenerator<Buffer> {
  const header = Buffer.concat([MAGIC, keyId(key), randomBytes(SALT)])
  yield header
  let held: Buffer = Buffer.alloc(0)
  let index = 0
  for await (const chunk of source) {
    held = Buffer.concat([held, chunk])
    // A full piece is kept back until something follows: it may be the last.
    for (; held.length > PIECE; held = held.subarray(PIECE))
      yield seal(key, header, held.subarray(0, PIECE), index++, false)
  }
  yield seal(key, header, held, index, true)
}

/** Hands on nothing that was not authenticated. Throws FileFault. */
export async function* decrypting(source: AsyncIterable<Buffer>, key: Uint8Array): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  let header: Buffer | null = null
  let index = 0
  for await (const chunk of source) {
    held = Buffer.concat([held, chunk])
    if (!header) {
      if (held.length < HEADER) continue
      header = readHeader(held.subarray(0, HEADER), key)
      held = held.subarray(HEADER)
    }
    for (; held.length > PIECE + TAG; held = held.subarray(PIECE + TAG)) {
      yield open(key, header, held.subarray(0, PIECE + TAG), index++, false)
    }
  }
  if (!header) throw new FileFault('notABackup')
  yield open(key, header, held, index, true)
}

function readHeader(header: Buffer, key: Uint8Array): Buffer {
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw new FileFault('notABackup')
  if (!header.subarray(MAGIC.length, MAGIC.length + KEY_ID).equals(keyId(key))) throw new FileFault('otherKey')
  return header
}

function seal(key: Uint8Array, header: Buffer, piece: Buffer, index: number, last: boolean): Buffer {
  const cipher = createCipheriv('aes-256-gcm', fileKey(key, header), nonce(index, last), { authTagLength: TAG })
  cipher.setAAD(header)
  return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
}

function open(key: Uint8Array, header: Buffer, sealed: Buffer, index: number, last: boolean): Buffer {
  const end = sealed.length - TAG
  if (end < 0) throw new FileFault('damaged')
  const decipher = createDecipheriv('aes-256-gcm', fileKey(key, header), nonce(index, last), { authTagLength: TAG })
  decipher.setAAD(header)
  decipher.setAuthTag(sealed.subarray(end))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()])
  } catch {
    throw new FileFault('damaged')
  }
}

const fileKey = (key: Uint8Array, header: Buffer) =>
  Buffer.from(hkdfSync('sha256', key, header.subarray(HEADER - SALT), 'passerelle/backup', 32))

function nonce(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUIntBE(index, 5, 6)
  bytes[11] = last ? 1 : 0
  return bytes
}
