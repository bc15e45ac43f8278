import { describe, expect, test } from 'vitest'
import legacyRaw from './legacy.json' with { type: 'json' }
import serviceSchema from './service.schema.json' with { type: 'json' }
import structureSchema from './structure.schema.json' with { type: 'json' }
import raw from './vocabulary.json' with { type: 'json' }
import { categoryOf, legacy, type ListName, termIds, termLabel, terms, themeIds } from './vocabulary.ts'

const lists: ListName[] = ['categories', 'themes', 'audiences', 'kinds', 'fees', 'modes', 'ways', 'callers']

describe('the vocabulary of data·inclusion', () => {
  test('has exactly the codes of the schema', () => {
    const of = (name: keyof typeof serviceSchema.$defs) => [...serviceSchema.$defs[name].enum].sort()
    expect(termIds('themes').sort()).toEqual(of('Thematique'))
    expect(termIds('audiences').sort()).toEqual(of('Public'))
    expect(termIds('kinds').sort()).toEqual(of('TypeService'))
    expect(termIds('fees').sort()).toEqual(of('Frais'))
    expect(termIds('modes').sort()).toEqual(of('ModeAccueil'))
    expect(termIds('ways').sort()).toEqual(of('ModeMobilisation'))
    expect(termIds('callers').sort()).toEqual(of('PersonneMobilisatrice'))
  })
  test('has a label in four languages for each, German written the Swiss way', () => {
    for (const { label } of lists.flatMap((name) => [...terms(name)]))
      for (const language of ['fr', 'de', 'en', 'nl'] as const) expect(label[language], JSON.stringify(label)).toBeTruthy()
    expect(lists.flatMap((name) => [...terms(name)]).filter(({ label }) => label.de.includes('ß'))).toEqual([])
  })
  test('gives every theme a category that has a name', () => {
    for (const id of termIds('themes')) expect(termLabel(categoryOf(id)), id).toBeDefined()
  })
  test('keeps the attribution that its licence asks for', () => {
    for (const text of [raw._meta.attribution, legacyRaw._meta.attribution, structureSchema.$comment, serviceSchema.$comment])
      expect(text).toContain('data·inclusion (GIP Plateforme de l’inclusion), version 1.0.8 du 27/04/2026, Licence Ouverte 2.0')
    expect(raw._meta.licence).toContain('Licence Ouverte')
  })
})

test('codes from before version 1 lead to present ones, or say that none fits', () => {
  expect(Object.values(legacy.themes).filter((id) => !themeIds.includes(id))).toEqual([])
  expect(Object.values(legacy.kinds).filter((id) => !termIds('kinds').includes(id))).toEqual([])
  expect(Object.values(legacy.fees).filter((id) => !termIds('fees').includes(id))).toEqual([])
  expect(Object.values(legacy.ways).filter((id) => id !== null && !termIds('ways').includes(id))).toEqual([])
  for (const [old, id] of Object.entries(legacy.audiences))
    expect(id === null ? legacy.audienceLabels[old] : termIds('audiences').includes(id), old).toBeTruthy()
})
