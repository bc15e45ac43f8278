import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, type TestSite } from '../../../test/support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

describe('who the database recognises', () => {
  test('a social worker sees their own file and not a colleague’s', async () => {
    const amina = await site.given.staff('social-worker')
    const marc = await site.given.staff('social-worker')
    const person = await site.given.person({ by: amina })
    const see = (who?: { token: string }) => site.asActor(who, (tx) => tx.selectFrom('persons').select('id').execute())
    expect(await see(amina)).toEqual([{ id: person }])
    expect(await see(marc)).toEqual([])
    expect(await see(undefined)).toEqual([])
  })

  test('a forged context sees nothing', async () => {
    const amina = await site.given.staff('social-worker')
    await site.given.person({ by: amina })
    const client = await site.db.pool.connect()
    try {
      await client.query('begin')
      await client.query(
        `select set_config('passerelle.context', $1, true), set_config('passerelle.signature', 'forged', true)`,
        [`staff|${amina.id}|${amina.institutionId}|social-worker|||`],
      )
      expect((await client.query('select * from persons')).rowCount).toBe(0)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})
