// Under which names wrong tries are counted: the account, the address, and both together.

import { createHmac } from 'node:crypto'

/**
 * Hashed with a key of the site, so that the counters do not tell who tried from where. The kind stays readable in front:
 * each kind has its own limit. `address` is the client's IP address.
 */
export function attemptKeys(key: Uint8Array, account: string, address: string): string[] {
  const who = account.normalize('NFKC').trim().toLowerCase()
  const where = network(address)
  const named = (kind: string, value: string) =>
    `${kind}:${createHmac('sha256', key).update(`${kind}|${value}`).digest('base64url')}`
  return [named('account', who), named('address', where), named('both', `${who}|${where}`)]
}

/** A home has a whole /64 of IPv6 addresses: changing the last half must not make a new guesser. */
function network(address: string): string {
  const bare = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '')
  if (!bare.includes(':')) return bare
  const [head = '', tail] = bare.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  const first = [...before, ...zeros, ...after].slice(0, 4)
  return first.map((part) => part.replace(/^0+(?=.)/, '')).join(':')
}
