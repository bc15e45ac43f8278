import type { PlainDate } from '../../shared/time/dates.ts'

/** Why a professional may open a person's file. */
export type Mandate = {
  id: string
  personId: string
  professionalId: string
  role: string
  institutionId: string
  purpose: 'intake' | 'referral' | 'group' | 'colleague' | 'pass-on' | 'follow-up'
  from: PlainDate
  to: PlainDate | null
  revoked: boolean
}

/** A mandate opens the file from its first to its last day, both included, unless it was revoked: then at once no more. */
export const isValid = (mandate: Pick<Mandate, 'from' | 'to' | 'revoked'>, today: PlainDate): boolean =>
  !mandate.revoked && mandate.from <= today && (mandate.to === null || mandate.to >= today)
