import type { PlainDate } from '../../shared/time/dates.ts'
import type { Audience } from '../notes/note.ts'

/** A number in some country's register; which one says its kind. */
export const identifierKinds = ['siret', 'code-insee', 'bce', 'uid'] as const
export type IdentifierKind = (typeof identifierKinds)[number]
export type Identifier = { kind: IdentifierKind; value: string }

/** Where something is. Postal codes are words: countries write them differently. */
export type Place = {
  street: string | null
  extraAddress: string | null
  postalCode: string | null
  place: string | null
}

/** What an exchange format says and nobody here works with, by the format's own names. */
export type Details = Record<string, unknown>

/** Where a record came from: its producer, its id there, and the day it was changed there. */
export type Origin = { source: string; sourceId: string; link: string | null; on: PlainDate; hash: string }

/** What is known of a partner, whoever says it. */
export type PartnerDetails = Place & {
  name: string
  description: string | null
  phone: string | null
  email: string | null
  website: string | null
  opening: string | null
  identifiers: Identifier[]
}

export type Partner = PartnerDetails & {
  id: string
  institutionId: string
  institution: string
  /** Shown to every institution of the site. */
  shared: boolean
  /** The institution's own structure. */
  own: boolean
  details: Details
  origin: Omit<Origin, 'hash'> | null
  checkedOn: PlainDate | null
  checkedBy: string | null
  changedOn: PlainDate
  editedOn: PlainDate | null
  retired: { on: PlainDate; why: string } | null
}

/** What is known of a service. Themes, audiences, kind, fees, modes, ways and callers are codes of app/data/data-inclusion. */
export type ServiceDetails = Place & {
  name: string
  kind: string | null
  themes: string[]
  audiences: string[]
  audienceDetails: string | null
  description: string
  conditions: string | null
  fees: string | null
  feeDetails: string | null
  modes: string[]
  ways: string[]
  wayDetails: string | null
  wayLink: string | null
  callers: string[]
  contactName: string | null
  phone: string | null
  email: string | null
  opening: string | null
}

export type Service = ServiceDetails & {
  id: string
  partnerId: string
  details: Details
  origin: Omit<Origin, 'hash'> | null
  changedOn: PlainDate
  endedOn: PlainDate | null
}

/** What an institution noted of a partner. */
export type PartnerNote = { body: string; writtenOn: PlainDate; writtenBy: string }

/** What narrows the directory; all of it stands in the address. */
export type PartnerFilter = { q: string; theme: string; place: string; retired: boolean; page: number }
export type ListedPartner = { partner: Partner; themes: string[] }
export type PartnersFound = { partners: ListedPartner[]; total: number; pages: number }

export const noPlace: Place = { street: null, extraAddress: null, postalCode: null, place: null }

/** One line of an address. */
export const placeLine = ({ postalCode, place }: Place): string => [postalCode, place].filter(Boolean).join(' ')
export const addressLines = (where: Place): string[] =>
  [where.street, where.extraAddress, placeLine(where)].filter((line): line is string => Boolean(line))

/** A web address that may become a link: nothing else than the web, however it came in. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s<>"]+$/i.test(text)

// ------------------------------------------------------------------ passing somebody on

export const states = ['proposed', 'told', 'accepted', 'declined', 'no-answer', 'done'] as const
export type State = (typeof states)[number]

/** What the person said to being passed on. */
export const agreements = ['not-yet', 'spoken', 'written'] as const
export type Agreement = (typeof agreements)[number]

/** Which partner, which service, what for: as it was on the day, all of it sealed under the person's key. */
export type ReferralContent = {
  partnerId: string
  partnerName: string
  serviceId: string | null
  serviceName: string | null
  purpose: string
}

export type ReferralEvent = {
  number: number
  state: State
  on: PlainDate
  words: string | null
  nextStep: string | null
  nextOn: PlainDate | null
  by: string
}

export type PartnerReferral = {
  id: string
  personId: string
  author: string
  audience: Audience
  /** null: it can't be opened, and `closed` says why (a message key `vault.<state>`). */
  content: ReferralContent | null
  closed: 'erased' | 'keyMissing' | 'damaged' | null
  agreement: Agreement
  agreedOn: PlainDate | null
  on: PlainDate
  /** The first is the proposal; never empty. */
  events: ReferralEvent[]
}

export const lastOf = ({ events }: PartnerReferral): ReferralEvent => events.at(-1)!
