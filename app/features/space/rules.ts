import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { Moment } from '../../shared/time/moment.ts'
import type { OwnSession } from './session.ts'

/** Not over yet: a session stays "next" until it ends, so that whoever is late still finds the room. */
export const isComing = (session: Pick<OwnSession, 'onDate' | 'to'>, { today, time }: Moment): boolean =>
  session.onDate > today || (session.onDate === today && session.to > time)

/** "I can't come", and taking it back: until the session is over. */
export function announcing(session: OwnSession, now: Moment): Decision<null> {
  if (session.cancelled) return refuse('space.absent.cancelled')
  return isComing(session, now) ? accept(null) : refuse('space.absent.past')
}

/** The next session that takes place, and the homework from the one before it. `sessions` are in order. */
export function upcoming(sessions: readonly OwnSession[], now: Moment) {
  const held = sessions.filter((session) => !session.cancelled)
  const next = held.find((session) => isComing(session, now))
  const before = held.filter((session) => !isComing(session, now) && session.groupId === next?.groupId).at(-1)
  return {
    next,
    homework: before?.homework ?? null,
    /** Cancelled sessions that somebody might still walk to: those before the next one that takes place. */
    cancelled: sessions.filter(
      (session) => session.cancelled && isComing(session, now) && (!next || session.onDate <= next.onDate),
    ),
  }
}
