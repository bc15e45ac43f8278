// Long, because writing, sealing, proving and exporting the chain share one site with entries in it.
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Scratch, scratchDatabase } from '../../../test/support/scratch.ts'
import { type ChainEntry, canonical, hashOf, START } from './chain.ts'
import { auditCommand } from './cli.ts'
import { exportChain } from './export.ts'
import { type Sealer, sealBatch, startSealer } from './sealer.ts'
import { verifyDatabase, verifyFile } from './verify.ts'
import { readWitness, writeWitness } from './witness.ts'

let scratch: Scratch
let admin: pg.Client
let writer: pg.Client
let backup: pg.Client
const folder = mkdtempSync(join(tmpdir(), 'audit-'))
const newFile = () => join(folder, randomUUID())

beforeAll(async () => {
  scratch = await scratchDatabase()
  admin = new pg.Client(scratch.admin)
  writer = new pg.Client(scratch.as('audit_writer'))
  backup = new pg.Client(scratch.as('backup'))
  await Promise.all([admin.connect(), writer.connect(), backup.connect()])
})
afterAll(async () => {
  await Promise.all([admin.end(), writer.end(), backup.end()])
  await scratch.drop()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  await admin.query('truncate audit_entries')
})

const addEntries = (count: number, client = admin) =>
  client.query(
    `insert into audit_entries (actor_kind, actor_id, act, object_kind, object_id, person_id, field_classes, result)
     select 'staff', gen_random_uuid(), 'people.notes "read" é', 'note', gen_random_uuid(), gen_random_uuid(), '{notes,health}', 'read'
       from generate_series(1, $1)`,
    [count],
  )
const sealAll = async () => {
  while ((await sealBatch(writer)).count > 0);
}

describe('the hash of an entry', () => {
  const entry: ChainEntry = {
    seq: 1,
    id: '0a0a0a0a-0000-4000-8000-000000000001',
    at: '2026-11-23T08:00:00.000000Z',
    actorKind: 'staff',
    actorId: '0a0a0a0a-0000-4000-8000-000000000002',
    institutionId: null,
    mandateId: null,
    purpose: null,
    act: 'people.person.read',
    objectKind: 'person',
    objectId: '0a0a0a0a-0000-4000-8000-000000000003',
    personId: '0a0a0a0a-0000-4000-8000-000000000003',
    fieldClasses: ['identity', 'contact'],
    result: 'read',
  }

  test('is the one that README.md gives as its example', () => {
    const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
    expect(readme).toContain(canonical(entry))
    expect(readme).toContain(hashOf(START, entry))
  })

  test('changes with any field and with the hash before', () => {
    const hashes = new Set([hashOf(START, entry), hashOf('1'.repeat(64), entry)])
    const changes: Partial<ChainEntry>[] = [
      { seq: 2 },
      { at: '2026-11-23T08:00:00.000001Z' },
      { actorId: null },
      { purpose: '' },
      { act: 'people.person.read ' },
      { fieldClasses: ['identity,contact'] },
      { fieldClasses: [] },
      { result: 'done' },
    ]
    for (const change of changes) hashes.add(hashOf(START, { ...entry, ...change }))
    expect(hashes.size).toBe(changes.length + 2)
  })
})

describe('sealing', () => {
  test('an empty chain is whole', async () => {
    const found = await verifyDatabase(backup)
    expect(found).toEqual({
      entries: 0,
      unsealed: 0,
      ok: true,
      firstBad: null,
      root: START,
      oldestUnsealedSeconds: null,
    })
  })

  test('links what is new after what is there, in batches', async () => {
    await addEntries(1203)
    expect(await verifyDatabase(backup)).toMatchObject({ entries: 0, unsealed: 1203, ok: true })
    await sealAll()
    await addEntries(3)
    await sealAll()
    expect(await verifyDatabase(backup)).toMatchObject({ entries: 1206, unsealed: 0, ok: true })
  })

  test('the sealer may not touch anything else, nor seal twice', async () => {
    await addEntries(1)
    await sealAll()
    await expect(writer.query(`update audit_entries set act = 'x'`)).rejects.toThrow(/permission denied/)
    await expect(writer.query('delete from audit_entries')).rejects.toThrow(/permission denied/)
    expect((await writer.query('update audit_entries set seq = 7')).rowCount).toBe(0)
  })

  test('an entry that is still being written is neither waited for nor lost', async () => {
    const busy = new pg.Client(scratch.admin)
    await busy.connect()
    await busy.query('begin')
    await addEntries(1, busy)
    await addEntries(2)
    await sealAll()
    expect(await verifyDatabase(backup)).toMatchObject({ entries: 2, unsealed: 0, ok: true })
    await busy.query('commit')
    await sealAll()
    expect(await verifyDatabase(backup)).toMatchObject({ entries: 3, unsealed: 0, ok: true })
    await busy.end()
  })

  test('a crash between act and entry leaves neither or both', async () => {
    await admin.query('create table if not exists acts (id int)')
    for (const stage of ['act', 'entry', 'commit'] as const) {
      await admin.query('truncate acts, audit_entries')
      const client = new pg.Client(scratch.admin)
      client.on('error', () => {})
      await client.connect()
      const pid = (await client.query('select pg_backend_pid() as pid')).rows[0].pid
      await client.query('begin')
      await client.query('insert into acts values (1)')
      if (stage !== 'act') await addEntries(1, client)
      if (stage === 'commit') await client.query('commit')
      await admin.query('select pg_terminate_backend($1, 5000)', [pid])
      const { rows } = await admin.query(
        'select (select count(*)::int from acts) as acts, (select count(*)::int from audit_entries) as entries',
      )
      expect(rows[0]).toEqual(stage === 'commit' ? { acts: 1, entries: 1 } : { acts: 0, entries: 0 })
      await client.end().catch(() => {})
    }
  })
})

describe('the running sealer', () => {
  const running: Sealer[] = []
  const start = (options: Partial<Parameters<typeof startSealer>[0]> = {}) => {
    const sealer = startSealer({ connection: scratch.as('audit_writer'), every: 20, ...options })
    running.push(sealer)
    return sealer
  }
  const stopAll = () => Promise.all(running.splice(0).map((sealer) => sealer.stop()))

  test('of two, one seals; when it stops, the other takes over', async () => {
    const [one, two] = [start(), start()]
    await addEntries(40)
    await Promise.all([one.flush(), two.flush()])
    expect(await verifyDatabase(backup)).toMatchObject({ entries: 40, unsealed: 0, ok: true })
    await one.stop()
    await addEntries(2)
    await two.flush()
    expect(await verifyDatabase(backup)).toMatchObject({ entries: 42, unsealed: 0, ok: true })
    await stopAll()
  })

  test('goes on after its connection was cut', async () => {
    const sealer = start()
    await sealer.flush()
    await admin.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'passerelle sealer'`,
    )
    await addEntries(5)
    // The first look may be the one that notices.
    for (let tries = 0; tries < 3; tries++) await sealer.flush()
    expect(await verifyDatabase(backup)).toMatchObject({ entries: 5, unsealed: 0, ok: true })
    await stopAll()
  })

  test('keeps a witness, and does not overwrite it once the chain was cut', async () => {
    const file = newFile()
    const troubles: string[] = []
    const witness = {
      read: () => readWitness(file),
      write: (head: { seq: number; root: string }) => writeWitness(file, head),
    }
    const sealer = start({ witness, onTrouble: (error) => troubles.push(error.message) })
    await addEntries(5)
    await sealer.flush()
    const before = readWitness(file)!
    expect(before).toEqual({ seq: 5, root: (await verifyDatabase(backup)).root })
    await admin.query('delete from audit_entries where seq > 3')
    await addEntries(4)
    await sealer.flush()
    expect(troubles).toEqual(['the audit chain does not fit its witness at entry 5'])
    expect(readWitness(file)).toEqual(before)
    expect(await verifyDatabase(backup, [before])).toMatchObject({ ok: false, firstBad: 5 })
    await stopAll()
  })
})

describe('tampering in the database is found', () => {
  test.each([
    ['an edited act', `update audit_entries set act = 'x' where seq = 4`, 4],
    ['an edited time', `update audit_entries set at = at + interval '1 microsecond' where seq = 4`, 4],
    ['an actor taken out', 'update audit_entries set actor_id = null where seq = 4', 4],
    ['an edited class', `update audit_entries set field_classes = '{notes}' where seq = 4`, 4],
    ['an edited hash', `update audit_entries set hash = sha256('x') where seq = 4`, 4],
    ['a hash taken out', 'update audit_entries set hash = null where seq = 4', 4],
    ['a deleted entry', 'delete from audit_entries where seq = 4', 4],
    ['a deleted first entry', 'delete from audit_entries where seq = 1', 1],
    [
      'two that changed places',
      'update audit_entries set seq = case seq when 4 then -5 else -4 end where seq in (4, 5); update audit_entries set seq = -seq where seq < 0',
      4,
    ],
    [
      'one put in between',
      `update audit_entries set seq = -(seq + 1) where seq > 3; update audit_entries set seq = -seq where seq < 0; insert into audit_entries (actor_kind, act, result, seq) values ('staff', 'x', 'done', 4)`,
      4,
    ],
    [
      'one put in before the first',
      `insert into audit_entries (actor_kind, act, result, seq) values ('staff', 'x', 'done', 0)`,
      1,
    ],
  ])('%s', async (_, harm, firstBad) => {
    await addEntries(8)
    await sealAll()
    await admin.query(harm)
    expect(await verifyDatabase(backup)).toMatchObject({ ok: false, firstBad })
  })

  test('entries cut off at the end, and a chain made anew, by the witness', async () => {
    await addEntries(8)
    await sealAll()
    const { root } = await verifyDatabase(backup)
    await admin.query('delete from audit_entries where seq > 6')
    expect(await verifyDatabase(backup, [{ seq: 8, root }])).toMatchObject({ ok: false, firstBad: 7 })

    await admin.query(`update audit_entries set act = 'x' where seq = 2`)
    await admin.query('update audit_entries set seq = null, prev_hash = null, hash = null')
    await addEntries(2)
    await sealAll()
    const anew = await verifyDatabase(backup)
    expect(anew).toMatchObject({ ok: true, entries: 8 })
    expect(anew.root).not.toBe(root)
    expect(await verifyDatabase(backup, [{ seq: 8, root }])).toMatchObject({ ok: false, firstBad: 8 })
  })
})

describe('an exported chain', () => {
  const exported = async (entries = 6) => {
    await admin.query('truncate audit_entries')
    await addEntries(entries)
    await sealAll()
    await addEntries(2)
    const file = newFile()
    const report = await exportChain(backup, file, '2026-11-23T08:00:00.000Z')
    return { file, report, text: readFileSync(file, 'utf8') }
  }
  const verifyText = (text: string | Buffer) => {
    const file = newFile()
    writeFileSync(file, text)
    return verifyFile(file)
  }

  test('says by itself what the database says', async () => {
    const { file, report } = await exported()
    expect(report).toMatchObject({ entries: 6, unsealed: 2, ok: true })
    expect(await verifyFile(file)).toEqual({ ...report, oldestUnsealedSeconds: null })
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('an empty one is whole', async () => {
    expect(await verifyFile((await exported(0)).file)).toMatchObject({ ok: true, entries: 0 })
  })

  test('cut after any byte is found', async () => {
    const { text } = await exported(2)
    for (let end = 0; end < text.length; end += 7) expect((await verifyText(text.slice(0, end))).ok).toBe(false)
    expect((await verifyText(text.slice(0, -1))).ok).toBe(false)
  })

  test('any changed byte, removed, doubled or exchanged line, and anything added is found', async () => {
    const { text } = await exported()
    const lines = text.split('\n').slice(0, -1)
    const joined = (all: string[]) => verifyText(`${all.join('\n')}\n`)
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Buffer.from(text)
        bytes[at]! ^= change
        expect((await verifyText(bytes)).ok).toBe(false)
      }),
      { numRuns: 300 },
    )
    for (let i = 0; i < lines.length; i++) {
      expect((await joined(lines.toSpliced(i, 1))).ok).toBe(false)
      expect((await joined(lines.toSpliced(i, 0, lines[i]!))).ok).toBe(false)
      if (i > 0) expect((await joined(lines.toSpliced(i - 1, 2, lines[i]!, lines[i - 1]!))).ok).toBe(false)
    }
    expect((await verifyText(`${text}\n`)).ok).toBe(false)
    expect((await verifyText('hello')).ok).toBe(false)
    expect((await verifyText(randomBytes(5000))).ok).toBe(false)
  })

  test('entries taken off the end with a trailer to match: the witness', async () => {
    const { file, report } = await exported()
    const witness = { seq: report.entries, root: report.root }
    await admin.query('delete from audit_entries where seq > 4')
    await exportChain(backup, file, '2026-11-23T08:00:00.000Z')
    expect(await verifyFile(file)).toMatchObject({ ok: true, entries: 4 })
    expect(await verifyFile(file, [witness])).toMatchObject({ ok: false, firstBad: 5 })
  })
})

describe('the command', () => {
  const run = async (...args: string[]) => {
    const out: string[] = []
    const err: string[] = []
    const code = await auditCommand(args, {
      withSite: (work) => work({ connection: scratch.as('backup'), witnessFile: join(folder, 'witness') }),
      now: () => new Date('2026-11-23T08:00:00Z'),
      out: (line) => out.push(line),
      err: (line) => err.push(line),
    })
    return { code, out, err }
  }

  test('verify --json prints five words and nothing else', async () => {
    await addEntries(2)
    await sealAll()
    const { code, out } = await run('verify', '--json')
    expect(code).toBe(0)
    expect(out).toHaveLength(1)
    expect(Object.keys(JSON.parse(out[0]!))).toEqual(['entries', 'unsealed', 'ok', 'firstBad', 'root'])
  })

  test('exports, verifies the file without a database, and ends with 4 when it is broken', async () => {
    await addEntries(2)
    await sealAll()
    const file = newFile()
    expect((await run('export', file)).code).toBe(0)
    expect((await run('verify', file)).code).toBe(0)
    expect((await run('verify', file, '--witness', `2:${'a'.repeat(64)}`)).code).toBe(4)
    writeFileSync(file, readFileSync(file, 'utf8').replace('staff', 'nobody'))
    expect(await run('verify', file, '--json')).toMatchObject({ code: 4 })
    await admin.query('delete from audit_entries where seq = 1')
    expect((await run('verify')).code).toBe(4)
  })

  test('heeds the witness of the site', async () => {
    await addEntries(2)
    await sealAll()
    writeWitness(join(folder, 'witness'), { seq: 3, root: 'a'.repeat(64) })
    expect((await run('verify')).code).toBe(4)
    rmSync(join(folder, 'witness'))
  })

  test('wrong usage and a file that is not there: one line, exit 2', async () => {
    for (const args of [[], ['export'], ['verify', '--nonsense'], ['verify', 'a', 'b'], ['verify', '--witness', 'x']]) {
      await expect(run(...args)).rejects.toMatchObject({ code: 2 })
    }
    await expect(run('verify', newFile())).rejects.toMatchObject({ code: 2 })
  })

  test('an export that fails leaves no file', async () => {
    const file = join(folder, 'no', 'such', 'folder')
    await expect(run('export', file)).rejects.toThrow()
    expect(existsSync(file)).toBe(false)
  })
})
