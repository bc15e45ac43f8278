import { describe, expect, test } from 'vitest'
import { moveup } from '../../blueprints/moveup.ts'
import type { Recipient } from './report.ts'
import {
  acknowledging,
  can,
  dueOn,
  type ReportAct,
  type ReportState,
  recordReading,
  remindFrom,
  reportActs,
  reportStates,
  saysTheSame,
  sending,
  starting,
  stateOf,
  writing,
} from './rules.ts'

const standing = {
  draft: { report: { revision: 3 }, reading: undefined, newest: undefined },
  read: { report: { revision: 3 }, reading: { revision: 3 }, newest: undefined },
  sent: { report: { revision: 3 }, reading: { revision: 3 }, newest: { revision: 3 } },
  correcting: { report: { revision: 4 }, reading: { revision: 3 }, newest: { revision: 3 } },
  'read-again': { report: { revision: 4 }, reading: { revision: 4 }, newest: { revision: 3 } },
} satisfies Record<ReportState, Parameters<typeof stateOf>[0]>
const somebody: Recipient = { userId: 'u', name: 'Gita', institution: 'House', parts: ['global'] }

describe('where a report stands', () => {
  test.each(reportStates)('%s follows from the revisions', (state) => {
    expect(stateOf(standing[state])).toBe(state)
  })
  test('a text saved after the reading makes it a draft again', () => {
    expect(stateOf({ ...standing.read, report: { revision: 4 } })).toBe('draft')
  })

  const may: Record<ReportState, ReportAct[]> = {
    draft: ['write', 'read'],
    read: ['write', 'read', 'send'],
    sent: ['write'],
    correcting: ['write', 'read'],
    'read-again': ['write', 'read', 'send'],
  }
  test.each(reportStates.flatMap((state) => reportActs.map((act) => [state, act] as const)))(
    '%s: %s as the table says, in the rules too',
    (state, act) => {
      const expected = may[state].includes(act)
      expect(can(act, state)).toBe(expected)
      const at = standing[state]
      if (act === 'read') {
        const report = { ...at.report, startedOn: '2026-11-01' }
        const reading = {
          kind: 'read',
          on: '2026-11-23',
          language: 'fr',
          interpreter: false,
          agreement: 'agrees',
          remark: null,
        } as const
        const posted = { reading, revision: report.revision }
        expect(recordReading({ ...at, report }, posted, '2026-11-23').ok).toBe(expected)
      }
      if (act === 'send') expect(sending(at, { proposes: true, recipients: [somebody] }).ok).toBe(expected)
    },
  )
})

describe('beginning', () => {
  test.each([
    ['registered', false],
    ['informed', false],
    ['allocated', false],
    ['started', true],
    ['completed', true],
    ['dropped', true],
    ['never-started', false],
  ] as const)('at the stage %s: %s', (stage, allowed) => {
    expect(starting(stage, false).ok).toBe(allowed)
    expect(starting(stage, true)).toMatchObject({ ok: false, key: 'finalReports.refused.exists' })
  })
})

describe('two editors of one section', () => {
  test('who saw the newest text writes the next one', () => {
    expect(writing({ number: 0 }, undefined)).toEqual({ ok: true, value: { number: 1 } })
    expect(writing({ number: 4 }, { number: 4 })).toEqual({ ok: true, value: { number: 5 } })
  })
  test('who did not is told, and nothing is written over', () => {
    expect(writing({ number: 3 }, { number: 4 })).toMatchObject({ key: 'finalReports.refused.changedMeanwhile' })
    expect(writing({ number: 0 }, { number: 1 }).ok).toBe(false)
  })
})

describe('saving what is there already', () => {
  const content = { words: 'Un mot.', facts: null, withFacts: false }
  test.each([
    ['nothing, where there was nothing', undefined, { content: { ...content, words: '' }, shared: false }, true],
    ['the same words', { content, sharedOn: null }, { content, shared: false }, true],
    ['other words', { content, sharedOn: null }, { content: { ...content, words: 'Deux.' }, shared: false }, false],
    ['the same words, now shared', { content, sharedOn: null }, { content, shared: true }, false],
    ['the same words, shared no more', { content, sharedOn: '2026-11-01' }, { content, shared: false }, false],
    [
      'with a proposal',
      { content, sharedOn: null },
      { content: { ...content, proposal: { direction: 'continuation', kind: 'work' } as const }, shared: false },
      false,
    ],
  ])('%s', (_what, own, posted, same) => {
    expect(saysTheSame(own, posted)).toBe(same)
  })
})

describe('the reading with the person', () => {
  const at = { report: { revision: 3, startedOn: '2026-11-10' }, reading: undefined, newest: undefined }
  const reading = (on: string) => ({ kind: 'not-reached' as const, on, reason: 'moved' })
  test.each([
    ['2026-11-24', 3, 'finalReports.refused.readInFuture'],
    ['2026-11-09', 3, 'finalReports.refused.readBeforeStart'],
    ['2026-11-20', 2, 'finalReports.refused.changedBeforeReading'],
  ])('on %s about revision %s is refused: %s', (on, revision, key) => {
    expect(recordReading(at, { reading: reading(on), revision }, '2026-11-23')).toMatchObject({ ok: false, key })
  })
  test('an empty report is not read', () => {
    const empty = { ...at, report: { ...at.report, revision: 0 } }
    expect(recordReading(empty, { reading: reading('2026-11-20'), revision: 0 }, '2026-11-23')).toMatchObject({
      key: 'finalReports.refused.empty',
    })
  })
})

describe('sending', () => {
  test('needs a proposal and somebody to send it to', () => {
    expect(sending(standing.read, { proposes: false, recipients: [somebody] })).toMatchObject({
      key: 'finalReports.refused.noProposal',
    })
    expect(sending(standing.read, { proposes: true, recipients: [] })).toMatchObject({
      key: 'finalReports.refused.nobody',
    })
    expect(sending(standing.draft, { proposes: true, recipients: [somebody] })).toMatchObject({
      key: 'finalReports.refused.notRead',
    })
    expect(sending(standing.sent, { proposes: true, recipients: [somebody] })).toMatchObject({
      key: 'finalReports.refused.alreadySent',
    })
  })
  test('a receipt is given once, by whom it was sent to', () => {
    const receipt = (receivedOn: string | null) => ({
      receipts: [{ id: 'r', userId: 'u', name: '', institution: '', parts: [], receivedOn }],
    })
    expect(acknowledging(receipt(null), 'u').ok).toBe(true)
    expect(acknowledging(receipt('2026-11-23'), 'u')).toMatchObject({ key: 'finalReports.refused.acknowledged' })
    expect(acknowledging(receipt(null), 'other')).toMatchObject({ key: 'finalReports.refused.notForYou' })
  })
  test('days come from the blueprint', () => {
    const plan = moveup.finalReport!
    expect(dueOn('2026-11-01', plan)).toBe('2026-11-15')
    expect(remindFrom('2026-11-01', plan)).toBe('2026-11-08')
  })
})
