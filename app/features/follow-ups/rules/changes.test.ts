import { describe, expect, test } from 'vitest'
import { appointmentStates, procedureStates } from '../follow-up.ts'
import {
  isOpen,
  isOpenSituation,
  isOverdue,
  movingAppointment,
  movingProcedure,
  nextStates,
  settlingAppointment,
  settlingSituation,
} from './changes.ts'

const today = '2026-11-23'
const answer = (decision: { ok: true } | { ok: false; key: string }) => (decision.ok ? 'yes' : decision.key)

test('every pair of states of an appointment', () => {
  const settled = ['held', 'missed', 'cancelled'] as const
  const allowed = appointmentStates.flatMap((state) =>
    settled.filter((to) => settlingAppointment({ state, on: today }, to, today).ok).map((to) => `${state} → ${to}`),
  )
  expect(allowed).toEqual([
    'planned → held',
    'planned → missed',
    'planned → cancelled',
    'held → missed',
    'missed → held',
    'missed → cancelled',
    'cancelled → held',
    'cancelled → missed',
  ])
  expect(appointmentStates.filter((state) => movingAppointment({ state }).ok)).toEqual(['planned'])
})

test.each([
  ['held', '2026-11-24', 'followUps.refuse.notYet'],
  ['missed', '2026-11-24', 'followUps.refuse.notYet'],
  ['cancelled', '2026-11-24', 'yes'],
  ['held', '2026-11-23', 'yes'],
] as const)('an appointment is %s when it stands on %s: %s', (to, on, expected) =>
  expect(answer(settlingAppointment({ state: 'planned', on }, to, today))).toBe(expected),
)

describe('a step with an institution', () => {
  const at = (state: (typeof procedureStates)[number], on = '2026-11-01') => ({
    steps: [{ id: 'a', state, on, by: '', words: null }],
    dueOn: '2026-11-22',
  })
  test('every pair of states', () => {
    for (const from of procedureStates)
      for (const to of procedureStates)
        expect(movingProcedure(at(from), to, { on: today, today }).ok, `${from} → ${to}`).toBe(
          nextStates(from).includes(to),
        )
  })
  test('is over when granted, withdrawn or settled; a refused one may be sent again', () => {
    expect(procedureStates.filter((state) => nextStates(state).length === 0)).toEqual([
      'granted',
      'withdrawn',
      'settled',
    ])
    expect(nextStates('refused')).toEqual(['sent'])
    expect(procedureStates.filter((state) => isOpen(at(state)))).toEqual(['opened', 'sent', 'waiting'])
  })
  test('is overdue the day after its day, while it is open', () => {
    expect(isOverdue(at('sent'), '2026-11-22')).toBe(false)
    expect(isOverdue(at('sent'), '2026-11-23')).toBe(true)
    expect(isOverdue(at('granted'), '2026-11-23')).toBe(false)
    expect(isOverdue({ ...at('sent'), dueOn: null }, '2026-11-23')).toBe(false)
  })
  test.each([
    ['2026-11-24', 'followUps.refuse.future'],
    ['2026-10-31', 'followUps.refuse.beforeLast'],
    ['2026-11-01', 'yes'],
  ])('goes on on %s: %s', (on, expected) =>
    expect(answer(movingProcedure(at('opened'), 'sent', { on, today }))).toBe(expected),
  )
})

describe('a situation', () => {
  const noted = { code: 'logement/x', settledOn: null, notedOn: '2026-11-01' }
  test.each([
    ['today', noted, today, 'yes'],
    ['on the day it was noted', noted, '2026-11-01', 'yes'],
    ['before it was noted', noted, '2026-10-31', 'followUps.refuse.beforeLast'],
    ['tomorrow', noted, '2026-11-24', 'followUps.refuse.future'],
    ['twice', { ...noted, settledOn: today }, today, 'followUps.refuse.situationSettled'],
    ['that was not disclosed', { ...noted, code: 'not-disclosed' }, today, 'followUps.refuse.situationSettled'],
  ])('is settled %s', (_when, situation, on, expected) =>
    expect(answer(settlingSituation(situation, { on, today }))).toBe(expected),
  )
  test('that was not disclosed waits for nothing', () => {
    expect(isOpenSituation({ ...noted, code: 'not-disclosed' })).toBe(false)
    expect(isOpenSituation({ ...noted, code: null })).toBe(true)
  })
})
