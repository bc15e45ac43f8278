/**
 * The one line: next, who must do what by when. Facts of an enrolment in, one step out; no clock, no database.
 * PRODUCT.md, focustravail 9: "each enrolment shows one line". Days come from the programme where it sets them.
 */
import type { DirectionKey, StageKind } from '../../blueprints/blueprint.ts'
import type { Text } from '../../shared/i18n/text.ts'
import { addDays, type PlainDate } from '../../shared/time/dates.ts'
import type { OrientationFact } from '../orientation/next.ts'
import type { AttemptResult } from './enrolment.ts'

/** Everything the line depends on, as far as the reader may know it; null is "not so, or not visible". */
export type NextFacts = {
  enrolmentId: string
  personId: string
  stage: { kind: StageKind; on: PlainDate }
  attempts: { on: PlainDate; result: AttemptResult }[]
  earliestStart: PlainDate | null
  group: { name: string; startsOn: PlainDate | null } | null
  /** Of their group, in which they are expected, oldest first. */
  sessions: { on: PlainDate; mark: 'present' | 'excused' | 'absent' | null }[]
  /** After this many unexcused absences the referrer is told; null: never. */
  unexcusedLimit: number | null
  /** A talk of the referrer with the person since the enrolment ended. */
  talkAfterEnd: boolean
  /** How the programme lets go of who completed it; null: the stage alone says so. */
  wayOut: 'hand-over' | 'final-report' | null
  /** The newest version of their final report that was sent, and who has not said that they have it. */
  report: { on: PlainDate; waitsFor: string | null } | null
  handOver: {
    on: PlainDate
    received: PlainDate | null
    read: PlainDate | null
    talkPlanned: PlainDate | null
    talkHeld: PlainDate | null
  } | null
  days: { received: number; read: number; talkPlanned: number; talkHeld: number }
  direction: {
    key: DirectionKey
    on: PlainDate
    by: PlainDate | null
    takenUp: 'person' | 'officer' | 'colleague' | null
    /** A measure was assigned, or the step agreed on is done. */
    isUnderWay: boolean
  } | null
  /** Where they stand in the chain of a programme that has one, until it is decided. */
  orientation?: OrientationFact | null
  names: { referrer: string | null; receiver: string | null; coach: string | null; takenUp: string | null }
}

export type NextActor =
  | 'office'
  | 'coordinator'
  | 'coach'
  | 'referrer'
  | 'receiver'
  | 'officer'
  | 'colleague'
  | 'person'
  | 'professional'

export const nextSteps = [
  'contact',
  'contactAgain',
  'helpReach',
  'checkNumber',
  'talkAfterDecline',
  'inform',
  'allocate',
  'planSessions',
  'come',
  'markAttendance',
  'askWhyAbsent',
  'talkAbsences',
  'closeGroup',
  'decideProfile',
  'writeReport',
  'acknowledgeReport',
  'receive',
  'read',
  'planTalk',
  'holdTalk',
  'chooseDirection',
  'assignMeasure',
  'takeUp',
  'ownSteps',
  'talkAfterEnd',
  'orientationStep',
  'orientationResume',
  'orientationElsewhere',
] as const
export type NextStep = (typeof nextSteps)[number]

/** `name` when one person in particular must act; else the role does. */
export type Next = {
  who: NextActor
  name: string | null
  what: NextStep
  by: PlainDate | null
  /** Of a chain: which step, and the part of a professional, in the programme's own words. */
  orientation?: { step: Text; part: Text }
}

/** Our own defaults where neither source nor programme sets a time, in days. */
export const daysFor = {
  contact: 7,
  contactAgain: 7,
  helpReach: 7,
  checkNumber: 5,
  talkAfterDecline: 14,
  inform: 14,
  allocate: 30,
  planSessions: 14,
  markAttendance: 2,
  askWhyAbsent: 3,
  talkAbsences: 7,
  closeGroup: 7,
  decideProfile: 14,
  writeReport: 14,
  acknowledgeReport: 7,
  chooseDirection: 7,
  talkAfterEnd: 14,
} as const
const unansweredBeforeHelp = 3

/** What comes next, or null when nothing is outstanding. */
export function nextStep(facts: NextFacts, today: PlainDate): Next | null {
  const { stage } = facts
  if (facts.orientation && waits.has(stage.kind)) return alongChain(facts.orientation)
  switch (stage.kind) {
    case 'registered':
      return toReach(facts)
    case 'contacted':
      return step('office', 'inform', addDays(stage.on, daysFor.inform))
    case 'informed':
    case 'other': {
      const soonest = addDays(stage.on, daysFor.allocate)
      const { earliestStart } = facts
      return step('coordinator', 'allocate', earliestStart && earliestStart > soonest ? earliestStart : soonest)
    }
    case 'allocated':
      return beforeStart(facts, today)
    case 'started':
      return duringGroup(facts, today)
    case 'completed':
      return afterGroup(facts, today)
    case 'dropped':
    case 'never-started':
      return facts.talkAfterEnd
        ? null
        : step('referrer', 'talkAfterEnd', addDays(stage.on, daysFor.talkAfterEnd), facts.names.referrer)
  }
}

/** Before there is a place the chain says what comes; after it the stage does. */
const waits: ReadonlySet<StageKind> = new Set(['registered', 'contacted', 'informed', 'other'])

const chainSteps = {
  'at-step': 'orientationStep',
  'on-hold': 'orientationResume',
  elsewhere: 'orientationElsewhere',
} as const satisfies Record<OrientationFact['state'], NextStep>

const alongChain = ({ state, step, part, owner, by }: OrientationFact): Next => ({
  who: 'professional',
  name: owner,
  what: chainSteps[state],
  by,
  orientation: { step, part },
})

const step = (who: NextActor, what: NextStep, by: PlainDate | null, name: string | null = null): Next => ({
  who,
  name,
  what,
  by,
})

function toReach({ stage, attempts, names }: NextFacts): Next {
  const last = attempts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).at(-1)
  if (!last) return step('office', 'contact', addDays(stage.on, daysFor.contact))
  if (last.result === 'declined')
    return step('referrer', 'talkAfterDecline', addDays(last.on, daysFor.talkAfterDecline), names.referrer)
  if (last.result === 'wrong-number')
    return step('referrer', 'checkNumber', addDays(last.on, daysFor.checkNumber), names.referrer)
  if (attempts.length >= unansweredBeforeHelp)
    return step('referrer', 'helpReach', addDays(last.on, daysFor.helpReach), names.referrer)
  return step('office', 'contactAgain', addDays(last.on, daysFor.contactAgain))
}

function beforeStart(facts: NextFacts, today: PlainDate): Next {
  const { group, sessions, stage, names } = facts
  if (!group) return step('coordinator', 'allocate', addDays(stage.on, daysFor.contact))
  if (sessions.length === 0)
    return step('coordinator', 'planSessions', group.startsOn ?? addDays(stage.on, daysFor.planSessions))
  const missed = sessions.filter((s) => s.mark === 'absent').at(-1)
  if (missed) return step('office', 'askWhyAbsent', addDays(missed.on, daysFor.askWhyAbsent))
  const unmarked = sessions.find((s) => s.mark === null && s.on < today)
  if (unmarked) return step('coach', 'markAttendance', addDays(unmarked.on, daysFor.markAttendance), names.coach)
  const coming = sessions.find((s) => s.on >= today)
  if (coming) return step('person', 'come', coming.on)
  return step('office', 'askWhyAbsent', addDays(sessions.at(-1)!.on, daysFor.askWhyAbsent))
}

function duringGroup(facts: NextFacts, today: PlainDate): Next {
  const { sessions, unexcusedLimit, names } = facts
  const absences = sessions.filter((s) => s.mark === 'absent')
  const lastAbsence = absences.at(-1)
  const cameSince = sessions.some((s) => s.mark === 'present' && lastAbsence && s.on > lastAbsence.on)
  if (lastAbsence && unexcusedLimit !== null && absences.length >= unexcusedLimit && !cameSince)
    return step('referrer', 'talkAbsences', addDays(lastAbsence.on, daysFor.talkAbsences), names.referrer)
  const unmarked = sessions.find((s) => s.mark === null && s.on < today)
  if (unmarked) return step('coach', 'markAttendance', addDays(unmarked.on, daysFor.markAttendance), names.coach)
  const coming = sessions.find((s) => s.on >= today && s.mark === null)
  if (coming) return step('person', 'come', coming.on)
  if (facts.handOver) return afterGroup(facts, today)!
  const last = sessions.at(-1)?.on ?? facts.stage.on
  return step('coach', 'closeGroup', addDays(last, daysFor.closeGroup), names.coach)
}

function afterGroup(facts: NextFacts, today: PlainDate): Next | null {
  const { handOver: h, days, names, stage } = facts
  if (!h && facts.wayOut === null) return null
  if (!h && facts.wayOut === 'final-report') return afterReport(facts)
  if (!h) return step('person', 'decideProfile', addDays(stage.on, daysFor.decideProfile))
  const receiver = (what: NextStep, by: PlainDate) => step('receiver', what, by, names.receiver)
  if (h.talkHeld) return afterTalk(facts, h.talkHeld)
  if (h.talkPlanned) {
    const held = addDays(h.on, days.talkHeld)
    return receiver('holdTalk', h.talkPlanned >= today ? h.talkPlanned : held)
  }
  if (!h.received) return receiver('receive', addDays(h.on, days.received))
  if (!h.read) return receiver('read', addDays(h.on, days.read))
  return receiver('planTalk', addDays(h.on, days.talkPlanned))
}

function afterReport({ report, stage, names }: NextFacts): Next | null {
  if (!report) return step('coach', 'writeReport', addDays(stage.on, daysFor.writeReport), names.coach)
  if (report.waitsFor === null) return null
  return step('colleague', 'acknowledgeReport', addDays(report.on, daysFor.acknowledgeReport), report.waitsFor)
}

function afterTalk({ direction, names }: NextFacts, talkHeld: PlainDate): Next | null {
  if (!direction) return step('receiver', 'chooseDirection', addDays(talkHeld, daysFor.chooseDirection), names.receiver)
  if (direction.isUnderWay || direction.key === 'none') return null
  switch (direction.takenUp) {
    case 'person':
      return step('person', 'ownSteps', direction.by)
    case 'officer':
      return step('officer', 'assignMeasure', direction.by, names.takenUp)
    case 'colleague':
      return step('colleague', 'takeUp', direction.by, names.takenUp)
    case null:
      return step('receiver', 'takeUp', direction.by, names.receiver)
  }
}

export const isLate = (next: Next, today: PlainDate): boolean => next.by !== null && next.by < today
