import { describe, expect, test } from 'vitest'
import { textLanguages } from '../shared/i18n/text.ts'
import { autonomyScale, autonomyUnknown, competenceGroupIds, competenceGroups, competenceIds, competences } from './competences.ts'
import rawCompetences from './competences.json' with { type: 'json' }
import rawInstruments from './instruments.json' with { type: 'json' }
import { instrumentIds, instruments } from './instruments.ts'
import rawLevels from './language-levels.json' with { type: 'json' }
import { compareLevels, languageLevelCodes, languageLevels, languageSkillIds, languageSkills, levelsFor } from './language-levels.ts'

const labels = [
  ...competences.flatMap((c) => [c.label, c.statement]),
  ...competenceGroups.map((g) => g.label),
  ...autonomyScale.map((s) => s.label),
  autonomyUnknown,
  ...languageLevels.map((l) => l.label),
  ...languageSkills.map((s) => s.label),
  ...instruments.flatMap((i) => [...(i.anchors ?? []), ...(i.texts ?? []).map((t) => t.text)]),
]

describe('vocabularies', () => {
  test('ids in the code are those of the data, in the same order', () => {
    expect(competences.map((c) => c.id)).toEqual(competenceIds)
    expect(competenceGroups.map((g) => g.id)).toEqual(competenceGroupIds)
    expect(languageLevels.map((l) => l.code)).toEqual(languageLevelCodes)
    expect(languageSkills.map((s) => s.id)).toEqual(languageSkillIds)
    expect(instruments.map((i) => i.id)).toEqual(instrumentIds)
    expect(autonomyScale.map((s) => s.value)).toEqual([1, 2, 3, 4])
  })

  test('every label exists in the four staff languages and in Arabic', () => {
    for (const label of labels) for (const lang of textLanguages) expect(label[lang], JSON.stringify(label)).toBeTruthy()
  })

  test('German is written the Swiss way', () => {
    expect(labels.filter((l) => l.de.includes('ß'))).toEqual([])
  })

  test('each file says where it comes from and that Arabic was not reviewed', () => {
    for (const file of [rawCompetences, rawLevels, rawInstruments]) {
      expect(file._meta.licence).toContain('CC0-1.0')
      expect(file._meta.reviewed.ar).toBe(false)
    }
  })

  test('item texts are shipped only where the licence allows it', () => {
    expect(instruments.filter((i) => i.texts && i.ship !== 'yes')).toEqual([])
    for (const i of instruments.filter((each) => each.texts)) {
      expect(i.texts).toHaveLength(i.items)
      expect(i.anchors).toHaveLength(i.response.max - i.response.min + 1)
    }
  })
})

describe('language levels', () => {
  test.each([
    ['B1', 'A2', 10],
    ['A1', 'A1', 0],
    ['alpha-1', 'alpha-3', -2],
    ['alpha-4', 'A1', null],
    ['not-assessed', 'A1', null],
  ] as const)('%s against %s is %s', (a, b, expected) => expect(compareLevels(a, b)).toBe(expected))

  test('the literacy track is offered for reading and writing only', () => {
    const hasAlpha = (skill: (typeof languageSkillIds)[number]) => levelsFor(skill).some((l) => l.track === 'alpha')
    expect(languageSkillIds.map(hasAlpha)).toEqual([false, false, true, true])
  })
})
