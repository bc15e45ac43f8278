import type { LanguageLevelCode, LanguageTrack } from '../../../data/language-levels.ts'
import { daysBetween, type PlainDate } from '../../../shared/time/dates.ts'
import { useView } from '../../../shared/ui/index.ts'
import { stepsOf } from '../rules.ts'
import { levelName } from './words.ts'

const width = 160
const height = 40
const edge = 6

type Props = { track: LanguageTrack; points: { level: LanguageLevelCode; on: PlainDate }[]; label: string }

/** Levels of one skill on one track as a small line over time. What it shows is said in words too. */
export function LevelLine({ track, points, label }: Props) {
  const { t, lang, date } = useView()
  if (points.length === 0) return null
  const steps = stepsOf(track)
  const days = daysBetween(points[0]!.on, points.at(-1)!.on)
  const places = points.map(({ level, on }) => {
    const along = days === 0 ? 0.5 : daysBetween(points[0]!.on, on) / days
    const up = steps.indexOf(level) / (steps.length - 1)
    return [Math.round(edge + along * (width - 2 * edge)), Math.round(height - edge - up * (height - 2 * edge))]
  })
  const words = points.map((one) =>
    t('languageTests.point', { level: levelName(one.level, { t, lang }), date: date(one.on) }),
  )
  return (
    <svg
      class="level-line"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={t('languageTests.line', { what: label, points: new Intl.ListFormat(lang).format(words) })}
    >
      <polyline
        points={places.map((at) => at.join(',')).join(' ')}
        stroke="currentColor"
        fill="none"
        stroke-width="2"
      />
      {places.map(([x, y]) => (
        <circle key={`${x},${y}`} cx={x} cy={y} r="3.5" fill="currentColor" />
      ))}
    </svg>
  )
}
