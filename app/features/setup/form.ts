import { type FieldErrors, fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import { type Language, staffLanguages } from '../../shared/i18n/languages.ts'
import { holidayRegions } from '../../shared/time/holidays.ts'
import { institutionKinds } from '../staff/institutions/institution.ts'
import { passwordErrors } from '../staff/joining/joining.ts'
import type { Foundation } from './setup.ts'

const shape = {
  siteName: fields.text(100, 'setup.siteName.missing'),
  institutionName: fields.text(200, 'staff.institution.name.missing'),
  kind: fields.choice(institutionKinds, 'staff.institution.kind.missing'),
  languages: fields.choices(staffLanguages),
  region: fields.choice(holidayRegions),
  name: fields.text(200, 'staff.name.missing'),
  email: fields.email('staff.signIn.email.missing'),
}

/** The first page's answers; the administrator works in the language of the page. */
export function parseFoundation(typed: Typed, language: Language): Parsed<Foundation> {
  const parsed = parseForm(shape, typed)
  const about = [typed.get('email'), typed.get('name'), typed.get('siteName'), typed.get('institutionName')]
  const more: FieldErrors = {
    ...(typed.all('languages').length === 0 ? { languages: { key: 'staff.institution.languages.missing' } } : {}),
    ...passwordErrors(typed, about),
  }
  if (!parsed.ok || Object.keys(more).length > 0) return withErrors(parsed, more)
  return { ok: true, value: { ...parsed.value, language }, typed }
}
