// One timeline of what everybody recorded, each thing under its own rule.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordElsewhere } from '../../../test/support/moveup-record.ts'
import { givenMoveup, type MoveupWorld } from '../../../test/support/moveup-world.ts'
import { createTestSite, type Staff, type TestSite, textOf } from '../../../test/support/site.ts'
import { paths } from './paths.ts'

let site: TestSite
let world: MoveupWorld
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
  await recordElsewhere(site, world)
})
afterAll(() => site.close())

const page = async (who: Staff) => textOf(await site.as(who).get(paths.show({ enrolmentId: world.enrolmentId })))

const recorded = [
  'Final report sent, version 1',
  'Evaluation',
  'Signal settled: Housing',
  'Signal: Housing',
  'Levels: French',
  'done',
]

test('what trainers and others recorded stands on the timeline, the newest first', async () => {
  for (const who of [world.training, world.trainer, world.coTrainer]) {
    const whole = await page(who)
    const text = whole.slice(whole.indexOf('The follow-up so far'))
    const places = recorded.map((one) => text.indexOf(one))
    expect(places, `${who.name}: ${text}`).not.toContain(-1)
    expect(places, who.name).toEqual(places.toSorted((a, b) => a - b))
  }
})

test('an aim that the social service noted is not told outside before the person agrees', async () => {
  expect(await page(world.training)).toContain('Travailler en cuisine')
  expect(await page(world.coTrainer)).not.toContain('Travailler en cuisine')
  await site.sql('update aims set shared_on = $1', ['2026-11-20'])
  expect(await page(world.coTrainer)).toContain('Travailler en cuisine')
})

test('nothing of it is shown to whoever does not accompany the person', async () => {
  const stranger = await site.given.staff('social-worker')
  expect((await site.as(stranger).get(paths.show({ enrolmentId: world.enrolmentId }))).status).toBe(404)
})
