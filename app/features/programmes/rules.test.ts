import { describe, expect, test } from 'vitest'
import { focustravail } from '../../blueprints/focustravail.ts'
import { defaultSettings } from '../../blueprints/settings.ts'
import { Typed } from '../../shared/forms/forms.ts'
import { parseSection, parseTheme, sections, sectionValues, textValues } from './form.ts'
import type { ProgrammeColleague, ProgrammeStage } from './programme.ts'
import { changeStages, endColleague } from './rules.ts'

const settings = defaultSettings(focustravail)
const typed = (values: Record<string, string | string[]>) => Typed.of(values)

describe('stages of a programme', () => {
  const stage = (key: string, kind: ProgrammeStage['kind']): ProgrammeStage => ({ key, kind, label: { fr: key } })
  const before = [stage('in', 'registered'), stage('go', 'started')]
  test.each([
    ['a used stage is renamed', [{ ...stage('in', 'registered'), label: { fr: 'Reçue' } }, before[1]!], undefined],
    ['an unused one goes', [before[0]!], undefined],
    ['a used one goes', [before[1]!], 'programmes.stages.used'],
    ['a used one counts as something else', [stage('in', 'informed'), before[1]!], 'programmes.stages.kindFixed'],
    ['one is added', [...before, stage('test', 'other')], undefined],
  ])('%s', (_name, after, refusal) => {
    const decision = changeStages(before, after, new Set(['in']))
    expect(decision.ok ? undefined : decision.key).toBe(refusal)
  })
})

describe('the staff of a programme', () => {
  const today = '2026-11-23'
  const colleague = (userId: string, role: string, to: string | null = null): ProgrammeColleague => ({
    userId,
    name: userId,
    role,
    from: '2026-01-01',
    to,
  })
  test.each([
    [
      'the only coordinator',
      [colleague('a', 'coordinator'), colleague('o', 'programme-office')],
      'a',
      'programmes.staff.lastCoordinator',
    ],
    [
      'the only one left',
      [colleague('a', 'coordinator'), colleague('b', 'coordinator', '2026-11-22')],
      'a',
      'programmes.staff.lastCoordinator',
    ],
    ['one of two', [colleague('a', 'coordinator'), colleague('b', 'coordinator')], 'a', undefined],
    ['the office', [colleague('a', 'coordinator'), colleague('o', 'programme-office')], 'o', undefined],
    [
      'somebody who left',
      [colleague('a', 'coordinator'), colleague('o', 'programme-office', '2026-11-22')],
      'o',
      'programmes.staff.notThere',
    ],
  ])('%s is ended', (_name, all, who, refusal) => {
    const decision = endColleague(all, who, today)
    expect(decision.ok ? undefined : decision.key).toBe(refusal)
  })
})

describe('a section of the settings as a form', () => {
  test.each(sections)('%s comes back from its own fields unchanged', (section) => {
    const parsed = parseSection(section, typed(sectionValues(section, settings)), settings)
    expect(parsed.ok && parsed.value).toEqual(settings)
  })
  test.each([
    [
      'an end before the start',
      'basics',
      { startsOn: '2026-05-01', endsOn: '1.4.2026' },
      { endsOn: 'blueprints.settings.datesOrder' },
    ],
    [
      'no title in a language of the programme',
      'basics',
      { 'title.de': '' },
      { '': 'blueprints.settings.textMissing' },
    ],
    ['words for a number', 'basics', { targetPersons: 'many' }, { targetPersons: 'forms.number' }],
    [
      'a group whose maximum is below its minimum',
      'numbers',
      { 'group.max': '3' },
      { 'group.max': 'blueprints.settings.groupOrder' },
    ],
    [
      'a share above the whole',
      'funding',
      { 'funding.funders.1.percent': '120' },
      { 'funding.funders.1.percent': 'forms.outOfRange' },
    ],
    [
      'no stage that counts as started',
      'stages',
      { 'stages.4.kind': 'other' },
      { stages: 'blueprints.settings.stageMissing' },
    ],
  ] as const)('%s is shown beside its field', (_name, section, change, expected) => {
    const parsed = parseSection(section, typed({ ...sectionValues(section, settings), ...change }), settings)
    expect(parsed.ok ? {} : Object.fromEntries(Object.entries(parsed.errors).map(([f, e]) => [f, e.key]))).toEqual(
      expected,
    )
  })
  test('amounts may be typed as they are written here', () => {
    const parsed = parseSection(
      'funding',
      typed({ ...sectionValues('funding', settings), 'funding.total': '2’750’000' }),
      settings,
    )
    expect(parsed.ok && parsed.value.funding?.total).toBe(2_750_000)
  })
  test('an emptied line goes, a new line gets a key of its own', () => {
    const two = {
      ...settings,
      sites: [
        { key: 'site-1', name: 'A', address: '' },
        { key: 'site-2', name: 'B', address: '' },
      ],
    }
    const parsed = parseSection(
      'sites',
      typed({ ...sectionValues('sites', two), 'sites.0.name': '', 'sites.2.name': 'C', 'sites.3.name': 'D' }),
      two,
    )
    expect(parsed.ok && parsed.value.sites.map((s) => [s.key, s.name])).toEqual([
      ['site-2', 'B'],
      ['site-3', 'C'],
      ['site-4', 'D'],
    ])
  })
})

describe('a theme', () => {
  const values = {
    ...textValues('title', { fr: 'Visite', de: 'Besuch' }),
    ...textValues('aim', { fr: 'But' }),
    ...textValues('material', { fr: 'Rien' }),
  }
  test('is added at the end, and counts', () => {
    const parsed = parseTheme('half-day-1', typed(values), settings)
    expect(parsed.ok && [parsed.value.calendar?.count, parsed.value.calendar?.themes.at(-1)?.key]).toEqual([
      13,
      'half-day-1',
    ])
  })
  test('of a week that repeats is added without adding a half-day; the number of half-days is typed', () => {
    const weekly = { ...settings, calendar: { ...settings.calendar!, repeats: true, count: 60 } }
    const parsed = parseTheme('half-day-1', typed(values), weekly)
    expect(parsed.ok && [parsed.value.calendar?.count, parsed.value.calendar?.themes.length]).toEqual([60, 13])
    const numbers = (count: string) =>
      parseSection('numbers', typed({ ...sectionValues('numbers', weekly), 'calendar.count': count }), weekly)
    const more = numbers('72')
    expect(more.ok && more.value.calendar?.count).toBe(72)
    const less = numbers('4')
    expect(less.ok ? {} : less.errors).toEqual({ 'calendar.count': { key: 'blueprints.settings.themesUnused' } })
  })
  test('keeps which parts of the profile it works on', () => {
    const { key, profileParts } = settings.calendar!.themes[1]!
    const parsed = parseTheme(key, typed(values), settings)
    expect(parsed.ok && parsed.value.calendar?.themes[1]).toMatchObject({ key, profileParts, title: { fr: 'Visite' } })
  })
  test('without an aim says so beside the aim', () => {
    const parsed = parseTheme('half-day-1', typed({ ...values, 'aim.fr': '' }), settings)
    expect(parsed.ok ? {} : parsed.errors).toEqual({ 'aim.fr': { key: 'blueprints.settings.textEmpty' } })
  })
})
