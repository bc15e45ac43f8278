import { type CompetenceId, isCompetenceId } from '../../../data/competences.ts'
import { changed, newId, sql, type Tx } from '../../../shared/db/database.ts'
import type { CardActor, StaffActor } from '../../../shared/http/actor.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import type { Ratings, Sheet } from '../profile.ts'
import { findSheet, readRatings } from './sheets.ts'

export type PeerStep = { id: string; groupId: string; rulesShownOn: PlainDate; closed: boolean; joined: boolean }

/** The newest peer step of a group, and whether the card's person joined it. */
export async function findPeerStep(tx: Tx, groupId: string): Promise<PeerStep | undefined> {
  const row = await tx
    .selectFrom('peer_steps as s')
    .select([
      's.id',
      's.group_id',
      's.rules_shown_on',
      's.closed_at',
      sql<boolean>`exists (select 1 from peer_joinings j where j.step_id = s.id and j.withdrawn_at is null
        and j.person_id = app.card_person())`.as('joined'),
    ])
    .where('s.group_id', '=', groupId)
    .orderBy('s.opened_at', 'desc')
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      groupId: row.group_id,
      rulesShownOn: row.rules_shown_on,
      closed: row.closed_at !== null,
      joined: row.joined,
    }
  )
}

/** Someone who joined the open step, as the others who joined see them: by first name. */
export type Peer = {
  personId: string
  firstName: string
  hasProfile: boolean
  sheet: { id: string; handedIn: boolean } | undefined
}

/** Those who joined beside the participant; empty unless they joined themselves. */
export async function listPeers(tx: Tx): Promise<Peer[]> {
  const { rows } = await sql<{
    person_id: string
    first_name: string
    profile_id: string | null
    sheet_id: string | null
    handed_in: boolean | null
    is_self: boolean
  }>`select * from app.peers() order by first_name, person_id`.execute(tx)
  return rows
    .filter((r) => !r.is_self)
    .map((r) => ({
      personId: r.person_id,
      firstName: r.first_name,
      hasProfile: r.profile_id !== null,
      sheet: r.sheet_id ? { id: r.sheet_id, handedIn: r.handed_in === true } : undefined,
    }))
}

export async function joinPeers(tx: Tx, actor: CardActor, stepId: string) {
  await sql`insert into peer_joinings (step_id, person_id) values (${stepId}, ${actor.personId})
    on conflict (step_id, person_id) do update set withdrawn_at = null, joined_at = app.now()`.execute(tx)
}

/** Leaving takes the name away, and with it what the person had said about others in this step. */
export async function leavePeers(tx: Tx, actor: CardActor, stepId: string): Promise<boolean> {
  await tx
    .updateTable('sheets')
    .set({ withdrawn_at: sql`app.now()` })
    .where('rater_kind', '=', 'peer')
    .where('rater_person_id', '=', actor.personId)
    .where('peer_step_id', '=', stepId)
    .where('withdrawn_at', 'is', null)
    .execute()
  return changed(
    await tx
      .updateTable('peer_joinings')
      .set({ withdrawn_at: sql`app.now()` })
      .where('step_id', '=', stepId)
      .where('person_id', '=', actor.personId)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst(),
  )
}

/** The sheet of this participant about a peer, started when there is none; undefined when they are not both in the step. */
export async function startPeerSheet(tx: Tx, peerId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select app.start_peer_sheet(${newId()}, ${peerId}) as id`.execute(
    tx,
  )
  return rows[0]?.id ?? undefined
}

/** What is rated on a peer's sheet: the competences that the other picked. */
export async function peerCompetences(tx: Tx, sheetId: string): Promise<CompetenceId[]> {
  const { rows } = await sql<{ competence: string }>`
    select competence from app.peer_sheet_competences(${sheetId}) order by competence`.execute(tx)
  return rows.map((r) => r.competence).filter(isCompetenceId)
}

/** A sheet about a peer in its rater's hand; the name only while both are in the open step. */
export type PeerSheet = Sheet & { asked: CompetenceId[]; ratings: Ratings; firstName: string | undefined }

/** The card's own sheet about a peer; undefined when it is somebody else's or was taken back. */
export async function findPeerSheet(tx: Tx, vault: Vault, sheetId: string): Promise<PeerSheet | undefined> {
  const sheet = await findSheet(tx, sheetId)
  if (sheet?.kind !== 'peer' || sheet.withdrawnAt) return undefined
  const peer = (await listPeers(tx)).find((p) => p.sheet?.id === sheet.id)
  const ratings = (await readRatings(tx, vault, [sheet.id])).get(sheet.id) ?? new Map()
  return { ...sheet, asked: await peerCompetences(tx, sheet.id), ratings, firstName: peer?.firstName }
}

export async function openPeerStep(
  tx: Tx,
  actor: StaffActor,
  groupId: string,
  rulesShownOn: PlainDate,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('peer_steps')
    .values({ id, group_id: groupId, rules_shown_on: rulesShownOn, opened_by: actor.id })
    .execute()
  return id
}

export async function closePeerStep(tx: Tx, groupId: string): Promise<boolean> {
  return changed(
    await tx
      .updateTable('peer_steps')
      .set({ closed_at: sql`app.now()` })
      .where('group_id', '=', groupId)
      .where('closed_at', 'is', null)
      .executeTakeFirst(),
  )
}
