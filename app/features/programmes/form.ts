/** Each section of the settings as a form: from the settings to its fields, and from its fields back to settings. */
import { stageKinds } from '../../blueprints/blueprint.ts'
import { type ProgrammeSettings, programmeSettings } from '../../blueprints/settings.ts'
import { type FieldErrors, type Parsed, type Typed, withErrors } from '../../shared/forms/forms.ts'
import { type LocalText, type TextLanguage, textLanguages } from '../../shared/i18n/text.ts'

export const sections = ['basics', 'funding', 'sites', 'stages', 'numbers'] as const
export type Section = (typeof sections)[number]
export const isSection = (value: string): value is Section => (sections as readonly string[]).includes(value)

export type Values = Record<string, string | string[]>

/** Empty lines offered below those that are filled. */
const spare = 2
export const rowsOf = (count: number) => Array.from({ length: count + spare }, (_, i) => i)

const number = (typed: Typed, name: string): number | null => {
  const text = typed
    .get(name)
    .replace(/[\s'’\u00a0\u202f]/g, '')
    .replace(',', '.')
  return text === '' ? null : Number(text)
}
const date = (typed: Typed, name: string): string | null => {
  const text = typed.get(name).trim()
  const swiss = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text)
  if (swiss) return `${swiss[3]}-${swiss[2]!.padStart(2, '0')}-${swiss[1]!.padStart(2, '0')}`
  return text === '' ? null : text
}
const textFrom = (typed: Typed, name: string): LocalText =>
  Object.fromEntries(
    textLanguages.flatMap((lang) => {
      const words = typed.get(`${name}.${lang}`).trim()
      return words === '' ? [] : [[lang, words]]
    }),
  )
const optionalText = (typed: Typed, name: string) => {
  const text = textFrom(typed, name)
  return Object.keys(text).length > 0 ? text : undefined
}
export const textValues = (name: string, text: LocalText | undefined): Values =>
  Object.fromEntries(textLanguages.map((lang) => [`${name}.${lang}`, text?.[lang] ?? '']))
const str = (value: number | string | null | undefined) => (value === null || value === undefined ? '' : String(value))

/** The lines that are not empty, with the number of the line each was typed in. */
function lines<T>(typed: Typed, name: string, isFilled: (row: string) => boolean, read: (row: string) => T) {
  const rows = [...new Set(typed.names().map((n) => new RegExp(`^${name}\\.(\\d{1,2})\\.`).exec(n)?.[1]))]
    .filter((i) => i !== undefined)
    .sort((a, b) => Number(a) - Number(b))
    .filter((i) => isFilled(`${name}.${i}`))
  return { rows, value: rows.map((i) => read(`${name}.${i}`)) }
}

/** A key that no other line has. */
function freshKey(taken: string[], stem: string): string {
  for (let n = 1; ; n++) if (!taken.includes(`${stem}-${n}`)) return `${stem}-${n}`
}

type Patch = { patch: object; rows?: string[] }

const readers: Record<Section, (typed: Typed, now: ProgrammeSettings) => Patch> = {
  basics: (typed) => ({
    patch: {
      title: textFrom(typed, 'title'),
      languages: typed.all('languages'),
      startsOn: date(typed, 'startsOn'),
      endsOn: date(typed, 'endsOn'),
      targetPersons: number(typed, 'targetPersons'),
    },
  }),
  funding(typed, now) {
    if (typed.get('funding.total').trim() === '') return { patch: { funding: null } }
    const keys = now.funding?.funders.map((f) => f.key) ?? []
    const funders = lines(
      typed,
      'funding.funders',
      (row) => optionalText(typed, `${row}.name`) !== undefined,
      (row) => ({
        key: typed.get(`${row}.key`) || keys[keys.push(freshKey(keys, 'funder')) - 1],
        name: textFrom(typed, `${row}.name`),
        percent: number(typed, `${row}.percent`),
      }),
    )
    return {
      rows: funders.rows,
      patch: {
        funding: {
          currency: typed.get('funding.currency'),
          total: number(typed, 'funding.total'),
          approximate: typed.has('funding.approximate'),
          years: number(typed, 'funding.years'),
          funders: funders.value,
        },
      },
    }
  },
  sites(typed, now) {
    const keys = now.sites.map((s) => s.key)
    const sites = lines(
      typed,
      'sites',
      (row) => typed.get(`${row}.name`).trim() !== '',
      (row) => ({
        key: typed.get(`${row}.key`) || keys[keys.push(freshKey(keys, 'site')) - 1],
        name: typed.get(`${row}.name`),
        address: typed.get(`${row}.address`),
      }),
    )
    return { rows: sites.rows, patch: { sites: sites.value } }
  },
  stages(typed, now) {
    const keys = now.stages.map((s) => s.key)
    const stages = lines(
      typed,
      'stages',
      (row) => optionalText(typed, `${row}.label`) !== undefined,
      (row) => ({
        key: typed.get(`${row}.key`) || keys[keys.push(freshKey(keys, 'stage')) - 1],
        kind: typed.get(`${row}.kind`) || 'other',
        label: textFrom(typed, `${row}.label`),
      }),
    )
    return { rows: stages.rows, patch: { stages: stages.value } }
  },
  numbers: (typed, now) => ({
    patch: {
      ...(now.group && { group: { min: number(typed, 'group.min'), max: number(typed, 'group.max') } }),
      ...(now.calendar && {
        calendar: {
          ...now.calendar,
          ...(now.calendar.repeats && { count: number(typed, 'calendar.count') }),
          weeksMin: number(typed, 'calendar.weeksMin'),
          weeksMax: number(typed, 'calendar.weeksMax'),
        },
      }),
      unexcusedLimit: number(typed, 'unexcusedLimit'),
      ...(now.handover && {
        handover: {
          received: number(typed, 'handover.received'),
          read: number(typed, 'handover.read'),
          talkPlanned: number(typed, 'handover.talkPlanned'),
          talkHeld: number(typed, 'handover.talkHeld'),
        },
      }),
    },
  }),
}

/** The whole settings with one section as typed, or what is wrong with it, by field. */
export function parseSection(section: Section, typed: Typed, now: ProgrammeSettings): Parsed<ProgrammeSettings> {
  const { patch, rows } = readers[section](typed, now)
  return check({ ...now, ...patch }, typed, rows)
}

/** One theme as typed, in place of `key` or, when there is none of that key, at the end. */
export function parseTheme(key: string, typed: Typed, now: ProgrammeSettings): Parsed<ProgrammeSettings> {
  const calendar = now.calendar!
  const before = calendar.themes.find((t) => t.key === key)
  const theme = {
    key,
    title: textFrom(typed, 'title'),
    aim: textFrom(typed, 'aim'),
    material: textFrom(typed, 'material'),
    bring: optionalText(typed, 'bring'),
    homework: optionalText(typed, 'homework'),
    outing: optionalText(typed, 'outing'),
    profileParts: before?.profileParts ?? [],
  }
  const themes = before ? calendar.themes.map((t) => (t.key === key ? theme : t)) : [...calendar.themes, theme]
  const parsed = check({ ...now, calendar: withThemes(calendar, themes) }, typed)
  if (parsed.ok) return parsed
  const own = `calendar.themes.${themes.indexOf(theme as never)}.`
  const errors = Object.fromEntries(
    Object.entries(parsed.errors).map(([name, e]) => [name.startsWith(own) ? name.slice(own.length) : name, e]),
  )
  return { ...parsed, errors }
}

/** The calendar with other themes: as many half-days as themes, unless the same ones come again week after week. */
export const withThemes = <Theme>(calendar: NonNullable<ProgrammeSettings['calendar']>, themes: Theme[]) => ({
  ...calendar,
  count: calendar.repeats ? Math.max(calendar.count, themes.length) : themes.length,
  themes,
})

function check(candidate: unknown, typed: Typed, rows?: string[]): Parsed<ProgrammeSettings> {
  const result = programmeSettings.safeParse(candidate)
  if (result.success) return { ok: true, value: result.data, typed }
  const errors: FieldErrors = {}
  for (const issue of result.error.issues) {
    const path = issue.path.map((part) => (typeof part === 'number' && rows ? rows[part] : part))
    errors[path.join('.')] ??= toError(issue)
  }
  return withErrors({ ok: true, value: candidate, typed }, nearest(errors, candidate as ProgrammeSettings))
}

type Issue = { code?: string; message: string; path: PropertyKey[] }

function toError(issue: Issue) {
  if (issue.message.startsWith('blueprints.settings.')) return { key: issue.message }
  if (issue.code === 'too_big') return { key: 'forms.outOfRange' }
  if (issue.code === 'too_small') return { key: 'forms.outOfRange' }
  if (issue.code === 'invalid_format') return { key: 'forms.date' }
  if (issue.code === 'invalid_type') return { key: 'forms.number' }
  return { key: 'forms.invalid' }
}

/** An error about a text as a whole stands beside its first language, where the reader can mend it. */
function nearest(errors: FieldErrors, settings: { languages: readonly TextLanguage[] }): FieldErrors {
  const first = settings.languages[0] ?? 'fr'
  return Object.fromEntries(
    Object.entries(errors).map(([name, error]) => [
      error.key === 'blueprints.settings.textEmpty' ? `${name}.${first}` : name,
      error,
    ]),
  )
}

/** A key for a theme that is being added. */
export const newThemeKey = (settings: ProgrammeSettings) =>
  freshKey(settings.calendar?.themes.map((t) => t.key) ?? [], 'half-day')

/** The settings as values of a section's fields. */
export function sectionValues(section: Section, s: ProgrammeSettings): Values {
  switch (section) {
    case 'basics':
      return {
        ...textValues('title', s.title),
        languages: [...s.languages],
        startsOn: str(s.startsOn),
        endsOn: str(s.endsOn),
        targetPersons: str(s.targetPersons),
      }
    case 'funding':
      return Object.assign(
        {
          'funding.total': str(s.funding?.total),
          'funding.currency': s.funding?.currency ?? 'CHF',
          'funding.years': str(s.funding?.years),
          ...(s.funding?.approximate ? { 'funding.approximate': 'yes' } : {}),
        },
        ...(s.funding?.funders ?? []).map((f, i) => ({
          [`funding.funders.${i}.key`]: f.key,
          [`funding.funders.${i}.percent`]: str(f.percent),
          ...textValues(`funding.funders.${i}.name`, f.name),
        })),
      )
    case 'sites':
      return Object.assign(
        {},
        ...s.sites.map((site, i) => ({
          [`sites.${i}.key`]: site.key,
          [`sites.${i}.name`]: site.name,
          [`sites.${i}.address`]: site.address,
        })),
      )
    case 'stages':
      return Object.assign(
        {},
        ...s.stages.map((stage, i) => ({
          [`stages.${i}.key`]: stage.key,
          [`stages.${i}.kind`]: stage.kind,
          ...textValues(`stages.${i}.label`, stage.label),
        })),
      )
    case 'numbers':
      return {
        'group.min': str(s.group?.min),
        'group.max': str(s.group?.max),
        'calendar.count': str(s.calendar?.count),
        'calendar.weeksMin': str(s.calendar?.weeksMin),
        'calendar.weeksMax': str(s.calendar?.weeksMax),
        unexcusedLimit: str(s.unexcusedLimit),
        'handover.received': str(s.handover?.received),
        'handover.read': str(s.handover?.read),
        'handover.talkPlanned': str(s.handover?.talkPlanned),
        'handover.talkHeld': str(s.handover?.talkHeld),
      }
  }
}

export { stageKinds }
