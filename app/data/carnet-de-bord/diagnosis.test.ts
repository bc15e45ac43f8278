import { describe, expect, test } from 'vitest'
import { actionsOf, diagnosisLabel, diagnosisThemes, situationsOf, targetsOf, themeLabel } from './diagnosis.ts'
import raw from './diagnostic-socio-pro.json' with { type: 'json' }

const keys = diagnosisThemes.map(({ key }) => key)
const all = (of: typeof situationsOf) => keys.flatMap((key) => of(key))

describe('the diagnosis of Carnet de bord', () => {
  test('has every theme, situation, target and action of the source', () => {
    expect([keys, all(situationsOf), all(targetsOf), all(actionsOf)].map((list) => list.length)).toEqual([
      raw.themes.length,
      raw.situations.length,
      raw.targets.length,
      raw.actions.length,
    ])
  })
  test('gives each a code of its own, short enough to be stored', () => {
    const codes = [...all(situationsOf), ...all(targetsOf)].map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    const actions = all(actionsOf).map(({ code }) => code)
    expect(new Set(actions).size).toBe(actions.length)
    for (const code of [...codes, ...actions]) expect(code.length, code).toBeLessThanOrEqual(200)
  })
  test('says themes, situations and targets in the four languages of the staff, German the Swiss way', () => {
    for (const { label } of [...diagnosisThemes, ...all(situationsOf), ...all(targetsOf)])
      for (const lang of ['fr', 'de', 'en', 'nl'] as const) {
        expect(label[lang]?.trim(), `${label.fr} ${lang}`).toBeTruthy()
        expect(label[lang]).not.toMatch(/ß|'|"/)
      }
  })
  test('says that an action is French', () => {
    const [action] = actionsOf('logement')
    expect(diagnosisLabel(action!.code, 'nl').found).toBe('fr')
    expect(diagnosisLabel(situationsOf('logement')[0]!.code, 'nl')).toEqual({
      text: 'Ander soort woonst (hotel, …)',
      found: 'nl',
    })
    expect(themeLabel('logement', 'de')).toBe('Wohnen')
    expect(diagnosisLabel('gone/label', 'de')).toEqual({ text: 'gone/label', found: 'fr' })
  })
})
