// The opening rule in TypeScript and in the database, on the same random worlds, in both directions.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, newId, type Signed, type Staff, type TestSite } from '../../../../test/support/site.ts'
import { givenFullFile } from '../../../../test/support/world.ts'
import type { Sheet } from '../profile.ts'
import { mayOpen, mayReadEntry, type Viewer } from './opening.ts'

let site: TestSite
let file: Awaited<ReturnType<typeof givenFullFile>>
let viewers: { name: string; who: Signed; viewer: Viewer }[]
let raters: { kind: Sheet['kind']; user: Staff | null; person: string | null }[]

beforeAll(async () => {
  site = await createTestSite()
  file = await givenFullFile(site, 'mark')
  const { coach, trainee, coordinator, referrer } = file.staff
  const coCoach = await site.given.staff('coach', { institutionId: coach.institutionId })
  await site.given.mandate(file.personId, coCoach)
  const stranger = await site.given.staff('coach')
  const peerId = await site.given.person({ by: referrer, firstName: 'Selam' })
  const tokenOnly = await site.given.person({ by: referrer })
  const peerCard = await site.given.card({ personId: peerId, by: coach })
  await site.given.card({ personId: tokenOnly, by: coach, level: 'token' })
  const staff = (name: string, who: Staff, accompanies: boolean) => ({
    name,
    who,
    viewer: { kind: 'staff', userId: who.id, accompanies } as Viewer,
  })
  viewers = [
    { name: 'the person', who: file.card, viewer: { kind: 'card', personId: file.personId, level: 'pin' } },
    { name: 'a peer', who: peerCard, viewer: { kind: 'card', personId: peerId, level: 'pin' } },
    staff('coach', coach, true),
    staff('co-coach', coCoach, true),
    staff('trainee', trainee, true),
    staff('coach of another group', stranger, false),
    staff('coordinator', coordinator, false),
    staff('referrer', referrer, false),
  ]
  raters = [
    { kind: 'self', user: null, person: file.personId },
    { kind: 'coach', user: coach, person: null },
    { kind: 'co-coach', user: coCoach, person: null },
    { kind: 'trainee', user: trainee, person: null },
    { kind: 'peer', user: null, person: peerId },
  ]
})
afterAll(() => site.close())

const state = fc.record({
  exists: fc.boolean(),
  handedIn: fc.boolean(),
  withdrawn: fc.boolean(),
  typedByCoach: fc.boolean(),
})

test('a sheet says the same to the same people by rule and by policy', async () => {
  let opened = 0
  let closed = 0
  await fc.assert(
    fc.asyncProperty(fc.tuple(state, state, state, state, state), async (states) => {
      await site.sql('delete from sheets where profile_id = $1', [file.profileId])
      const sheets: Sheet[] = []
      for (const [i, { exists, handedIn, withdrawn, typedByCoach }] of states.entries()) {
        if (!exists) continue
        const { kind, user, person } = raters[i]!
        const byStaff = kind === 'self' ? typedByCoach : user !== null
        const sheet: Sheet = {
          id: newId(),
          profileId: file.profileId,
          personId: file.personId,
          kind,
          raterUserId: user?.id ?? null,
          raterPersonId: person,
          handedInAt: handedIn ? new Date() : null,
          withdrawnAt: kind === 'peer' && withdrawn ? new Date() : null,
          enteredBy: { kind: byStaff ? 'staff' : 'card', id: byStaff ? (user ?? file.staff.coach).id : null },
        }
        sheets.push(sheet)
        await file.insert('sheets', {
          id: sheet.id,
          profile_id: file.profileId,
          person_id: file.personId,
          rater_kind: kind,
          rater_user_id: sheet.raterUserId,
          rater_person_id: person,
          handed_in_at: sheet.handedInAt,
          withdrawn_at: sheet.withdrawnAt,
          entered_by_kind: sheet.enteredBy.kind,
          entered_by: sheet.enteredBy.id,
        })
        await file.insert('ratings', {
          sheet_id: sheet.id,
          person_id: file.personId,
          competence: 'reliability',
          value: 2,
        })
      }
      for (const { name, who, viewer } of viewers) {
        const seen = await site.asActor(who, (tx) => tx.selectFrom('ratings').select('sheet_id').execute())
        const ids = new Set(seen.map((row) => row.sheet_id))
        for (const sheet of sheets) {
          const may = mayOpen(viewer, sheet, sheets)
          may ? opened++ : closed++
          expect(ids.has(sheet.id), `${name} opens ${sheet.kind} of ${JSON.stringify(states)}`).toBe(may)
        }
      }
    }),
    { numRuns: 60 },
  )
  expect(Math.min(opened, closed)).toBeGreaterThan(50)
})

describe('evidence and lines', () => {
  test.each(['evidence', 'profile_lines'] as const)('%s are seen one by one as they are shown', async (table) => {
    for (const shownToCoach of [true, false]) {
      await site.sql(`update ${table} set shown_to_coach = $1`, [shownToCoach])
      for (const { name, who, viewer } of viewers) {
        const seen = await site.asActor(who, (tx) => tx.selectFrom(table).select('id').execute())
        const may = mayReadEntry(viewer, { personId: file.personId, shownToCoach })
        expect(seen.length > 0, `${name}, shown: ${shownToCoach}`).toBe(may)
      }
    }
  })
})
