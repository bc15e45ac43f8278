// `passerelle audit export FILE` and `passerelle audit verify [FILE] [--witness NUMBER:HASH] [--json]`.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg, { type ClientConfig } from 'pg'
import type { Run } from '../../cli.ts'
import { type ExitCode, exitCodes, Halt } from '../../shared/halt.ts'
import { exportChain } from './export.ts'
import { verifyDatabase, verifyFile } from './verify.ts'
import type { Report, Verification, Witness } from './walk.ts'
import { parseWitness, readWitness } from './witness.ts'

export type AuditCommand = {
  /** Called only when a database is needed. `connection` is of role `backup`, which sees every entry. */
  withSite: <T>(work: (site: { connection: ClientConfig; witnessFile: string }) => Promise<T>) => Promise<T>
  now: () => Date
  out: (line: string) => void
  err: (line: string) => void
}

export const run: Run = (args, io) =>
  auditCommand(io.json ? [...args, '--json'] : args, {
    withSite: (work) =>
      io.withDatabase((site) =>
        work({ connection: site.roles.backup, witnessFile: join(site.dataDir, 'audit-witness') }),
      ),
    now: () => new Date(),
    out: (line) => console.log(line),
    err: io.note,
  })

/** Throws Halt for wrong usage. Exit 4 when the chain is broken. */
export async function auditCommand(args: string[], command: AuditCommand): Promise<ExitCode> {
  const { verb, file, json, witnesses } = readArguments(args)
  if (verb === 'export') return exportTo(file!, command)
  if (file && !existsSync(file)) throw new Halt(`${file} does not exist.`, exitCodes.usage)
  const found = file ? await verifyFile(file, witnesses) : await verifySite(command, witnesses)
  if (json) command.out(JSON.stringify(reportOf(found)))
  tell(found, json ? command.err : command.out)
  return found.ok ? exitCodes.ok : exitCodes.failed
}

const verifySite = (command: AuditCommand, witnesses: Witness[]): Promise<Verification> =>
  command.withSite(({ connection, witnessFile }) => {
    // Before the snapshot is taken: the chain may only have grown since.
    const kept = readWitness(witnessFile)
    return withClient(connection, (client) => verifyDatabase(client, kept ? [...witnesses, kept] : witnesses))
  })

async function exportTo(file: string, command: AuditCommand): Promise<ExitCode> {
  const report = await command.withSite(({ connection }) =>
    withClient(connection, (client) => exportChain(client, file, command.now().toISOString())),
  )
  command.err(`${report.entries} entries written to ${file}, root ${report.root}.`)
  if (!report.ok) command.err(`The chain is broken at entry ${report.firstBad}; the file shows it as it is.`)
  return report.ok ? exitCodes.ok : exitCodes.failed
}

function tell(found: Verification, line: (text: string) => void): void {
  line(found.ok ? `The chain is whole: ${found.entries} entries.` : `The chain is broken at entry ${found.firstBad}.`)
  line(`Root: ${found.root}`)
  if (found.unsealed > 0) line(`Not sealed yet: ${found.unsealed}${age(found.oldestUnsealedSeconds)}.`)
}

const age = (seconds: number | null) => (seconds === null ? '' : `, the oldest for ${Math.round(seconds)} s`)

const reportOf = ({ entries, unsealed, ok, firstBad, root }: Report): Report => ({
  entries,
  unsealed,
  ok,
  firstBad,
  root,
})

function readArguments(args: string[]): { verb: string; file?: string; json: boolean; witnesses: Witness[] } {
  const usage = new Halt(
    'Usage: audit export FILE, or audit verify [FILE] [--witness NUMBER:HASH] [--json].',
    exitCodes.usage,
  )
  const [verb, ...rest] = args
  const files: string[] = []
  const witnesses: Witness[] = []
  let json = false
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i]!
    if (word === '--json') json = true
    else if (word === '--witness') witnesses.push(witnessFrom(rest[++i], usage))
    else if (word.startsWith('--')) throw usage
    else files.push(word)
  }
  const expected = verb === 'export' ? files.length === 1 : verb === 'verify' && files.length <= 1
  if (!expected) throw usage
  return { verb: verb!, file: files[0], json, witnesses }
}

function witnessFrom(text: string | undefined, usage: Halt): Witness {
  try {
    return parseWitness(text ?? '')
  } catch {
    throw usage
  }
}

async function withClient<T>(connection: ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  // A lost connection fails the query at hand; without a listener it would end the process too.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
