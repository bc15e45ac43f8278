import { describe, expect, test } from 'vitest'
import { type Agreement, type PartnerReferral, type State, states } from './partner.ts'
import { agreeing, nextStates, referring, stepping } from './rules.ts'

const today = '2026-11-23'
const referral = (state: State, agreement: Agreement = 'spoken'): PartnerReferral => ({
  ...{ id: 'r', personId: 'p', author: 'A', audience: 'institution', content: null, closed: null, on: '2026-11-01' },
  ...{ agreement, agreedOn: agreement === 'not-yet' ? null : '2026-11-01' },
  events: [{ number: 1, state, on: '2026-11-10', words: null, nextStep: null, nextOn: null, by: 'A' }],
})
const event = (state: State, more = {}) => ({
  ...{ state, on: today, words: 'Some words', nextStep: null, nextOn: null, ...more },
})

describe('from one state to the next', () => {
  const allowed: Record<State, State[]> = {
    proposed: ['told', 'done'],
    told: ['accepted', 'declined', 'no-answer', 'done'],
    accepted: ['declined', 'done'],
    declined: ['done'],
    'no-answer': ['told', 'accepted', 'declined', 'done'],
    done: [],
  }
  test.each(states.flatMap((from) => states.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
    expect(stepping(referral(from), event(to), today).ok).toBe(allowed[from].includes(to))
    expect(nextStates(from).includes(to)).toBe(allowed[from].includes(to))
  })
})

test.each([
  ['partners.step.notAgreed', stepping(referral('proposed', 'not-yet'), event('told'), today)],
  ['partners.step.future', stepping(referral('told'), event('accepted', { on: '2026-11-24' }), today)],
  ['partners.step.before', stepping(referral('told'), event('accepted', { on: '2026-11-09' }), today)],
  ['partners.step.doneWithoutWords', stepping(referral('told'), event('done', { words: null }), today)],
  ['partners.agreement.already', agreeing(referral('told'), { agreement: 'written', agreedOn: today }, today)],
  ['partners.step.notNow', agreeing(referral('done', 'not-yet'), { agreement: 'written', agreedOn: today }, today)],
  [
    'partners.step.future',
    agreeing(referral('told', 'not-yet'), { agreement: 'spoken', agreedOn: '2027-01-01' }, today),
  ],
  ['partners.refer.retired', referring({ retired: { on: today } })],
])('%s', (key, decision) => {
  expect(decision).toMatchObject({ ok: false, key })
})

test('who did not agree yet may still say no: the referral is closed without the partner knowing', () => {
  expect(stepping(referral('proposed', 'not-yet'), event('done'), today).ok).toBe(true)
})
