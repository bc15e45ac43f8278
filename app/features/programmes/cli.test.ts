import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPasswords } from '../../../test/support/cluster.ts'
import { createTestSite, type TestSite } from '../../../test/support/site.ts'
import type { Io, Run } from '../../cli.ts'
import type { Site } from '../../site.ts'
import { runCreate, runList } from './cli.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

async function call(run: Run, args: string[]): Promise<{ code: number; value: unknown }> {
  let value: unknown
  const app = { ...site.connection, user: 'app', password: testPasswords.app }
  const io = {
    json: true,
    answer: (given: unknown) => {
      value = given
    },
    note: () => {},
    withDatabase: (work: (s: Site) => Promise<unknown>) =>
      work({ owner: site.connection, roles: { app } } as unknown as Site),
  } as unknown as Io
  return { code: await run(args, io), value }
}

test('without a coordinator on the site no programme is made', async () => {
  await expect(call(runCreate, ['--blueprint', 'focustravail'])).rejects.toThrow('no coordinator')
})

test('a programme is made, is listed, is on record, and the session behind it has ended', async () => {
  const ines = await site.given.staff('coordinator')
  const { code, value } = await call(runCreate, ['--blueprint', 'focustravail', '--as', ines.email])
  expect(code).toBe(0)
  const { id } = value as { id: string }
  expect((await call(runList, [])).value).toEqual([
    {
      id,
      blueprint: 'focustravail',
      title: expect.objectContaining({ fr: 'FocusTravail' }),
      startsOn: null,
      endsOn: null,
    },
  ])
  expect(await site.sql('select act, actor_id from audit_entries where object_id = $1', [id])).toEqual([
    { act: 'programmes.create', actor_id: ines.id },
  ])
  expect(await site.sql(`select 1 from staff_sessions where device = 'command line' and ended_at is null`)).toEqual([])
})

test.each([
  ['an unknown blueprint', ['--blueprint', 'nothing']],
  ['no blueprint', []],
  ['an account that does not exist', ['--blueprint', 'focustravail', '--as', 'nobody@example.org']],
])('%s is refused as wrong input', async (_name, args) => {
  await expect(call(runCreate, args)).rejects.toMatchObject({ code: 2 })
})
