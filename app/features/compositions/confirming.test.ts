import { describe, expect, test } from 'vitest'
import type { Person } from '../../engine/groups/list.ts'
import { accept, refuse } from '../../shared/rules.ts'
import type { GroupPlan } from '../groups/rules.ts'
import type { Offer } from './composition.ts'
import { checkPlan, type PlanOnRecord, type Present, undoableUntil, undoing } from './confirming.ts'
import { type CandidateFacts, toEngineOffer, toPerson } from './list.ts'

const today = '2026-11-23'
const offer: Offer = {
  id: 'o1',
  compositionId: 'c',
  position: 0,
  name: 'Lilas',
  language: 'fr',
  place: 'Rivemont',
  site: null,
  room: null,
  halfDays: ['mon-am'],
  startsOn: '2026-12-07',
  min: 2,
  max: 3,
  childcareSeats: 0,
  coachId: 'coach',
  coCoachId: null,
  traineeId: null,
  method: null,
}
const somebody = (n: number, changes: Partial<CandidateFacts> = {}): CandidateFacts => ({
  enrolmentId: `e${n}`,
  personId: `p${n}`,
  firstName: `Person${n}`,
  lastName: null,
  registeredOn: '2026-10-01',
  wanted: 'fr',
  birthDate: '1990-01-01',
  birthYear: null,
  birthYearWithheld: false,
  gender: 'w',
  groupLanguages: ['fr'],
  schooling: 'more',
  place: 'Rivemont',
  mobile: false,
  halfDays: ['mon-am'],
  childcare: 'no',
  earliestStart: today,
  levels: ['oral-reception', 'oral-production', 'reading', 'writing'].map((skill) => ({
    language: 'fr',
    skill,
    level: 'A2',
  })),
  ...changes,
})
const frozen = (n: number): Person =>
  toPerson(somebody(n), { languages: ['fr'], today, offers: [offer], start: offer.startsOn })
const plan: PlanOnRecord = {
  id: 'plan',
  number: 1,
  offers: [{ offerId: 'o1', facts: { ...toEngineOffer(offer), name: 'Lilas' } }],
  people: [1, 2, 3].map((n) => ({
    enrolmentId: `e${n}`,
    personId: `p${n}`,
    name: `Person${n}`,
    offerId: n < 3 ? 'o1' : null,
    facts: frozen(n),
  })),
}
const dates = accept({
  endsOn: '2027-01-15',
  mandatesUntil: '2027-03-01',
  halfDays: [],
  weeks: 6,
  skipped: [],
} as GroupPlan)
type World = { people?: CandidateFacts[] } & Partial<Omit<Present, 'waiting'>>
const present = ({ people = [1, 2, 3].map((n) => somebody(n)), ...more }: World = {}): Present => ({
  waiting: new Map(people.map((one) => [one.enrolmentId, one])),
  offers: [offer],
  pairs: [],
  languages: ['fr'],
  today,
  coaches: new Set(['coach']),
  planned: new Map([['o1', dates]]),
  ...more,
})
const keysOf = (now: Present, of = plan) =>
  checkPlan(of, now).obstacles.map((one) => one.key.replace('compositions.', ''))
const others = [somebody(2), somebody(3)]

test('a plan whose people and groups are as they were can be confirmed', () => {
  const checked = checkPlan(plan, present())
  expect(checked).toMatchObject({ obstacles: [], changes: [] })
  expect(checked.groups.map((one) => [one.offer.name, one.people.map((p) => p.name)])).toEqual([
    ['Lilas', ['Person1', 'Person2']],
  ])
})

describe('in the way stands', () => {
  test.each([
    ['somebody who has a place elsewhere', { people: others }, ['confirm.gone', 'confirm.rule.5']],
    [
      'a sheet that is unknown again',
      { people: [somebody(1, { mobile: null }), ...others] },
      ['confirm.notKnown', 'confirm.rule.5'],
    ],
    ['a withdrawn group', { offers: [] }, ['confirm.offerGone']],
    ['a start that is past', { today: '2026-12-08' }, ['confirm.started']],
    ['a group without a coach', { offers: [{ ...offer, coachId: null }] }, ['confirm.noCoach']],
    ['a coach who left', { coaches: new Set<string>() }, ['confirm.coachGone']],
    [
      'a template that can’t be kept',
      { planned: new Map([['o1', refuse('sessions.planning.tooLong')]]) },
      ['sessions.planning.tooLong'],
    ],
    ['rule 1', { offers: [{ ...offer, language: 'de' }] }, ['confirm.rule.1', 'confirm.rule.1']],
    ['rule 2', { people: [somebody(1, { place: 'Uferwil' }), ...others] }, ['confirm.rule.2']],
    ['rule 3', { people: [somebody(1, { halfDays: ['tue-am'] }), ...others] }, ['confirm.rule.3']],
    ['rule 4', { people: [somebody(1, { earliestStart: '2027-01-01' }), ...others] }, ['confirm.rule.4']],
    ['rule 5', { offers: [{ ...offer, min: 3 }] }, ['confirm.rule.5']],
    ['rule 6', { people: [somebody(1, { childcare: 'yes' }), ...others] }, ['confirm.rule.6']],
    ['rule 7', { pairs: [{ id: '1', kind: 'apart', personIds: ['p2', 'p1'] }] }, ['confirm.rule.7']],
    ['rule 8', { pairs: [{ id: '1', kind: 'together', personIds: ['p1', 'p3'] }] }, ['confirm.rule.8']],
  ] satisfies [string, World, string[]][])('%s', (_name, world, keys) => {
    expect(keysOf(present(world))).toEqual(keys)
  })
  test('a plan that places nobody', () => {
    expect(keysOf(present(), { ...plan, people: plan.people.map((one) => ({ ...one, offerId: null })) })).toEqual([
      'confirm.empty',
    ])
  })
  test('no pair with somebody who is not in the plan, and nobody who was left over and is gone', () => {
    const pairs = [{ id: '1', kind: 'together' as const, personIds: ['p1', 'p9'] as const }]
    expect(keysOf(present({ people: [somebody(1), somebody(2)], pairs }))).toEqual([])
  })
})

describe('what changed though no rule is broken is told:', () => {
  test.each([
    [{ gender: 'x' }, ['gender']],
    [{ schooling: 'not-disclosed' }, ['schooling']],
    [{ place: 'Uferwil', mobile: true }, ['place', 'mobile']],
    [{ halfDays: ['mon-am', 'tue-pm'] }, ['halfDays']],
    [{ registeredOn: '2026-11-01' }, undefined],
    [{ birthDate: '1991-01-01' }, undefined],
  ] satisfies [Partial<CandidateFacts>, string[] | undefined][])('%j', (change, what) => {
    const { changes, obstacles } = checkPlan(plan, present({ people: [somebody(1, change), ...others] }))
    expect(obstacles).toEqual([])
    expect(changes).toEqual(what ? [{ of: 'person', name: 'Person1', what }] : [])
  })
  test('a larger group', () => {
    const { changes } = checkPlan(plan, present({ offers: [{ ...offer, max: 12 }] }))
    expect(changes).toEqual([{ of: 'offer', name: 'Lilas', what: ['max'] }])
  })
})

describe('undoing', () => {
  const madeAt = new Date('2026-11-23T09:00:00Z')
  const at = (hours: number) => new Date(madeAt.getTime() + hours * 3_600_000)
  test.each([
    [0, null, 0, true],
    [24, null, 0, true],
    [24.01, null, 0, 'compositions.undo.tooLate'],
    [1, madeAt, 0, 'compositions.undo.already'],
    [1, null, 2, 'compositions.undo.touched'],
  ])('after %s hours, undone at %s, touched %s: %s', (hours, undoneAt, touched, answer) => {
    const decision = undoing({ madeAt, undoneAt }, { now: at(hours), touched })
    expect(decision.ok ? true : decision.key).toBe(answer)
  })
  test('is possible for a day', () => {
    expect(undoableUntil(madeAt)).toEqual(at(24))
  })
})
