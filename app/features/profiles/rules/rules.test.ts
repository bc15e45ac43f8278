import { describe, expect, test } from 'vitest'
import type { CompetenceId } from '../../../data/competences.ts'
import { buildPaper } from '../paper.ts'
import type { Rating, SeenSheet, Workbook } from '../profile.ts'
import { choosable, freezing, handingOver, hiddenChoices } from './deciding.ts'
import { can, doing, moves, type ProfileState, profileActs, profileStates, stateOf } from './states.ts'
import { handingIn, nextUnanswered, picking } from './working.ts'

describe('the states of a profile', () => {
  /** What the table should say, written a second time: for every pair of states the acts that lead from one to the other. */
  const expected: Record<ProfileState, Partial<Record<ProfileState, string>>> = {
    'not-opened': { open: 'open' },
    open: { open: 'pick rate third-in', 'self-in': 'hand-in', 'both-in': 'hand-in' },
    'self-in': { 'self-in': 'decide', 'both-in': 'third-in', frozen: 'freeze' },
    'both-in': { 'both-in': 'third-in talk decide', frozen: 'freeze' },
    frozen: { frozen: 'third-in talk decide freeze', 'handed-over': 'hand-over' },
    'handed-over': { 'handed-over': 'third-in talk decide', frozen: 'freeze' },
  }
  const pairs = profileStates.flatMap((from) => profileStates.map((to) => [from, to] as const))
  test.each(pairs)('from %s to %s', (from, to) => {
    const acts = profileActs.filter((act) => moves[act][from]?.includes(to))
    expect(acts.join(' ')).toBe(expected[from][to] ?? '')
  })
  test.each(profileActs.flatMap((act) => profileStates.map((state) => [act, state] as const)))(
    '%s in %s is done or refused with a reason',
    (act, state) => {
      const decision = doing(act, state)
      expect(decision.ok).toBe(can(act, state))
      if (!decision.ok) expect(decision.key).toBe(`profiles.refused.${act}`)
    },
  )
  test('the state follows from the records', () => {
    const facts = { opened: true, selfIn: false, thirdIn: false, latestVersion: 'none' } as const
    expect(stateOf({ ...facts, opened: false })).toBe('not-opened')
    expect(stateOf(facts)).toBe('open')
    expect(stateOf({ ...facts, thirdIn: true })).toBe('open')
    expect(stateOf({ ...facts, selfIn: true })).toBe('self-in')
    expect(stateOf({ ...facts, selfIn: true, thirdIn: true })).toBe('both-in')
    expect(stateOf({ ...facts, selfIn: true, latestVersion: 'kept' })).toBe('frozen')
    expect(stateOf({ ...facts, selfIn: true, thirdIn: true, latestVersion: 'handed-over' })).toBe('handed-over')
  })
})

const ratings = (values: Partial<Record<CompetenceId, Rating>>) =>
  new Map(Object.entries(values)) as ReadonlyMap<CompetenceId, Rating>
const value = (v: 1 | 2 | 3 | 4 | null, comment: string | null = null): Rating => ({ value: v, comment })

describe('picking and rating', () => {
  test('only what is on the page is added or taken away', () => {
    const decision = picking('open', ['reliability', 'cooking'], ['calm'], ['reliability', 'calm'])
    expect(decision).toEqual({ ok: true, value: { add: ['calm'], remove: ['reliability'] } })
  })
  test('after handing in, the choice of competences stands', () => {
    expect(picking('self-in', ['calm'], [])).toMatchObject({ ok: false, key: 'profiles.refused.pick' })
  })
  test('a sheet is complete when each competence has an answer, "I don’t know" included', () => {
    expect(handingIn([], ratings({}))).toMatchObject({ key: 'profiles.handIn.nothingPicked' })
    expect(handingIn(['calm', 'care'], ratings({ calm: value(2) }))).toMatchObject({
      key: 'profiles.handIn.missing',
      params: { count: 1 },
    })
    expect(handingIn(['calm', 'care'], ratings({ calm: value(2), care: value(null) })).ok).toBe(true)
  })
  test('the next question is the next open one, then the ones passed over', () => {
    const asked: CompetenceId[] = ['calm', 'care', 'cooking']
    expect(nextUnanswered(asked, ratings({}), undefined)).toBe('calm')
    expect(nextUnanswered(asked, ratings({ cooking: value(1) }), 'care')).toBe('calm')
    expect(nextUnanswered(asked, ratings({ calm: value(1), care: value(1), cooking: value(1) }), 'care')).toBe(
      undefined,
    )
  })
})

const sheet = (more: Partial<SeenSheet>): SeenSheet => ({
  id: 's',
  profileId: 'p',
  personId: 'x',
  kind: 'self',
  raterUserId: null,
  raterPersonId: 'x',
  handedInAt: new Date(0),
  withdrawnAt: null,
  enteredBy: { kind: 'card', id: null },
  name: null,
  ratings: undefined,
  ...more,
})

const book = (more: Partial<Workbook> = {}): Workbook => ({
  profile: { id: 'p', enrolmentId: 'e', personId: 'x' },
  person: { firstName: 'Şirin', lastName: null, language: 'fr' },
  picks: ['calm', 'cooking'],
  sheets: [
    sheet({ ratings: ratings({ calm: value(2), cooking: value(4) }) }),
    sheet({ id: 'c', kind: 'coach', name: 'Nadia', ratings: ratings({ calm: value(4, 'Very calm') }) }),
    sheet({ id: 'g', kind: 'peer', name: 'Selam', ratings: ratings({ calm: value(3, 'Good friend') }) }),
    sheet({ id: 'w', kind: 'peer', name: 'Marc', withdrawnAt: new Date(0), ratings: ratings({ calm: value(1) }) }),
  ],
  evidence: [
    {
      id: 'ev',
      competence: 'cooking',
      situation: 'A feast',
      did: null,
      witness: 'All',
      shownToCoach: false,
      onBehalf: false,
    },
  ],
  lines: [
    { id: 'l1', part: 'values', text: 'Respect', shownToCoach: false, onBehalf: false },
    { id: 'l2', part: 'obstacles', text: 'No childcare', shownToCoach: false, onBehalf: false },
    { id: 'l3', part: 'next-step', text: 'Ask', step: { what: 'Ask' }, shownToCoach: false, onBehalf: false },
  ],
  talks: [{ competence: 'calm', words: 'I see it now', writtenByKind: 'card' }],
  choices: new Map(),
  versions: [],
  ...more,
})
const facts = {
  number: 1,
  today: '2026-11-23',
  groupName: 'G',
  from: '2026-10-01',
  until: '2026-11-01',
  institution: 'I',
  language: 'fr',
}
const choose = (...keys: string[]) => new Map(keys.map((key) => [key, true]))

describe('what goes out', () => {
  test('nothing that was not chosen', () => {
    const paper = buildPaper(book(), facts)
    expect(paper.competences).toEqual([])
    expect(paper.lines).toEqual({})
    expect(paper.nextStep).toBeUndefined()
    expect(freezing('both-in', book(), { hidden: 0, onBehalf: false, asked: false })).toMatchObject({
      key: 'profiles.freeze.nothing',
    })
  })
  test('each line by itself', () => {
    for (const line of choosable(book())) {
      const text = JSON.stringify(buildPaper(book({ choices: choose(line.key) }), facts))
      const holds = {
        self: text.includes('"self":'),
        third: text.includes('Nadia'),
        evidence: text.includes('A feast'),
        difference: text.includes('I see it now'),
        line: /Respect|No childcare|"nextStep"/.test(text),
      }
      expect(
        Object.entries(holds)
          .filter(([, here]) => here)
          .map(([kind]) => kind),
        line.key,
      ).toEqual([line.kind])
    }
  })
  test('peers go out without names and remarks, and what was withdrawn does not go out', () => {
    const { others } = buildPaper(book({ choices: choose('third:calm') }), facts).competences[0]!
    expect(others).toEqual([
      { kind: 'coach', name: 'Nadia', value: 4, comment: 'Very calm' },
      { kind: 'peer', name: '', value: 3 },
    ])
  })
  test('a coach who can’t read a chosen line does not leave it behind in silence', () => {
    const seenByCoach = book({ evidence: [], choices: choose('evidence:ev', 'line:l1') })
    expect(hiddenChoices(seenByCoach)).toEqual(['evidence:ev'])
    expect(freezing('both-in', seenByCoach, { hidden: 1, onBehalf: true, asked: true })).toMatchObject({
      key: 'profiles.freeze.hidden',
    })
    expect(freezing('both-in', seenByCoach, { hidden: 0, onBehalf: true, asked: false })).toMatchObject({
      key: 'profiles.freeze.notAsked',
    })
  })
  test('versions are counted on', () => {
    const versions = [
      {
        id: 'v1',
        number: 1,
        language: 'fr',
        frozenOn: '2026-11-01',
        frozenByKind: 'card' as const,
        handOver: undefined,
      },
    ]
    const decision = freezing('frozen', book({ versions, choices: choose('line:l1') }), {
      hidden: 0,
      onBehalf: false,
      asked: false,
    })
    expect(decision).toEqual({ ok: true, value: { number: 2 } })
  })
})

describe('handing over', () => {
  const version = (id: string, number: number, handed = false) => ({
    id,
    number,
    language: 'fr',
    frozenOn: '2026-11-01',
    frozenByKind: 'card' as const,
    handOver: handed ? { id: 'h', toName: null, on: '2026-11-02', dueOn: '2026-12-02', steps: [] } : undefined,
  })
  const act = { versionId: 'v2', receiverId: 'r', today: '2026-11-23', days: 30, onBehalf: false, asked: false }
  test('the newest version goes to the referrer, with a day for the talk', () => {
    expect(handingOver('frozen', book({ versions: [version('v1', 1, true), version('v2', 2)] }), act)).toEqual({
      ok: true,
      value: { versionId: 'v2', receiverId: 'r', on: '2026-11-23', dueOn: '2026-12-23' },
    })
  })
  test.each([
    ['an older one', 'frozen', [version('v2', 2), version('v3', 3)], {}, 'profiles.handOver.older'],
    ['twice', 'handed-over', [version('v2', 2, true)], {}, 'profiles.handOver.already'],
    ['without a version', 'both-in', [], {}, 'profiles.refused.hand-over'],
    ['without a receiver', 'frozen', [version('v2', 2)], { receiverId: null }, 'profiles.handOver.nobody'],
    ['by a coach who was not asked', 'frozen', [version('v2', 2)], { onBehalf: true }, 'profiles.freeze.notAsked'],
  ] as const)('not %s', (_name, state, versions, more, key) => {
    expect(handingOver(state, book({ versions: [...versions] }), { ...act, ...more })).toMatchObject({ ok: false, key })
  })
})
