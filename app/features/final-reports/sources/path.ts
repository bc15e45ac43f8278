import type { LocalText } from '../../../shared/i18n/text.ts'
import type { PathStep } from '../../orientation/store.ts'
import { readPath } from '../../orientation/store.ts'
import { blueprintOf } from '../../programmes/programme.ts'
import { listStages } from '../../referrals/store.ts'
import type { Fact, FactTable, Said } from '../facts.ts'
import { nothing, type Source, type SourceGiven } from './source.ts'

/** From the orientation to where the person stands now, and the groups they were in. */
export const path: Source = async (given) => {
  const { tx, enrolment, programme, side } = given
  if (side === 'social') return nothing
  const stages = await listStages(tx, enrolment.id)
  const label = (key: string): LocalText =>
    programme.settings.stages.find((stage) => stage.key === key)?.label ?? { en: key }
  const groups = await tx
    .selectFrom('group_members as m')
    .innerJoin('groups as g', 'g.id', 'm.group_id')
    .select(['g.name', 'm.joined_on', 'm.left_on'])
    .where('m.enrolment_id', '=', enrolment.id)
    .orderBy('m.joined_on')
    .execute()
  return {
    lines: groups.map(
      ({ name, joined_on, left_on }): Fact =>
        left_on
          ? { say: 'groupUntil', with: { group: name, from: { day: joined_on }, until: { day: left_on } } }
          : { say: 'group', with: { group: name, from: { day: joined_on } } },
    ),
    tables: [
      ...(await orientation(given)),
      { head: ['step', 'when'], rows: stages.map((stage) => [{ text: label(stage.key) }, { day: stage.on }]) },
    ],
  }
}

/** The steps of the orientation that ended, with how; reasons as they were chosen, no words. */
async function orientation({ tx, enrolment, programme }: SourceGiven): Promise<FactTable[]> {
  const steps = blueprintOf(programme).orientation?.steps ?? []
  const way = await readPath(tx, enrolment.id)
  const rows = way.flatMap(({ step, endedOn, result }, i): Said[][] => {
    const label = steps.find(({ key }) => key === step)?.label ?? { en: step }
    // Why somebody was held or put back is on record with where they stood from then on.
    return endedOn && result ? [[{ text: label }, { day: endedOn }, became(result, way[i + 1]?.reason ?? null)]] : []
  })
  return rows.length > 0 ? [{ title: { say: 'orientation' }, head: ['step', 'when', 'result'], rows }] : []
}

const became = (result: NonNullable<PathStep['result']>, reason: PathStep['reason']): Said =>
  reason
    ? { say: 'moveBecause', with: { move: { say: `move.${result}` }, reason: { say: `reason.${reason}` } } }
    : { say: `move.${result}` }
