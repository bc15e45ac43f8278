/** One question: its label, hint, what was typed, and what is wrong with it, tied together. */
import type { ComponentChildren } from 'preact'
import { HintAndError, Label, Legend } from './field-parts.tsx'
import { useField } from './form.tsx'
import { classes, type Text, useView } from './view.tsx'

type Common = {
  name: string
  label: string
  hint?: ComponentChildren
  /** Only to override what the form says. */
  error?: Text
  /** Marks the label "(optional)"; everything else is expected. */
  optional?: boolean
  testId?: string
}

type Input = Common & {
  type?: 'text' | 'email' | 'tel' | 'date' | 'time' | 'number' | 'password' | 'search' | 'url' | 'file'
  value?: string
  /** How much is expected: fields are as wide as their answer. */
  width?: 'short' | 'medium' | 'full'
  autocomplete?: string
  inputmode?: 'numeric' | 'decimal' | 'tel' | 'email'
  /** Ids of suggestions are made from `name`. */
  suggestions?: string[]
  min?: string | number
  max?: string | number
  step?: string | number
  maxlength?: number
  accept?: string
  /** Language of what is typed when it is not the page's. */
  lang?: string
  unit?: string
}
type Area = Common & { type: 'textarea'; value?: string; rows?: number; maxlength?: number; lang?: string }
export type Option = {
  value: string
  label: string
  hint?: string
  /** Language of the label when it is not the page's. */
  lang?: string
}
type Select = Common & {
  type: 'select'
  value?: string
  options: (Option | { group: string; options: Option[] })[]
  empty?: string
  width?: 'short' | 'medium' | 'full'
}
type Check = Common & { type: 'checkbox'; value?: string; checked?: boolean }
type Several = Common & { type: 'radio' | 'checkboxes'; value?: string | string[]; options: Option[]; row?: boolean }
type HalfDays = Common & { type: 'half-days'; value?: string[] }

export type FieldProps = Input | Area | Select | Check | Several | HalfDays

/** A field of any type. `values` and `errors` come from the surrounding Form. */
export function Field(props: FieldProps) {
  switch (props.type) {
    case 'textarea':
      return <AreaField {...props} />
    case 'select':
      return <SelectField {...props} />
    case 'checkbox':
      return <CheckField {...props} />
    case 'radio':
    case 'checkboxes':
      return <SeveralField {...props} />
    case 'half-days':
      return <HalfDaysField {...props} />
    default:
      return <InputField {...props} />
  }
}

function InputField(props: Input) {
  const { id, error, value, describedBy } = useField(props)
  const {
    type = 'text',
    suggestions,
    width = type === 'date' || type === 'number' || type === 'time' ? 'short' : 'full',
  } = props
  const attributes: Record<string, unknown> = { type, list: suggestions && `${id}-list` }
  const input = (
    <input
      {...attributes}
      id={id}
      name={props.name}
      value={type === 'password' || type === 'file' ? undefined : String(value ?? '')}
      class={classes('input', width)}
      autocomplete={props.autocomplete ?? 'off'}
      inputmode={props.inputmode}
      min={props.min}
      max={props.max}
      step={props.step}
      maxlength={props.maxlength}
      accept={props.accept}
      lang={props.lang}
      dir={type === 'text' || type === 'search' ? 'auto' : undefined}
      aria-describedby={describedBy}
      aria-invalid={error ? 'true' : undefined}
      data-testid={props.testId}
    />
  )
  return (
    <div class={classes('field', error && 'wrong')}>
      <Label for={id} {...props} />
      <HintAndError id={id} hint={props.hint} error={error} />
      {props.unit ? (
        <span class="with-unit">
          {input}
          <span>{props.unit}</span>
        </span>
      ) : (
        input
      )}
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((s) => (
            <option key={s} value={s} />
          ))}
        </datalist>
      )}
    </div>
  )
}

function AreaField(props: Area) {
  const { id, error, value, describedBy } = useField(props)
  return (
    <div class={classes('field', error && 'wrong')}>
      <Label for={id} {...props} />
      <HintAndError id={id} hint={props.hint} error={error} />
      <textarea
        id={id}
        name={props.name}
        rows={props.rows ?? 4}
        class="input"
        maxlength={props.maxlength}
        lang={props.lang}
        dir="auto"
        aria-describedby={describedBy}
        aria-invalid={error ? 'true' : undefined}
        data-testid={props.testId}
      >
        {String(value ?? '')}
      </textarea>
    </div>
  )
}

function SelectField(props: Select) {
  const { id, error, value, describedBy } = useField(props)
  const option = (o: Option) => (
    <option key={o.value} value={o.value} selected={o.value === value}>
      {o.label}
    </option>
  )
  return (
    <div class={classes('field', error && 'wrong')}>
      <Label for={id} {...props} />
      <HintAndError id={id} hint={props.hint} error={error} />
      <select
        id={id}
        name={props.name}
        class={classes('input', props.width ?? 'medium')}
        aria-describedby={describedBy}
        aria-invalid={error ? 'true' : undefined}
        data-testid={props.testId}
      >
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.options.map((o) =>
          'group' in o ? (
            <optgroup key={o.group} label={o.group}>
              {o.options.map(option)}
            </optgroup>
          ) : (
            option(o)
          ),
        )}
      </select>
    </div>
  )
}

function CheckField(props: Check) {
  const { id, error, value, describedBy } = useField({ ...props, value: undefined })
  const own = props.value ?? 'yes'
  const checked = value === undefined ? props.checked : value === own
  return (
    <div class={classes('field', error && 'wrong')}>
      <HintAndError id={id} error={error} />
      <label class="check">
        <input
          id={id}
          type="checkbox"
          name={props.name}
          value={own}
          checked={checked}
          aria-describedby={describedBy}
          aria-invalid={error ? 'true' : undefined}
          data-testid={props.testId}
        />
        <span>{props.label}</span>
      </label>
      {props.hint && (
        <p class="hint under-check" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  )
}

function SeveralField(props: Several) {
  const { id, error, value, describedBy } = useField(props)
  const chosen = new Set(Array.isArray(value) ? value : [value])
  return (
    <fieldset class={classes('field', error && 'wrong')} aria-describedby={describedBy}>
      <Legend {...props} />
      <HintAndError id={id} hint={props.hint} error={error} />
      <div class={props.row ? 'checks row' : 'checks'}>
        {props.options.map((o, i) => (
          <label class="check" key={o.value}>
            <input
              id={i === 0 ? id : undefined}
              type={props.type === 'radio' ? 'radio' : 'checkbox'}
              name={props.name}
              value={o.value}
              checked={chosen.has(o.value)}
              data-testid={props.testId && `${props.testId}-${o.value}`}
            />
            <span lang={o.lang}>
              {o.label}
              {o.hint && <small>{o.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const halves = ['am', 'pm'] as const

/** Ten half-days, `mon-am` to `fri-pm`, each a chip to tick. */
function HalfDaysField(props: HalfDays) {
  const { t } = useView()
  const { id, error, value, describedBy } = useField(props)
  const chosen = new Set(Array.isArray(value) ? value : [value])
  return (
    <fieldset class={classes('field', error && 'wrong')} aria-describedby={describedBy}>
      <Legend {...props} />
      <HintAndError id={id} hint={props.hint} error={error} />
      <div class="half-days">
        {days.map((day) => (
          <div key={day} class="day" role="group" aria-label={t(`ui.day.${day}`)}>
            <span aria-hidden>{t(`ui.day.${day}.short`)}</span>
            {halves.map((half) => (
              <label key={half} class="chip">
                <input
                  id={day === 'mon' && half === 'am' ? id : undefined}
                  type="checkbox"
                  name={props.name}
                  value={`${day}-${half}`}
                  checked={chosen.has(`${day}-${half}`)}
                />
                <span>{t(`ui.half.${half}`)}</span>
              </label>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
