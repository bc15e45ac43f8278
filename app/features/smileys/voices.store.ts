import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { vote } from './paths.ts'
import type { AudioType, Recording } from './voices.ts'

/** Recordings of a programme, also of lines that have changed since. */
export const listRecordings = (tx: Tx, programmeId: string): Promise<Recording[]> =>
  tx
    .selectFrom('smiley_recordings')
    .select(['id', 'line', 'language', 'said'])
    .where('programme_id', '=', programmeId)
    .orderBy('line')
    .orderBy('language')
    .execute()

/** In place of the one there was for this line and language. */
export async function saveRecording(
  tx: Tx,
  actor: StaffActor,
  recording: Omit<Recording, 'id'> & { programmeId: string; contentType: AudioType; bytes: Buffer },
): Promise<void> {
  const { programmeId, line, language, said, contentType, bytes } = recording
  await tx
    .deleteFrom('smiley_recordings')
    .where('programme_id', '=', programmeId)
    .where('line', '=', line)
    .where('language', '=', language)
    .execute()
  await tx
    .insertInto('smiley_recordings')
    .values({
      id: newId(),
      programme_id: programmeId,
      line,
      language,
      said,
      content_type: contentType,
      bytes,
      added_by: actor.id,
    })
    .execute()
}

/** @returns false when there was none of this programme. */
export async function removeRecording(tx: Tx, programmeId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('smiley_recordings')
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .executeTakeFirst()
  return changed(result)
}

/** Addresses of the recordings of what is asked after a session, by line. */
export async function listVoices(tx: Tx, sessionId: string, language: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ line: string; id: string }>`
    select line, id from app.smiley_voices(${sessionId}, ${language})`.execute(tx)
  return new Map(rows.map(({ line, id }) => [line, vote.voice({ recordingId: id })]))
}

/** One recording, for everybody who is asked. */
export async function findVoice(tx: Tx, id: string): Promise<{ contentType: string; bytes: Buffer } | undefined> {
  const { rows } = await sql<{ contentType: string; bytes: Buffer }>`
    select content_type as "contentType", bytes from app.smiley_voice(${id})`.execute(tx)
  return rows[0]
}
