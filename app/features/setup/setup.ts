import type { Language } from '../../shared/i18n/languages.ts'
import type { HolidayRegion } from '../../shared/time/holidays.ts'
import type { InstitutionKind } from '../staff/institutions/institution.ts'
import type { Confirmed, Started } from '../staff/joining/joining.ts'

/** What the first run asks for, secrets aside. */
export type Foundation = {
  siteName: string
  institutionName: string
  kind: InstitutionKind
  languages: Language[]
  region: HolidayRegion
  name: string
  email: string
  language: Language
}

/** The answers so far, sealed between the pages. */
export type Answers<S extends Started | Confirmed = Started> = { foundation: Foundation; secrets: S }
