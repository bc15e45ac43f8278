import { fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import { staffLanguages } from '../../shared/i18n/languages.ts'
import { daysBetween } from '../../shared/time/dates.ts'
import { type Disclosure, disclosureKinds, legalBases } from './funding.ts'

/** Ten years: files are made month by month. */
const mostDays = 3660

export type TypedDisclosure = Omit<Disclosure, 'id' | 'people' | 'madeOn' | 'madeBy' | 'language'> & {
  language: (typeof staffLanguages)[number]
}

/** What leaves the site, for whom, on which legal basis: its kind and words. */
export function parseDisclosure(typed: Typed): Parsed<TypedDisclosure> {
  const parsed = parseForm(
    {
      kind: fields.choice(disclosureKinds),
      from: fields.date(),
      to: fields.date(),
      language: fields.choice(staffLanguages),
      format: fields.choice(['xlsx', 'pdf']),
      recipient: fields.text(200, 'funding.disclose.forWhom'),
      basis: fields.choice(legalBases, 'funding.disclose.chooseBasis'),
      basisWords: fields.text(500, 'funding.disclose.sayBasis'),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const { from, to } = parsed.value
  if (from > to) return withErrors(parsed, { to: { key: 'funding.order' } })
  return daysBetween(from, to) > mostDays ? withErrors(parsed, { to: { key: 'funding.disclose.long' } }) : parsed
}
