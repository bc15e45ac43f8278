// A file that was brought, looked at: what it holds and what writing it would do. Nothing is written here.
import type { Tx } from '../../../shared/db/database.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import type { Services } from '../../../shared/http/doors.tsx'
import { accept, type Decision, refuse } from '../../../shared/rules.ts'
import { listKnown, readUpload } from './import-store.ts'
import { type PartnerImport, type Plan, planImport } from './plan.ts'
import { readAll } from './reading.ts'
import { limits, type RawRecord, readRecords } from './records.ts'

export type Brought = { name: string; text: string }

/** The texts of the files, or why they are none. */
export async function openFiles(files: readonly File[]): Promise<Decision<Brought[]>> {
  if (files.length === 0) return refuse('partners.import.file.missing')
  if (files.reduce((sum, file) => sum + file.size, 0) > limits.fileBytes)
    return refuse('partners.import.file.tooLarge', { megabytes: limits.fileBytes / 1024 / 1024 })
  try {
    return accept(
      await Promise.all(
        files.map(async (file) => ({
          name: cleanName(file.name),
          text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()),
        })),
      ),
    )
  } catch {
    return refuse('partners.import.file.unreadable')
  }
}

/** All records of all files, each with the file it stands in. */
export function recordsIn(files: readonly Brought[]): Decision<RawRecord[]> {
  const all: RawRecord[] = []
  for (const { name, text } of files) {
    const records = readRecords(text, name)
    if (!records.ok) return records
    all.push(...records.value)
  }
  return all.length > limits.records ? refuse('partners.import.file.tooMany', { most: limits.records }) : accept(all)
}

export const packed = (files: readonly Brought[]): Buffer => Buffer.from(JSON.stringify(files))

/** The plan of an import that is still open; undefined when its file is gone. */
export async function lookAt(
  { tx, actor, services }: { tx: Tx; actor: StaffActor; services: Services },
  one: PartnerImport,
): Promise<Plan | undefined> {
  const bytes = await readUpload(tx, services, one.id)
  if (!bytes) return undefined
  const records = recordsIn(JSON.parse(bytes.toString('utf8')) as Brought[])
  return records.ok ? planImport(readAll(records.value), await listKnown(tx, actor.institutionId)) : undefined
}

/** A file name as something to show: no folders, no control characters, not endless. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return (
    last
      .toWellFormed()
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(-90) || 'import'
  )
}
