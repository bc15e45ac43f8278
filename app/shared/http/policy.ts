import type { Actor, ActorName, CardActor, JobActor, LinkActor, Nobody, StaffActor, StaffRole } from './actor.ts'
import { actorName } from './actor.ts'

type ActorNamed<N extends ActorName> =
  | (Extract<N, StaffRole> extends never ? never : StaffActor & { role: Extract<N, StaffRole> })
  | (N extends 'card' ? CardActor : never)
  | (N extends 'link' ? LinkActor : never)
  | (N extends 'job' ? JobActor : never)
  | (N extends 'nobody' ? Nobody : never)

/** Who may do one thing. Whatever is not said is no. */
export type Policy<S = unknown, A extends Actor = Actor> = {
  name: string
  actors: readonly ActorName[]
  /** A card that was only scanned is asked for its PIN first. */
  needsPin: boolean
  /** The second factor must be fresh: before export and role change. */
  needsFreshFactor: boolean
  allows(actor: Actor, subject: S): actor is A
}

/**
 * A policy as a sentence: `policy('profiles.freeze', ['card'], (actor, profile: Profile) => profile.personId === actor.personId)`.
 * The subject is what the route found; a subject that the actor can't see never gets here (it is not found).
 */
export function policy<const N extends ActorName, S = unknown>(
  name: string,
  actors: readonly N[],
  when: (actor: ActorNamed<N>, subject: S) => boolean = () => true,
  { scannedIsEnough = false, freshFactor = false } = {},
): Policy<S, ActorNamed<N>> {
  return {
    name,
    actors,
    needsPin: (actors as readonly ActorName[]).includes('card') && !scannedIsEnough,
    needsFreshFactor: freshFactor,
    allows: (actor, subject): actor is ActorNamed<N> =>
      (actors as readonly ActorName[]).includes(actorName(actor)) && when(actor as ActorNamed<N>, subject),
  }
}
