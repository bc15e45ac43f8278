import type { Selectable } from 'kysely'
import type { Institutions } from '../../../shared/db/tables.gen.ts'
import { type Language, staffLanguages } from '../../../shared/i18n/languages.ts'
import { type HolidayRegion, holidayRegions } from '../../../shared/time/holidays.ts'

export const institutionKinds = [
  'social-service',
  'integration-service',
  'programme-unit',
  'placement-office',
  'association',
] as const
export type InstitutionKind = (typeof institutionKinds)[number]

/** Where holidays are kept, and the clock that says which day it is. */
export const timeZones: Record<HolidayRegion, string> = {
  'CH-BE': 'Europe/Zurich',
  BE: 'Europe/Brussels',
  FR: 'Europe/Paris',
}

export type InstitutionDetails = {
  name: string
  kind: InstitutionKind
  languages: Language[]
  region: HolidayRegion
  phone: string | null
}
/** `hasAdministrator`: somebody there looks after it. */
export type Institution = InstitutionDetails & { id: string; hasAdministrator: boolean }

type Row = Pick<Selectable<Institutions>, 'id' | 'name' | 'kind' | 'languages' | 'region' | 'phone'> & {
  hasAdministrator: boolean
}

export const toInstitution = (row: Row): Institution => ({
  id: row.id,
  name: row.name,
  kind: institutionKinds.find((kind) => kind === row.kind) ?? 'association',
  languages: staffLanguages.filter((language) => row.languages.includes(language)),
  region: holidayRegions.find((region) => region === row.region) ?? 'CH-BE',
  phone: row.phone,
  hasAdministrator: row.hasAdministrator,
})
