// The chain: each entry's hash covers the entry and the hash before it. README.md describes it for somebody who wants to
// write a verifier of their own; change neither without the other.

import { createHash } from 'node:crypto'

/** An entry as it is hashed and exported. Ids in lower case, `at` in UTC with six decimals, absent values null. */
export type ChainEntry = {
  seq: number
  id: string
  at: string
  actorKind: string
  actorId: string | null
  institutionId: string | null
  mandateId: string | null
  purpose: string | null
  act: string
  objectKind: string | null
  objectId: string | null
  personId: string | null
  fieldClasses: string[]
  result: string
}

export type SealedEntry = ChainEntry & { prevHash: string; hash: string }

/** The hash before the first entry. */
export const START = '0'.repeat(64)

export const FIELDS = [
  'seq',
  'id',
  'at',
  'actorKind',
  'actorId',
  'institutionId',
  'mandateId',
  'purpose',
  'act',
  'objectKind',
  'objectId',
  'personId',
  'fieldClasses',
  'result',
] as const satisfies (keyof ChainEntry)[]

/** A JSON array of the values in the order of FIELDS, without spaces, in UTF-8. */
export const canonical = (entry: ChainEntry): string => JSON.stringify(FIELDS.map((field) => entry[field]))

/** SHA-256 over the 32 bytes of the previous hash and the canonical entry; both hashes in hexadecimal. */
export const hashOf = (prevHash: string, entry: ChainEntry): string =>
  createHash('sha256').update(Buffer.from(prevHash, 'hex')).update(canonical(entry), 'utf8').digest('hex')

/** The columns of `audit_entries` as a ChainEntry; `seq` comes as text because big integers do. */
export const entryColumns = `
  seq::text as "seq", id::text as "id", to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
  actor_kind as "actorKind", actor_id::text as "actorId", institution_id::text as "institutionId",
  mandate_id::text as "mandateId", purpose, act, object_kind as "objectKind", object_id::text as "objectId",
  person_id::text as "personId", field_classes as "fieldClasses", result`

export type EntryRow = Omit<ChainEntry, 'seq'> & { seq: string | null }
