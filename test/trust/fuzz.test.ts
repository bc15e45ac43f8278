// Every form of the site, sent nonsense: wrong types, huge, unicode, duplicate keys, __proto__, fields nobody declared.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allRoutes } from '../../app/app.ts'
import type { ActorName } from '../../app/shared/http/actor.ts'
import { createTestSite, newId, type Signed, type TestSite } from '../support/site.ts'
import { type FullFile, givenFullFile } from '../support/world.ts'

let site: TestSite
let file: FullFile
let handOverId: string
beforeAll(async () => {
  site = await createTestSite()
  file = await givenFullFile(site, 'fuzz')
  handOverId = await file.handOver({ passOn: true })
})
afterAll(() => site.close())

const perRoute = 20

const nasty = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '𝕏'.repeat(300),
  'x'.repeat(40_000),
  '-1',
  '1e309',
  '0x10',
  'NaN',
  '9'.repeat(400),
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '2026-13-01',
  '31.12.2026',
  '25:61',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  "'; drop table persons; --",
  '{{7*7}}',
  '%00',
  '\ud800',
  '\u202e',
  '__proto__',
  'constructor',
  '[object Object]',
  'true',
  'null',
  '=cmd()',
  '00000000-0000-0000-0000-000000000000',
  'not-a-uuid',
  'fr',
  'de',
  'xx',
  '1',
  '0',
  '999999999999',
]
const value = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.integer().map(String),
  fc.uuid(),
)

/** Names of fields as the site's own forms have them: nonsense in known fields goes deeper than unknown fields. */
const names = [
  'firstName',
  'lastName',
  'birthDate',
  'gender',
  'language',
  'phone',
  'email',
  'name',
  'title',
  'programmeId',
  'reason',
  'expectation',
  'explained',
  'stage',
  'kind',
  'onDate',
  'date',
  'status',
  'key',
  'personId',
  'personIds',
  'enrolmentId',
  'note',
  'body',
  'audience',
  'competence',
  'competences',
  'value',
  'line',
  'part',
  'direction',
  'takenUpBy',
  'byDate',
  'what',
  'who',
  'dueOn',
  'measure',
  'startsOn',
  'halfDays',
  'coachIds',
  'capacity',
  'room',
  'site',
  'pin',
  'code',
  'password',
  'role',
  'institutionId',
  'until',
  'colleagueId',
  '__proto__',
  'constructor',
  'toString',
  'institution_id',
  'created_by',
  'id',
]

test(`no route answers nonsense with an error, ${perRoute} times each`, async () => {
  const { staff, card } = file
  const actors: Partial<Record<ActorName, Signed>> = {
    'social-worker': staff.referrer,
    coordinator: staff.coordinator,
    'programme-office': staff.office,
    coach: staff.coach,
    trainee: staff.trainee,
    'measures-officer': staff.officer,
    administrator: await site.given.staff('administrator'),
    card,
  }
  const ids: Record<string, string> = {
    personId: file.personId,
    programmeId: file.programmeId,
    enrolmentId: file.enrolmentId,
    groupId: file.groupId,
    memberId: file.memberId,
    sessionId: file.sessionId,
    profileId: file.profileId,
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
  const bad: string[] = []
  for (const route of allRoutes.filter(
    (one) => one.method === 'POST' && !/sign-out|leave|leaving|kiosk/.test(one.path),
  )) {
    const allowed = route.policy.actors.find((name) => actors[name])
    const who = allowed ? actors[allowed] : undefined
    const fields = fc.sample(fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 12 }), {
      numRuns: perRoute,
      seed: 20261122,
    })
    for (const [i, pairs] of fields.entries()) {
      const url = route.path.replace(/:(\w+)/g, (_, name: string) =>
        i % 5 === 4 ? encodeURIComponent(nasty[i % nasty.length] || 'x') : (ids[name] ?? newId()),
      )
      const body = new URLSearchParams()
      for (const [name, text] of pairs) body.append(name, text.toWellFormed())
      const response = await site.app.request(url, {
        method: 'POST',
        headers: {
          origin: 'http://site.test',
          ...(who ? { cookie: `${who.kind ?? 'staff'}=${who.token}` } : {}),
          ...(i % 7 === 6 ? { 'content-type': 'application/json' } : {}),
        },
        body: i % 7 === 6 ? JSON.stringify(Object.fromEntries(pairs)) : body,
      })
      if (response.status >= 500)
        bad.push(
          `POST ${url} ${JSON.stringify(pairs).slice(0, 200)}: ${response.status} ${site.logged.at(-1)?.slice(0, 600)}`,
        )
    }
  }
  expect(bad).toEqual([])
})

test('no page answers a nonsense query with an error', async () => {
  const bad: string[] = []
  for (const route of allRoutes.filter((one) => one.method === 'GET')) {
    const allowed = route.policy.actors.find(
      (name) => name === 'coordinator' || name === 'social-worker' || name === 'card' || name === 'coach',
    )
    const who =
      allowed === 'card'
        ? file.card
        : allowed === 'coach'
          ? file.staff.coach
          : allowed === 'social-worker'
            ? file.staff.referrer
            : file.staff.coordinator
    for (const text of ['%00', '-1', '999999999999999999', "'", '%F0%9F', 'a'.repeat(2000)]) {
      const url = `${route.path.replace(/:(\w+)/g, (_, name: string) => (({ ...file, handOverId }) as unknown as Record<string, string>)[name] ?? newId())}?q=${text}&page=${text}&sort=${text}&language=${text}&since=${text}&stage=${text}&next=${text}&lang=${text}`
      const response = await site.as(who).get(url)
      if (response.status >= 500)
        bad.push(`GET ${url.slice(0, 120)}: ${response.status} ${site.logged.at(-1)?.slice(0, 400)}`)
    }
  }
  expect(bad).toEqual([])
})
