import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testPasswords } from '../../../test/support/cluster.ts'
import { createTestSite, type Staff, type TestSite } from '../../../test/support/site.ts'
import type { Io, Run } from '../../cli.ts'
import type { Site } from '../../site.ts'
import { runImport, runUndo } from './cli.ts'
import { givenList, mixedList } from './given-lists.ts'

let site: TestSite
let folder: string
const siteKey = randomBytes(32)
beforeAll(async () => {
  site = await createTestSite()
  folder = mkdtempSync(join(tmpdir(), 'passerelle-import-'))
})
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

type Answer = {
  importId: string | null
  rows: number
  create: number
  update: number
  unchanged: number
  errors: { row: number; column: string; code: string; message: string }[]
  duplicates: { row: number; with: string; ids: unknown[] }[]
}

async function call(run: Run, args: string[]): Promise<{ code: number; value: Answer }> {
  let value: unknown
  const app = { ...site.connection, user: 'app', password: testPasswords.app }
  const io = {
    json: true,
    answer: (given: unknown) => {
      value = given
    },
    note: () => {},
    withDatabase: (work: (s: Site) => Promise<unknown>) =>
      work({ owner: site.connection, roles: { app }, siteKey, dataDir: folder } as unknown as Site),
  } as unknown as Io
  return { code: await run(args, io), value: value as Answer }
}

function given(text: string, name = 'list.csv'): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}
const as = (who: Staff) => ['--as', who.email, '--institution', who.institutionId]
const count = async (who: Staff) =>
  (await site.sql<{ n: number }>('select count(*) n from persons where created_by = $1', [who.id]))[0]!.n

describe('import people', () => {
  test('writes a clean list, finds it unchanged the second time, and takes it back', async () => {
    const amina = await site.given.staff('social-worker')
    const file = given(givenList(20))
    const dry = await call(runImport, [file, ...as(amina), '--dry-run'])
    expect(dry).toMatchObject({ code: 0, value: { importId: null, rows: 20, create: 20 } })
    expect(await count(amina)).toBe(0)
    const { code, value } = await call(runImport, [file, ...as(amina)])
    expect({ code, ...value, importId: 'x' }).toEqual({
      code: 0,
      importId: 'x',
      rows: 20,
      create: 20,
      update: 0,
      unchanged: 0,
      errors: [],
      duplicates: [],
    })
    expect(await count(amina)).toBe(20)
    expect(await call(runImport, [file, ...as(amina)])).toMatchObject({
      code: 0,
      value: { importId: null, unchanged: 20 },
    })
    const [first] = await site.sql<{ id: string }>('select id from persons where created_by = $1 limit 1', [amina.id])
    await site.sql(`update persons set phone = '1', updated_at = now() + interval '1 s' where id = $1`, [first!.id])
    const undone = await call(runUndo, [value.importId!])
    expect(undone).toMatchObject({
      code: 0,
      value: { removed: 19, restored: 0, kept: [{ id: first!.id, kind: 'created' }] },
    })
    await expect(call(runUndo, [value.importId!])).rejects.toMatchObject({ code: 2 })
    expect(await site.sql(`select 1 from staff_sessions where device = 'command line' and ended_at is null`)).toEqual(
      [],
    )
  })

  test('writes nothing while a row has an error, unless told to; doubtful rows wait for the screen', async () => {
    const amina = await site.given.staff('social-worker')
    const file = given(mixedList)
    const refused = await call(runImport, [file, ...as(amina)])
    expect(refused).toMatchObject({ code: 4, value: { importId: null, rows: 6, create: 4 } })
    expect(refused.value.errors).toEqual([
      { row: 4, column: 'Né(e) le', code: 'dateImpossible', message: 'There is no such date: “31.02.1971”.' },
    ])
    expect(refused.value.duplicates).toEqual([{ row: 6, with: 'file', ids: [5] }])
    expect(await count(amina)).toBe(0)
    const accepted = await call(runImport, [file, ...as(amina), '--accept-valid'])
    expect(accepted.code).toBe(4)
    const { rows, create, update, unchanged, errors, duplicates } = accepted.value
    expect(create + update + unchanged + errors.length + duplicates.length).toBe(rows)
    expect(await count(amina)).toBe(4)
  })

  test('reads columns as a mapping file says', async () => {
    const amina = await site.given.staff('social-worker')
    const file = given('A;B\nFerrat;Leïla\nNuñez;Lucía\n')
    const mapping = given(JSON.stringify({ headerRow: 1, columns: { A: 'lastName', B: 'firstName' } }), 'mapping.json')
    await expect(call(runImport, [file, ...as(amina)])).rejects.toMatchObject({ code: 2 })
    const { value } = await call(runImport, [file, ...as(amina), '--mapping', mapping, '--dry-run'])
    expect(value.rows).toBe(2)
  })

  test('wrong input ends with 2 and a plain line', async () => {
    const amina = await site.given.staff('social-worker')
    const coach = await site.given.staff('coach')
    const file = given(givenList(1))
    const other = await site.given.institution()
    for (const args of [
      [],
      [file],
      [file, '--as', amina.email],
      [join(folder, 'none.csv'), ...as(amina)],
      [file, '--as', amina.email, '--institution', other],
      [file, '--as', 'nobody@example.org', '--institution', amina.institutionId],
      [file, ...as(coach)],
      [given('%PDF-1.7', 'x.pdf'), ...as(amina)],
      [file, ...as(amina), '--mapping', given('{"columns":', 'broken.json')],
      [file, ...as(amina), '--force'],
    ])
      await expect(call(runImport, args), args.join(' ')).rejects.toMatchObject({ code: 2 })
    for (const args of [[], ['x'], ['00000000-0000-4000-8000-000000000000']])
      await expect(call(runUndo, args)).rejects.toMatchObject({ code: 2 })
  })
})
