// What an import keeps for a day is sealed with the site's key: it is about many people at once, or about none we hold yet.
import type { Services } from '../../shared/http/doors.tsx'
import { decrypt, encrypt } from '../../shared/vault/envelope.ts'
import { deriveKey } from '../../shared/vault/site-key.ts'

type Place = { table: 'imports' | 'import_rows'; column: string; row: string }
type Key = Pick<Services, 'siteKey'>

const context = ({ table, column, row }: Place) => `${table}|${column}|${row}`

export const seal = ({ siteKey }: Key, place: Place, bytes: Uint8Array): Buffer =>
  encrypt(deriveKey(siteKey, 'imports'), context(place), bytes)

/** null when the value was sealed elsewhere or with another key. */
export const unseal = ({ siteKey }: Key, place: Place, sealed: Uint8Array): Buffer | null =>
  decrypt(deriveKey(siteKey, 'imports'), context(place), sealed)
