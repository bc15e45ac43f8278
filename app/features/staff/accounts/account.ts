import type { StaffRole } from '../../../shared/http/actor.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'

/** Somebody who works, or worked, with the site. */
export type Account = {
  id: string
  name: string
  email: string
  role: StaffRole
  /** A coach's field of origin, in their own words. */
  field: string | null
  phone: string | null
  institutionId: string
  institution: string
  endedOn: PlainDate | null
}

/** Roles that come from a profession: for these one says which. */
export const rolesWithField: readonly StaffRole[] = ['coach', 'trainee']
