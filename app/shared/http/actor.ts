import type { Entry } from '../db/database.ts'

export const staffRoles = [
  'administrator',
  'coordinator',
  'programme-office',
  'coach',
  'trainee',
  'social-worker',
  'measures-officer',
] as const
export type StaffRole = (typeof staffRoles)[number]

/** Every name that a route can declare as its actor. */
export type ActorName = 'nobody' | StaffRole | 'card' | 'link' | 'job'

export type StaffActor = {
  kind: 'staff'
  id: string
  institutionId: string
  institution: string
  role: StaffRole
  name: string
  language: string
  sessionId: string
  factorAt: Date
}
export type CardActor = {
  kind: 'card'
  id: string
  personId: string
  institutionId: string
  /** `token`: the card was only scanned. `pin`: the PIN was entered too. */
  level: 'token' | 'pin'
  hasPin: boolean
  firstName: string | null
  language: string | null
}
export type LinkActor = {
  kind: 'link'
  id: string
  institutionId: string
  purpose: string
  audience: string
  details: Record<string, unknown>
  language: string | null
}
export type JobActor = { kind: 'job'; id: null; name: string }
export type Nobody = { kind: 'nobody'; id: null }
export type Actor = StaffActor | CardActor | LinkActor | JobActor | Nobody

export const nobody: Nobody = { kind: 'nobody', id: null }

/** The actor behind what the database recognised. */
export function actorOf(entry: Entry | undefined): Actor {
  if (!entry) return nobody
  switch (entry.kind) {
    case 'staff':
      return {
        kind: 'staff',
        id: entry.id,
        institutionId: entry.institution_id!,
        institution: String(entry.details?.institution ?? ''),
        role: entry.role as StaffRole,
        name: entry.name ?? '',
        language: entry.language ?? 'fr',
        sessionId: entry.session_id!,
        factorAt: entry.factor_at!,
      }
    case 'card':
      return {
        kind: 'card',
        id: entry.id,
        personId: entry.person_id!,
        institutionId: entry.institution_id!,
        level: entry.level!,
        hasPin: entry.details?.hasPin === true,
        firstName: entry.name,
        language: entry.language,
      }
    case 'link':
      return {
        kind: 'link',
        id: entry.id,
        institutionId: entry.institution_id!,
        purpose: entry.role,
        audience: entry.name ?? '',
        details: entry.details ?? {},
        language: entry.language,
      }
    case 'job':
      return { kind: 'job', id: null, name: entry.role }
  }
}

export const actorName = (actor: Actor): ActorName => (actor.kind === 'staff' ? actor.role : actor.kind)
