import { textIn } from '../../../shared/i18n/text.ts'
import { Pictogram, Table, useView } from '../../../shared/ui/index.ts'
import { answersOf, countKey } from '../rules.ts'
import type { Answer, Counts, Grid, Line } from '../smileys.ts'
import { Face, useAnswerWord } from './face.tsx'

/** How many gave each answer. */
export type Tally = { answer: Answer; count: number }[]

export const tallyOf = (grid: Grid, line: string, counts: Counts): Tally =>
  answersOf(grid).map((answer) => ({ answer, count: counts[countKey(line, answer)] ?? 0 }))

const WIDTH = 240
const HEIGHT = 22
const SWATCH = 40

/** Marks instead of colours: the fuller the happier; "I don't know" is an outline. */
const textures: Record<Answer, { opacity: number; lines: number }> = {
  great: { opacity: 1, lines: 0 },
  good: { opacity: 0.75, lines: 0 },
  middling: { opacity: 0.3, lines: 3 },
  bad: { opacity: 0.12, lines: 6 },
  awful: { opacity: 0.06, lines: 10 },
  unknown: { opacity: 0, lines: 0 },
}

/** One share: its texture over a width. */
function Part({ answer, from, width }: { answer: Answer; from: number; width: number }) {
  const { opacity, lines } = textures[answer]
  const shown = Math.min(lines, Math.floor(width / 6))
  return (
    <g stroke="currentColor">
      <rect
        x={from + 1}
        y="1"
        width={Math.max(0, width - 2)}
        height={HEIGHT - 2}
        fill="currentColor"
        fill-opacity={opacity}
        stroke-dasharray={answer === 'unknown' ? '3 3' : undefined}
      />
      {Array.from({ length: shown }, (_, i) => {
        const at = from + (width * (i + 1)) / (shown + 1)
        return <path key={at} d={`M${at} 1v${HEIGHT - 2}`} stroke-opacity=".5" />
      })}
    </g>
  )
}

/** Shares side by side. The numbers stand in the table beside it, so it is not read aloud. */
export function Bar({ tally }: { tally: Tally }) {
  const all = tally.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  let x = 0
  return (
    <svg class="smiley-bar" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      {tally.map(({ answer, count }) => {
        const width = (count / all) * WIDTH
        const from = x
        x += width
        if (count === 0) return null
        return <Part key={answer} answer={answer} from={from} width={width} />
      })}
    </svg>
  )
}

/** What the columns and the bars mean: a face, its word, its texture. */
export function AnswerHeads({ answers }: { answers: readonly Answer[] }) {
  const word = useAnswerWord()
  return (
    <ul class="smiley-key">
      {answers.map((answer) => (
        <li key={answer}>
          <Face answer={answer} size={28} /> {word(answer)}
          <svg class="smiley-swatch" width={SWATCH} height={HEIGHT} aria-hidden>
            <Part answer={answer} from={0} width={SWATCH} />
          </svg>
        </li>
      ))}
    </ul>
  )
}

/** The lines of a vote with how many gave which answer. */
export function ResultTable({ grid, counts, caption }: { grid: Grid; counts: Counts; caption: string }) {
  const { t, lang, number } = useView()
  const word = useAnswerWord()
  return (
    <>
      <AnswerHeads answers={answersOf(grid)} />
      <Table<Line>
        caption={caption}
        hideCaption
        rows={grid.lines}
        rowKey={(line) => line.key}
        testId="smiley-results"
        columns={[
          {
            label: t('smileys.line'),
            head: true,
            cell: (line) => (
              <span class="smiley-line">
                <Pictogram name={line.picture} size={28} /> {textIn(line.text, lang).text}
              </span>
            ),
          },
          ...answersOf(grid).map((answer) => ({
            label: word(answer),
            number: true,
            cell: (line: Line) => number(counts[countKey(line.key, answer)] ?? 0),
          })),
          {
            label: t('smileys.shares'),
            cell: (line) => <Bar tally={tallyOf(grid, line.key, counts)} />,
          },
        ]}
      />
    </>
  )
}
