import { levelsFor } from '../../data/language-levels.ts'
import { type FieldErrors, fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { genders } from '../people/person.ts'
import {
  childcares,
  digitals,
  type EvaluationFacts,
  halfDays,
  isLevelAnswer,
  type Level,
  languageSkillIds,
  levelSources,
  needs,
  type Sheet,
  schoolings,
  trainings,
  withheldLevel,
  yearsOut,
} from './positioning.ts'

const sheetShape = {
  birthYear: fields.optionalInteger(1920, 2100),
  birthYearWithheld: fields.checkbox(),
  gender: fields.optionalChoice(genders),
  schooling: fields.optionalChoice(schoolings),
  digital: fields.optionalChoice(digitals),
  place: fields.optionalText(120),
  mobile: fields.optionalChoice(['yes', 'no']),
  halfDays: fields.choices(halfDays),
  childcare: fields.optionalChoice(childcares),
  needs: fields.choices(needs),
  earliestStart: fields.optionalDate(),
  freeNow: fields.checkbox(),
}
const factsShape = {
  vocationalTraining: fields.optionalChoice(trainings),
  yearsOutOfWork: fields.optionalChoice(yearsOut),
  firstAidOn: fields.optionalDate(),
}

export type PositioningTyped = {
  /** Left out where the form does not ask. */
  groupLanguages?: string[]
  sheet: Omit<Sheet, 'groupLanguages'>
  facts: EvaluationFacts
  levels: Omit<Level, 'by'>[]
}

/**
 * The sheet, the facts for the evaluation, and levels that differ from those known. A level is dated and has a source;
 * `languages` are those that the form asks about.
 */
export function parsePositioning(
  typed: Typed,
  { today, languages, known }: { today: PlainDate; languages: readonly string[]; known: readonly Level[] },
): Parsed<PositioningTyped> {
  const sheet = parseForm(sheetShape, typed)
  const facts = parseForm(factsShape, typed)
  const tongues = parseForm({ groupLanguages: fields.choices(languages) }, typed)
  const how = parseForm({ levelSource: fields.optionalChoice(levelSources), levelOn: fields.optionalDate() }, typed)
  const errors: FieldErrors = {}
  for (const part of [sheet, facts, how, tongues]) if (!part.ok) Object.assign(errors, part.errors)
  const future = (name: string, date: PlainDate | null) => {
    if (date && date > today) errors[name] ??= { key: 'referrals.date.future' }
  }
  if (facts.ok) future('firstAidOn', facts.value.firstAidOn)
  if (how.ok) future('levelOn', how.value.levelOn)
  if (sheet.ok && sheet.value.birthYear && sheet.value.birthYear > Number(today.slice(0, 4)))
    errors.birthYear ??= { key: 'forms.outOfRange' }

  const source = (how.ok && how.value.levelSource) || 'self-declared'
  const on = (how.ok && how.value.levelOn) || today
  const levels: Omit<Level, 'by'>[] = []
  for (const language of languages)
    for (const skill of languageSkillIds) {
      const name = `level.${language}.${skill}`
      const level = typed.get(name)
      if (level === '') continue
      if (!isLevelAnswer(level) || !(level === withheldLevel || levelsFor(skill).some((l) => l.code === level))) {
        errors[name] = { key: 'forms.choose' }
        continue
      }
      const before = known.find((k) => k.language === language && k.skill === skill)
      if (before?.level !== level) levels.push({ language, skill, level, source, on })
    }
  if (!sheet.ok || !facts.ok || !tongues.ok || Object.keys(errors).length > 0)
    return withErrors({ ok: true, value: null, typed }, errors)
  const { mobile, freeNow, ...rest } = sheet.value
  return {
    ok: true,
    typed,
    value: {
      sheet: {
        ...rest,
        earliestStart: rest.earliestStart ?? (freeNow ? today : null),
        mobile: mobile === null ? null : mobile === 'yes',
        halfDays: rest.halfDays.length > 0 ? rest.halfDays : null,
        needs: rest.needs.length > 0 ? rest.needs : null,
      },
      facts: facts.value,
      levels,
      ...(tongues.value.groupLanguages.length > 0 ? tongues.value : {}),
    },
  }
}

const str = (value: number | string | null) => (value === null ? '' : String(value))

/** What is known, as values of the form's fields. */
export function positioningValues(
  sheet: Sheet,
  facts: EvaluationFacts | undefined,
  levels: readonly Level[],
): Record<string, string | string[]> {
  return {
    groupLanguages: sheet.groupLanguages ?? [],
    birthYear: str(sheet.birthYear),
    birthYearWithheld: sheet.birthYearWithheld ? 'yes' : '',
    gender: str(sheet.gender),
    schooling: str(sheet.schooling),
    digital: str(sheet.digital),
    place: str(sheet.place),
    mobile: sheet.mobile === null ? '' : sheet.mobile ? 'yes' : 'no',
    halfDays: sheet.halfDays ?? [],
    childcare: str(sheet.childcare),
    needs: sheet.needs ?? [],
    earliestStart: str(sheet.earliestStart),
    vocationalTraining: str(facts?.vocationalTraining ?? null),
    yearsOutOfWork: str(facts?.yearsOutOfWork ?? null),
    firstAidOn: str(facts?.firstAidOn ?? null),
    ...Object.fromEntries(levels.map((l) => [`level.${l.language}.${l.skill}`, l.level])),
  }
}
