/** Frozen versions and their hand-over. A version's content is the paper as it went out; it never changes. */
import { newId, sql, type Tx } from '../../../shared/db/database.ts'
import type { Actor } from '../../../shared/http/actor.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import type { ProfilePaper } from '../document.ts'
import type { HandOver, Profile, Version } from '../profile.ts'

export async function listVersions(tx: Tx, profileId: string): Promise<Version[]> {
  const rows = await tx
    .selectFrom('profile_versions as v')
    .leftJoin('hand_overs as h', 'h.version_id', 'v.id')
    .select([
      'v.id',
      'v.number',
      'v.language',
      'v.frozen_on',
      'v.frozen_by_kind',
      'h.id as hand_over_id',
      'h.to_user_id',
      'h.handed_over_on',
      'h.due_on',
    ])
    .where('v.profile_id', '=', profileId)
    .orderBy('v.number')
    .execute()
  const handed = rows.flatMap((r) => (r.hand_over_id ? [r.hand_over_id] : []))
  if (handed.length === 0) return rows.map((row) => toVersion(row, undefined))
  const steps = await tx
    .selectFrom('hand_over_steps')
    .select(['hand_over_id', 'kind', 'on_date'])
    .where('hand_over_id', 'in', handed)
    .orderBy('entered_at')
    .execute()
  const names = await receiverNames(
    tx,
    rows.flatMap((r) => (r.to_user_id ? [r.to_user_id] : [])),
  )
  return rows.map((row) =>
    toVersion(
      row,
      row.hand_over_id
        ? {
            id: row.hand_over_id,
            toName: names.get(row.to_user_id!) ?? null,
            on: row.handed_over_on!,
            dueOn: row.due_on!,
            steps: steps
              .filter((s) => s.hand_over_id === row.hand_over_id)
              .map((s) => ({ kind: s.kind as HandOver['steps'][number]['kind'], on: s.on_date })),
          }
        : undefined,
    ),
  )
}

const toVersion = (
  row: { id: string; number: number; language: string; frozen_on: PlainDate; frozen_by_kind: string },
  handOver: HandOver | undefined,
): Version => ({
  id: row.id,
  number: row.number,
  language: row.language,
  frozenOn: row.frozen_on,
  frozenByKind: row.frozen_by_kind as 'card' | 'staff',
  handOver,
})

/** Names of those a profile goes to: staff read them, a participant those of their own receivers. */
export async function receiverNames(tx: Tx, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map()
  const { rows } = await sql<{ user_id: string; name: string }>`
    select id as user_id, name from users where id = any (${[...userIds]}::uuid[])
    union select user_id, name from app.own_receivers()`.execute(tx)
  return new Map(rows.map((r) => [r.user_id, r.name]))
}

export async function saveVersion(
  tx: Tx,
  vault: Vault,
  actor: Actor,
  profile: Profile,
  { paper, language }: { paper: ProfilePaper; language: string },
): Promise<string> {
  const id = newId()
  const place = { table: 'profile_versions', column: 'content', row: id }
  await tx
    .insertInto('profile_versions')
    .values({
      id,
      profile_id: profile.id,
      person_id: profile.personId,
      number: paper.version,
      language,
      content: vault.seal(profile.personId, place, JSON.stringify(paper)),
      frozen_on: paper.frozenOn,
      frozen_by_kind: actor.kind === 'card' ? 'card' : 'staff',
      frozen_by: actor.id,
    })
    .execute()
  return id
}

export type ReadVersion = {
  id: string
  profileId: string
  personId: string
  number: number
  language: string
  frozenOn: PlainDate
  frozenAt: Date
  frozenByKind: 'card' | 'staff'
  /** The document as it went out; a state to say (`vault.<state>`) when it can't be read any more. */
  content: { state: 'open'; paper: ProfilePaper } | { state: 'erased' | 'keyMissing' | 'damaged' }
}

/**
 * One version with its document: for the person, those who accompany them, the receiver's institution once it was
 * handed over, and an officer to whom it was passed on. Undefined for everybody else.
 */
export async function readVersion(tx: Tx, vault: Vault, versionId: string): Promise<ReadVersion | undefined> {
  const row = await tx.selectFrom('profile_versions').selectAll().where('id', '=', versionId).executeTakeFirst()
  if (!row) return undefined
  const place = { table: 'profile_versions', column: 'content', row: row.id }
  const opened = vault.open(row.person_id, place, row.content)
  return {
    id: row.id,
    profileId: row.profile_id,
    personId: row.person_id,
    number: row.number,
    language: row.language,
    frozenOn: row.frozen_on,
    frozenAt: row.frozen_at as unknown as Date,
    frozenByKind: row.frozen_by_kind as 'card' | 'staff',
    content:
      opened.state === 'open'
        ? { state: 'open', paper: JSON.parse(opened.text) as ProfilePaper }
        : { state: opened.state },
  }
}

/** Hands a version over and tells the social workers who hold a mandate on the person. */
export async function handOver(
  tx: Tx,
  actor: Actor,
  profile: Profile,
  act: { versionId: string; receiverId: string; on: PlainDate; dueOn: PlainDate },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('hand_overs')
    .values({
      id,
      version_id: act.versionId,
      person_id: profile.personId,
      enrolment_id: profile.enrolmentId,
      to_user_id: act.receiverId,
      handed_over_on: act.on,
      due_on: act.dueOn,
      by_kind: actor.kind === 'card' ? 'card' : 'staff',
      by_id: actor.id,
    })
    .execute()
  await sql`select app.notify_mandated(${profile.personId}, 'social-worker', 'handed-over', ${id})`.execute(tx)
  return id
}
