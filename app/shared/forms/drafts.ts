// Answers in progress: kept per person and form, sealed with the site's key, so that a lost session loses nothing.
import { newId, sql, type Tx } from '../db/database.ts'
import type { CardActor, StaffActor } from '../http/actor.ts'
import { decrypt, encrypt } from '../vault/envelope.ts'
import { deriveKey } from '../vault/site-key.ts'

type Author = Pick<StaffActor | CardActor, 'kind' | 'id'>
export type DraftOf = { form: string; subjectId: string }
type Key = { siteKey: Uint8Array }

const context = (author: Author, { form, subjectId }: DraftOf) => `drafts|${author.id}|${form}|${subjectId}`

/** The author's own draft of a form about a subject, as it was typed. */
export async function readDraft(
  tx: Tx,
  { siteKey }: Key,
  author: Author,
  of: DraftOf,
): Promise<Record<string, string> | undefined> {
  const row = await own(tx, of).select('content').executeTakeFirst()
  const text = row && decrypt(deriveKey(siteKey, 'drafts'), context(author, of), row.content)
  return text ? (JSON.parse(text.toString('utf8')) as Record<string, string>) : undefined
}

export async function saveDraft(
  tx: Tx,
  { siteKey }: Key,
  author: Author,
  of: DraftOf,
  values: Record<string, string>,
): Promise<void> {
  await dropDraft(tx, of)
  const content = encrypt(deriveKey(siteKey, 'drafts'), context(author, of), Buffer.from(JSON.stringify(values)))
  await tx
    .insertInto('drafts')
    .values({
      id: newId(),
      actor_kind: author.kind,
      actor_id: author.id,
      form: of.form,
      subject_id: of.subjectId,
      content,
      updated_at: sql<Date>`now()`,
    })
    .execute()
}

export async function dropDraft(tx: Tx, { form, subjectId }: DraftOf): Promise<void> {
  await tx.deleteFrom('drafts').where('form', '=', form).where('subject_id', '=', subjectId).execute()
}

// The policy shows nobody the drafts of others.
const own = (tx: Tx, { form, subjectId }: DraftOf) =>
  tx.selectFrom('drafts').where('form', '=', form).where('subject_id', '=', subjectId).orderBy('updated_at', 'desc')
