import { describe, expect, test } from 'vitest'
import type { Act, Author, Line } from '../../engine/allocation/log.ts'
import { writeLine } from '../../engine/allocation/log.ts'
import { verifyLog } from '../../engine/allocation/replay.ts'
import type { Study } from '../../engine/allocation/study.ts'
import { wordsIn } from '../../shared/i18n/i18n.ts'
import { staffLanguages } from '../../shared/i18n/languages.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Covariate } from './covariates.ts'
import { paragraphOf } from './paragraph.ts'
import {
  closing,
  countsOf,
  drawing,
  drawingSeed,
  fingerprint,
  nameIn,
  overriding,
  saving,
  savingUnit,
} from './rules.ts'
import type { StudyRecord } from './study.ts'

const helene: Author = { id: 'helene', name: 'Hélène Roth', role: 'coordinator' }
const brigitte: Author = { id: 'brigitte', name: 'Brigitte Kunz', role: 'programme-office' }
const noah: Author = { id: 'noah', name: 'Noah Wyss', role: 'coordinator' }

const protocol = { name: 'Ways', unit: 'group', arms: ['A', 'B'], ratio: [1, 1], factors: ['language'] } as const
const minimisation = { ...protocol, method: 'minimisation-v1', weights: [1], p: 0.8, measure: 'range' } as const
const blocks = { ...protocol, method: 'blocks-v1', multipliers: [1, 2] } as const

const setUp = (which: typeof minimisation | typeof blocks = minimisation): [Act, Author] => [
  { kind: 'protocol', data: which },
  helene,
]
const seed: [Act, Author] = [{ kind: 'commitment', data: { commitment: 'f'.repeat(64) } }, brigitte]
const unit: [Act, Author] = [{ kind: 'unit', data: { unit: 1, levels: ['fr'], allowed: null, reason: null } }, helene]
const arm: [Act, Author] = [
  { kind: 'allocation', data: { unit: 1, arm: 'A', probabilities: [0.5, 0.5], G: [1, 1] } },
  helene,
]
const override: [Act, Author] = [{ kind: 'override', data: { unit: 1, arm: 'B', reason: 'room' } }, helene]
const closed: [Act, Author] = [{ kind: 'closure', data: { reason: 'over' } }, helene]

function recordOf(...acts: [Act, Author][]): StudyRecord {
  const lines: Line[] = []
  for (const [i, [act, by]] of acts.entries())
    lines.push(writeLine(lines.at(-1), { ...act, number: i + 1, at: `2026-11-${10 + i}T23:30:00.000Z`, by }))
  const proof = verifyLog(lines)
  if (!proof.ok) throw new Error(`entry ${proof.firstBad} may not come here`)
  return { id: 'study', programmeId: 'programme', name: 'Ways', lines, proof, study: proof.study! }
}
const studyOf = (...acts: [Act, Author][]): Study => recordOf(...acts).study

const covariates: Covariate[] = [{ factor: 'language', level: 'fr' }]
const full = { covariates, seen: fingerprint(covariates), allowed: [0, 1], reason: null, isAgain: false }

describe('each act in each state of a study', () => {
  const states = {
    'set up': studyOf(setUp()),
    'seed drawn': studyOf(setUp(), seed),
    'unit saved': studyOf(setUp(), seed, unit),
    'arm drawn': studyOf(setUp(), seed, unit, arm),
    overridden: studyOf(setUp(), seed, unit, arm, override),
    closed: studyOf(setUp(), seed, unit, arm, closed),
  }
  const key = (decision: { ok: boolean } | { key: string } | null) =>
    decision === null || ('ok' in decision && decision.ok) ? 'yes' : (decision as { key: string }).key.split('.').at(-1)
  test.each<[keyof typeof states, Record<string, string>]>([
    ['set up', { seed: 'yes', save: 'noSeed', draw: 'drawn', override: 'notDrawn', close: 'yes' }],
    ['seed drawn', { seed: 'seedThere', save: 'yes', draw: 'drawn', override: 'notDrawn', close: 'yes' }],
    ['unit saved', { seed: 'seedThere', save: 'pending', draw: 'yes', override: 'pending', close: 'pending' }],
    ['arm drawn', { seed: 'seedThere', save: 'yes', draw: 'drawn', override: 'yes', close: 'yes' }],
    ['overridden', { seed: 'seedThere', save: 'yes', draw: 'drawn', override: 'sameArm', close: 'yes' }],
    ['closed', { seed: 'closed', save: 'closed', draw: 'closed', override: 'closed', close: 'closed' }],
  ])('%s', (state, expected) => {
    const study = states[state]
    expect({
      seed: key(drawingSeed(study, 'noah', 'f')),
      save: key(savingUnit(study, 'helene', full)),
      draw: key(drawing(study, 'helene', 1)),
      override: key(overriding(study, 'helene', { number: 1, arm: 'B', reason: 'room' })),
      close: key(closing(study, 'over')),
    }).toEqual(expected)
  })
})

describe('the seed', () => {
  test('is drawn by somebody who neither set the study up nor enrols in it', () => {
    const study = studyOf(setUp())
    expect(drawingSeed(study, helene.id, 'f')).toMatchObject({ ok: false, key: 'studies.refused.ownSeed' })
    expect(drawingSeed(study, brigitte.id, 'f')).toMatchObject({ ok: true })
    expect(drawingSeed({ ...studyOf(setUp(), seed, unit, arm), commitment: undefined }, helene.id, 'f').ok).toBe(false)
  })
  test('keeps whoever drew it from saving, drawing and overriding', () => {
    const key = 'studies.refused.drewSeed'
    expect(saving(studyOf(setUp(), seed), brigitte.id)).toEqual({ key })
    expect(drawing(studyOf(setUp(), seed, unit), brigitte.id, 1)).toEqual({ key })
    const study = studyOf(setUp(), seed, unit, arm)
    expect(overriding(study, brigitte.id, { number: 1, arm: 'B', reason: 'x' })).toMatchObject({ ok: false, key })
    expect(overriding(study, noah.id, { number: 1, arm: 'B', reason: 'x' })).toMatchObject({ ok: true })
  })
})

describe('a unit', () => {
  const study = studyOf(setUp(), seed)
  test('is saved as it was looked at', () => {
    expect(savingUnit(study, 'helene', full)).toMatchObject({
      ok: true,
      value: { kind: 'unit', data: { unit: 1, levels: ['fr'], allowed: null, reason: null } },
    })
    expect(savingUnit(study, 'helene', { ...full, isAgain: true })).toMatchObject({ key: 'studies.refused.again' })
    expect(savingUnit(study, 'helene', { ...full, seen: 'language=de' })).toMatchObject({
      key: 'studies.refused.changed',
    })
  })
  test('is not saved while something is unknown', () => {
    const unknown: Covariate[] = [{ factor: 'language', level: null }]
    expect(savingUnit(study, 'helene', { ...full, covariates: unknown, seen: fingerprint(unknown) })).toMatchObject({
      key: 'studies.refused.unknown',
    })
  })
  test('leaves arms out of a minimisation, with the reason, and never of blocks', () => {
    const one = { ...full, allowed: [1], reason: 'No coach' }
    expect(savingUnit(study, 'helene', one)).toMatchObject({ value: { data: { allowed: [1], reason: 'No coach' } } })
    expect(savingUnit(studyOf(setUp(blocks), seed), 'helene', one)).toMatchObject({
      key: 'studies.refused.blocksTakeAll',
    })
  })
})

test('counts are by allocation and, beside it, by what was delivered', () => {
  expect(countsOf(studyOf(setUp(), seed, unit, arm, override))).toEqual([
    { arm: 'A', allocated: 1, delivered: 0 },
    { arm: 'B', allocated: 0, delivered: 1 },
  ])
})

describe.each(staffLanguages)('the paragraph in %s', (language) => {
  const programme = { settings: { title: { fr: 'Passage', de: 'Passage', en: 'Passage', nl: 'Passage' } } } as Programme
  const write = (...acts: [Act, Author][]) => paragraphOf(recordOf(...acts), programme, wordsIn(language)).join('\n')
  const states = {
    'set up': [setUp()],
    'seed drawn': [setUp(blocks), seed],
    running: [setUp(), seed, unit, arm],
    overridden: [setUp(), seed, unit, arm, override],
    closed: [setUp(), seed, unit, arm, closed],
  }
  test.each(Object.entries(states))('is whole: %s', (_, acts) => {
    const text = write(...acts)
    expect(text).not.toMatch(/undefined|null|NaN|[{}]|studies\.| {2}/)
    for (const paragraph of text.split('\n')) expect(paragraph).toMatch(/\.$/)
  })
  test('says who did what, when, where the site is, and the commitment', () => {
    const text = write(setUp(), seed, unit, arm, override)
    for (const name of ['Hélène Roth', 'Brigitte Kunz', 'Passage', 'f'.repeat(64)]) expect(text).toContain(name)
    // Half past eleven at night in UTC is the next day there.
    expect(text).toContain(wordsIn(language).date('2026-11-12', 'long'))
  })
})

test.each([
  ['Olga ne peut pas venir', 'Olga'],
  ['asked by OLGÁ herself', 'OLGÁ'],
  ['Madame Petit-Müller est malade', 'Petit'],
  ['Herr Muller ist krank', 'Muller'],
  ['le petit groupe', 'petit'],
  ['the room of Jo was closed', null],
  ['Volga von der Brücke', null],
  ['', null],
])('a reason is searched for names, whole words however they are written: %s', (text, word) => {
  expect(nameIn(text, ['Olga', 'von der Petit-Müller', 'Jo'])).toBe(word)
})
