// Every route the site has, called as nobody, as a stranger and as those it is for. A new route is in here by itself.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRoutes } from '../../app/app.ts'
import { type ActorName, staffRoles } from '../../app/shared/http/actor.ts'
import type { Route } from '../../app/shared/http/doors.tsx'
import { createTestSite, newId, type Signed, type TestSite } from '../support/site.ts'
import { type FullFile, givenFullFile } from '../support/world.ts'

const mark = 'Zq7canary'
let site: TestSite
let file: FullFile
let handOverId: string
beforeAll(async () => {
  site = await createTestSite()
  file = await givenFullFile(site, mark)
  await file.handIn(file.selfSheet)
  await file.handIn(file.coachSheet)
  handOverId = await file.handOver({ passOn: true })
})
afterAll(() => site.close())

/** Routes with a door for somebody: everything but the public ones. */
const guarded = allRoutes.filter((route) => route.door === 'page' || route.door === 'act')
/** Without the acts that end the caller's own session: whoever is called next would be nobody. */
const lasting = guarded.filter((route) => !/sign-out|leave|leaving|kiosk|tablet/.test(route.path))

/** The address of a route for one file: its own ids where the world has them, unknown ones else. */
function urlOf(route: Route, unknown = false): string {
  const ids: Record<string, string> = {
    personId: file.personId,
    programmeId: file.programmeId,
    enrolmentId: file.enrolmentId,
    groupId: file.groupId,
    memberId: file.memberId,
    sessionId: file.sessionId,
    profileId: file.profileId,
    importId: file.importId,
    versionId: file.versionId,
    compositionId: file.compositionId,
    offerId: file.offerId,
    pairId: file.pairId,
    runId: file.runId,
    planId: file.planId,
    confirmationId: file.confirmationId,
    studyId: file.studyId,
    partnerReferralId: file.partnerReferralId,
    signalId: file.signalId,
    number: '1',
    handOverId,
  }
  return route.path.replace(/:(\w+)/g, (_, name: string) => (unknown ? newId() : (ids[name] ?? newId())))
}

const call = (who: Signed | undefined, route: Route, url = urlOf(route)) =>
  route.method === 'GET' ? site.as(who).get(url) : site.as(who).post(url)

describe('the list of routes', () => {
  test('has each address once, and each guarded route declares who it is for', () => {
    const names = allRoutes.map((route) => `${route.method} ${route.path}`)
    expect(new Set(names).size).toBe(names.length)
    for (const route of guarded) {
      expect(route.policy.name, route.path).toMatch(/^[a-zA-Z-]+\.[a-zA-Z-.]+$/)
      expect(route.policy.actors.length, route.path).toBeGreaterThan(0)
      expect(route.policy.actors, route.path).not.toContain('nobody')
    }
  })
})

describe('nobody signed in', () => {
  test.each(guarded.map((route) => ({ name: `${route.method} ${route.path}`, route })))('$name', async ({ route }) => {
    for (const url of [urlOf(route), urlOf(route, true)]) {
      const response = await call(undefined, route, url)
      expect(response.status).toBe(route.method === 'GET' ? 303 : 401)
      if (route.method === 'GET') expect(response.headers.get('location')).toMatch(/^\/(sign-in|card)/)
      else expect(await response.text()).not.toContain(mark)
    }
  })
})

describe('strangers of every role', () => {
  test('get nothing of the file from any route that names a thing, and never an error', async () => {
    const strangers = new Map<ActorName, Signed>()
    for (const role of staffRoles) strangers.set(role, await site.given.staff(role))
    const other = await givenFullFile(site, 'other')
    strangers.set('card', other.card)
    const leaks: string[] = []
    for (const route of lasting) {
      for (const [name, who] of strangers) {
        const response = await call(who, route)
        const text = response.status === 303 ? (response.headers.get('location') ?? '') : await response.text()
        const cell = `${route.method} ${route.path} as ${name}: ${response.status}`
        if (response.status >= 500) leaks.push(`${cell} (error)`)
        if (text.includes(mark)) leaks.push(`${cell} (shows the file)`)
        // A thing that is about a person or a group is not found; a programme is known to all staff.
        const personal = /:(?!programmeId)\w+Id/.test(route.path)
        if (
          personal &&
          ![404, 403].includes(response.status) &&
          !isOnTheWayToPin(response) &&
          !isNobodyThere(name, route)
        )
          leaks.push(`${cell} (answered)`)
        if (personal && route.path.includes(':personId') && response.status !== 404 && !isOnTheWayToPin(response))
          leaks.push(`${cell} (tells that it exists)`)
      }
    }
    expect(leaks).toEqual([])
    expect(site.logged.filter((line) => line.startsWith('error'))).toEqual([])
  })
})

/** Pages of parts that this world’s blueprint does not have: not found here, with tests of their own. */
const ofOtherParts =
  /^\/(enrolments\/:enrolmentId|programmes\/:programmeId)\/(modules|follow-up|aims|evaluations|entrance-tests|final-reports?|statuses|funding|indicators|participant-register|orientation|candidates|criteria|professionals)|^\/groups\/:groupId\/content-level$/

const isOnTheWayToPin = (response: Response) =>
  response.status === 303 && response.headers.get('location')?.startsWith('/card/pin') === true

/** A professional's session does not count on participants' pages, nor a card or session on a personal link's: answered as nobody. */
const isNobodyThere = (name: ActorName, route: Route) =>
  route.path.startsWith('/link/') || (name !== 'card' && /^\/(me|card)(\/|$)/.test(route.path))

describe('people with a relation to the file', () => {
  test('of a role that a route does not declare are refused, never answered', async () => {
    const { staff, card } = file
    const actors: [ActorName, Signed][] = [
      ['social-worker', staff.referrer],
      ['coordinator', staff.coordinator],
      ['programme-office', staff.office],
      ['coach', staff.coach],
      ['trainee', staff.trainee],
      ['measures-officer', staff.officer],
      ['card', card],
    ]
    const wrong: string[] = []
    for (const route of lasting.filter((one) => one.method === 'GET')) {
      for (const [name, who] of actors) {
        const response = await call(who, route)
        const declared = (route.policy.actors as readonly ActorName[]).includes(name)
        const cell = `${route.path} as ${name}: ${response.status}`
        if (!declared && ![403, 404].includes(response.status) && !isNobodyThere(name, route))
          wrong.push(`${cell} though not declared`)
        if (declared && response.status >= 500) wrong.push(cell)
      }
    }
    expect(wrong).toEqual([])
  })

  test('of a role that a page declares are answered, unless the page says which state it needs', async () => {
    const { staff, card } = file
    const actors = new Map<ActorName, Signed>([
      ['social-worker', staff.referrer],
      ['coordinator', staff.coordinator],
      ['programme-office', staff.office],
      ['coach', staff.coach],
      ['trainee', staff.trainee],
      ['measures-officer', staff.officer],
      ['administrator', await site.given.staff('administrator')],
      ['card', card],
    ])
    const unanswered: string[] = []
    // Pages of things this world has none of: their address is a made-up id, so they are not found.
    const known =
      /^[^:]*(:(personId|programmeId|enrolmentId|groupId|memberId|sessionId|profileId|versionId|handOverId|compositionId|offerId|pairId|runId|planId|confirmationId|studyId|partnerReferralId|number)[^:]*)*$/
    for (const route of guarded.filter(
      (one) => one.method === 'GET' && known.test(one.path) && !ofOtherParts.test(one.path),
    )) {
      for (const name of route.policy.actors as readonly ActorName[]) {
        const who = actors.get(name)
        if (!who) continue
        const response = await call(who, route)
        if (response.status !== 200 && response.status !== 303)
          unanswered.push(`${route.path} as ${name}: ${response.status}`)
      }
    }
    expect(unanswered).toEqual(stateNeeded)
  })
})

/** Declared, but not in the state of this world: each with the reason. */
const stateNeeded: string[] = [
  // A file is opened to colleagues of the institution that holds it; these two work elsewhere.
  '/people/:personId/mandates/new as coordinator: 403',
  '/people/:personId/mandates/new as programme-office: 403',
  // The direction is decided after the talk.
  '/hand-overs/:handOverId/direction as social-worker: 409',
  // Who has a group already is no candidate any more.
  '/compositions/:compositionId/missing/:enrolmentId as coordinator: 404',
  // A unit is named in the query; the design follows when the seed is revealed.
  '/studies/:studyId/units/new as coordinator: 409',
  '/studies/:studyId/record/design.json as coordinator: 409',
]
