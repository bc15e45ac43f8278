// The institution's own offer as records of data·inclusion. Ids and dates come from the record, so the same offer gives the same file.
import { termIds } from '../../../data/data-inclusion/vocabulary.ts'
import type { Partner, Place, Service } from '../partner.ts'
import { type Wrong, wrongInService, wrongInStructure } from './schema.ts'

export const producer = 'passerelle'

export type Offer = { structures: Record<string, unknown>[]; services: Record<string, unknown>[] }
export type OfferFault = Wrong & { called: string }

/** What other sites read, and what the schema would not let them read. Ended services are no offer. */
export function offerOf(partner: Partner, services: readonly Service[]): { offer: Offer; wrong: OfferFault[] } {
  const offer = {
    structures: [structureRecord(partner)],
    services: services.filter(({ endedOn }) => !endedOn).map((service) => serviceRecord(partner, service)),
  }
  const wrong = [
    ...offer.structures.flatMap((one) => named(one, wrongInStructure(one))),
    ...offer.services.flatMap((one) => named(one, wrongInService(one))),
  ]
  return { offer, wrong }
}

const named = (record: Record<string, unknown>, wrong: Wrong[]): OfferFault[] =>
  wrong.map((one) => ({ ...one, called: String(record.nom) }))

const idOf = (id: string) => `${producer}--${id}`

function structureRecord(partner: Partner): Record<string, unknown> {
  const number = (kind: string) => partner.identifiers.find((one) => one.kind === kind)?.value ?? null
  return {
    source: producer,
    id: idOf(partner.id),
    nom: partner.name,
    date_maj: partner.changedOn,
    lien_source: null,
    siret: number('siret'),
    ...placeFields(partner),
    code_insee: number('code-insee'),
    ...kept(partner.details, ['longitude', 'latitude']),
    telephone: partner.phone,
    courriel: partner.email,
    site_web: partner.website,
    description: partner.description,
    horaires_accueil: partner.opening,
    ...kept(partner.details, ['accessibilite_lieu', 'reseaux_porteurs']),
  }
}

const fineThemes = new Set(termIds('themes'))

function serviceRecord(partner: Partner, service: Service): Record<string, unknown> {
  const everyone = service.audiences.includes('tous-publics')
  return {
    source: producer,
    structure_id: idOf(partner.id),
    id: idOf(service.id),
    nom: service.name,
    description: service.description,
    date_maj: service.changedOn,
    lien_source: null,
    type: service.kind,
    thematiques: orNull(service.themes.filter((one) => fineThemes.has(one))),
    frais: service.fees,
    frais_precisions: service.feeDetails,
    publics: everyone ? ['tous-publics'] : orNull(service.audiences),
    publics_precisions: service.audienceDetails,
    conditions_acces: service.conditions,
    ...placeFields(service.place ? service : partner),
    ...kept(service.details, ['code_insee', 'longitude', 'latitude']),
    telephone: service.phone ?? partner.phone,
    courriel: service.email ?? partner.email,
    contact_nom_prenom: service.contactName,
    modes_accueil: orNull(service.modes),
    modes_mobilisation: orNull(service.ways),
    mobilisable_par: orNull(service.callers),
    mobilisation_precisions: service.wayDetails,
    lien_mobilisation: service.wayLink,
    horaires_accueil: service.opening ?? partner.opening,
    ...kept(service.details, ['zone_eligibilite', 'nombre_semaines', 'volume_horaire_hebdomadaire']),
  }
}

/** The format knows postal codes of five digits; any other stands before the place, in the line that is free. */
function placeFields(where: Place): Record<string, unknown> {
  const fits = where.postalCode === null || /^\d{5}$/.test(where.postalCode)
  const extra = [where.extraAddress, fits ? null : `${where.postalCode} ${where.place ?? ''}`.trim()].filter(Boolean)
  return {
    adresse: where.street,
    complement_adresse: extra.length > 0 ? extra.join(', ') : null,
    code_postal: fits ? where.postalCode : null,
    commune: where.place,
  }
}

const orNull = (list: readonly string[]) => (list.length > 0 ? list : null)
const kept = (details: Record<string, unknown>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, details[name] ?? null]))
