// Every page of groups, sessions and registers, full of long names and German words: nothing is cut off or out of reach.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths as attendance } from '../../app/features/attendance/paths.ts'
import { paths as groups } from '../../app/features/groups/paths.ts'
import { paths as sessions } from '../../app/features/sessions/paths.ts'
import { addDays } from '../../app/shared/time/dates.ts'
import { axe, openBrowser, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { givenGroup } from '../support/group-world.ts'
import { createTestSite, newId, type TestSite, testToday } from '../support/site.ts'

let site: TestSite
let browser: TestBrowser
beforeAll(async () => {
  site = await createTestSite()
  browser = await openBrowser(site)
})
afterAll(async () => {
  await browser?.close()
  await site.close()
})

const people = [
  ['Maximiliane', 'von Hohenstein-Rappolzried'],
  ['Nguyễn Thị', 'Thanh Hương'],
  ['Abdul-Rahman', 'El Khoury'],
  ['李', null],
  ['Şirin', 'Łukasz-Őry'],
] as const

/** A group in the middle of its weeks: a session cancelled, one moved, marks of every kind, people waiting. */
async function givenBusyGroup(language: string) {
  const world = await givenGroup(site, { people: people.length, sessions: 8, capacity: 6 })
  const { coordinator, coach, groupId, members, sessionIds } = world
  await site.sql('update users set language = $1 where id = any($2)', [language, [coordinator.id, coach.id]])
  await site.sql(
    `update groups set name = 'Kastanienbaumstrasse 14', room = 'Mehrzweckraum im Untergeschoss' where id = $1`,
    [groupId],
  )
  for (const [i, [first, last]] of people.entries())
    await site.sql('update persons set first_name = $2, last_name = $3 where id = $1', [
      members[i]!.personId,
      first,
      last,
    ])
  const kinds = ['present', 'late', 'left-early', 'excused', 'absent']
  for (const [s, sessionId] of sessionIds.entries())
    for (const [p, { personId }] of members.entries())
      if (s < 6 || p < 3)
        await site.sql(
          `insert into attendance_marks (key, session_id, person_id, status, marked_by) values ($1, $2, $3, $4, $5)`,
          [newId(), sessionId, personId, kinds[(s * p) % 5], coach.id],
        )
  await site.sql('update sessions set closed_at = now(), closed_by = $2 where id = any($1)', [
    sessionIds.slice(0, 5),
    coach.id,
  ])
  const soon = await site.given.sessionOf({ groupId, number: 9, onDate: addDays(testToday, 2) })
  const moved = await site.given.sessionOf({ groupId, number: 10, onDate: addDays(testToday, 9), halfDay: 'pm' })
  await site.sql(`update sessions set cancelled_on = $2, cancel_reason = 'too-few' where id = $1`, [soon, testToday])
  await site.sql('update sessions set moved_from = $2 where id = $1', [moved, addDays(testToday, 7)])
  for (const name of ['Wanda-Elisabeth', 'Óscar', 'Mehmet']) await world.waiting(name)
  return { ...world, today: sessionIds.at(-1)!, moved }
}

test.each([
  { language: 'de', dark: true },
  { language: 'fr', dark: false },
])('in $language, dark $dark', { timeout: 240_000 }, async ({ language, dark }) => {
  const { coordinator, coach, groupId, programmeId, members, today, moved } = await givenBusyGroup(language)
  const lead = await browser.newPage({ language, as: coordinator, dark })
  const own = await browser.newPage({ language, as: coach, dark })
  const { memberId } = members[0]!
  for (const [name, page, path] of [
    ['list', lead, groups.list()],
    ['new', lead, groups.create({ programmeId })],
    ['show', lead, groups.show({ groupId })],
    ['edit', lead, groups.edit({ groupId })],
    ['calendar', lead, groups.calendar({ groupId })],
    ['overview', lead, groups.attendance({ groupId })],
    ['join', lead, groups.join({ groupId })],
    ['leave', lead, groups.leave({ groupId, memberId })],
    ['completion', lead, groups.completion({ groupId })],
    ['add-session', lead, groups.addSession({ groupId })],
    ['session', lead, sessions.show({ sessionId: moved })],
    ['session-edit', lead, sessions.edit({ sessionId: moved })],
    ['expected', lead, sessions.expected({ sessionId: moved })],
    ['moving', lead, sessions.moving({ sessionId: moved })],
    ['cancellation', lead, sessions.cancellation({ sessionId: moved })],
    ['sheet', own, sessions.signInSheet({ sessionId: today })],
    ['register', own, attendance.register({ sessionId: today })],
    ['own-show', own, groups.show({ groupId })],
  ] as const) {
    const answer = await page.goto(path)
    expect(answer?.status(), name).toBe(200)
    await browser.screenshot(page, `groups-${language}-${name}`)
    expect.soft(await axe(page), name).toEqual([])
    await page.setViewportSize({ width: 320, height: 800 })
    expect.soft(await scrollsSideways(page), name).toBe(false)
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/groups-${language}-${name}-320.png`, fullPage: true })
    await page.setViewportSize({ width: 1280, height: 900 })
  }
  for (const page of [lead, own]) await page.context().close()
})
