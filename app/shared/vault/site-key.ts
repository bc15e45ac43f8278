// The site's key: 32 random bytes in a file outside the database. Everything else this site keeps secret is derived from it.

import { hkdfSync, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createFile, makeFolder } from './durable.ts'

const SIZE = 32

/** Reads the site's key, making it at the very first start. Throws when the file is not one of ours. */
export function loadSiteKey(path: string): Buffer {
  makeFolder(dirname(path))
  const text = readIfThere(path) ?? makeSiteKey(path)
  const key = Buffer.from(text.trim(), 'base64url')
  if (key.length !== SIZE) throw new Error(`${path} does not hold a site key (32 bytes, base64url)`)
  return key
}

/** A key for one purpose only, so that no secret of the site serves two ends. */
export function deriveKey(siteKey: Uint8Array, purpose: string): Buffer {
  if (siteKey.length !== SIZE) throw new TypeError('a site key has 32 bytes')
  return Buffer.from(hkdfSync('sha256', siteKey, '', `passerelle/${purpose}`, SIZE))
}

function makeSiteKey(path: string): string {
  createFile(path, Buffer.from(`${randomBytes(SIZE).toString('base64url')}\n`))
  // Read back rather than returned: another process may have been first.
  return readFileSync(path, 'utf8')
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
