// Partners and services as rows of the database and back. What is searched is folded here, so that SQL compares plain text.
import type { Selectable } from 'kysely'
import { categoryOf, termLabel } from '../../data/data-inclusion/vocabulary.ts'
import type { PartnerServices, Partners } from '../../shared/db/tables.gen.ts'
import { searchFold } from '../people/fold.ts'
import type { Details, Identifier, Origin, Partner, PartnerDetails, Place, Service, ServiceDetails } from './partner.ts'

const placeColumns = (where: Place) => ({
  street: where.street,
  extra_address: where.extraAddress,
  postal_code: where.postalCode,
  place: where.place,
  place_search: searchFold([where.postalCode, where.place].filter(Boolean).join(' ')),
})

export const partnerRow = (details: PartnerDetails) => ({
  ...placeColumns(details),
  name: details.name,
  description: details.description,
  phone: details.phone,
  email: details.email,
  website: details.website,
  opening: details.opening,
  identifiers: JSON.stringify(details.identifiers),
  search: searchFold([details.name, details.description, details.place].filter(Boolean).join(' ')),
})

/** Themes are found by their words in every language. */
export const serviceRow = (details: ServiceDetails) => ({
  ...placeColumns(details),
  name: details.name,
  kind: details.kind,
  themes: details.themes,
  audiences: details.audiences,
  audience_details: details.audienceDetails,
  description: details.description,
  conditions: details.conditions,
  fees: details.fees,
  fee_details: details.feeDetails,
  modes: details.modes,
  ways: details.ways,
  way_details: details.wayDetails,
  way_link: details.wayLink,
  callers: details.callers,
  contact_name: details.contactName,
  phone: details.phone,
  email: details.email,
  opening: details.opening,
  search: searchFold(
    [
      details.name,
      details.description,
      details.place,
      ...new Set(
        details.themes.flatMap((id) => [id, categoryOf(id)]).flatMap((id) => Object.values(termLabel(id) ?? {})),
      ),
    ]
      .filter(Boolean)
      .join(' '),
  ),
})

export const originColumns = (origin: Origin, details: Details) => ({
  source_link: origin.link,
  source_on: origin.on,
  source_hash: origin.hash,
  details: JSON.stringify(details),
  edited_on: null,
})

type OriginRow = {
  source: string | null
  source_id: string | null
  source_link: string | null
  source_on: string | null
}
const toOrigin = (row: OriginRow) =>
  row.source !== null && row.source_id !== null
    ? { source: row.source, sourceId: row.source_id, link: row.source_link, on: row.source_on ?? '' }
    : null

export type PartnerRow = Omit<
  Selectable<Partners>,
  'search' | 'place_search' | 'source_hash' | 'created_at' | 'created_by'
> & {
  institution: string | null
  checker: string | null
  retired_on: string | null
  retired_why: string | null
}

export const toPartner = (row: PartnerRow): Partner => ({
  id: row.id,
  institutionId: row.institution_id,
  institution: row.institution ?? '',
  shared: row.shared,
  own: row.own,
  ...toPlace(row),
  name: row.name,
  description: row.description,
  phone: row.phone,
  email: row.email,
  website: row.website,
  opening: row.opening,
  identifiers: row.identifiers as Identifier[],
  details: row.details as Details,
  origin: toOrigin(row),
  checkedOn: row.checked_on,
  checkedBy: row.checker,
  changedOn: row.changed_on,
  editedOn: row.edited_on,
  retired: row.retired_on ? { on: row.retired_on, why: row.retired_why ?? '' } : null,
})

const toPlace = (row: {
  street: string | null
  extra_address: string | null
  postal_code: string | null
  place: string | null
}): Place => ({
  street: row.street,
  extraAddress: row.extra_address,
  postalCode: row.postal_code,
  place: row.place,
})

export const toService = (
  row: Omit<Selectable<PartnerServices>, 'search' | 'place_search' | 'created_at'>,
): Service => ({
  id: row.id,
  partnerId: row.partner_id,
  ...toPlace(row),
  name: row.name,
  kind: row.kind,
  themes: row.themes,
  audiences: row.audiences,
  audienceDetails: row.audience_details,
  description: row.description,
  conditions: row.conditions,
  fees: row.fees,
  feeDetails: row.fee_details,
  modes: row.modes,
  ways: row.ways,
  wayDetails: row.way_details,
  wayLink: row.way_link,
  callers: row.callers,
  contactName: row.contact_name,
  phone: row.phone,
  email: row.email,
  opening: row.opening,
  details: row.details as Details,
  origin: toOrigin(row),
  changedOn: row.changed_on,
  endedOn: row.ended_on,
})
