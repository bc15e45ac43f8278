import type { Tx } from '../../shared/db/database.ts'
import type { DocumentModel } from '../../shared/documents/model.ts'
import { wordsIn } from '../../shared/i18n/i18n.ts'
import { isLanguage } from '../../shared/i18n/languages.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { type DocumentWords, type ProfilePaper, profileDocument } from '../profiles/document.ts'

/** A frozen version as its reader sees it; `hidden` is a state to say (`vault.<state>`) when it can't be opened any more. */
export type VersionRead = {
  number: number
  frozenOn: PlainDate
  language: string
  content: { state: 'open'; document: DocumentModel } | { state: 'erased' | 'keyMissing' | 'damaged' }
}

/** The document that went out; undefined for whoever the database does not show the version. */
export async function readVersionDocument(tx: Tx, vault: Vault, versionId: string): Promise<VersionRead | undefined> {
  const row = await tx
    .selectFrom('profile_versions')
    .select(['id', 'person_id', 'number', 'language', 'content', 'frozen_on', 'frozen_at'])
    .where('id', '=', versionId)
    .executeTakeFirst()
  if (!row) return undefined
  const opened = vault.open(row.person_id, { table: 'profile_versions', column: 'content', row: row.id }, row.content)
  const read = { number: row.number, frozenOn: row.frozen_on, language: row.language }
  if (opened.state !== 'open') return { ...read, content: opened }
  const words = wordsIn(isLanguage(row.language) ? row.language : 'fr') as DocumentWords
  const paper = JSON.parse(opened.text) as ProfilePaper
  return {
    ...read,
    content: { state: 'open', document: profileDocument(paper, words, new Date(row.frozen_at as unknown as string)) },
  }
}
