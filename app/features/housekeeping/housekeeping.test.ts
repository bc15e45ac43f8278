import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSite, type TestSite } from '../../../test/support/site.ts'
import { makeTokens, runJob } from '../../shared/http/jobs.ts'
import { housekeeping } from './index.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

const [sweep] = housekeeping.jobs!

test('the sweep removes sessions long over, leaves the others, and is on record as a job', async () => {
  const amina = await site.given.staff('social-worker')
  const marc = await site.given.staff('social-worker')
  await site.sql(`update staff_sessions set expires_at = now() - interval '31 days' where user_id = $1`, [marc.id])
  const tokens = await makeTokens([sweep!], site.connection)
  await runJob(sweep!, tokens.get('sweep')!, site.services)
  expect(await site.sql('select user_id from staff_sessions')).toEqual([{ user_id: amina.id }])
  expect(await site.sql('select actor_kind, act from audit_entries')).toEqual([
    { actor_kind: 'job', act: 'housekeeping.sweep' },
  ])
})

test('a job sees no person, and staff can’t sweep', async () => {
  const amina = await site.given.staff('social-worker')
  await site.given.person({ by: amina })
  const tokens = await makeTokens([sweep!], site.connection)
  const seen = await site.asActor({ kind: 'job', token: tokens.get('sweep')! }, (tx) =>
    tx.selectFrom('persons').select('id').execute(),
  )
  expect(seen).toEqual([])
  await expect(runJob(sweep!, amina.token, site.services)).rejects.toThrow('not recognised')
})
