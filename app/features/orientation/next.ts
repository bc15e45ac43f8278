/** What the one line of an enrolment says while its orientation lasts; for features that list many. */

import type { Tx } from '../../shared/db/database.ts'
import type { Text } from '../../shared/i18n/text.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { blueprintOf } from '../programmes/programme.ts'
import { type Oriented, stepOf } from './orientation.ts'
import { assumedStretches } from './rules.ts'
import { listStretches } from './store.ts'

/** Undecided: somebody must act. What was accepted or refused is told by the stage of the enrolment. */
export type OrientationFact = {
  state: 'at-step' | 'on-hold' | 'elsewhere'
  step: Text
  /** Whose part it is. */
  part: Text
  owner: string | null
  by: PlainDate | null
}

/** By enrolment, for those whose programme has an orientation that is not decided yet. */
export async function readOrientationFacts(
  tx: Tx,
  enrolments: readonly (Oriented & { blueprint: string })[],
): Promise<Map<string, OrientationFact>> {
  const oriented = enrolments.filter((e) => blueprintOf(e).orientation)
  const recorded = await listStretches(
    tx,
    oriented.map((e) => e.id),
  )
  const facts = new Map<string, OrientationFact>()
  for (const enrolment of oriented) {
    const { orientation, followUpParts } = blueprintOf(enrolment)
    const now = (recorded.get(enrolment.id) ?? assumedStretches(orientation!, enrolment)).at(-1)
    const step = now && stepOf(orientation!, now.step)
    const part = followUpParts?.find((p) => p.key === (now?.part ?? step?.parts[0]))
    if (!now || !step || !part || now.state === 'accepted' || now.state === 'refused') continue
    facts.set(enrolment.id, {
      state: now.state,
      step: step.label,
      part: part.label,
      owner: now.ownerName,
      by: now.state === 'elsewhere' ? null : now.dueOn,
    })
  }
  return facts
}
