// Long, because a backup, its restore and every way in which a file can be wrong share one site.
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Scratch, scratchDatabase } from '../../../test/support/scratch.ts'
import { Halt } from '../../shared/halt.ts'
import { openVault, type Vault } from '../../shared/vault/vault.ts'
import { sealBatch } from '../audit/sealer.ts'
import { readWitness } from '../audit/witness.ts'
import { EXACT_TEXT, LEFT_OUT, listHiddenTables, listTables } from './catalogue.ts'
import { type BackupCommand, backupCommand, restoreCommand } from './cli.ts'
import { readKeyFile } from './key-file.ts'
import { decrypting, encrypting, FileFault } from './sealed-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'backups-'))
const newPath = () => join(folder, randomUUID())
const amina = randomUUID()
const bruno = randomUUID()
const place = { table: 'specimens', column: 'sealed', row: amina }

type Site = { scratch: Scratch; admin: pg.Client; vault: Vault; witnessFile: string; close(): Promise<void> }
const sites: Site[] = []

/** A site with its own database and site key, and one table of every awkward type, in a circle of foreign keys. */
async function newSite(): Promise<Site> {
  const scratch = await scratchDatabase()
  const admin = new pg.Client(scratch.admin)
  admin.on('error', () => {})
  await admin.connect()
  await admin.query(`
    set role owner;
    create type mood as enum ('so-so', 'good');
    create sequence specimen_numbers;
    create table specimens (
      dropped int, number int generated always as identity, id uuid primary key, next uuid references specimens,
      words text, "order" varchar(20), sealed bytea, at timestamptz, day date, clock time, span interval, amount numeric(30, 10),
      ratio float8, small float4, yes boolean, tags text[], grid int[][], data jsonb, raw json, feeling mood, period daterange,
      twice int generated always as (length(words) * 2) stored, late uuid);
    alter table specimens drop column dropped;
    create table others (id uuid primary key references specimens, back uuid);
    alter table specimens add constraint late_fk foreign key (late) references others deferrable initially deferred;
    create function shout() returns trigger language plpgsql as $$ begin new.words := upper(new.words); return new; end $$;
    create trigger shout before insert on specimens for each row execute function shout();
    select app.lock_table('specimens'), app.lock_table('others');
    grant select on all sequences in schema public to backup;
    reset role`)
  const site = {
    scratch,
    admin,
    vault: openVault(join(newPath(), 'keys'), randomBytes(32)),
    witnessFile: newPath(),
    async close() {
      await admin.end()
      await scratch.drop()
    },
  }
  sites.push(site)
  return site
}

async function fill({ admin, vault, scratch }: Site) {
  await admin.query(`insert into sites (name) values ('Rivemont')`)
  await admin.query(`insert into staff_sessions (token_hash, user_id, expires_at) select '\\x00', id, now() from users`)
  const sealed = vault.seal(amina, place, 'Dettes : 1200 fr.')
  const strange = ['', 'a\nb\r\n\t\\N', 'U+2028 \u2028, "quoted", {braces}, NULL', 'Şahin 李 Nuñez 👩🏽‍🏫', 'null']
  await admin.query('alter table specimens disable trigger shout')
  for (const [i, words] of strange.entries()) {
    await admin.query(
      `insert into specimens (id, next, words, "order", sealed, at, day, clock, span, amount, ratio, small, yes, tags, grid, data, raw, feeling, period)
       values ($1, $1, $2, 'x', $3, '2026-03-29 02:30:00.123456+01', '0044-03-15 BC', '23:59:59.999999', '1 year -2 days 03:04:05.000006',
         12345678901234567890.0123456789, 0.1::float8 + 0.2, 'NaN', $4, $5, '{{1,2},{3,null}}', $6, '{"b": 1,  "a": 2}', 'good', '[2026-01-01,)')`,
      [
        i === 0 ? amina : randomUUID(),
        words,
        i === 0 ? sealed : Buffer.of(0, 255, 92),
        i % 2 === 0 ? null : true,
        ['', words, 'a,b'],
        JSON.stringify({ words }),
      ],
    )
  }
  await admin.query('insert into specimens (id) select gen_random_uuid() from generate_series(1, 1201)')
  await admin.query('alter table specimens enable trigger shout')
  await admin.query(
    'insert into others select id from specimens; update specimens set late = id, next = (select id from specimens limit 1)',
  )
  await admin.query(`select setval('specimen_numbers', 41)`)
  await admin.query(
    `insert into audit_entries (actor_kind, act, result) select 'staff', 'x', 'done' from generate_series(1, 30)`,
  )
  const writer = new pg.Client(scratch.as('audit_writer'))
  await writer.connect()
  await sealBatch(writer)
  await writer.end()
  await admin.query(`insert into audit_entries (actor_kind, act, result) values ('staff', 'y', 'done')`)
}

/** A fingerprint of every table that a backup holds. */
async function fingerprint({ admin }: Site) {
  const prints: Record<string, string> = {}
  await admin.query('begin')
  await admin.query(EXACT_TEXT)
  for (const { name, sql } of await listTables(admin)) {
    if (name in LEFT_OUT) continue
    const { rows } = await admin.query(
      `select md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as print from ${sql} t`,
    )
    prints[name] = rows[0].print
  }
  await admin.query('commit')
  return prints
}

async function run(verb: 'backup' | 'restore', site: Site, ...args: string[]) {
  const lines: string[] = []
  const command: BackupCommand = {
    withSite: (work) =>
      work({
        backup: site.scratch.as('backup'),
        owner: site.scratch.admin,
        vault: site.vault,
        witnessFile: site.witnessFile,
      }),
    now: () => new Date('2026-11-23T08:00:00Z'),
    patience: 1,
    err: (line: string) => lines.push(line),
  }
  try {
    const code = await (verb === 'backup' ? backupCommand : restoreCommand)(args, command)
    return { code, lines }
  } catch (error) {
    if (!(error instanceof Halt)) throw error
    return { code: error.code, lines: [error.message] }
  }
}

afterAll(() => rmSync(folder, { recursive: true }))

describe('a backup', () => {
  let site: Site
  const file = newPath()
  const keyFile = newPath()
  beforeAll(async () => {
    site = await newSite()
    await fill(site)
    site.vault.seal(bruno, place, 'x')
    site.vault.destroyKey(bruno)
    expect(await run('backup', site, file, '--key-file', keyFile)).toMatchObject({ code: 0 })
  })
  afterAll(() => site.close())
  const empties: Site[] = []
  const emptySite = async () => {
    const made = await newSite()
    empties.push(made)
    return made
  }
  afterEach(async () => {
    for (const made of empties.splice(0)) await made.close()
  })

  test('brings an empty site, with another site key, to the same state in every table', async () => {
    const other = await emptySite()
    const result = await run('restore', other, file, '--key-file', keyFile)
    expect(result).toMatchObject({ code: 0 })
    expect(await fingerprint(other)).toEqual(await fingerprint(site))
    const { rows } = await other.admin.query('select sealed, number from specimens where id = $1', [amina])
    expect(other.vault.open(amina, place, rows[0].sealed)).toEqual({ state: 'open', text: 'Dettes : 1200 fr.' })
    expect(other.vault.listDestroyed()).toEqual([bruno])
    expect((await other.admin.query(`select nextval('specimen_numbers')::int as n`)).rows[0].n).toBe(42)
    await other.admin.query('set role owner')
    await expect(other.admin.query('insert into others values (gen_random_uuid())')).rejects.toThrow(/security/)
    expect(readWitness(other.witnessFile)?.seq).toBe(30)
  })

  test('leaves policies, triggers and constraints as they were', async () => {
    const shape = async ({ admin }: Site) =>
      (
        await admin.query(`select (select json_agg(p order by p.tablename, p.policyname) from pg_policies p) as policies,
          (select json_agg((conname, condeferrable, condeferred, convalidated) order by conname) from pg_constraint) as constraints,
          (select json_agg((tgname, tgenabled) order by tgname) from pg_trigger where not tgisinternal) as triggers`)
      ).rows[0]
    const other = await emptySite()
    const before = await shape(other)
    await run('restore', other, file, '--key-file', keyFile)
    expect(await shape(other)).toEqual(before)
  })

  test('does not go onto a site that is not empty, unless it is to be replaced', async () => {
    const other = await emptySite()
    await fill(other)
    await other.admin.query(`update sites set name = 'Uferwil'`)
    const before = await fingerprint(other)
    expect(await run('restore', other, file, '--key-file', keyFile)).toMatchObject({ code: 2 })
    expect(await fingerprint(other)).toEqual(before)
    expect(await run('restore', other, file, '--key-file', keyFile, '--replace')).toMatchObject({ code: 0 })
    expect(await fingerprint(other)).toEqual(await fingerprint(site))
    const { rows } = await other.admin.query('select sealed from specimens where id = $1', [amina])
    expect(other.vault.open(amina, place, rows[0].sealed).state).toBe('open')
  })

  test('garbage, the wrong key, a cut or changed file: one line, and nothing is changed', async () => {
    const other = await emptySite()
    const before = await fingerprint(other)
    const bytes = readFileSync(file)
    const changed = Buffer.from(bytes)
    changed[bytes.length >> 1]! ^= 1
    const variants: [Buffer, number][] = [
      [randomBytes(10_000), 2],
      [Buffer.alloc(0), 2],
      [bytes.subarray(0, 10), 2],
      [bytes.subarray(0, 44), 4],
      [bytes.subarray(0, bytes.length - 1), 4],
      [bytes.subarray(0, bytes.length >> 1), 4],
      [changed, 4],
      [Buffer.concat([bytes, Buffer.of(0)]), 4],
    ]
    for (const [variant, code] of variants) {
      const bad = newPath()
      writeFileSync(bad, variant)
      const result = await run('restore', other, bad, '--key-file', keyFile)
      expect(result).toMatchObject({ code })
      expect(result.lines).toHaveLength(1)
    }
    const otherKey = newPath()
    await run('backup', other, newPath(), '--key-file', otherKey)
    expect(await run('restore', other, file, '--key-file', otherKey)).toMatchObject({ code: 2 })
    expect(await run('restore', other, file, '--key-file', file)).toMatchObject({ code: 2 })
    expect(await run('restore', other, file, '--key-file', newPath())).toMatchObject({ code: 2 })
    expect(await fingerprint(other)).toEqual(before)
    expect([other.vault.listKeys(), other.vault.listDestroyed()]).toEqual([[], []])
  })

  test('of another version is refused', async () => {
    const other = await emptySite()
    await other.admin.query(
      `update migrations.applied set hash = 'x' where name = (select max(name) from migrations.applied)`,
    )
    expect(await run('restore', other, file, '--key-file', keyFile)).toMatchObject({ code: 2 })
  })

  test('on a busy site gives up without waiting for ever', async () => {
    const other = await emptySite()
    const busy = new pg.Client(other.scratch.admin)
    await busy.connect()
    await busy.query('begin; lock table sites in access share mode')
    const result = run('restore', other, file, '--key-file', keyFile)
    expect(await result).toMatchObject({ code: 3 })
    await busy.end()
  })

  test('holds no person key, no signing key and no session; its files are private', async () => {
    const keys = readKeyFile(keyFile)!
    const pieces: Buffer[] = []
    for await (const piece of decrypting(Readable.from([readFileSync(file)]), keys.backupKey)) pieces.push(piece)
    const inside = gunzipSync(Buffer.concat(pieces)).toString()
    const clear = keys.people.flatMap((line) => ('key' in line ? [line.key] : []))
    expect(clear).toHaveLength(1)
    for (const key of clear) {
      expect(inside.includes(key)).toBe(false)
      expect(inside.includes(Buffer.from(key, 'base64url').toString('hex'))).toBe(false)
    }
    for (const name of Object.keys(LEFT_OUT)) expect(inside.includes(`"table":"${name}"`)).toBe(false)
    expect(inside.includes('"table":"public.specimens"')).toBe(true)
    expect(readFileSync(file).includes('specimens')).toBe(false)
    for (const path of [file, keyFile]) expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  test('made again keeps the backup key, so that the newest key file opens the older backup', async () => {
    const before = readKeyFile(keyFile)!.backupKey
    await run('backup', site, newPath(), '--key-file', keyFile)
    expect(readKeyFile(keyFile)!.backupKey).toEqual(before)
  })

  test('does not write over a file that is no key file', async () => {
    const precious = newPath()
    writeFileSync(precious, 'my thesis')
    const target = newPath()
    expect(await run('backup', site, target, '--key-file', precious)).toMatchObject({ code: 2 })
    expect(readFileSync(precious, 'utf8')).toBe('my thesis')
    expect(existsSync(target)).toBe(false)
  })

  test('fails aloud when a table hides rows from it', async () => {
    const other = await emptySite()
    await other.admin.query('set role owner; create table hidden (id int); reset role')
    await other.admin.query('grant select on hidden to backup; alter table hidden enable row level security')
    await expect(run('backup', other, newPath(), '--key-file', newPath())).rejects.toThrow(/public\.hidden/)
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
  })

  test('of a broken chain is made and restored, and both say so', async () => {
    const other = await emptySite()
    await fill(other)
    await other.admin.query(`update audit_entries set act = 'z' where seq = 7`)
    const [brokenFile, brokenKeys] = [newPath(), newPath()]
    expect(await run('backup', other, brokenFile, '--key-file', brokenKeys)).toMatchObject({ code: 4 })
    const third = await emptySite()
    expect(await run('restore', third, brokenFile, '--key-file', brokenKeys)).toMatchObject({ code: 4 })
    expect(await fingerprint(third)).toEqual(await fingerprint(other))
  })

  test('wrong usage: exit 2', async () => {
    for (const args of [
      [],
      ['x'],
      ['x', '--key-file'],
      ['x', '--key-file', 'x'],
      ['x', 'y', '--key-file', 'z'],
      ['x', '--nonsense'],
    ]) {
      expect(await run('backup', site, ...args)).toMatchObject({ code: 2 })
    }
    expect(await run('backup', site, 'x', '--key-file', 'y', '--replace')).toMatchObject({ code: 2 })
    expect(await run('backup', site, join(folder, 'no', 'where'), '--key-file', keyFile)).toMatchObject({ code: 2 })
  })
})

test('every table of the real schema is in the backup or on the reviewed list', async () => {
  const scratch = await scratchDatabase()
  const admin = new pg.Client(scratch.admin)
  await admin.connect()
  expect(await listHiddenTables(admin)).toEqual([])
  const names = (await listTables(admin)).map(({ name }) => name)
  expect(names).toContain('public.persons')
  for (const name of Object.keys(LEFT_OUT)) expect(names).toContain(name)
  await admin.end()
  await scratch.drop()
})

describe('the encrypted stream', () => {
  const key = randomBytes(32)
  const collect = async (source: AsyncIterable<Buffer>) => {
    const all: Buffer[] = []
    for await (const piece of source) all.push(piece)
    return Buffer.concat(all)
  }
  const sealed = (plain: Buffer) => collect(encrypting(Readable.from([plain]), key))
  const opened = (bytes: Buffer, size = 50_000) => {
    const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.subarray(i * size, (i + 1) * size),
    )
    return collect(decrypting(Readable.from(parts), key))
  }

  test('gives back what went in, at every size around the pieces', async () => {
    for (const size of [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]) {
      const plain = randomBytes(size)
      for (const parts of [1000, 65_552, 1_000_000])
        expect((await opened(await sealed(plain), parts)).equals(plain)).toBe(true)
    }
  })

  test('finds pieces cut off, left out, doubled and exchanged', async () => {
    const whole = await sealed(randomBytes(65_536 * 3))
    const start = 44
    const piece = 65_552
    const parts = [0, 1, 2].map((i) => whole.subarray(start + i * piece, start + (i + 1) * piece))
    const head = whole.subarray(0, start)
    for (const order of [[0, 1], [0], [0, 2], [0, 1, 1, 2], [1, 0, 2], [0, 1, 2, 2], []]) {
      await expect(opened(Buffer.concat([head, ...order.map((i) => parts[i]!)]))).rejects.toThrow(FileFault)
    }
  })

  test('finds any changed byte and any cut', async () => {
    const whole = await sealed(randomBytes(500))
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bad = Buffer.from(whole)
        bad[at]! ^= change
        await expect(opened(bad)).rejects.toThrow(FileFault)
        await expect(opened(whole.subarray(0, at))).rejects.toThrow(FileFault)
      }),
    )
  })
})
