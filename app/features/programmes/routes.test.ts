import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, newId, type Staff, type TestSite, textOf } from '../../../test/support/site.ts'
import { sectionValues } from './form.ts'
import { paths } from './paths.ts'
import { findProgramme } from './store.ts'

let site: TestSite
let ines: Staff
let programmeId: string
beforeAll(async () => {
  site = await createTestSite()
  ines = await site.given.staff('coordinator')
  programmeId = await site.given.programme({ by: ines })
})
afterAll(() => site.close())

const settingsOf = async (id: string) => (await site.asActor(ines, (tx) => findProgramme(tx, id)))!.settings

describe('a new programme', () => {
  test('is made from a blueprint, and its founder coordinates it', async () => {
    const response = await site.as(ines).post(paths.create(), { blueprint: 'focustravail', startsOn: '2027-01-04' })
    expect(response.status).toBe(303)
    const page = await textOf(await site.as(ines).get(response.headers.get('location')!))
    expect(page).toContain('FocusTravail')
    expect(page).toContain('CHF')
  })
  test('is not made of an unknown blueprint or by a social worker', async () => {
    expect((await site.as(ines).post(paths.create(), { blueprint: 'nothing' })).status).toBe(422)
    const amina = await site.given.staff('social-worker')
    expect((await site.as(amina).post(paths.create(), { blueprint: 'focustravail' })).status).toBe(403)
    expect((await site.as().post(paths.create(), { blueprint: 'focustravail' })).status).toBe(401)
  })
})

describe('the settings of a programme', () => {
  test('are changed by its coordinator, section by section', async () => {
    const values = sectionValues('sites', await settingsOf(programmeId))
    const response = await site.as(ines).post(paths.edit({ programmeId, section: 'sites' }), {
      ...values,
      'sites.0.name': 'Centre Rivemont',
      'sites.0.address': 'Quai 3',
    })
    expect(response.status).toBe(303)
    expect((await settingsOf(programmeId)).sites).toEqual([
      { key: 'site-1', name: 'Centre Rivemont', address: 'Quai 3' },
    ])
  })
  test('come back with the error beside the field', async () => {
    const values = { ...sectionValues('numbers', await settingsOf(programmeId)), 'group.max': '2' }
    const response = await site.as(ines).post(paths.edit({ programmeId, section: 'numbers' }), values)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('f-group_max-error')
  })
  test('a stage in which somebody is can’t be removed', async () => {
    const amina = await site.given.staff('social-worker')
    const personId = await site.given.person({ by: amina })
    await site.given.enrolment({ personId, programmeId, by: amina, stage: 'informed' })
    const values = sectionValues('stages', await settingsOf(programmeId))
    for (const lang of ['fr', 'de', 'en', 'nl']) values[`stages.2.label.${lang}`] = ''
    expect((await site.as(ines).post(paths.edit({ programmeId, section: 'stages' }), values)).status).toBe(409)
  })
  test('another coordinator reads it and may not change it; unknown ones are not found', async () => {
    const other = await site.given.staff('coordinator')
    expect((await site.as(other).get(paths.show({ programmeId }))).status).toBe(200)
    expect((await site.as(other).get(paths.edit({ programmeId, section: 'basics' }))).status).toBe(403)
    expect((await site.as(other).post(paths.edit({ programmeId, section: 'basics' }))).status).toBe(403)
    expect((await site.as(ines).get(paths.edit({ programmeId, section: 'unknown' }))).status).toBe(404)
    expect((await site.as(ines).get(paths.show({ programmeId: newId() }))).status).toBe(404)
  })
  test('the budget is shown to those who work in it', async () => {
    const amina = await site.given.staff('social-worker')
    expect(await textOf(await site.as(amina).get(paths.show({ programmeId })))).not.toContain('CHF')
  })
  test('half-days are added, moved and removed', async () => {
    const theme = { 'title.fr': 'Atelier', 'title.de': 'Werkstatt', 'aim.fr': 'But', 'material.fr': 'Rien' }
    await site.as(ines).post(paths.theme({ programmeId, theme: 'new' }), theme)
    const added = (await settingsOf(programmeId)).calendar!.themes.at(-1)!.key
    await site.as(ines).post(paths.moveTheme({ programmeId, theme: added }), { to: 'earlier' })
    expect((await settingsOf(programmeId)).calendar!.themes.at(-2)!.key).toBe(added)
    expect((await site.as(ines).get(paths.theme({ programmeId, theme: added }))).status).toBe(200)
    await site.as(ines).post(paths.removeTheme({ programmeId, theme: added }))
    expect((await settingsOf(programmeId)).calendar!.count).toBe(12)
  })
})

describe('the staff of a programme', () => {
  test('office staff join, leave and come back; then they see the programme as theirs', async () => {
    const marc = await site.given.staff('programme-office')
    const mine = () => site.asActor(marc, async (tx) => (await findProgramme(tx, programmeId))!.isMine)
    expect((await site.as(ines).post(paths.addStaff({ programmeId }), { userId: marc.id })).status).toBe(303)
    expect(await mine()).toBe(true)
    expect((await site.as(ines).post(paths.endStaff({ programmeId, userId: marc.id }))).status).toBe(303)
    expect(await mine()).toBe(false)
    await site.as(ines).post(paths.addStaff({ programmeId }), { userId: marc.id })
    expect(await mine()).toBe(true)
  })
  test('a coach can’t be added, and the last coordinator stays', async () => {
    const coach = await site.given.staff('coach')
    expect((await site.as(ines).post(paths.addStaff({ programmeId }), { userId: coach.id })).status).toBe(422)
    expect((await site.as(ines).post(paths.endStaff({ programmeId, userId: ines.id }))).status).toBe(409)
  })
})
