import { fields, type Parsed, parseForm, type Typed, withErrors } from '../../../shared/forms/forms.ts'
import { staffLanguages } from '../../../shared/i18n/languages.ts'
import { holidayRegions } from '../../../shared/time/holidays.ts'
import { type InstitutionDetails, institutionKinds } from './institution.ts'

export function parseInstitution(typed: Typed): Parsed<InstitutionDetails> {
  const parsed = parseForm(
    {
      name: fields.text(200, 'staff.institution.name.missing'),
      kind: fields.choice(institutionKinds, 'staff.institution.kind.missing'),
      languages: fields.choices(staffLanguages),
      region: fields.choice(holidayRegions),
      phone: fields.optionalText(60),
    },
    typed,
  )
  return typed.all('languages').length > 0
    ? parsed
    : withErrors(parsed, { languages: { key: 'staff.institution.languages.missing' } })
}
