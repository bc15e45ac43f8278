import { policy } from '../../shared/http/policy.ts'
import type { Person } from '../people/person.ts'
import type { Programme } from '../programmes/programme.ts'
import type { SessionOfGroup } from '../sessions/policy.ts'
import type { Signal } from './signal.ts'

/** Whoever is in the room with the person, a trainee too. */
export const mayNote = policy('signals.note', ['coach', 'trainee'], (_actor, _person: Person) => true)
/** From a session, on somebody of it. */
export const mayNoteInSession = policy(
  'signals.noteInSession',
  ['coach', 'trainee'],
  (_actor, { group }: SessionOfGroup) => group.leads,
)
export const mayList = policy('signals.list', ['coach', 'trainee', 'social-worker'])
export const mayListOf = policy(
  'signals.listOf',
  ['coach', 'trainee', 'social-worker'],
  (_actor, _person: Person) => true,
)
/** A trainee sees what became of their own; the database shows them no other. */
export const mayRead = policy('signals.read', ['coach', 'trainee', 'social-worker'], (_actor, _signal: Signal) => true)
/** Which step, rules.ts says. */
export const mayStep = policy('signals.step', ['coach', 'social-worker'], (_actor, _signal: Signal) => true)
export const mayAddWords = policy(
  'signals.addWords',
  ['coach', 'trainee', 'social-worker'],
  (actor, signal: Signal) => actor.role !== 'trainee' || signal.notedBy === actor.id,
)
export const mayAcknowledge = policy(
  'signals.acknowledge',
  ['coach', 'trainee'],
  (actor, signal: Signal) => signal.notedBy === actor.id,
)
/** Counts by theme, of nobody in particular. */
export const mayCount = policy('signals.count', ['coordinator'], (_actor, programme: Programme) => programme.isMine)
