import type { Tx } from '../../shared/db/database.ts'
import type { DocumentModel } from '../../shared/documents/model.ts'
import { wordsIn } from '../../shared/i18n/i18n.ts'
import { isLanguage } from '../../shared/i18n/languages.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { type DocumentWords, profileDocument } from '../profiles/document.ts'
import { readVersion } from '../profiles/store/index.ts'

/** A frozen version as its reader sees it; any other state is something to say (`vault.<state>`): it can't be opened any more. */
export type VersionRead = {
  number: number
  frozenOn: PlainDate
  content: { state: 'open'; document: DocumentModel } | { state: 'erased' | 'keyMissing' | 'damaged' }
}

/** The document that went out; undefined for whoever the database does not show the version. */
export async function readVersionDocument(tx: Tx, vault: Vault, versionId: string): Promise<VersionRead | undefined> {
  const version = await readVersion(tx, vault, versionId)
  if (!version) return undefined
  const { number, frozenOn, frozenAt, language, content } = version
  if (content.state !== 'open') return { number, frozenOn, content }
  const words = wordsIn(isLanguage(language) ? language : 'fr') as DocumentWords
  const document = profileDocument(content.paper, words, frozenAt)
  return { number, frozenOn, content: { state: 'open', document } }
}
