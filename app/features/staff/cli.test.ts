import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPasswords } from '../../../test/support/cluster.ts'
import { createTestSite, type TestSite } from '../../../test/support/site.ts'
import type { Io } from '../../cli.ts'
import type { Site } from '../../site.ts'
import { run } from './cli.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

/** The command's answer, on the test site's database. */
async function answer(args: string[] = []) {
  const answers: unknown[] = []
  const io: Pick<Io, 'answer' | 'withDatabase'> = {
    answer: (value) => void answers.push(value),
    withDatabase: (work) =>
      work({
        roles: { backup: { ...site.connection, user: 'backup', password: testPasswords.backup } },
      } as unknown as Site),
  }
  const code = await run(args, io as Io)
  return { code, answer: answers[0] }
}

test('every institution with its running accounts by role', async () => {
  const home = await site.given.home()
  await site.given.staff('coach')
  await site.given.staff('coach')
  await site.given.leaving(await site.given.staff('trainee'))
  const pont = await site.given.institution('association', 'Association Pont')
  expect(await answer()).toEqual({
    code: 0,
    answer: [
      { id: pont, name: 'Association Pont', kind: 'association', languages: ['fr', 'de'], region: 'CH-BE', staff: {} },
      {
        id: home,
        name: 'Service social',
        kind: 'social-service',
        languages: ['fr', 'de'],
        region: 'CH-BE',
        staff: { coach: 2 },
      },
    ],
  })
})

test('words it does not know are wrong usage', async () => {
  await expect(answer(['--all'])).rejects.toMatchObject({ code: 2 })
})
