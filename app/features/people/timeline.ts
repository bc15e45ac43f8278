// What happened, from the readers of those who own it: dated facts, the newest first. A reader that may not see gives nothing.
import type { Tx } from '../../shared/db/database.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { OwnSession } from '../attendance/readers.ts'
import { listHandOvers } from '../handovers/store.ts'
import type { ListedMandate } from '../mandates/store.ts'
import type { EnrolmentLine } from '../referrals/lines.ts'
import { listStages } from '../referrals/store.ts'

/** One dated fact; the page finds the words. */
export type Fact = { on: PlainDate; who: string | null } & (
  | { kind: 'opened' }
  | { kind: 'stage'; programmeId: string; stage: string }
  | { kind: 'session'; status: string; number: number; group: string }
  /** Half-days of a group that followed each other in the same way; `on` is the last of them. */
  | { kind: 'sessions'; status: string; from: number; to: number; group: string }
  | { kind: 'handedOver'; to: string }
  | { kind: 'handOverStep'; step: string }
  | { kind: 'direction'; direction: string }
)

export async function loadTimeline(
  tx: Tx,
  personId: string,
  given: {
    mandates: ListedMandate[]
    enrolments: EnrolmentLine[]
    sessions: OwnSession[]
    reads: (name: 'plan') => boolean
  },
): Promise<Fact[]> {
  const facts: Fact[] = given.mandates
    .filter(({ purpose }) => purpose === 'intake')
    .slice(-1)
    .map((one) => ({ kind: 'opened', on: one.from, who: one.professionalName }))
  for (const { enrolment, programme } of given.enrolments)
    for (const stage of await listStages(tx, enrolment.id))
      facts.push({ kind: 'stage', on: stage.on, who: stage.enteredBy, programmeId: programme.id, stage: stage.key })
  facts.push(...sessionFacts(given.sessions))
  if (given.reads('plan'))
    for (const handOver of await listHandOvers(tx, { personId })) {
      facts.push({ kind: 'handedOver', on: handOver.handedOverOn, who: null, to: handOver.to.name })
      for (const step of handOver.steps)
        facts.push({ kind: 'handOverStep', on: step.onDate, who: step.byName, step: step.kind })
      const { direction } = handOver
      if (direction)
        facts.push({
          kind: 'direction',
          on: direction.decidedOn,
          who: direction.decidedByName,
          direction: direction.direction,
        })
    }
  // Gathered as they happen on a way, so that the last of a day stands above those before it.
  return facts.reverse().sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}

/** So many half-days in the same way are one line: a group of sixty would hide everything else that happened. */
const run = 4

/** A fact for each half-day that has a mark; long runs of the same mark are one fact. */
export function sessionFacts(sessions: readonly OwnSession[]): Fact[] {
  const runs: OwnSession[][] = []
  for (const session of sessions.filter(({ status }) => status)) {
    const last = runs.at(-1)?.at(-1)
    if (last && last.groupName === session.groupName && last.status === session.status) runs.at(-1)!.push(session)
    else runs.push([session])
  }
  return runs.flatMap((same): Fact[] => {
    const one = ({ onDate: on, status, number, groupName: group }: OwnSession): Fact => ({
      ...{ kind: 'session', on, who: null, status: status!, number, group },
    })
    if (same.length < run) return same.map(one)
    const { onDate: on, status, number: to, groupName: group } = same.at(-1)!
    return [{ kind: 'sessions', on, who: null, status: status!, from: same[0]!.number, to, group }]
  })
}
