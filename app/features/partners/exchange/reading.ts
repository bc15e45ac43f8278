// A record of data·inclusion as a partner or a service of ours. French particulars stay particulars: the register's number
// is an identifier of its kind, and what nobody here works with is kept under the format's own names.
import { createHash } from 'node:crypto'
import { termIds } from '../../../data/data-inclusion/vocabulary.ts'
import { clean } from '../../../shared/forms/forms.ts'
import type { Details, Origin, PartnerDetails, Place, ServiceDetails } from '../partner.ts'
import { upgraded } from './legacy.ts'
import type { RawRecord } from './records.ts'
import { type Wrong, wrongInService, wrongInStructure } from './schema.ts'

type Where = Pick<RawRecord, 'file' | 'number' | 'line'>
export type IncomingPartner = Where & { origin: Origin; partner: PartnerDetails; details: Details }
export type IncomingService = Where & { origin: Origin; structureId: string; service: ServiceDetails; details: Details }

/** Why a record, or one of its fields, did not come in. `why` is the end of a message key `partners.fault.…`. */
export type Fault = Where & {
  called: string
  field: string
  why: Wrong['why'] | 'notJson' | 'twice' | 'noStructure'
  expected: string | number
}

export type Incoming = { partners: IncomingPartner[]; services: IncomingService[]; faults: Fault[] }

/** Sorts sound records from broken ones; a second record of the same origin is a fault of the second. */
export function readAll(records: readonly RawRecord[]): Incoming {
  const incoming: Incoming = { partners: [], services: [], faults: [] }
  const seen = new Set<string>()
  for (const record of records) {
    const { file, number, line, called } = record
    const fault = (field: string, why: Fault['why'], expected: string | number = ''): Fault => ({
      ...{ file, number, line, called, field, why, expected },
    })
    if (!record.value) {
      incoming.faults.push(fault('', 'notJson'))
      continue
    }
    const value = cleaned(record.value) as Record<string, unknown>
    const kind = 'structure_id' in value ? 'service' : 'structure'
    const present = upgraded(value, kind)
    const { fine, broad } = themesOf(present)
    const found = kind === 'service' ? wrongInService(fine) : wrongInStructure(fine)
    incoming.faults.push(...found.map(({ field, why, expected }) => fault(field, why, expected)))
    if (found.length > 0) continue
    const key = `${kind} ${fine.source} ${fine.id}`
    if (seen.has(key)) {
      incoming.faults.push(fault('id', 'twice', String(fine.id)))
      continue
    }
    seen.add(key)
    const where = { file, number, line, origin: originOf(present) }
    if (kind === 'structure') incoming.partners.push({ ...where, ...toPartner(fine) })
    else incoming.services.push({ ...where, structureId: String(fine.structure_id), ...toService(fine, broad) })
  }
  return incoming
}

const categories = new Set(termIds('categories'))

/** Themes of which only the category is known are no codes of the format any more; they are of ours. */
function themesOf(record: Record<string, unknown>): { fine: Record<string, unknown>; broad: string[] } {
  const all = record.thematiques
  if (!Array.isArray(all)) return { fine: record, broad: [] }
  const broad = all.filter((one): one is string => typeof one === 'string' && categories.has(one))
  return { fine: { ...record, thematiques: all.filter((one) => !categories.has(one as string)) }, broad }
}

const originOf = (record: Record<string, unknown>): Origin => ({
  source: String(record.source),
  sourceId: String(record.id),
  link: webAddress(record.lien_source),
  on: String(record.date_maj),
  hash: createHash('sha256').update(JSON.stringify(record)).digest('hex'),
})

const shared = [
  ...['source', 'id', 'nom', 'description', 'date_maj', 'lien_source', 'telephone', 'courriel', 'horaires_accueil'],
  ...['adresse', 'complement_adresse', 'code_postal', 'commune', 'site_web'],
]
const ofStructure = new Set([...shared, 'siret', 'code_insee'])
const ofService = new Set([
  ...shared,
  ...['structure_id', 'type', 'thematiques', 'publics', 'publics_precisions', 'conditions_acces', 'frais'],
  ...['frais_precisions', 'modes_accueil', 'modes_mobilisation', 'mobilisation_precisions', 'lien_mobilisation'],
  ...['mobilisable_par', 'contact_nom_prenom'],
])
/** The fields of the format that a record of ours has no column for. */
const rest = (record: Record<string, unknown>, taken: Set<string>): Details =>
  Object.fromEntries(Object.entries(record).filter(([name, value]) => !taken.has(name) && value !== null))

function toPartner(record: Record<string, unknown>): { partner: PartnerDetails; details: Details } {
  const siret = text(record.siret)
  const insee = text(record.code_insee)
  return {
    partner: {
      ...placeOf(record),
      name: String(record.nom),
      description: text(record.description),
      phone: text(record.telephone),
      email: text(record.courriel),
      website: webAddress(record.site_web),
      opening: text(record.horaires_accueil),
      identifiers: [
        ...(siret ? [{ kind: 'siret' as const, value: siret }] : []),
        ...(insee ? [{ kind: 'code-insee' as const, value: insee }] : []),
      ],
    },
    details: rest(record, ofStructure),
  }
}

function toService(record: Record<string, unknown>, broad: string[]): { service: ServiceDetails; details: Details } {
  return {
    service: {
      ...placeOf(record),
      name: String(record.nom),
      kind: text(record.type),
      themes: [...list(record.thematiques), ...broad],
      audiences: list(record.publics),
      audienceDetails: text(record.publics_precisions),
      description: String(record.description),
      conditions: text(record.conditions_acces),
      fees: text(record.frais),
      feeDetails: text(record.frais_precisions),
      modes: list(record.modes_accueil),
      ways: list(record.modes_mobilisation),
      wayDetails: text(record.mobilisation_precisions),
      wayLink: webAddress(record.lien_mobilisation),
      callers: list(record.mobilisable_par),
      contactName: text(record.contact_nom_prenom),
      phone: text(record.telephone),
      email: text(record.courriel),
      opening: text(record.horaires_accueil),
    },
    details: rest(record, ofService),
  }
}

const placeOf = (record: Record<string, unknown>): Place => ({
  street: text(record.adresse),
  extraAddress: text(record.complement_adresse),
  postalCode: text(record.code_postal),
  place: text(record.commune),
})

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
/** Other schemes than the web's are no links here. */
const webAddress = (value: unknown): string | null => (/^https?:\/\//i.test(text(value) ?? '') ? text(value) : null)

/** Every text as a form's field would be read; empty ones are nothing. */
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return clean(value.toWellFormed()) || null
  if (Array.isArray(value)) return value.map(cleaned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [clean(name.toWellFormed()), cleaned(one)]))
}
