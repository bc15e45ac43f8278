import { type Act, type Entry, type Line, writeLine } from '../../engine/allocation/log.ts'
import { verifyLog } from '../../engine/allocation/replay.ts'
import { sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import type { StudyRecord } from './study.ts'

type Row = { id: string; programme_id: string; name: string }

async function withLogs(tx: Tx, rows: Row[]): Promise<StudyRecord[]> {
  if (rows.length === 0) return []
  const entries = await tx
    .selectFrom('study_entries')
    .select(['study_id', 'line', 'hash'])
    .where(
      'study_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('number')
    .execute()
  const logs = Map.groupBy(entries, (entry) => entry.study_id)
  return rows.flatMap(({ id, programme_id, name }) => {
    const lines = (logs.get(id) ?? []).map(({ line, hash }): Line => ({ text: line, hash }))
    const proof = verifyLog(lines)
    return proof.study ? { id, programmeId: programme_id, name, lines, proof, study: proof.study } : []
  })
}

const select = (tx: Tx) => tx.selectFrom('studies').select(['id', 'programme_id', 'name'])

/** The studies of these programmes, newest first. */
export async function listStudies(tx: Tx, programmeIds: string[]): Promise<StudyRecord[]> {
  if (programmeIds.length === 0) return []
  return withLogs(tx, await select(tx).where('programme_id', 'in', programmeIds).orderBy('made_at', 'desc').execute())
}

/** The name of a study that allocates the programme's groups and is not closed: methods are its matter, nobody else's. */
export async function groupStudyOf(tx: Tx, programmeId: string): Promise<string | null> {
  const studies = await listStudies(tx, [programmeId])
  return studies.find(({ study }) => study.protocol.unit === 'group' && !study.closure)?.name ?? null
}

/** The study with its log, proved; undefined when there is none that the actor may see. */
export async function findStudy(tx: Tx, studyId: string): Promise<StudyRecord | undefined> {
  const row = await select(tx).where('id', '=', studyId).executeTakeFirst()
  return row && (await withLogs(tx, [row]))[0]
}

/** For acts: nobody else adds to the log until this transaction ends, so what was read stays so. */
export async function lockStudy(tx: Tx, studyId: string): Promise<StudyRecord | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${studyId}::uuid::text, 0))`.execute(tx)
  return findStudy(tx, studyId)
}

/** Writes what happened as the next entry. The database checks the chain again. */
export async function addEntry(
  tx: Tx,
  actor: StaffActor,
  studyId: string,
  { lines, act, now }: { lines: readonly Line[]; act: Act; now: Date },
): Promise<Line> {
  const entry: Entry = {
    ...act,
    number: lines.length + 1,
    at: now.toISOString(),
    by: { id: actor.id, name: actor.name, role: actor.role },
  }
  const line = writeLine(lines.at(-1), entry)
  await tx
    .insertInto('study_entries')
    .values({
      study_id: studyId,
      number: entry.number,
      kind: entry.kind,
      line: line.text,
      hash: line.hash,
      made_by: actor.id,
    })
    .execute()
  return line
}

/** @returns false when a study with this id is there already: the same form was confirmed twice. */
export async function createStudy(
  tx: Tx,
  actor: StaffActor,
  { id, programmeId, name }: { id: string; programmeId: string; name: string },
): Promise<boolean> {
  const result = await tx
    .insertInto('studies')
    .values({ id, programme_id: programmeId, name, made_by: actor.id })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

// A key of the study's own lies with the people's keys, so that the seed opens on a restored site too.
const place = (studyId: string) => ({ table: 'study_seeds', column: 'sealed', row: studyId })

/** Keeps the seed that this actor has just committed to, sealed. */
export async function keepSeed(
  tx: Tx,
  actor: StaffActor,
  vault: Vault,
  { studyId, seed }: { studyId: string; seed: string },
): Promise<void> {
  await tx
    .insertInto('study_seeds')
    .values({ study_id: studyId, sealed: vault.seal(studyId, place(studyId), seed), drawn_by: actor.id })
    .execute()
}

/** The seed, for the draw that is due or after the closing; undefined when the database does not give it now. */
export async function openSeed(tx: Tx, vault: Vault, studyId: string): Promise<string | undefined> {
  const { rows } = await sql<{ sealed: Buffer | null }>`select app.sealed_seed(${studyId}::uuid) as sealed`.execute(tx)
  const sealed = rows[0]?.sealed
  const opened = sealed ? vault.open(studyId, place(studyId), sealed) : undefined
  return opened?.state === 'open' ? opened.text : undefined
}

export type GroupMethod = { study: string; arm: string; delivered: string }

/** The methods that studies allocated to a group, for whoever sees the group. */
export async function listMethodsOf(tx: Tx, groupId: string): Promise<GroupMethod[]> {
  const { rows } = await sql<GroupMethod>`
    select study, arm, delivered from app.methods_of_group(${groupId}::uuid)`.execute(tx)
  return rows
}
