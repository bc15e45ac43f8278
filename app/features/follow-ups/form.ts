import type { FollowUp } from '../../blueprints/parts/follow-up.ts'
import {
  actionsOf,
  diagnosisThemes,
  notDisclosed,
  situationsOf,
  targetsOf,
} from '../../data/carnet-de-bord/diagnosis.ts'
import { fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { appointmentKinds, type InterviewAnswers, procedureStates } from './follow-up.ts'

/** Fields `kind`, `onDate`, `atTime`, `place`, `withUser`, `purpose`. */
export const parsePlan = (typed: Typed, colleagues: readonly string[]) =>
  parseForm(
    {
      kind: fields.choice(appointmentKinds),
      onDate: fields.date(),
      atTime: fields.time(),
      place: fields.optionalText(200),
      withUser: fields.choice(colleagues),
      purpose: fields.optionalText(2000),
    },
    typed,
  )

export const parseMove = (typed: Typed) =>
  parseForm({ onDate: fields.date(), atTime: fields.time(), place: fields.optionalText(200) }, typed)

/** Fields `state`, `result`; the next one, when `nextDate` is given: `nextTime`, `nextPlace`, `nextPurpose`. */
export function parseResult(typed: Typed) {
  const parsed = parseForm(
    {
      state: fields.choice(['held', 'missed', 'cancelled']),
      result: fields.optionalText(5000),
      nextDate: fields.optionalDate(),
      nextTime: fields.optionalText(5),
      nextPlace: fields.optionalText(200),
      nextPurpose: fields.optionalText(2000),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const { nextDate, nextTime } = parsed.value
  if (nextDate !== null && !fields.time().safeParse(nextTime ?? '').success)
    return withErrors(parsed, { nextTime: { key: 'forms.time' } })
  if (nextDate === null && nextTime !== null) return withErrors(parsed, { nextDate: { key: 'forms.required' } })
  return parsed
}

/** Fields `heldOn` and for each question `point.<key>`, `words.<key>`, `silent.<key>`; nothing must be answered but something. */
export function parseInterview(
  questions: FollowUp['interview'],
  typed: Typed,
  today: PlainDate,
): Parsed<{ heldOn: PlainDate; answers: InterviewAnswers }> {
  const shape = Object.fromEntries(
    questions.flatMap(({ key, points }) => [
      [`words.${key}`, fields.optionalText(5000)],
      [`silent.${key}`, fields.checkbox()],
      ...(points ? [[`point.${key}`, fields.optionalChoice(points.map((_, i) => String(i + 1)))]] : []),
    ]),
  )
  const parsed = parseForm({ ...shape, heldOn: fields.date() }, typed)
  if (!parsed.ok) return parsed
  const values = parsed.value as Record<string, string | boolean | null | undefined>
  const heldOn = String(values.heldOn)
  if (heldOn > today) return withErrors(parsed, { heldOn: { key: 'followUps.refuse.future' } })
  const answers: InterviewAnswers = {}
  for (const { key } of questions) {
    const [point, words, silent] = [values[`point.${key}`], values[`words.${key}`], values[`silent.${key}`]]
    if (!point && !words && !silent) continue
    answers[key] = {
      ...(point ? { point: Number(point) } : {}),
      ...(words ? { words: String(words) } : {}),
      ...(silent ? { notDisclosed: true } : {}),
    }
  }
  if (Object.keys(answers).length === 0)
    return withErrors(parsed, { [`words.${questions[0]!.key}`]: { key: 'followUps.interview.empty' } })
  return { ok: true, value: { heldOn, answers }, typed }
}

/** The values of the form, from what was answered. */
export const interviewValues = (answers: InterviewAnswers): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([key, answer]) => [
      ...(answer.point ? [[`point.${key}`, String(answer.point)]] : []),
      ...(answer.words ? [[`words.${key}`, answer.words]] : []),
      ...(answer.notDisclosed ? [[`silent.${key}`, 'yes']] : []),
    ]),
  )

/** Fields `stable` (yes, no) and `onDate`. */
export const parseStability = (typed: Typed) =>
  parseForm({ stable: fields.choice(['yes', 'no']), onDate: fields.optionalDate() }, typed)

/** Fields `kind`, `institution`, `onDate`, `dueOn`, `words`. */
export const parseProcedure = (typed: Typed, kinds: readonly string[]) =>
  parseForm(
    {
      kind: fields.choice(kinds),
      institution: fields.optionalText(200),
      onDate: fields.optionalDate(),
      dueOn: fields.optionalDate(),
      words: fields.optionalText(5000),
    },
    typed,
  )

/** Fields `state`, `onDate`, `dueOn`, `words`. */
export const parseStep = (typed: Typed) =>
  parseForm(
    {
      state: fields.choice(procedureStates),
      onDate: fields.optionalDate(),
      dueOn: fields.optionalDate(),
      words: fields.optionalText(5000),
    },
    typed,
  )

const themeKeys = diagnosisThemes.map(({ key }) => key)
export const isTheme = (value: string) => themeKeys.includes(value)

/** Fields `theme`, `situations` (codes, or "not-disclosed"), `words`, `onDate`. */
export function parseSituations(typed: Typed) {
  const theme = typed.get('theme')
  const codes = [...situationsOf(theme).map(({ code }) => code), notDisclosed]
  const parsed = parseForm(
    {
      theme: fields.choice(themeKeys),
      situations: fields.choices(codes),
      words: fields.optionalText(2000),
      onDate: fields.optionalDate(),
    },
    typed,
  )
  if (parsed.ok && parsed.value.situations.length === 0 && parsed.value.words === null)
    return withErrors(parsed, { situations: { key: 'followUps.situations.none' } })
  return parsed
}

/** Fields `targets`, `actions` (codes), `dueOn`. */
export function parseAims(typed: Typed, theme: string) {
  const parsed = parseForm(
    {
      targets: fields.choices(targetsOf(theme).map(({ code }) => code)),
      actions: fields.choices(actionsOf(theme).map(({ code }) => code)),
      dueOn: fields.optionalDate(),
    },
    typed,
  )
  if (parsed.ok && parsed.value.targets.length + parsed.value.actions.length === 0)
    return withErrors(parsed, { targets: { key: 'followUps.aims.none' } })
  return parsed
}
