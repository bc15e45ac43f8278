/** Places on a described scale, and voices side by side; never an average. */
import { Disclosure } from './data.tsx'
import { classes, useView } from './view.tsx'

/** One place on a scale of `max` points (4 unless told): dots, and the words beside them. `null`: not answered. */
export function Dots(props: { value: number | null; max?: number; label?: string }) {
  const { t } = useView()
  const { value, max = 4 } = props
  const words = value === null ? t('ui.scale.none') : (props.label ?? t('ui.scale.value', { value, max }))
  return (
    <span class="dots">
      <DotRow value={value} max={max} />
      <span>{words}</span>
    </span>
  )
}

function DotRow({ value, max }: { value: number | null; max: number }) {
  return (
    <svg class="dot-row" width={max * 16} height="14" viewBox={`0 0 ${max * 16} 14`} aria-hidden>
      {Array.from({ length: max }, (_, i) => (
        <circle
          key={i}
          cx={8 + i * 16}
          cy="7"
          r="5.5"
          fill={i < (value ?? 0) ? 'currentColor' : 'none'}
          stroke="currentColor"
          stroke-width="1.5"
          stroke-dasharray={value === null ? '2 2' : undefined}
        />
      ))}
    </svg>
  )
}

export type Voice = { key: string; label: string }
export type VoiceItem = { key: string; label: string; values: Record<string, number | null | undefined>; said?: string }

type VoicesProps = {
  caption: string
  /** The person's own voice first. At most four. */
  voices: Voice[]
  items: VoiceItem[]
  max?: number
  /** The words of each point, from 1; shown in the table. */
  points?: string[]
}

/**
 * The same items in several voices: one bar each, and a table for reading. Two points or more apart is marked
 * as something to talk about, not as an error.
 */
export function Voices(props: VoicesProps) {
  const { t } = useView()
  const max = props.max ?? 4
  const word = (v: number | null | undefined) =>
    v === null || v === undefined
      ? t('ui.scale.none')
      : (props.points?.[v - 1] ?? t('ui.scale.value', { value: v, max }))
  return (
    <figure class="voices">
      <figcaption>{props.caption}</figcaption>
      <p class="voices-key" aria-hidden>
        {props.voices.map((v, i) => (
          <span key={v.key} class={`voice-${i + 1}`}>
            <svg width="28" height="10" viewBox="0 0 28 10">
              <Bar value={1} max={1} width={28} voice={i} />
            </svg>
            {v.label}
          </span>
        ))}
      </p>
      <ul aria-hidden>
        {props.items.map((item) => (
          <li key={item.key}>
            <span class="voices-label">
              {item.label}
              {apart(item, props.voices) && <span class="talk">{t('ui.voices.talk')}</span>}
            </span>
            <span class="voices-bars">
              {props.voices.map((v, i) => (
                <svg key={v.key} class={`bar voice-${i + 1}`} width="200" height="10" viewBox="0 0 200 10">
                  <Bar value={item.values[v.key] ?? null} max={max} width={200} voice={i} />
                </svg>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <Disclosure summary={t('ui.voices.table')}>
        <div class="table-place">
          <table class="table" role="table">
            <caption class="visually-hidden">{props.caption}</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">
                  {t('ui.voices.item')}
                </th>
                {props.voices.map((v) => (
                  <th scope="col" role="columnheader" key={v.key}>
                    {v.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {props.items.map((item) => (
                <tr key={item.key} role="row">
                  <th scope="row" role="rowheader">
                    {item.label}
                    {apart(item, props.voices) && <span class="talk">{t('ui.voices.talk')}</span>}
                  </th>
                  {props.voices.map((v) => (
                    <td role="cell" key={v.key} data-label={v.label}>
                      {word(item.values[v.key])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Disclosure>
    </figure>
  )
}

/** A bar cut into its points; each voice has a pattern of its own, so that colour is not needed. */
function Bar(props: { value: number | null; max: number; width: number; voice: number }) {
  const gap = 3
  const w = (props.width - gap * (props.max - 1)) / props.max
  const inset = [0, 2.5, 0.75, 3.5][props.voice] ?? 0
  return (
    <>
      {Array.from({ length: props.max }, (_, i) => {
        const on = props.value !== null && i < props.value
        return (
          <rect
            key={i}
            class={classes('cell', on && 'on')}
            x={i * (w + gap) + 0.5}
            y={on ? inset : 4}
            width={w - 1}
            height={on ? 10 - inset * 2 : 2}
            rx={on ? Math.min(3, 5 - inset) : 1}
            fill={on && props.voice === 2 ? 'none' : 'currentColor'}
            stroke={on && props.voice === 2 ? 'currentColor' : 'none'}
            stroke-width="1.5"
            fill-opacity={on ? 1 : 0.25}
          />
        )
      })}
    </>
  )
}

/** Two points or more between the lowest and the highest voice. */
function apart(item: VoiceItem, voices: Voice[]): boolean {
  const given = voices.map((v) => item.values[v.key]).filter((v): v is number => typeof v === 'number')
  return given.length > 1 && Math.max(...given) - Math.min(...given) >= 2
}
