import { fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { audiences, type NewNote } from './note.ts'

const shape = {
  body: fields.text(10_000, 'notes.body.missing'),
  audience: fields.choice(audiences),
  onDate: fields.optionalDate(),
}

/** Words and for whom; without a date it is today's. */
export function parseNote(typed: Typed, today: PlainDate): Parsed<NewNote> {
  const parsed = parseForm(shape, typed)
  if (!parsed.ok) return parsed
  const onDate = parsed.value.onDate ?? today
  if (onDate > today) return withErrors(parsed, { onDate: { key: 'notes.onDate.future' } })
  return { ok: true, value: { ...parsed.value, onDate }, typed }
}
