import type { Tx } from '../../shared/db/database.ts'
import type { Services } from '../../shared/http/doors.tsx'
import { findImport } from './exchange/import-store.ts'
import { findReferral } from './referral-store.ts'
import { findPartner } from './store.ts'

/** What the routes are about; undefined is not found. */
export const findSubject = {
  partner: ({ tx, params }: { tx: Tx; params: { partnerId: string } }) => findPartner(tx, params.partnerId),
  import: ({ tx, params }: { tx: Tx; params: { partnerImportId: string } }) => findImport(tx, params.partnerImportId),
  referral: ({ tx, params, services }: { tx: Tx; params: { partnerReferralId: string }; services: Services }) =>
    findReferral(tx, services.vault, params.partnerReferralId),
}
