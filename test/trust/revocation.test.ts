import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../app/shared/db/database.ts'
import { createTestSite, type TestSite } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

test('once a mandate is revoked, no transaction that begins afterwards sees the file, under 50 readers', async () => {
  const amina = await site.given.staff('social-worker')
  const marc = await site.given.staff('social-worker', { institutionId: amina.institutionId })
  const personId = await site.given.person({ by: amina })
  const mandateId = await site.asActor(
    amina,
    async (tx) =>
      (await sql<{ id: string }>`select app.give_mandate(${personId}, ${marc.id}, null, 'holiday') as id`.execute(tx))
        .rows[0]!.id,
  )

  let revoked = false
  let before = 0
  const late: string[] = []
  const reader = async () => {
    for (let i = 0; i < 12; i++) {
      const begunAfter = revoked
      const rows = await site.asActor(marc, (tx) =>
        tx.selectFrom('persons').select('id').where('id', '=', personId).execute(),
      )
      if (begunAfter && rows.length > 0) late.push(`reading ${i}`)
      if (!begunAfter) before += rows.length
    }
  }
  const readers = Array.from({ length: 50 }, reader)
  await site.asActor(amina, (tx) => sql`select app.end_mandate(${mandateId})`.execute(tx))
  revoked = true
  await Promise.all(readers)
  expect(late).toEqual([])
  expect(before).toBeGreaterThan(0)
  expect((await site.as(marc).get(`/people/${personId}`)).status).toBe(404)
})

test('an account that is ended and a session that is ended stop in mid-session', async () => {
  const amina = await site.given.staff('social-worker')
  const personId = await site.given.person({ by: amina })
  expect((await site.as(amina).get(`/people/${personId}`)).status).toBe(200)
  await site.sql('update staff_sessions set ended_at = now() where user_id = $1', [amina.id])
  expect((await site.as(amina).get(`/people/${personId}`)).status).toBe(303)
  const again = { token: await site.given.session(amina.id) }
  expect((await site.as(again).get(`/people/${personId}`)).status).toBe(200)
  const admin = await site.given.staff('administrator')
  await site.asActor(admin, (tx) => sql`select app.end_account(${amina.id}, null)`.execute(tx))
  expect((await site.as(again).get(`/people/${personId}`)).status).toBe(303)
})
