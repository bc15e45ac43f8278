// The site's key, 32 random bytes outside the database. Whatever else the site keeps secret is derived from it.

import { hkdfSync } from 'node:crypto'

const SIZE = 32

/** A key for one purpose only, so that no secret of the site serves two ends. */
export function deriveKey(siteKey: Uint8Array, purpose: string): Buffer {
  if (siteKey.length !== SIZE) throw new TypeError('a site key has 32 bytes')
  return Buffer.from(hkdfSync('sha256', siteKey, '', `passerelle/${purpose}`, SIZE))
}
