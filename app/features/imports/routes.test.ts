import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, hashOf, newToken, type Staff, type TestSite, textOf } from '../../../test/support/site.ts'
import { runJob } from '../../shared/http/jobs.ts'
import { paths as people } from '../people/paths.ts'
import { clearing } from './clearing.ts'
import { givenList, mixedList } from './given-lists.ts'
import { paths } from './paths.ts'

let site: TestSite
let amina: Staff
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

async function upload(who: Staff, text: string, name = 'liste.csv'): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([text], name))
  return site.as(who).upload(paths.list(), form)
}
const idIn = (response: Response) =>
  /\/imports\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
async function bring(who: Staff, text: string): Promise<string> {
  const response = await upload(who, text)
  expect(response.status).toBe(303)
  return idIn(response)
}
const count = async (who: Staff) =>
  (await site.sql<{ n: number }>('select count(*) n from persons where created_by = $1', [who.id]))[0]!.n

describe('a list with everything in it', () => {
  let importId: string
  let zoe: string
  beforeAll(async () => {
    amina = await site.given.staff('social-worker')
    zoe = await site.given.person({ by: amina, firstName: 'Zoe', lastName: 'Rey' })
    importId = await bring(amina, mixedList)
  })

  test('is shown row by row, and nothing is written yet', async () => {
    const text = await textOf(await site.as(amina).get(paths.show({ importId })))
    for (const words of ['Nothing is written yet', 'There is no such date', 'As row 5: Léo Rey', 'It is Zoe Rey'])
      expect(text).toContain(words)
    expect(await count(amina)).toBe(1)
  })

  test('gives its errors as a file', async () => {
    const response = await site.as(amina).get(paths.errors({ importId }))
    expect(response.headers.get('content-disposition')).toContain('attachment')
    expect(await response.text()).toContain('4;Né(e) le;')
  })

  test('is not written while a row is wrong, unless somebody says so', async () => {
    expect((await site.as(amina).post(paths.confirm({ importId }))).status).toBe(409)
    expect(await count(amina)).toBe(1)
  })

  test('takes decisions only on offer', async () => {
    const stranger = await site.given.person({ by: await site.given.staff('social-worker') })
    const decide = (row: string, choice: string) => site.as(amina).post(paths.decide({ importId, row }), { choice })
    for (const [row, choice] of [
      ['2', 'another'],
      ['7', `same:${stranger}`],
      ['7', 'same'],
      ['7', 'x'],
      ['x', 'another'],
    ] as const)
      expect((await decide(row, choice)).status, `${row} ${choice}`).toBe(404)
    expect((await decide('7', `same:${zoe}`)).status).toBe(303)
    expect(await textOf(await site.as(amina).get(paths.show({ importId })))).toContain('Decided: the same person')
  })

  test('is written whole, on record person by person, and the file is gone', async () => {
    const response = await site.as(amina).post(paths.confirm({ importId }), { acceptValid: 'yes' })
    expect(response.status).toBe(303)
    expect(await count(amina)).toBe(4)
    expect(await site.sql('select figures, file from imports where id = $1', [importId])).toEqual([
      { figures: { rows: 6, created: 3, updated: 1, unchanged: 0, rejected: 1, leftOut: 1 }, file: null },
    ])
    const entries = await site.sql<{ act: string; n: number }>(
      'select act, count(*) n from audit_entries where object_id = $1 and result = $2 group by act order by act',
      [importId, 'done'],
    )
    expect(entries).toEqual([
      { act: 'imports.confirm', n: 1 },
      { act: 'imports.create', n: 3 },
      { act: 'imports.decide', n: 1 },
      { act: 'imports.update', n: 1 },
      { act: 'imports.upload', n: 1 },
    ])
    expect((await site.as(amina).post(paths.confirm({ importId }), { acceptValid: 'yes' })).status).toBe(303)
    expect(await count(amina)).toBe(4)
  })

  test('is undone but for what somebody has touched since', async () => {
    const [sean] = await site.sql<{ id: string }>(`select id from persons where first_name = 'Séan'`)
    await site
      .as(amina)
      .post(people.edit({ personId: sean!.id }), { firstName: 'Séan', lastName: "O'Brien", phone: '079 9' })
    const response = await site.as(amina).post(paths.undo({ importId }))
    expect(response.status).toBe(303)
    const names = await site.sql('select first_name, phone from persons where created_by = $1 order by first_name', [
      amina.id,
    ])
    expect(names).toEqual([
      { first_name: 'Séan', phone: '079 9' },
      { first_name: 'Zoe', phone: '079 000 00 00' },
    ])
    const text = await textOf(await site.as(amina).get(paths.show({ importId })))
    expect(text).toContain('Import undone')
    expect(text).toContain('new file, kept')
    expect((await site.as(amina).post(paths.undo({ importId }))).status).toBe(409)
  })
})

describe('touching', () => {
  test('by somebody whose work the importer can’t see keeps a file too', async () => {
    const who = await site.given.staff('social-worker')
    const importId = await bring(who, givenList(3))
    await site.as(who).post(paths.confirm({ importId }))
    const [first] = await site.sql<{ person_id: string }>(
      'select person_id from import_rows where import_id = $1 order by row_number',
      [importId],
    )
    const coach = await site.given.staff('coach')
    await site.given.mandate(first!.person_id, coach, { purpose: 'group' })
    await site.as(who).post(paths.undo({ importId }))
    expect(await count(who)).toBe(1)
  })
})

describe('columns', () => {
  test('that are not understood are mapped by hand, and remembered for the institution', async () => {
    const who = await site.given.staff('social-worker')
    const strange = 'Alpha;Beta;Gamma\nFerrat;Leïla;9.3.1990\n'
    const importId = await bring(who, strange)
    expect((await site.as(who).get(paths.show({ importId }))).headers.get('location')).toBe(paths.columns({ importId }))
    expect((await site.as(who).get(paths.columns({ importId }))).status).toBe(200)
    const where = { part: 'sheet', headerRow: '1' }
    expect((await site.as(who).post(paths.columns({ importId }), where)).status).toBe(303)
    const twice = { part: 'columns', 'column-0': 'lastName', 'column-1': 'lastName' }
    expect((await site.as(who).post(paths.columns({ importId }), twice)).status).toBe(422)
    const said = {
      part: 'columns',
      'column-0': 'lastName',
      'column-1': 'firstName',
      'column-2': 'birthDate',
      other: 'x',
    }
    expect((await site.as(who).post(paths.columns({ importId }), said)).status).toBe(303)
    expect(await textOf(await site.as(who).get(paths.show({ importId })))).toContain('Gamma → Birth date')
  })
  test('of a class that the role may not write are left out', async () => {
    const office = await site.given.staff('programme-office')
    const importId = await bring(office, mixedList)
    expect(await textOf(await site.as(office).get(paths.show({ importId })))).toContain(
      'Not part of your role and left out: File number, Notes',
    )
  })
})

describe('files that are no list', () => {
  test.each([
    ['nothing at all', ''],
    ['a PDF', '%PDF-1.7 x'],
    ['a web page', '<!doctype html><table>'],
  ])('%s is refused with what to do', async (_, text) => {
    const response = await upload(await site.given.staff('social-worker'), text)
    expect(response.status).toBe(422)
  })
  test('a form without a file too', async () => {
    expect((await site.as(amina).post(paths.list(), { file: 'x' })).status).toBe(422)
  })
})

describe('an import', () => {
  test('is for whoever brought it, and for nobody else', async () => {
    const who = await site.given.staff('social-worker')
    const importId = await bring(who, givenList(2))
    const colleague = await site.given.staff('social-worker', { institutionId: who.institutionId })
    for (const url of [paths.show({ importId }), paths.columns({ importId }), paths.errors({ importId })]) {
      expect((await site.as(colleague).get(url)).status).toBe(404)
      expect((await site.as().get(url)).status).toBe(303)
    }
    for (const url of [
      paths.confirm({ importId }),
      paths.undo({ importId }),
      paths.discard({ importId }),
      paths.leaveOut({ importId }),
    ]) {
      expect((await site.as(colleague).post(url)).status).toBe(404)
      expect((await site.as().post(url)).status).toBe(401)
    }
    expect((await site.as(await site.given.staff('coach')).get(paths.list())).status).toBe(403)
    expect((await site.as(who).get(paths.show({ importId }))).status).toBe(200)
  })
  test('that is discarded leaves nothing', async () => {
    const who = await site.given.staff('social-worker')
    const importId = await bring(who, givenList(2))
    expect((await site.as(who).post(paths.discard({ importId }))).headers.get('location')).toBe(paths.list())
    expect(await site.sql('select 1 from imports where id = $1', [importId])).toEqual([])
  })
  test('keeps its file sealed, and loses it and the way back after a day', async () => {
    const who = await site.given.staff('social-worker')
    const waiting = await bring(who, givenList(2))
    const [kept] = await site.sql<{ file: Buffer }>('select file from imports where id = $1', [waiting])
    expect(kept!.file.includes('RV-0001')).toBe(false)
    const token = newToken()
    await site.sql(
      `insert into job_tokens values ('clear-imports', $1, now() + interval '1 day') on conflict (name) do update set token_hash = excluded.token_hash`,
      [hashOf(token)],
    )
    await runJob(clearing, token, site.services)
    expect((await site.as(who).get(paths.show({ importId: waiting }))).status).toBe(200)
    await site.sql(
      `update imports set created_at = created_at - interval '25 hours', confirmed_at = confirmed_at - interval '25 hours'`,
    )
    await runJob(clearing, token, site.services)
    expect(await site.sql('select 1 from imports where file is not null or cleared_at is null')).toEqual([])
    expect(await site.sql('select 1 from import_rows')).toEqual([])
    expect(await textOf(await site.as(who).get(paths.show({ importId: waiting })))).toContain('no longer kept')
  })
  test('offers a template that it understands itself', async () => {
    for (const format of ['csv', 'xlsx']) {
      const response = await site.as(amina).get(paths.template({ format }))
      const form = new FormData()
      form.set('file', new File([await response.arrayBuffer()], `template.${format}`))
      const importId = idIn(await site.as(amina).upload(paths.list(), form))
      expect(await textOf(await site.as(amina).get(paths.show({ importId })))).toContain('Leïla Ferrat')
    }
    expect((await site.as(amina).get(paths.template({ format: 'exe' }))).status).toBe(404)
  })
})

test('a thousand rows are written in one go, found unchanged the second time, and taken back', async () => {
  const who = await site.given.staff('social-worker')
  const importId = await bring(who, givenList(1_000))
  const start = performance.now()
  expect((await site.as(who).post(paths.confirm({ importId }))).status).toBe(303)
  const took = performance.now() - start
  expect(await count(who)).toBe(1_000)
  const again = await bring(who, givenList(1_000))
  expect(await textOf(await site.as(who).get(paths.show({ importId: again })))).toMatch(/1,000 Unchanged/)
  expect((await site.as(who).post(paths.undo({ importId }))).status).toBe(303)
  expect(await count(who)).toBe(0)
  if (process.env.MEASURE) console.log(`confirming 1,000 rows: ${Math.round(took)} ms`)
})
