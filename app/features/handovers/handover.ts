import type { DirectionKey, HandoverDays } from '../../blueprints/blueprint.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

/** What the receiver enters, in the order in which it usually happens. */
export const chainKinds = ['received', 'read', 'talk-planned', 'talk-held'] as const
export type ChainKind = (typeof chainKinds)[number]
/** Where a hand-over stands: nothing entered yet, or the last press. */
export type ChainState = 'handed-over' | ChainKind

export type ChainStep = { id: string; kind: ChainKind; onDate: PlainDate; byId: string; byName: string }

export type Direction = {
  id: string
  direction: DirectionKey
  /** A professional, or null when the person or somebody named in words takes it up. */
  takenUpBy: { id: string; name: string; role: string } | null
  byPerson: boolean
  byDate: PlainDate | null
  words: string | null
  profilePassed: boolean
  decidedOn: PlainDate
  decidedByName: string
  endedOn: PlainDate | null
  measure: Measure | null
}

/** The measure that the officer assigned. */
export type Measure = {
  measure: string
  provider: string | null
  startsOn: PlainDate | null
  recordedOn: PlainDate
  recordedByName: string
}

/** A profile's way from the person to the next step. */
export type HandOver = {
  id: string
  versionId: string
  enrolmentId: string
  programmeId: string
  person: { id: string; firstName: string; lastName: string | null }
  to: { id: string; name: string; institutionId: string }
  handedOverOn: PlainDate
  /** The day the person was told the talk would have taken place by. */
  dueOn: PlainDate
  /** Days after the hand-over, from the programme's settings; null where the programme sets none. */
  days: HandoverDays | null
  /** In the order in which they were entered. */
  steps: ChainStep[]
  /** The running one. */
  direction: Direction | null
}

/** What a measures officer sees of a direction that was passed on to them. */
export type PassedOn = {
  directionId: string
  handOverId: string
  versionId: string
  takenUpById: string
  person: { id: string; firstName: string; lastName: string | null }
  direction: DirectionKey
  byDate: PlainDate | null
  words: string | null
  profilePassed: boolean
  decidedOn: PlainDate
  decidedByName: string
  decidedByPhone: string | null
  measure: Direction['measure']
}
