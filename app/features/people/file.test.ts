import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, type Staff, type TestSite, textOf } from '../../../test/support/site.ts'
import { paths } from './paths.ts'

let site: TestSite
let amina: Staff
beforeAll(async () => {
  site = await createTestSite()
  amina = await site.given.staff('social-worker')
})
afterAll(() => site.close())

const leila = { firstName: 'Leila', lastName: 'Ferrat', birthDate: '1990-03-09', phone: '079 111 22 33' }

describe('somebody who may be known already', () => {
  let known: string
  beforeAll(async () => {
    known = await site.given.person({ by: amina, firstName: 'Leïla', lastName: 'Férrat', birthDate: '1990-03-09' })
  })
  test('is shown beside what was typed, and nothing is saved or lost', async () => {
    const response = await site.as(amina).post(paths.create(), leila)
    expect(response.status).toBe(409)
    const html = await response.text()
    expect(html).toContain('Leïla Férrat')
    expect(html).toContain('value="079 111 22 33"')
    expect(html).toContain(paths.show({ personId: known }))
    const back = await site.as(amina).post(paths.create(), { ...leila, back: 'yes' })
    expect(await back.text()).toContain('value="Ferrat"')
    expect(await site.sql('select 1 from persons where created_by = $1', [amina.id])).toHaveLength(1)
  })
  test('gets a file when it is another person, and that is on record', async () => {
    const response = await site.as(amina).post(paths.create(), { ...leila, notTheSame: known })
    expect(response.status).toBe(303)
    expect(await site.sql('select decision from duplicate_decisions where other_id = $1', [known])).toEqual([
      { decision: 'not-the-same' },
    ])
  })
  test('is never told to whoever may not see the other file', async () => {
    const marc = await site.given.staff('social-worker')
    expect((await site.as(marc).post(paths.create(), leila)).status).toBe(303)
  })
  test('is not told by a shared phone alone', async () => {
    const response = await site
      .as(amina)
      .post(paths.create(), { firstName: 'Karim', lastName: 'Ferrat', phone: leila.phone })
    expect(response.status).toBe(303)
  })
})

describe('social aid, health and residence', () => {
  let personId: string
  let coach: Staff
  beforeAll(async () => {
    personId = await site.given.person({ by: amina, firstName: 'Tesfay', lastName: 'Haile' })
    coach = await site.given.staff('coach')
    await site.given.mandate(personId, coach, { purpose: 'group' })
  })
  test('are written by the social worker and read on the page', async () => {
    const aid = { reference: 'RV-77', firstAidOn: '2024-02-01', yearsOutOfWork: '3-5', vocationalTraining: 'none' }
    expect((await site.as(amina).post(paths.socialAid({ personId }), aid)).status).toBe(303)
    expect((await site.as(amina).post(paths.socialAid({ personId }), { firstAidOn: '2190-01-01' })).status).toBe(422)
    const text = await textOf(await site.as(amina).get(paths.show({ personId })))
    for (const words of ['RV-77', '01/02/2024', '3 to 5 years']) expect(text).toContain(words)
  })
  test('are sealed where they are most sensitive, and each reading is on record', async () => {
    const declared = { health: 'back pain', permit: 'B', validUntil: '2027-05-31' }
    expect((await site.as(amina).post(paths.sensitive({ personId }), declared)).status).toBe(303)
    const html = await (await site.as(amina).get(paths.sensitive({ personId }))).text()
    for (const words of ['back pain', 'value="B"', 'value="2027-05-31"']) expect(html).toContain(words)
    const [row] = await site.sql<{ declared: Buffer }>('select declared from person_health where person_id = $1', [
      personId,
    ])
    expect(row!.declared.includes('pain')).toBe(false)
    expect(
      await site.sql(
        `select act, field_classes from audit_entries where person_id = $1 and act like '%ensitive' order by at`,
        [personId],
      ),
    ).toEqual([
      { act: 'people.editSensitive', field_classes: ['health', 'residence'] },
      { act: 'people.readSensitive', field_classes: ['health', 'residence'] },
    ])
  })
  test('are not for a coach, who is told so', async () => {
    for (const url of [paths.socialAid({ personId }), paths.sensitive({ personId })]) {
      expect((await site.as(coach).get(url)).status).toBe(403)
      expect((await site.as(coach).post(url)).status).toBe(403)
      expect((await site.as(await site.given.staff('social-worker')).get(url)).status).toBe(404)
      expect((await site.as().get(url)).status).toBe(303)
    }
    const text = await textOf(await site.as(coach).get(paths.show({ personId })))
    expect(text).toContain('Not part of your role: social aid, health and residence.')
    expect(text).not.toContain('RV-77')
  })
})
