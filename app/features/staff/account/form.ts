import { fields, parseForm, type Typed } from '../../../shared/forms/forms.ts'
import { staffLanguages } from '../../../shared/i18n/languages.ts'

export const themes = ['auto', 'light', 'dark'] as const

/** What people keep up to date about themselves. */
export const parseOwnAccount = (typed: Typed) =>
  parseForm(
    {
      name: fields.text(200, 'staff.name.missing'),
      phone: fields.optionalText(60),
      language: fields.choice(staffLanguages),
      theme: fields.choice(themes),
    },
    typed,
  )
