import { policy } from '../../shared/http/policy.ts'
import type { Person } from '../people/person.ts'
import type { PartnerImport } from './exchange/plan.ts'
import type { Partner, PartnerReferral } from './partner.ts'

const readers = ['coordinator', 'programme-office', 'coach', 'trainee', 'social-worker', 'measures-officer'] as const
const writers = ['coordinator', 'programme-office', 'coach', 'social-worker', 'measures-officer'] as const
const responsible: readonly string[] = ['coordinator', 'programme-office']

/** The directory is for everybody who works with people. */
export const mayList = policy('partners.list', readers)
export const mayRead = policy('partners.read', readers, (_actor, _partner: Partner) => true)
export const mayCreate = policy('partners.create', writers)
/** A record is kept by its institution; the own structure by those who answer for the offer. */
export const mayEdit = policy(
  'partners.edit',
  writers,
  (actor, partner: Partner) =>
    partner.institutionId === actor.institutionId && (!partner.own || responsible.includes(actor.role)),
)
/** Everybody who edits may note what their own institution knows, of partners of others too. */
export const mayNote = policy('partners.note', writers, (_actor, _partner: Partner) => true)
export const mayRetire = policy(
  'partners.retire',
  ['coordinator', 'programme-office'],
  (actor, partner: Partner) => partner.institutionId === actor.institutionId,
)
export const mayImport = policy('partners.import', ['coordinator'])
export const mayHandleImport = policy('partners.handleImport', ['coordinator'], (_actor, _one: PartnerImport) => true)
export const mayExport = policy('partners.export', ['coordinator', 'programme-office'])

/** Passing on is of the class of notes: it tells what somebody needs help with. */
export const mayRefer = policy(
  'partners.refer',
  ['coach', 'trainee', 'social-worker'],
  (_actor, _person: Person) => true,
)
export const mayFollow = policy(
  'partners.follow',
  ['coach', 'trainee', 'social-worker'],
  (_actor, _referral: PartnerReferral) => true,
)
