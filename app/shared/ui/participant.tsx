/** What participants press: tiles that lead on, and cards to choose from. */
import type { ComponentChildren } from 'preact'
import { useField } from './form.tsx'
import { Pictogram, type PictogramName } from './pictograms.tsx'
import { classes, type Text, useView } from './view.tsx'

type TileProps = {
  /** Without one the tile only says that it can't be opened yet; the note says why. */
  href?: string
  picture?: PictogramName
  emoji?: string
  title: string
  note?: string
  testId?: string
}

/** A large link with a picture: one thing to do or see. */
export function Tile(props: TileProps) {
  const inside = (
    <>
      {props.picture && <Pictogram name={props.picture} />}
      {props.emoji && (
        <span class="emoji" aria-hidden>
          {props.emoji}
        </span>
      )}
      <span>
        <strong>{props.title}</strong>
        {props.note && <small>{props.note}</small>}
      </span>
    </>
  )
  if (!props.href) return <div class="tile off">{inside}</div>
  return (
    <a class="tile" href={props.href} data-testid={props.testId}>
      {inside}
    </a>
  )
}

/** Tiles one under the other. */
export function Tiles(props: { children: ComponentChildren }) {
  return <div class="tiles">{props.children}</div>
}

/**
 * Reads the element with this id aloud, in the browser's own voice. The button shows only where there is a voice for the
 * page's language; nothing ever plays by itself.
 */
export function Listen(props: { what: string }) {
  const { t } = useView()
  return (
    <button
      type="button"
      class="button quiet"
      hidden
      data-island="read-aloud"
      data-reads={props.what}
      data-stop={t('ui.listen.stop')}
    >
      {t('ui.listen')}
    </button>
  )
}

export type ChoiceOption = {
  value: string
  label: string
  note?: string
  picture?: PictogramName
  /** A picture from data, e.g. of a competence; the label says what it means. */
  emoji?: string
  dots?: number
}

type ChoiceProps = {
  name: string
  legend: string
  hint?: string
  options: ChoiceOption[]
  value?: string | string[]
  error?: Text
  /** More than one may be ticked. */
  several?: boolean
  testId?: string
}

/** A question whose answers are cards, each point described in words. `dots` draws its place on the scale. */
export function Choice(props: ChoiceProps) {
  const { id, error, value, describedBy } = useField(props)
  const chosen = new Set(Array.isArray(value) ? value : [value])
  const points = props.options.filter((o) => o.dots !== undefined).length
  return (
    <fieldset class={classes('choice', error && 'wrong')} aria-describedby={describedBy}>
      <legend>{props.legend}</legend>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {props.options.map((o, i) => (
        <label key={o.value} class="choice-card">
          <input
            id={i === 0 ? id : undefined}
            type={props.several ? 'checkbox' : 'radio'}
            name={props.name}
            value={o.value}
            checked={chosen.has(o.value)}
            data-testid={props.testId && `${props.testId}-${o.value}`}
          />
          {o.picture && <Pictogram name={o.picture} />}
          {o.emoji && (
            <span class="emoji" aria-hidden>
              {o.emoji}
            </span>
          )}
          <span>
            <strong>{o.label}</strong>
            {o.note && <small>{o.note}</small>}
          </span>
          {o.dots !== undefined && <ScaleMark on={o.dots} of={points} />}
        </label>
      ))}
    </fieldset>
  )
}

function ScaleMark(props: { on: number; of: number }) {
  const { on, of } = props
  return (
    <svg class="scale-mark" width={of * 9} height="24" viewBox={`0 0 ${of * 9} 24`} aria-hidden>
      {Array.from({ length: of }, (_, i) => (
        <rect
          key={i}
          x={i * 9 + 1}
          y={18 - i * 4}
          width="6"
          height={5 + i * 4}
          rx="1.5"
          fill="currentColor"
          fill-opacity={i < on ? 1 : 0.2}
        />
      ))}
    </svg>
  )
}
