import type { Blueprint } from '../../blueprints/blueprint.ts'
import { infoSections } from '../../blueprints/blueprint.ts'
import type { InstrumentId } from '../../data/instruments.ts'
import { type FieldErrors, fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import { participantLanguages } from '../../shared/i18n/languages.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { instrumentsFor } from '../assessments/instruments.ts'
import { type Answers, type Score, scoreAnswers } from '../assessments/scoring.ts'
import type { InstrumentMoment } from './referral-store.ts'

export type ReferralTyped = {
  language: string
  reason: string | null
  expectation: string | null
  explained: string[]
  sheetLanguage: string | null
  answers: { instrument: InstrumentId; answers: Answers; score: Score }[]
}

export const answerName = (language: string, instrument: string, item: number) =>
  `answer.${language}.${instrument}.${item}`

/** The referral's own fields. `words`: whether this role writes them; then a reason is expected. */
export function parseReferral(
  typed: Typed,
  { blueprint, words, instruments }: { blueprint: Blueprint; words: boolean; instruments: boolean },
): Parsed<ReferralTyped> {
  const parsed = parseForm(
    {
      language: fields.text(10, 'referrals.groupLanguage.missing'),
      reason: words ? fields.text(4000, 'referrals.reason.missing') : fields.optionalText(4000),
      expectation: fields.optionalText(4000),
      explained: fields.choices(infoSections),
      sheetLanguage: fields.optionalChoice(participantLanguages),
    },
    typed,
  )
  const paper = instruments
    ? readAnswers(typed, blueprint, { moment: 'before', language: typed.get('language') })
    : { found: [], errors: {} }
  if (!parsed.ok || Object.keys(paper.errors).length > 0) return withErrors(parsed, paper.errors)
  return { ok: true, typed, value: { ...parsed.value, answers: paper.found } }
}

/** What stands on a sheet that was filled in on paper: which day, in which language, the answers. */
export function parseAnswers(
  typed: Typed,
  { blueprint, moment, today }: { blueprint: Blueprint; moment: InstrumentMoment; today: PlainDate },
): Parsed<{ on: PlainDate; answers: ReferralTyped['answers'] }> {
  const parsed = parseForm({ language: fields.text(10, 'forms.choose'), on: fields.date() }, typed)
  if (!parsed.ok) return parsed
  const { language, on } = parsed.value
  const paper = readAnswers(typed, blueprint, { moment, language })
  if (Object.keys(paper.errors).length > 0) return withErrors(parsed, paper.errors)
  if (on > today) return withErrors(parsed, { on: { key: 'referrals.answers.future' } })
  if (paper.found.length === 0) return withErrors(parsed, { '': { key: 'referrals.answers.none' } })
  return { ok: true, typed, value: { on, answers: paper.found } }
}

/** The editions in the language of the group that have at least one answer. */
function readAnswers(
  typed: Typed,
  blueprint: Blueprint,
  { moment, language }: { moment: InstrumentMoment; language: string },
) {
  const found: ReferralTyped['answers'] = []
  const errors: FieldErrors = {}
  for (const { instrument } of instrumentsFor(blueprint.instruments, moment, language)) {
    const name = (item: number) => answerName(language, instrument.id, item)
    const answers = Array.from({ length: instrument.items }, (_, item) => {
      const text = typed.get(name(item)).trim()
      return text === '' ? null : Number(text)
    })
    if (answers.every((answer) => answer === null)) continue
    const score = scoreAnswers(instrument, answers)
    if (score.ok) found.push({ instrument: instrument.id, answers, score: score.value })
    else errors[name(Number(score.params.item ?? 1) - 1)] = { key: score.key, params: { ...score.params } }
  }
  return { found, errors }
}
