// `passerelle import people FILE --as EMAIL --institution ID [--mapping F] [--dry-run] [--accept-valid]` and `import undo ID`.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import pg from 'pg'
import type { Run } from '../../cli.ts'
import { asSomebody } from '../../local-session.ts'
import { sql, type Tx } from '../../shared/db/database.ts'
import { exitCodes, Halt } from '../../shared/halt.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { auditEntries } from '../../shared/http/audit.ts'
import type { Services } from '../../shared/http/doors.tsx'
import { type Did, seeOther } from '../../shared/http/outcome.ts'
import { type MessageKey, wordsIn } from '../../shared/i18n/i18n.ts'
import type { Decision } from '../../shared/rules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { deriveKey } from '../../shared/vault/site-key.ts'
import { openVault } from '../../shared/vault/vault.ts'
import type { Site } from '../../site.ts'
import { lookAtWorkbook, rememberedMapping } from './look.ts'
import { type Mapping, readMapping } from './mapping.ts'
import { mayImport } from './policy.ts'
import { type Summary, summarise } from './preview.ts'
import { readFile } from './reading/read-file.ts'
import { undoing } from './rules.ts'
import { findImport, saveUpload } from './store.ts'
import { undoImport } from './undo.store.ts'
import { writeImport } from './write.store.ts'

type Arguments = {
  file: string
  as: string
  institution: string
  mapping?: string
  isDry: boolean
  acceptValid: boolean
}

const { t } = wordsIn('en')

/** Rows that are perhaps somebody twice are listed and never written: the screen asks. Exit 4 when rows have errors. */
export const runImport: Run = async (args, io) => {
  const given = readArguments(args)
  const bytes = read(given.file)
  const mapping = given.mapping === undefined ? undefined : accepted(readMapping(read(given.mapping).toString('utf8')))
  const workbook = accepted(readFile(bytes, basename(given.file)))
  const done = await io.withDatabase((site) =>
    asSomebody(site, { email: given.as }, async (tx, actor) => {
      checkActor(actor, given.institution)
      const services = servicesOf(site)
      const today = await todayIn(tx)
      const chosen = mapping ?? (await rememberedMapping(tx, workbook))
      const look = accepted(await lookAtWorkbook({ tx, actor, today }, workbook, chosen, []))
      const { plan } = look
      const summary = summarise(look.preview.outcomes)
      const mayWrite = plan.rejected.length === 0 || given.acceptValid
      if (given.isDry || !mayWrite || plan.create.length + plan.update.length === 0)
        return { importId: null, summary, plan }
      const upload = { fileName: basename(given.file), bytes, mapping: chosen satisfies Mapping }
      const importId = await saveUpload(tx, actor, services, upload)
      await record(tx, actor, await writeImport({ tx, actor, services, today, importId }, plan))
      return { importId, summary, plan }
    }),
  )
  const { importId, summary } = done
  io.answer({ importId, ...answerOf(summary) }, tell(summary, importId))
  if (summary.duplicates.length > 0)
    io.note(`${summary.duplicates.length} rows are perhaps somebody twice and were not written; the screen asks.`)
  return summary.errors.length > 0 ? exitCodes.failed : exitCodes.ok
}

/** As whoever imported it; what somebody has touched since is kept and listed. */
export const runUndo: Run = async (args, io) => {
  const [importId, ...rest] = args
  if (!importId || rest.length > 0 || !/^[0-9a-f-]{36}$/i.test(importId))
    throw new Halt('Usage: import undo ID [--json]', exitCodes.usage)
  const undone = await io.withDatabase(async (site) => {
    const email = await importerOf(site, importId)
    if (!email) throw new Halt(`There is no import ${importId}.`, exitCodes.usage)
    return asSomebody(site, { email }, async (tx, actor) => {
      const one = await findImport(tx, importId)
      if (!one) throw new Halt(`There is no import ${importId}.`, exitCodes.usage)
      const { rows } = await sql<{ now: Date }>`select app.now() as now`.execute(tx)
      accepted(undoing(one, rows[0]!.now))
      const result = await undoImport({ tx, services: servicesOf(site), importId })
      await record(tx, actor, result.did)
      return result
    })
  })
  const kept = undone.kept.map(({ row, personId, kind }) => ({ row, id: personId, kind }))
  io.answer({ importId, removed: undone.removed, restored: undone.restored, kept }, [
    `Removed ${undone.removed}, restored ${undone.restored}, kept ${kept.length}.`,
    ...kept.map(({ row, id }) => `kept: row ${row}, ${id}`),
  ])
  return exitCodes.ok
}

function readArguments(args: string[]): Arguments {
  const usage = new Halt(
    'Usage: import people FILE --as EMAIL --institution ID [--mapping F] [--dry-run] [--accept-valid] [--json]',
    exitCodes.usage,
  )
  const flags = new Set<string>()
  const values = new Map<string, string>()
  const files: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at]!
    if (word === '--dry-run' || word === '--accept-valid') flags.add(word)
    else if (word === '--as' || word === '--institution' || word === '--mapping') {
      const value = args[++at]
      if (!value || value.startsWith('--')) throw usage
      values.set(word, value)
    } else if (word.startsWith('--')) throw usage
    else files.push(word)
  }
  const [file, as, institution] = [files[0], values.get('--as'), values.get('--institution')]
  if (!file || files.length > 1 || !as || !institution) throw usage
  return {
    file,
    as,
    institution,
    mapping: values.get('--mapping'),
    isDry: flags.has('--dry-run'),
    acceptValid: flags.has('--accept-valid'),
  }
}

function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new Halt(`${file} can’t be read (${(error as NodeJS.ErrnoException).code}).`, exitCodes.usage)
  }
}

/** The value, or the reason in English for the person at the console. */
function accepted<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Halt(t(decision.key as MessageKey, decision.params), exitCodes.usage)
  return decision.value
}

function checkActor(actor: StaffActor, institution: string): void {
  if (actor.institutionId !== institution)
    throw new Halt(`The account does not belong to the institution ${institution}.`, exitCodes.usage)
  if (!mayImport.allows(actor, undefined)) throw new Halt('This role may not import people.', exitCodes.usage)
}

const servicesOf = (site: Site): Pick<Services, 'siteKey' | 'vault'> => ({
  siteKey: deriveKey(site.siteKey, 'site'),
  vault: openVault(join(site.dataDir, 'keys'), site.siteKey),
})

async function todayIn(tx: Tx): Promise<PlainDate> {
  const { rows } = await sql<{ today: PlainDate }>`select app.today() as today`.execute(tx)
  return rows[0]!.today
}

const record = (tx: Tx, actor: StaffActor, did: Did[]) => auditEntries(tx, actor, did, seeOther('/', { did }))

async function importerOf(site: Site, importId: string): Promise<string | null> {
  const client = new pg.Client(site.owner)
  await client.connect()
  try {
    await client.query('set role owner')
    const { rows } = await client.query<{ email: string | null }>('select app.importer_of($1) as email', [importId])
    return rows[0]?.email ?? null
  } finally {
    await client.end()
  }
}

const answerOf = ({ rows, create, update, unchanged, errors, duplicates }: Summary) => ({
  rows,
  create,
  update,
  unchanged,
  errors: errors.map(({ row, column, code, key, params }) => ({
    row,
    column,
    code,
    message: t(key as MessageKey, params),
  })),
  duplicates,
})

function tell(summary: Summary, importId: string | null): string[] {
  const { rows, create, update, unchanged, errors, duplicates } = answerOf(summary)
  return [
    `${rows} rows: ${create} to create, ${update} to update, ${unchanged} unchanged, ${new Set(errors.map(({ row }) => row)).size} with errors, ${duplicates.length} perhaps twice.`,
    importId ? `Written as import ${importId}.` : 'Nothing was written.',
    ...errors.map(({ row, column, message }) => `row ${row}${column ? `, ${column}` : ''}: ${message}`),
    ...duplicates.map((one) => `row ${one.row}: perhaps the same as ${one.with} ${one.ids.join(', ')}`),
  ]
}
