import { categoryOf, termIds, themeIds } from '../../data/data-inclusion/vocabulary.ts'
import { fields, type Parsed, parseForm, Typed, withErrors } from '../../shared/forms/forms.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { type Audience, audiences } from '../notes/note.ts'
import {
  type Agreement,
  agreements,
  type IdentifierKind,
  identifierKinds,
  isWebAddress,
  type Partner,
  type PartnerDetails,
  type Service,
  type ServiceDetails,
  states,
} from './partner.ts'
import type { NewEvent } from './rules.ts'

const address = {
  street: fields.optionalText(),
  extraAddress: fields.optionalText(),
  postalCode: fields.optionalText(20),
  place: fields.optionalText(),
}

const partnerShape = {
  ...address,
  name: fields.text(150),
  description: fields.optionalText(10_000),
  phone: fields.optionalText(60),
  email: fields.optionalEmail(),
  website: fields.optionalText(500),
  opening: fields.optionalText(500),
  identifierKind: fields.optionalChoice(identifierKinds),
  identifier: fields.optionalText(30),
  shared: fields.choice(['yes', 'no']),
}

/** What a register's number looks like, blanks and dots aside. Only that: whether it exists is the register's to say. */
const identifierForms: Record<IdentifierKind, RegExp> = {
  siret: /^\d{14}$/,
  'code-insee': /^\w{5}$/,
  bce: /^[01]\d{9}$/,
  uid: /^CHE\d{9}$/,
}

/** One number is asked for; others that came with an import are kept by the caller. */
export function parsePartner(typed: Typed): Parsed<{ partner: PartnerDetails; shared: boolean }> {
  const parsed = parseForm(partnerShape, typed)
  if (!parsed.ok) return parsed
  const { identifierKind, identifier, shared, ...partner } = parsed.value
  if (partner.name.length < 3) return withErrors(parsed, { name: { key: 'partners.tooShort', params: { least: 3 } } })
  if (partner.description && partner.description.length < 5)
    return withErrors(parsed, { description: { key: 'partners.tooShort', params: { least: 5 } } })
  if (partner.website && !isWebAddress(partner.website))
    return withErrors(parsed, { website: { key: 'partners.webAddress' } })
  const number = identifier?.replace(/[\s.-]/g, '').toUpperCase()
  if (number && !identifierKind) return withErrors(parsed, { identifierKind: { key: 'forms.choose' } })
  if (identifierKind && !number) return withErrors(parsed, { identifier: { key: 'forms.required' } })
  if (identifierKind && number && !identifierForms[identifierKind].test(number))
    return withErrors(parsed, { identifier: { key: `partners.identifier.${identifierKind}.form` } })
  const identifiers = identifierKind && number ? [{ kind: identifierKind, value: number }] : []
  return { ok: true, typed, value: { partner: { ...partner, identifiers }, shared: shared === 'yes' } }
}

export const partnerValues = (partner: Partner): Record<string, string> => ({
  name: partner.name,
  description: partner.description ?? '',
  street: partner.street ?? '',
  extraAddress: partner.extraAddress ?? '',
  postalCode: partner.postalCode ?? '',
  place: partner.place ?? '',
  phone: partner.phone ?? '',
  email: partner.email ?? '',
  website: partner.website ?? '',
  opening: partner.opening ?? '',
  identifierKind: partner.identifiers[0]?.kind ?? '',
  identifier: partner.identifiers[0]?.value ?? '',
  shared: partner.shared ? 'yes' : 'no',
})

const serviceShape = {
  ...address,
  name: fields.text(150),
  kind: fields.optionalChoice(termIds('kinds')),
  themes: fields.choices(themeIds),
  audiences: fields.choices(termIds('audiences')),
  audienceDetails: fields.optionalText(1000),
  description: fields.text(10_000),
  conditions: fields.optionalText(2000),
  fees: fields.optionalChoice(termIds('fees')),
  feeDetails: fields.optionalText(500),
  modes: fields.choices(termIds('modes')),
  ways: fields.choices(termIds('ways')),
  wayDetails: fields.optionalText(1000),
  wayLink: fields.optionalText(500),
  callers: fields.choices(termIds('callers')),
  contactName: fields.optionalText(),
  phone: fields.optionalText(60),
  email: fields.optionalEmail(),
  opening: fields.optionalText(500),
  ended: fields.checkbox(),
}

/** The form asks for themes by category, each group of boxes under a name of its own. */
export const themesField = (category: string): string => `themes.${category}`
const categories = termIds('categories')

export function parseService(typed: Typed): Parsed<{ service: ServiceDetails; ended: boolean }> {
  const themes = ['themes', ...categories.map(themesField)].flatMap((name) => typed.all(name))
  const found = parseForm(serviceShape, Typed.of({ ...typed.toValues(), themes }))
  // What is shown again is what was typed, by category.
  const parsed = { ...found, typed }
  if (!parsed.ok) return parsed
  const { ended, ...service } = parsed.value
  if (service.name.length < 3) return withErrors(parsed, { name: { key: 'partners.tooShort', params: { least: 3 } } })
  if (service.description.length < 5)
    return withErrors(parsed, { description: { key: 'partners.tooShort', params: { least: 5 } } })
  if (service.themes.length === 0)
    return withErrors(parsed, { [themesField(categories[0]!)]: { key: 'partners.themes.missing' } })
  if (service.wayLink && !isWebAddress(service.wayLink))
    return withErrors(parsed, { wayLink: { key: 'partners.webAddress' } })
  const unique = (list: string[]) => [...new Set(list)]
  const lists = { themes: unique(service.themes), modes: unique(service.modes), ways: unique(service.ways) }
  const whom = { audiences: unique(service.audiences), callers: unique(service.callers) }
  return { ok: true, typed, value: { service: { ...service, ...lists, ...whom }, ended } }
}

export const serviceValues = (service: Service): Record<string, string | string[]> => ({
  name: service.name,
  kind: service.kind ?? '',
  ...Object.fromEntries(
    categories.map((one) => [themesField(one), service.themes.filter((theme) => categoryOf(theme) === one)]),
  ),
  audiences: service.audiences,
  audienceDetails: service.audienceDetails ?? '',
  description: service.description,
  conditions: service.conditions ?? '',
  fees: service.fees ?? '',
  feeDetails: service.feeDetails ?? '',
  modes: service.modes,
  ways: service.ways,
  wayDetails: service.wayDetails ?? '',
  wayLink: service.wayLink ?? '',
  callers: service.callers,
  contactName: service.contactName ?? '',
  phone: service.phone ?? '',
  email: service.email ?? '',
  opening: service.opening ?? '',
  street: service.street ?? '',
  extraAddress: service.extraAddress ?? '',
  postalCode: service.postalCode ?? '',
  place: service.place ?? '',
  ended: service.endedOn ? 'yes' : '',
})

export const parseNote = (typed: Typed) => parseForm({ body: fields.optionalText(5000) }, typed)
export const parseRetirement = (typed: Typed) => parseForm({ why: fields.text(500) }, typed)
export const parseOwn = (typed: Typed) => parseForm({ partnerId: fields.id() }, typed)

const referralShape = {
  partner: fields.id(),
  service: fields.optionalId(),
  purpose: fields.text(2000, 'partners.purpose.missing'),
  audience: fields.choice(audiences),
  agreement: fields.choice(agreements),
  agreedOn: fields.optionalDate(),
  nextStep: fields.optionalText(500),
  nextOn: fields.optionalDate(),
}

export type ReferralForm = {
  partner: string
  service: string | null
  purpose: string
  audience: Audience
  agreement: Agreement
  agreedOn: PlainDate | null
  nextStep: string | null
  nextOn: PlainDate | null
}

/** An agreement without a day was given today. */
export function parseReferral(typed: Typed, today: PlainDate): Parsed<ReferralForm> {
  const parsed = parseForm(referralShape, typed)
  if (!parsed.ok) return parsed
  const { value } = parsed
  const agreedOn = value.agreement === 'not-yet' ? null : (value.agreedOn ?? today)
  if (agreedOn && agreedOn > today) return withErrors(parsed, { agreedOn: { key: 'partners.step.future' } })
  if (value.nextOn && !value.nextStep) return withErrors(parsed, { nextStep: { key: 'forms.required' } })
  return { ok: true, typed, value: { ...value, agreedOn } }
}

const eventShape = {
  state: fields.choice(states),
  onDate: fields.optionalDate(),
  words: fields.optionalText(2000),
  nextStep: fields.optionalText(500),
  nextOn: fields.optionalDate(),
}

/** Without a day it was today. */
export function parseEvent(typed: Typed, today: PlainDate): Parsed<NewEvent> {
  const parsed = parseForm(eventShape, typed)
  if (!parsed.ok) return parsed
  const { onDate, ...value } = parsed.value
  if (value.nextOn && !value.nextStep) return withErrors(parsed, { nextStep: { key: 'forms.required' } })
  return { ok: true, typed, value: { ...value, on: onDate ?? today } }
}

export function parseAgreement(
  typed: Typed,
  today: PlainDate,
): Parsed<{ agreement: 'spoken' | 'written'; agreedOn: PlainDate }> {
  const parsed = parseForm({ agreement: fields.choice(['spoken', 'written']), agreedOn: fields.optionalDate() }, typed)
  if (!parsed.ok) return parsed
  return { ok: true, typed, value: { ...parsed.value, agreedOn: parsed.value.agreedOn ?? today } }
}
