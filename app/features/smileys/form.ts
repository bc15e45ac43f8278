import { faceCounts, smileyPictures } from '../../blueprints/parts/smileys.ts'
import { fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import { freshKey } from '../../shared/forms/keys.ts'
import { textLanguages } from '../../shared/i18n/text.ts'
import { answersOf, countKey, paperCounts } from './rules.ts'
import type { Answer, Ballot, Counts, Grid, Line } from './smileys.ts'

/** Fields of a ballot: `answer.LINE` for what was answered, `line` and `face` for the button just pressed. */
export const answerField = (line: string) => `answer.${line}`

/** What of a ballot is answered so far; anything that was not offered is left out. */
export function readBallot(grid: Grid, typed: Typed): Ballot {
  const offered = answersOf(grid)
  const ballot: Record<string, Answer> = {}
  for (const { key } of grid.lines) {
    const said = typed.get('line') === key && typed.has('face') ? typed.get('face') : typed.get(answerField(key))
    const answer = offered.find((one) => one === said)
    if (answer) ballot[key] = answer
  }
  return ballot
}

/** The line to go back to, when a button asked for one. */
export const readWanted = (grid: Grid, typed: Typed): string | undefined =>
  grid.lines.find(({ key }) => key === typed.get('to'))?.key

export const countField = (line: string, answer: Answer) => `count.${line}.${answer}`

/** Sheets of paper as counts by line and face. */
export function parsePaper(grid: Grid, typed: Typed): Parsed<{ sheets: number; counts: Counts }> {
  const numbers = Object.fromEntries(
    grid.lines.flatMap(({ key }) =>
      answersOf(grid).map((answer) => [countField(key, answer), fields.optionalInteger(0, 500)] as const),
    ),
  )
  const parsed = parseForm({ sheets: fields.integer(0, 500), ...numbers }, typed)
  if (!parsed.ok) return parsed
  const value = parsed.value as { sheets: number } & Record<string, number | null>
  const typedCounts = Object.fromEntries(
    grid.lines.flatMap(({ key }) =>
      answersOf(grid).map((answer) => [countKey(key, answer), value[countField(key, answer)] ?? 0] as const),
    ),
  )
  const decision = paperCounts(grid, value.sheets, typedCounts)
  if (decision.ok) return { ok: true, typed, value: { sheets: value.sheets, counts: decision.value } }
  const first = countField(String(decision.params.line), answersOf(grid)[0]!)
  return withErrors(parsed, { [first]: { key: decision.key, params: { ...decision.params } } })
}

/** What was typed in, as the form shows it. */
export const paperValues = (grid: Grid, sheets: number, counts: Counts): Record<string, string> => ({
  sheets: sheets > 0 ? String(sheets) : '',
  ...Object.fromEntries(
    grid.lines.flatMap(({ key }) =>
      answersOf(grid).map((answer) => [
        countField(key, answer),
        counts[countKey(key, answer)] ? String(counts[countKey(key, answer)]) : '',
      ]),
    ),
  ),
})

export const talkFields = {
  wentWell: fields.optionalText(4000),
  toChange: fields.optionalText(4000),
  decided: fields.optionalText(4000),
  number: fields.integer(1, 1_000_000),
}

const MOST_LINES = 6
const MOST_WORDS = 12
export const lineRows = Array.from({ length: MOST_LINES }, (_, i) => i)

const wordsIn = (text: string) => text.split(/[\s\u00a0]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** A programme's own lines: rows without any text are left out; a key stays with its line, so that counts keep theirs. */
export function parseLines(typed: Typed): Parsed<Grid> {
  const errors: Record<string, { key: string; params?: Record<string, number> }> = {}
  const faces = faceCounts.find((n) => String(n) === typed.get('faces'))
  if (!faces) errors.faces = { key: 'forms.choose' }
  const lines: Line[] = []
  const rows = lineRows.map((i) => ({
    row: `lines.${i}`,
    key: typed.get(`lines.${i}.key`),
    text: Object.fromEntries(
      textLanguages.flatMap((language) => {
        const words = typed.get(`lines.${i}.${language}`).trim()
        return words === '' ? [] : [[language, words]]
      }),
    ),
  }))
  const taken = new Set(rows.map(({ key }) => key))
  for (const { row, key, text } of rows) {
    if (Object.keys(text).length === 0) continue
    const picture = smileyPictures.find((one) => one === typed.get(`${row}.picture`))
    if (!picture) errors[`${row}.picture`] = { key: 'forms.choose' }
    for (const [language, words] of Object.entries(text)) {
      if (wordsIn(words) > MOST_WORDS)
        errors[`${row}.${language}`] = { key: 'smileys.lines.tooLong', params: { most: MOST_WORDS } }
    }
    const own =
      /^[a-z][a-z0-9-]{0,39}$/.test(key) && !lines.some((line) => line.key === key) ? key : freshKey('line', taken)
    taken.add(own)
    lines.push({ key: own, text, picture: picture ?? 'question' })
  }
  if (lines.length < 3) errors['lines.0.fr'] ??= { key: 'blueprints.settings.smileyLines' }
  const value: Grid = { faces: faces ?? 3, lines }
  return Object.keys(errors).length > 0 ? withErrors({ ok: true, value, typed }, errors) : { ok: true, value, typed }
}

/** The lines as the form shows them. */
export const lineValues = (grid: Grid): Record<string, string> => ({
  faces: String(grid.faces),
  ...Object.assign(
    {},
    ...grid.lines.map((line, i) => ({
      [`lines.${i}.key`]: line.key,
      [`lines.${i}.picture`]: line.picture,
      ...Object.fromEntries(textLanguages.map((language) => [`lines.${i}.${language}`, line.text[language] ?? ''])),
    })),
  ),
})
