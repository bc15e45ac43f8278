// A programme that has no profile, no hand-over and no questionnaires: nothing of these is offered, and nothing is missing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenMoveup, type MoveupWorld } from '../../../test/support/moveup-world.ts'
import { createTestSite, type TestSite } from '../../../test/support/site.ts'
import { paths as groups } from '../groups/paths.ts'
import { paths as people } from '../people/paths.ts'
import { me, paths as profiles } from '../profiles/paths.ts'
import { paths as referrals } from '../referrals/paths.ts'
import { paths as space } from '../space/paths.ts'
import { paths as today } from '../today/paths.ts'
import { paths } from './paths.ts'

let site: TestSite
let world: MoveupWorld
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
  const elsewhere = await site.given.staff('coordinator', { name: 'Otto Other' })
  await site.given.programme({ by: elsewhere })
})
afterAll(() => site.close())

const html = async (response: Response | Promise<Response>) => {
  const answer = await response
  expect(answer.status).toBe(200)
  return answer.text()
}

test('its referral comes first in its own house, in its languages, without questions from paper', async () => {
  const personId = await site.given.person({ by: world.global, firstName: 'Emna' })
  const page = await html(site.as(world.global).get(referrals.refer({ personId })))
  expect(page).toContain(`name="programmeId" value="${world.programmeId}"`)
  const offered = [...page.matchAll(/name="language"[^>]*value="(\w+)"|value="(\w+)"[^>]*name="language"/g)]
  expect(offered.map(([, a, b]) => a ?? b)).toEqual(['fr', 'nl'])
  expect(page).not.toContain('name="answer.')
})

test('nobody notes answers where nothing is asked', async () => {
  const { enrolmentId } = world
  for (const [who, moment] of [
    [world.global, 'before'],
    [world.trainer, 'after'],
  ] as const) {
    expect(await html(site.as(who).get(referrals.enrolment({ enrolmentId })))).not.toContain('answers-')
    expect((await site.as(who).get(referrals.answers({ enrolmentId, moment }))).status).toBe(403)
  }
})

test('a trainer’s group has no tab of profiles, and the page is not there', async () => {
  const { groupId } = world
  const path = profiles.group({ groupId })
  expect(await html(site.as(world.trainer).get(groups.show({ groupId })))).not.toContain(path)
  expect((await site.as(world.trainer).get(path)).status).toBe(404)
})

test('the person’s own space has no tile of a profile, and keeps the others', async () => {
  const card = await site.given.card({ personId: world.personId, by: world.trainer, level: 'pin' })
  const page = await html(site.as(card).get(space.home()))
  expect(page).not.toContain('tile-profile')
  expect(page).not.toContain('tile-perspectives')
  expect(page).toContain('tile-plan')
  expect((await site.as(card).get(me.start())).status).toBe(404)
  expect(await html(site.as(card).get(referrals.ownSheet()))).toContain('Ce sont des ateliers en groupe')
})

test('figures count no hand-over', async () => {
  const { programmeId } = world
  for (const path of [today.figures({ programmeId }), today.today()]) {
    const page = await html(site.as(world.coordinator).get(path))
    expect(page).toContain(today.figure({ programmeId, figure: 'registered' }))
    expect(page).not.toContain(today.figure({ programmeId, figure: 'handedOver' }))
  }
})

test('every page of a person who completed it answers, and asks for no profile', async () => {
  const { personId, enrolmentId } = await world.enrol('Farid', 'completed')
  for (const [who, path] of [
    [world.global, people.show({ personId })],
    [world.global, referrals.enrolment({ enrolmentId })],
    [world.global, referrals.mine()],
    [world.coordinator, referrals.waitingList({ programmeId: world.programmeId })],
    [world.coordinator, paths.show({ programmeId: world.programmeId })],
    [world.coordinator, paths.edit({ programmeId: world.programmeId, section: 'numbers' })],
  ] as const)
    expect(await html(site.as(who).get(path))).not.toContain('out of the profile')
})

test('a coach whom another institution lends joins the programme, then leads its groups, and no one else’s', async () => {
  const { programmeId } = world
  const lent = await site.given.staff('coach', { institutionId: world.association, name: 'Lia Lent' })
  const asOffered = async () => html(site.as(world.coordinator).get(groups.create({ programmeId })))
  expect(await asOffered()).not.toContain('Lia Lent')
  expect(await html(site.as(world.coordinator).get(paths.show({ programmeId })))).toContain(
    'Lia Lent, Coach (Association)',
  )
  const joined = await site.as(world.coordinator).post(paths.addStaff({ programmeId }), { userId: lent.id })
  expect(joined.status).toBe(303)
  expect(await asOffered()).toContain('Lia Lent')
  const groupId = await site.given.group({ programmeId, by: world.coordinator, coaches: [world.trainer] })
  const led = await site.as(world.coordinator).post(groups.coaches({ groupId }), { user: lent.id, part: 'co-coach' })
  expect(led.status).toBe(303)
  expect((await site.as(lent).get(groups.show({ groupId }))).status).toBe(200)
  expect((await site.as(lent).get(groups.show({ groupId: world.groupId }))).status).toBe(404)
  expect((await site.as(lent).get(people.show({ personId: world.personId }))).status).toBe(404)
})
