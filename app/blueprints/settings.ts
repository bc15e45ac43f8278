/** What a coordinator may change of a blueprint: stored with the programme as one JSON document, checked here. */
import { z } from 'zod'
import { type LocalText, textLanguages } from '../shared/i18n/text.ts'
import { type Blueprint, profileParts, stageKinds } from './blueprint.ts'
import { faceCounts, smileyPictures } from './parts/smileys.ts'

const words = z.string().trim().min(1).max(2000)
/** In the languages that the coordinator writes; which of them are needed is asked of the whole programme. */
const text = z.partialRecord(z.enum(textLanguages), words).refine((t) => Object.keys(t).length > 0, {
  error: 'blueprints.settings.textEmpty',
  abort: true,
})
const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const date = z.iso.date()
const count = z.int().min(1)

/** As many as a group's numbering of its half-days knows. */
const mostHalfDays = 500

const theme = z.object({
  key,
  title: text,
  aim: text,
  material: text,
  bring: text.optional(),
  homework: text.optional(),
  outing: text.optional(),
  profileParts: z.array(z.enum(profileParts)),
})

const calendar = z
  .object({
    unit: z.literal('half-day'),
    count: count.max(mostHalfDays),
    weeksMin: count,
    weeksMax: count,
    themes: z.array(theme).min(1),
    repeats: z.boolean().optional(),
  })
  .refine((c) => c.weeksMin <= c.weeksMax, { path: ['weeksMax'], error: 'blueprints.settings.weeksOrder' })
  .refine((c) => c.repeats || c.themes.length === c.count, {
    path: ['themes'],
    error: 'blueprints.settings.themesCount',
  })
  .refine((c) => !c.repeats || c.themes.length <= c.count, {
    path: ['count'],
    error: 'blueprints.settings.themesUnused',
  })

const smileys = z.object({
  faces: z.literal([...faceCounts]),
  lines: z
    .array(z.object({ key, text, picture: z.enum(smileyPictures) }))
    .min(3, 'blueprints.settings.smileyLines')
    .max(6, 'blueprints.settings.smileyLines'),
})

/** Without these three kinds no figure about the way in and out could be computed. */
const neededKinds = ['registered', 'started', 'completed'] as const

export const programmeSettings = z
  .object({
    title: text,
    languages: z.array(z.enum(textLanguages)).min(1),
    startsOn: date.nullable(),
    endsOn: date.nullable(),
    targetPersons: count.nullable(),
    funding: z
      .object({
        currency: z.enum(['CHF', 'EUR']),
        total: z.number().nonnegative(),
        approximate: z.boolean(),
        years: count,
        funders: z.array(z.object({ key, name: text, percent: z.number().min(0).max(100).nullable() })),
      })
      .nullable(),
    sites: z.array(z.object({ key, name: words, address: z.string().trim().max(300) })),
    stages: z
      .array(z.object({ key, kind: z.enum(stageKinds), label: text }))
      .refine((all) => new Set(all.map((s) => s.key)).size === all.length, { error: 'blueprints.settings.stageTwice' })
      .refine((all) => neededKinds.every((kind) => all.some((s) => s.kind === kind)), {
        error: 'blueprints.settings.stageMissing',
      }),
    group: z
      .object({ min: count, max: count })
      .refine((g) => g.min <= g.max, { path: ['max'], error: 'blueprints.settings.groupOrder' })
      .nullable(),
    calendar: calendar.nullable(),
    unexcusedLimit: count.nullable(),
    handover: z.object({ received: count, read: count, talkPlanned: count, talkHeld: count }).nullable(),
    /** From when a module that the blueprint only plans takes people, by its key. */
    moduleOpenings: z.record(key, date).optional(),
    /** How often people are seen at least, when it is not as the blueprint says. */
    followUp: z.object({ stableMonths: count.max(12), otherwiseWeeks: count.max(26) }).optional(),
    /** Left out: the blueprint's own. */
    smileys: smileys.optional(),
    /** Whom the programme is for; programmes made before have none stored and take the blueprint's. */
    criteria: z
      .array(z.object({ key, label: text, evidence: z.boolean() }))
      .max(20)
      .refine((all) => new Set(all.map((c) => c.key)).size === all.length, {
        error: 'blueprints.settings.criterionTwice',
      })
      .optional(),
  })
  .refine((p) => p.startsOn === null || p.endsOn === null || p.startsOn <= p.endsOn, {
    path: ['endsOn'],
    error: 'blueprints.settings.datesOrder',
  })
  .refine((p) => everyone(p).every((t) => p.languages.every((lang) => t[lang])), {
    error: 'blueprints.settings.textMissing',
  })

/** What everybody meets must be there in each language of the programme. */
function everyone(p: {
  title: LocalText
  stages: { label: LocalText }[]
  calendar: { themes: { title: LocalText }[] } | null
  smileys?: { lines: { text: LocalText }[] } | undefined
}) {
  return [
    p.title,
    ...p.stages.map((s) => s.label),
    ...(p.calendar?.themes ?? []).map((t) => t.title),
    ...(p.smileys?.lines ?? []).map((line) => line.text),
  ]
}

export type ProgrammeSettings = z.infer<typeof programmeSettings>

/** The settings a new programme starts with: the blueprint's own numbers and texts, no dates, no sites. */
export function defaultSettings(blueprint: Blueprint): ProgrammeSettings {
  const { title, languages, stages, group, calendar, funding, handover, attendance, target } = blueprint
  return programmeSettings.parse({
    title,
    languages,
    startsOn: null,
    endsOn: null,
    targetPersons: target?.persons ?? null,
    funding: funding ?? null,
    sites: [],
    stages,
    group: group ? { min: group.min, max: group.max } : null,
    calendar: calendar ?? null,
    unexcusedLimit: attendance?.unexcusedLimit ?? null,
    handover: handover ?? null,
  })
}
