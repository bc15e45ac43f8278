/** How a change went: dots for each rating with its date, and the first beside the last in words. */
import { textIn } from '../../../shared/i18n/text.ts'
import { Dots, useView } from '../../../shared/ui/index.ts'
import { type Change, type Rating, thenAndNow } from '../module.ts'

const step = 36
const rise = 9

/** A line that climbs or falls from rating to rating; the same is in words beside it. */
function Trace({ ratings, max }: { ratings: Rating[]; max: number }) {
  const width = ratings.length * step
  const height = max * rise + 6
  const y = (point: number) => height - 6 - (point - 1) * rise
  return (
    <svg class="trace" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      {Array.from({ length: max }, (_, i) => (
        <path key={i} d={`M0 ${y(i + 1)}H${width}`} stroke="currentColor" stroke-opacity="0.18" />
      ))}
      <polyline
        points={ratings.map(({ point }, i) => `${i * step + step / 2},${y(point)}`).join(' ')}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
      />
      {ratings.map(({ id, point }, i) => (
        <circle key={id} cx={i * step + step / 2} cy={y(point)} r="4.5" fill="currentColor" />
      ))}
    </svg>
  )
}

export function ChangeHistory({ change, compact }: { change: Change; compact?: boolean }) {
  const { t, date, lang } = useView()
  const { ratings } = change
  const max = change.points.length
  const word = (one: Rating) => {
    const point = change.points[one.point - 1]
    return point ? textIn(point, lang).text : ''
  }
  const last = ratings.at(-1)
  if (!last) return <p class="unknown">{t('modules.notRated')}</p>
  const both = thenAndNow(change)
  const pair = both ? (
    <dl class="then-now">
      <div>
        <dt>{t('modules.then', { date: date(both.then.on) })}</dt>
        <dd>
          <Dots value={both.then.point} max={max} label={word(both.then)} />
        </dd>
      </div>
      <div>
        <dt>{t('modules.now', { date: date(both.now.on) })}</dt>
        <dd>
          <Dots value={both.now.point} max={max} label={word(both.now)} />
        </dd>
      </div>
    </dl>
  ) : (
    <dl class="then-now">
      <div>
        <dt>{date(last.on)}</dt>
        <dd>
          <Dots value={last.point} max={max} label={word(last)} />
        </dd>
      </div>
    </dl>
  )
  if (compact) return pair
  return (
    <>
      {both && <Trace ratings={ratings} max={max} />}
      {pair}
      <details data-testid={`history-${change.key}`}>
        <summary>
          {t('modules.history', { count: ratings.length })}
          <span class="visually-hidden"> {textIn(change.label, lang).text}</span>
        </summary>
        <ol class="notes">
          {ratings.toReversed().map((one) => (
            <li key={one.id}>
              <Dots value={one.point} max={max} label={word(one)} />
              <small>{t('modules.ratedBy', { date: date(one.on), name: one.by })}</small>
              {one.words && (
                <p dir="auto">{one.words.state === 'open' ? one.words.text : t(`vault.${one.words.state}`)}</p>
              )}
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}
