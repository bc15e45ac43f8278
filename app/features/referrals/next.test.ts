import { describe, expect, test } from 'vitest'
import { type NextActor, type NextFacts, type NextStep, nextStep } from './next.ts'

const today = '2026-11-23'
const base: NextFacts = {
  enrolmentId: 'e',
  personId: 'p',
  stage: { kind: 'registered', on: '2026-11-16' },
  attempts: [],
  earliestStart: null,
  group: null,
  sessions: [],
  unexcusedLimit: 2,
  talkAfterEnd: false,
  wayOut: 'hand-over',
  report: null,
  handOver: null,
  days: { received: 5, read: 10, talkPlanned: 14, talkHeld: 30 },
  direction: null,
  names: { referrer: 'Amina', receiver: 'Rita', coach: 'Carl', takenUp: 'Otto' },
}
const at = (kind: NextFacts['stage']['kind'], more: Partial<NextFacts> = {}): NextFacts => ({
  ...base,
  stage: { kind, on: '2026-11-16' },
  ...more,
})
const attempt = (on: string, result: NextFacts['attempts'][number]['result']) => ({ on, result })
const session = (on: string, mark: NextFacts['sessions'][number]['mark'] = null) => ({ on, mark })
const group = { name: 'A', startsOn: '2026-11-20' }
const handOver = { on: '2026-11-10', received: null, read: null, talkPlanned: null, talkHeld: null }
const direction = {
  key: 'ordinary-measure',
  on: '2026-11-20',
  by: '2026-12-20',
  takenUp: 'officer',
  isUnderWay: false,
} as const
const talked = { ...handOver, talkHeld: '2026-11-20' }

describe('next: who must do what by when', () => {
  test.each<[string, NextFacts, [NextActor, NextStep, string | null, string | null]]>([
    ['just referred', at('registered'), ['office', 'contact', '2026-11-23', null]],
    [
      'rang once, no answer',
      at('registered', { attempts: [attempt('2026-11-18', 'no-answer')] }),
      ['office', 'contactAgain', '2026-11-25', null],
    ],
    [
      'three times in vain',
      at('registered', {
        attempts: [
          attempt('2026-11-20', 'no-answer'),
          attempt('2026-11-17', 'no-answer'),
          attempt('2026-11-18', 'message-left'),
        ],
      }),
      ['referrer', 'helpReach', '2026-11-27', 'Amina'],
    ],
    [
      'a wrong number',
      at('registered', { attempts: [attempt('2026-11-18', 'wrong-number')] }),
      ['referrer', 'checkNumber', '2026-11-23', 'Amina'],
    ],
    [
      'declined on the phone',
      at('registered', { attempts: [attempt('2026-11-18', 'declined')] }),
      ['referrer', 'talkAfterDecline', '2026-12-02', 'Amina'],
    ],
    ['reached', at('contacted'), ['office', 'inform', '2026-11-30', null]],
    ['informed', at('informed'), ['coordinator', 'allocate', '2026-12-16', null]],
    [
      'informed, free only in spring',
      at('informed', { earliestStart: '2027-03-01' }),
      ['coordinator', 'allocate', '2027-03-01', null],
    ],
    ['a stage of the programme’s own', at('other'), ['coordinator', 'allocate', '2026-12-16', null]],
    ['allocated, but in no group', at('allocated'), ['coordinator', 'allocate', '2026-11-23', null]],
    [
      'in a group without sessions',
      at('allocated', { group: { name: 'A', startsOn: '2026-12-01' } }),
      ['coordinator', 'planSessions', '2026-12-01', null],
    ],
    [
      'in a group that begins',
      at('allocated', { group, sessions: [session('2026-11-25'), session('2026-11-27')] }),
      ['person', 'come', '2026-11-25', null],
    ],
    [
      'the first half-day is not marked',
      at('allocated', { group, sessions: [session('2026-11-20'), session('2026-11-27')] }),
      ['coach', 'markAttendance', '2026-11-22', 'Carl'],
    ],
    [
      'did not come to the first',
      at('allocated', { group, sessions: [session('2026-11-20', 'absent'), session('2026-11-27')] }),
      ['office', 'askWhyAbsent', '2026-11-23', null],
    ],
    [
      'excused from all there were',
      at('allocated', { group, sessions: [session('2026-11-20', 'excused')] }),
      ['office', 'askWhyAbsent', '2026-11-23', null],
    ],
    [
      'in the middle',
      at('started', { group, sessions: [session('2026-11-20', 'present'), session('2026-11-23')] }),
      ['person', 'come', '2026-11-23', null],
    ],
    [
      'here today already',
      at('started', { group, sessions: [session('2026-11-23', 'present'), session('2026-11-25')] }),
      ['person', 'come', '2026-11-25', null],
    ],
    [
      'two unexcused absences',
      at('started', {
        group,
        sessions: [session('2026-11-18', 'absent'), session('2026-11-20', 'absent'), session('2026-11-25')],
      }),
      ['referrer', 'talkAbsences', '2026-11-27', 'Amina'],
    ],
    [
      'came again after two',
      at('started', {
        group,
        sessions: [
          session('2026-11-16', 'absent'),
          session('2026-11-18', 'absent'),
          session('2026-11-20', 'present'),
          session('2026-11-25'),
        ],
      }),
      ['person', 'come', '2026-11-25', null],
    ],
    [
      'two absences where nobody is told',
      at('started', {
        group,
        unexcusedLimit: null,
        sessions: [session('2026-11-18', 'absent'), session('2026-11-20', 'absent'), session('2026-11-25')],
      }),
      ['person', 'come', '2026-11-25', null],
    ],
    [
      'after the last half-day',
      at('started', { group, sessions: [session('2026-11-20', 'present')] }),
      ['coach', 'closeGroup', '2026-11-27', 'Carl'],
    ],
    [
      'handed over before the group was closed',
      at('started', { group, sessions: [session('2026-11-09', 'present')], handOver }),
      ['receiver', 'receive', '2026-11-15', 'Rita'],
    ],
    ['completed, not handed over', at('completed'), ['person', 'decideProfile', '2026-11-30', null]],
    [
      'completed where a final report follows',
      at('completed', { wayOut: 'final-report' }),
      ['coach', 'writeReport', '2026-11-30', 'Carl'],
    ],
    [
      'the report was sent, a colleague has not said that they have it',
      at('completed', { wayOut: 'final-report', report: { on: '2026-11-20', waitsFor: 'Karim' } }),
      ['colleague', 'acknowledgeReport', '2026-11-27', 'Karim'],
    ],
    ['handed over', at('completed', { handOver }), ['receiver', 'receive', '2026-11-15', 'Rita']],
    [
      'received',
      at('completed', { handOver: { ...handOver, received: '2026-11-12' } }),
      ['receiver', 'read', '2026-11-20', 'Rita'],
    ],
    [
      'read',
      at('completed', { handOver: { ...handOver, received: '2026-11-12', read: '2026-11-13' } }),
      ['receiver', 'planTalk', '2026-11-24', 'Rita'],
    ],
    [
      'the talk has its day',
      at('completed', { handOver: { ...handOver, talkPlanned: '2026-12-03' } }),
      ['receiver', 'holdTalk', '2026-12-03', 'Rita'],
    ],
    [
      'the talk was planned some day',
      at('completed', { handOver: { ...handOver, talkPlanned: '2026-11-12' } }),
      ['receiver', 'holdTalk', '2026-12-10', 'Rita'],
    ],
    ['the talk was held', at('completed', { handOver: talked }), ['receiver', 'chooseDirection', '2026-11-27', 'Rita']],
    [
      'passed to the officer',
      at('completed', { handOver: talked, direction }),
      ['officer', 'assignMeasure', '2026-12-20', 'Otto'],
    ],
    [
      'taken up by a colleague',
      at('completed', { handOver: talked, direction: { ...direction, key: 'training', takenUp: 'colleague' } }),
      ['colleague', 'takeUp', '2026-12-20', 'Otto'],
    ],
    [
      'own steps',
      at('completed', { handOver: talked, direction: { ...direction, key: 'own-steps', takenUp: 'person' } }),
      ['person', 'ownSteps', '2026-12-20', null],
    ],
    [
      'taken up by nobody yet',
      at('completed', { handOver: talked, direction: { ...direction, takenUp: null, by: null } }),
      ['receiver', 'takeUp', null, 'Rita'],
    ],
    ['dropped', at('dropped'), ['referrer', 'talkAfterEnd', '2026-11-30', 'Amina']],
    ['never started', at('never-started'), ['referrer', 'talkAfterEnd', '2026-11-30', 'Amina']],
  ])('%s', (_name, facts, [who, what, by, name]) => {
    expect(nextStep(facts, today)).toEqual({ who, what, by, name })
  })
  test.each<[string, NextFacts]>([
    ['a measure is assigned', at('completed', { handOver: talked, direction: { ...direction, isUnderWay: true } })],
    ['nothing follows', at('completed', { handOver: talked, direction: { ...direction, key: 'none', takenUp: null } })],
    [
      'everybody has the final report',
      at('completed', { wayOut: 'final-report', report: { on: '2026-11-20', waitsFor: null } }),
    ],
    ['the programme hands nobody over', at('completed', { wayOut: null })],
    ['the referrer has spoken with who dropped out', at('dropped', { talkAfterEnd: true })],
  ])('nothing is outstanding when %s', (_name, facts) => {
    expect(nextStep(facts, today)).toBeNull()
  })
})
