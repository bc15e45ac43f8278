import { describe, expect, test } from 'vitest'
import { textIn } from '../shared/i18n/text.ts'
import { blueprints, findBlueprint } from './blueprints.ts'
import { focustravail } from './focustravail.ts'
import { moveup } from './moveup.ts'
import { moduleOfTheme } from './parts/modules.ts'
import { defaultSettings, programmeSettings } from './settings.ts'

type Found = { path: string; text: Record<string, string> }

/** Every object that carries a French text, wherever it stands in the blueprint. */
function texts(value: unknown, path = ''): Found[] {
  if (typeof value !== 'object' || value === null) return []
  if ('fr' in value) return [{ path, text: value as Record<string, string> }]
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}/${key}`))
}

const words = (sentence: string) => sentence.split(/[\s\u00a0]+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length
const sentences = (text: string) => text.split(/(?<=[.?!؟])[\s\u00a0]+/)
const participantPaths = /infoSheet|feedbackRules|smileys|\/(title|bring|homework|outing)$/

describe.each(blueprints.map((b) => [b.id, b] as const))('blueprint %s', (_id, blueprint) => {
  const all = texts(blueprint)
  const read = all
    .filter(
      (t) =>
        t.path.includes('/themes/') ||
        t.path.includes('infoSheet') ||
        t.path.includes('feedback') ||
        t.path.includes('/smileys/'),
    )
    .filter((t) => participantPaths.test(t.path))

  test('every text exists in French, German, English and Dutch', () => {
    for (const { path, text } of all)
      for (const lang of ['fr', 'de', 'en', 'nl']) expect(text[lang]?.trim(), `${path} ${lang}`).toBeTruthy()
  })

  test('what participants read exists in Arabic too', () => {
    expect(read.length).toBeGreaterThan(15)
    for (const { path, text } of read) expect(text.ar, path).toMatch(/\p{Script=Arabic}/u)
  })

  test('participants meet no sentence of more than twelve words', () => {
    const long = read.flatMap(({ path, text }) =>
      Object.entries(text).flatMap(([lang, t]) =>
        sentences(t)
          .filter((s) => words(s) > 12)
          .map((s) => `${path} ${lang}: ${s}`),
      ),
    )
    expect(long).toEqual([])
  })

  test('spelling: Swiss German, French spaces before double punctuation, typographic apostrophes', () => {
    expect(all.filter((t) => t.text.de?.includes('ß')).map((t) => t.path)).toEqual([])
    expect(all.filter((t) => /[^\u00a0][:;!?]/.test(t.text.fr ?? '')).map((t) => t.path)).toEqual([])
    expect(all.filter((t) => Object.values(t.text).some((s) => s.includes("'"))).map((t) => t.path)).toEqual([])
  })

  test('as many themes as half-days or one week’s, each with a key of its own', () => {
    if (!blueprint.calendar) return
    const { count, themes, repeats } = blueprint.calendar
    if (repeats) expect(count).toBeGreaterThan(themes.length)
    else expect(themes).toHaveLength(count)
    expect(new Set(themes.map((t) => t.key)).size).toBe(themes.length)
  })

  test('half-days work on every part of the profile that it has, and on no other', () => {
    const worked = new Set(blueprint.calendar?.themes.flatMap((t) => t.profileParts))
    expect([...worked].sort()).toEqual([...(blueprint.profile?.parts ?? [])].sort())
  })

  test('each of its languages has an instrument for before and after, where people are asked at all', () => {
    if (blueprint.instruments.length === 0) return
    for (const lang of blueprint.languages)
      for (const moment of ['before', 'after'] as const)
        expect(blueprint.instruments.some((i) => i.languages.includes(lang) && i.moments.includes(moment))).toBe(true)
  })

  test('who hands a person over says where they go', () => {
    expect(blueprint.directions.length > 0).toBe(blueprint.handover !== undefined)
  })

  test('has every kind of stage that figures are computed over', () => {
    const kinds = blueprint.stages.map(({ kind }) => kind)
    for (const kind of ['registered', 'started', 'completed', 'dropped', 'never-started'] as const)
      expect(kinds).toContain(kind)
  })

  test('asks three to six things with smileys, each with a key of its own', () => {
    const lines = blueprint.smileys!.lines
    expect(lines.length).toBeGreaterThanOrEqual(3)
    expect(lines.length).toBeLessThanOrEqual(6)
    expect(new Set(lines.map((line) => line.key)).size).toBe(lines.length)
  })

  test('makes settings that its own schema accepts', () => {
    const settings = defaultSettings(blueprint)
    expect(programmeSettings.parse(JSON.parse(JSON.stringify(settings)))).toEqual(settings)
  })
})

describe('FocusTravail', () => {
  test('carries the numbers of its source', () => {
    expect(focustravail.calendar).toMatchObject({ count: 12, weeksMin: 4, weeksMax: 6 })
    expect(focustravail.target).toEqual({ persons: 2000, years: 3 })
    expect(focustravail.funding).toMatchObject({ currency: 'CHF', total: 2_800_000, years: 3 })
    expect(focustravail.funding?.funders).toHaveLength(2)
    expect(focustravail.attendance?.unexcusedLimit).toBe(2)
  })

  test('leaves the room at least three times', () => {
    expect(focustravail.calendar?.themes.filter((t) => t.outing).length).toBeGreaterThanOrEqual(3)
  })

  test('is found by its id', () => {
    expect(findBlueprint('focustravail')).toBe(focustravail)
    expect(findBlueprint('unknown')).toBeUndefined()
  })
})

describe('MOVE’UP', () => {
  test('carries the numbers of its source: shares of staff cost over two years', () => {
    expect(moveup.funding).toMatchObject({ currency: 'EUR', years: 2 })
    const lines = moveup.fundingLines?.lines.map(({ percent, costBase }) => [percent, costBase])
    expect(lines).toEqual([
      [75, 'staff'],
      [15, 'staff'],
      [10, 'staff'],
    ])
    expect(moveup.team?.fullTime).toBe(4)
    expect(moveup.team?.profiles).toHaveLength(6)
  })

  test('makes groups of one level and takes one week’s themes up again', () => {
    expect(moveup.group?.composition).toBe('homogeneous')
    expect(moveup.calendar?.repeats).toBe(true)
  })

  test('has somebody in each part of the cumulative follow-up', () => {
    expect(moveup.followUpParts?.map(({ key, role }) => [key, role])).toEqual([
      ['global', 'social-worker'],
      ['employment', 'social-worker'],
      ['training', 'social-worker'],
      ['trainer', 'coach'],
    ])
  })
})

describe('the module of a theme', () => {
  const [collective, individual, preparation] = moveup.modules!
  test.each([
    ['housing', [collective!, individual!, preparation!], 'collective'],
    ['work', [collective!, individual!, { ...preparation!, themes: ['work'] }], 'preparation'],
    ['housing', [individual!], undefined],
  ])('%s', (theme, modules, key) => expect(moduleOfTheme(modules, theme)?.key).toBe(key))
})

describe('a text in some languages', () => {
  test.each([
    [{ fr: 'Bonjour', de: 'Guten Tag' }, 'de', { text: 'Guten Tag', found: 'de' }],
    [{ fr: 'Bonjour', en: 'Hello' }, 'ar', { text: 'Hello', found: 'en' }],
    [{ de: 'Guten Tag' }, 'fr', { text: 'Guten Tag', found: 'de' }],
  ])('%j asked for in %s', (text, language, expected) => expect(textIn(text, language)).toEqual(expected))
})

describe('settings that a coordinator changed', () => {
  test('need the languages of the programme and no others', () => {
    const title = { fr: 'Perspectives', de: 'Perspektiven' }
    expect(programmeSettings.safeParse({ ...defaultSettings(focustravail), title }).success).toBe(true)
  })

  const settings = defaultSettings(focustravail)
  const complaints = (changed: unknown) => programmeSettings.safeParse(changed).error?.issues.map((i) => i.message)

  test.each([
    ['a group whose maximum is below its minimum', { group: { min: 8, max: 6 } }, 'blueprints.settings.groupOrder'],
    ['an end before the start', { startsOn: '2026-05-01', endsOn: '2026-04-01' }, 'blueprints.settings.datesOrder'],
    ['a theme too few', { calendar: { ...settings.calendar, count: 13 } }, 'blueprints.settings.themesCount'],
    [
      'more themes in a week than half-days in all',
      { calendar: { ...settings.calendar, repeats: true, count: 11 } },
      'blueprints.settings.themesUnused',
    ],
    [
      'more weeks at least than at most',
      { calendar: { ...settings.calendar, weeksMin: 7 } },
      'blueprints.settings.weeksOrder',
    ],
    [
      'no stage that counts as started',
      { stages: settings.stages.filter((s) => s.kind !== 'started') },
      'blueprints.settings.stageMissing',
    ],
    ['two stages of one key', { stages: [...settings.stages, settings.stages[0]] }, 'blueprints.settings.stageTwice'],
    ['a title that lacks one of its languages', { title: { fr: 'Perspectives' } }, 'blueprints.settings.textMissing'],
    [
      'a single smiley line',
      { smileys: { ...focustravail.smileys, lines: focustravail.smileys?.lines.slice(0, 1) } },
      'blueprints.settings.smileyLines',
    ],
    ['a title in no language', { title: {} }, 'blueprints.settings.textEmpty'],
  ])('%s is refused', (_name, change, reason) => expect(complaints({ ...settings, ...change })).toEqual([reason]))
})
