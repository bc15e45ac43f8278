import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, type Staff, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { addDays } from '../../shared/time/dates.ts'
import { paths as people } from '../people/paths.ts'
import { paths } from './paths.ts'

let site: TestSite
let amina: Staff
let colleague: Staff
let coach: Staff
let personId: string
beforeAll(async () => {
  site = await createTestSite()
  amina = await site.given.staff('social-worker', { name: 'Amina Berger' })
  colleague = await site.given.staff('social-worker')
  coach = await site.given.staff('coach', { institutionId: await site.given.institution('programme-unit') })
  personId = await site.given.person({ by: amina })
  await site.given.mandate(personId, colleague, { purpose: 'colleague' })
  await site.given.mandate(personId, coach, { purpose: 'group' })
})
afterAll(() => site.close())

const page = async (who: Staff) => textOf(await site.as(who).get(people.show({ personId })))

describe('a note', () => {
  test.each([
    ['own', [true, false, false]],
    ['institution', [true, true, false]],
    ['shared', [true, true, true]],
  ] as const)('for %s is read by those it is for', async (audience, readers) => {
    const body = `Words ${audience}`
    const response = await site.as(amina).post(paths.create({ personId }), { body, audience })
    expect(response.status).toBe(303)
    const seen = []
    for (const who of [amina, colleague, coach]) seen.push((await page(who)).includes(body))
    expect(seen).toEqual(readers)
  })
  test('is sealed in the database and on record without its words', async () => {
    const [row] = await site.sql<{ body: Buffer }>('select body from notes limit 1')
    expect(row!.body.includes('Words')).toBe(false)
    expect(await site.sql(`select act, field_classes from audit_entries where object_kind = 'note' limit 1`)).toEqual([
      { act: 'notes.add', field_classes: ['notes'] },
    ])
  })
  test('without words, for nobody known or of tomorrow comes back with what was typed', async () => {
    const wrong: Record<string, string>[] = [
      { body: ' ', audience: 'own' },
      { body: 'Some words', audience: 'everybody' },
      { body: 'Some words', audience: 'own', onDate: addDays(testToday, 1) },
    ]
    for (const form of wrong) {
      const response = await site.as(amina).post(paths.create({ personId }), form)
      expect(response.status).toBe(422)
      if (form.body?.trim()) expect(await response.text()).toContain('Some words')
    }
  })
  test('is not for the office, which is told so, nor for strangers', async () => {
    const office = await site.given.staff('programme-office')
    const coordinator = await site.given.staff('coordinator')
    const programmeId = await site.given.programme({ by: coordinator, office })
    await site.given.enrolment({ personId, programmeId, by: amina })
    const text = await page(office)
    expect(text).toContain(
      'Not part of your role: social aid, the profile, the plan, notes, the follow-up, health and residence',
    )
    expect(text).not.toContain('Words shared')
    expect((await site.as(office).post(paths.create({ personId }), { body: 'x', audience: 'own' })).status).toBe(403)
    const stranger = await site.given.staff('social-worker')
    expect((await site.as(stranger).post(paths.create({ personId }), { body: 'x', audience: 'own' })).status).toBe(404)
    expect((await site.as().post(paths.draft({ personId }), { body: 'x' })).status).toBe(401)
  })
})

describe('a draft', () => {
  test('survives the loss of a session, sealed, for its author alone, until the note is saved', async () => {
    const draft = { body: 'Half a sentence', audience: 'own' }
    expect((await site.as(amina).post(paths.draft({ personId }), draft)).status).toBe(200)
    const again = { ...amina, token: await site.given.session(amina.id) }
    expect(await page(again)).toContain('Half a sentence')
    expect(await page(colleague)).not.toContain('Half a sentence')
    const [row] = await site.sql<{ content: Buffer }>('select content from drafts')
    expect(row!.content.includes('Half')).toBe(false)
    await site.as(again).post(paths.create({ personId }), { body: 'A whole sentence.', audience: 'own' })
    expect(await site.sql('select 1 from drafts')).toEqual([])
  })
})
