import type { TargetCriterion } from '../../blueprints/parts/orientation.ts'
import { type ProgrammeSettings, programmeSettings } from '../../blueprints/settings.ts'
import { type FieldErrors, type Parsed, type Typed, withErrors } from '../../shared/forms/forms.ts'
import { freshKey } from '../../shared/forms/keys.ts'
import { type TextLanguage, textLanguages } from '../../shared/i18n/text.ts'

/** Lines offered below those that are filled. */
const spare = 2
const most = 20
export const lineCount = (filled: number) => Math.min(filled + spare, most)

/** Emptied lines are taken out; a criterion that stays keeps its key, for the answers that were given. */
export function parseCriteriaSettings(typed: Typed, now: ProgrammeSettings): Parsed<ProgrammeSettings> {
  const lines: {
    row: number
    criterion: { key: string; label: Partial<Record<TextLanguage, string>>; evidence: boolean }
  }[] = []
  const taken = new Set((now.criteria ?? []).map((c) => c.key))
  for (let row = 0; row < most; row++) {
    const label = Object.fromEntries(
      textLanguages.flatMap((code) => {
        const words = typed.get(`criteria.${row}.label.${code}`).trim()
        return words ? [[code, words]] : []
      }),
    )
    if (Object.keys(label).length === 0) continue
    const key = typed.get(`criteria.${row}.key`) || freshKey('criterion', taken)
    taken.add(key)
    lines.push({ row, criterion: { key, label, evidence: typed.has(`criteria.${row}.evidence`) } })
  }
  const errors: FieldErrors = {}
  for (const { row, criterion } of lines)
    for (const code of now.languages)
      if (!criterion.label[code]) errors[`criteria.${row}.label.${code}`] = { key: 'orientation.settings.textMissing' }
  const parsed = programmeSettings.safeParse({ ...now, criteria: lines.map((line) => line.criterion) })
  if (!parsed.success)
    errors[`criteria.${lines[0]?.row ?? 0}.label.${now.languages[0]}`] ??= toError(parsed.error.issues[0]!)
  if (Object.keys(errors).length > 0 || !parsed.success) return withErrors({ ok: true, value: null, typed }, errors)
  return { ok: true, value: parsed.data, typed }
}

const toError = (issue: { message: string; code?: string }) =>
  issue.code === 'too_big'
    ? { key: 'forms.tooLong', params: { most: 2000 } }
    : { key: issue.message.startsWith('blueprints.') ? issue.message : 'forms.invalid' }

export const criteriaSettingsValues = (criteria: readonly TargetCriterion[]): Record<string, string> =>
  Object.fromEntries(
    criteria.flatMap((c, i) => [
      [`criteria.${i}.key`, c.key],
      ...textLanguages.map((code) => [`criteria.${i}.label.${code}`, c.label[code] ?? '']),
      ...(c.evidence ? [[`criteria.${i}.evidence`, 'yes']] : []),
    ]),
  )
