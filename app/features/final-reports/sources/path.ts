import type { LocalText } from '../../../shared/i18n/text.ts'
import { listStages } from '../../referrals/store.ts'
import type { Fact } from '../facts.ts'
import { nothing, type Source } from './source.ts'

/** From registering to where the person stands now, and the groups they were in. */
export const path: Source = async ({ tx, enrolment, programme, side }) => {
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
      {
        head: ['step', 'when'],
        rows: stages.map((stage) => [{ text: label(stage.key) }, { day: stage.on }]),
      },
    ],
  }
}
