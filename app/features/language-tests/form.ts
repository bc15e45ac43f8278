import { languageSkillIds, levelsFor } from '../../data/language-levels.ts'
import { type FieldErrors, fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { isLevelAnswer, withheldLevel } from '../referrals/positioning.ts'
import {
  type LearnerProfile,
  learnerProfiles,
  moments,
  type NewTest,
  readings,
  type Schooling,
  scripts,
  type TriageReason,
  testSources,
  triageReasons,
  yesNo,
} from './language-test.ts'
import { dating } from './rules.ts'

export const levelField = (skill: string) => `level.${skill}`

type Around = {
  today: PlainDate
  languages: readonly string[]
  person: { birthDate: PlainDate | null; birthYear: number | null }
}

/** One sitting: at least one skill; the day not to come and not before the birth; a certificate with its issuer. */
export function parseTest(typed: Typed, { today, languages, person }: Around): Parsed<NewTest> {
  const parsed = parseForm(
    {
      language: fields.choice(languages),
      moment: fields.choice(moments),
      source: fields.choice(testSources),
      testName: fields.optionalText(120),
      issuer: fields.optionalText(120),
      assessor: fields.optionalText(120),
      on: fields.optionalDate(),
    },
    typed,
  )
  const errors: FieldErrors = parsed.ok ? {} : { ...parsed.errors }
  const levels: NewTest['levels'] = []
  for (const skill of languageSkillIds) {
    const level = typed.get(levelField(skill))
    if (level === '') continue
    const isOffered = level === withheldLevel || levelsFor(skill).some(({ code }) => code === level)
    if (isLevelAnswer(level) && level !== 'not-assessed' && isOffered) levels.push({ skill, level })
    else errors[levelField(skill)] = { key: 'forms.choose' }
  }
  const none = levels.length === 0 && !languageSkillIds.some((skill) => errors[levelField(skill)])
  if (none) errors[levelField(languageSkillIds[0])] = { key: 'languageTests.levels.none' }
  if (!parsed.ok) return withErrors(parsed, errors)
  const on = parsed.value.on ?? today
  const decision = dating(on, { today, ...person })
  if (!decision.ok) errors.on = decision
  if (parsed.value.source === 'certificate' && !parsed.value.issuer)
    errors.issuer = { key: 'languageTests.issuer.missing' }
  if (Object.keys(errors).length > 0) return withErrors(parsed, errors)
  return { ok: true, typed, value: { ...parsed.value, on, levels } }
}

/** What is known of the schooling; an empty field is not known yet. */
export function parseSchooling(typed: Typed, languages: readonly string[]): Parsed<Schooling> {
  const parsed = parseForm(
    {
      years: fields.optionalInteger(0, 30),
      yearsWithheld: fields.checkbox(),
      schooledIn: fields.optionalChoice(languages),
      script: fields.optionalChoice(scripts),
      reads: fields.optionalChoice(readings),
      literacyClasses: fields.optionalChoice(yesNo),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const { value } = parsed
  if (value.years !== null && value.yearsWithheld)
    return withErrors(parsed, { yearsWithheld: { key: 'languageTests.years.both' } })
  const known = Object.values(value).some((one) => one !== null && one !== false)
  return known ? parsed : withErrors(parsed, { years: { key: 'languageTests.schooling.nothing' } })
}

export const schoolingValues = (s: Schooling | undefined): Record<string, string> =>
  s
    ? {
        years: s.years === null ? '' : String(s.years),
        yearsWithheld: s.yearsWithheld ? 'yes' : '',
        schooledIn: s.schooledIn ?? '',
        script: s.script ?? '',
        reads: s.reads ?? '',
        literacyClasses: s.literacyClasses ?? '',
      }
    : {}

export type NewTriage = {
  language: string
  decided: LearnerProfile
  reason: TriageReason | null
  words: string | null
}

/** What the assessor decides; whoever departs from the suggestion, or has none, says why. */
export function parseTriage(
  typed: Typed,
  { languages, suggested }: { languages: readonly string[]; suggested: (language: string) => LearnerProfile | null },
): Parsed<NewTriage> {
  const parsed = parseForm(
    {
      language: fields.choice(languages),
      decided: fields.choice(learnerProfiles),
      reason: fields.optionalChoice(triageReasons),
      words: fields.optionalText(2000),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const { language, decided, reason } = parsed.value
  if (decided === suggested(language)) return { ...parsed, value: { ...parsed.value, reason: null } }
  return reason ? parsed : withErrors(parsed, { reason: { key: 'languageTests.triage.reason.missing' } })
}
