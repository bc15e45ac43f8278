import { isLanguageLevelCode, type LanguageLevelCode, languageLevel } from '../../data/language-levels.ts'
import { newId, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Group } from '../groups/group.ts'
import { listMembers } from '../groups/members.ts'
import { currentLevels, oralOf } from '../language-tests/rules.ts'
import { latestTriages } from '../language-tests/schooling.store.ts'
import { listDatedLevels } from '../language-tests/store.ts'
import type { MemberLevel } from './rules.ts'

export type DecidedLevel = {
  id: string
  groupId: string
  level: string
  suggested: string | null
  on: PlainDate
  by: string
}

/** What was decided for these groups, the latest first. */
export async function listContentLevels(tx: Tx, groupIds: readonly string[]): Promise<DecidedLevel[]> {
  if (groupIds.length === 0) return []
  return tx
    .selectFrom('group_content_levels as c')
    .innerJoin('users as u', 'u.id', 'c.decided_by')
    .select(['c.id', 'c.group_id as groupId', 'c.level', 'c.suggested', 'c.decided_on as on', 'u.name as by'])
    .where('c.group_id', 'in', [...groupIds])
    .orderBy('c.decided_on', 'desc')
    .orderBy('c.created_at', 'desc')
    .execute()
}

/** What counts now of each of these groups: the key of the level. */
export async function contentLevelsOf(tx: Tx, groupIds: readonly string[]): Promise<Map<string, string>> {
  const all = await listContentLevels(tx, groupIds)
  return new Map(all.toReversed().map(({ groupId, level }) => [groupId, level]))
}

export async function addContentLevel(
  tx: Tx,
  actor: StaffActor,
  decided: { groupId: string; level: string; suggested: string | null; today: PlainDate },
): Promise<void> {
  await tx
    .insertInto('group_content_levels')
    .values({
      id: newId(),
      group_id: decided.groupId,
      level: decided.level,
      suggested: decided.suggested,
      decided_on: decided.today,
      decided_by: actor.id,
    })
    .execute()
}

/** The running members' levels in the group's language, without their names. */
export async function listMemberLevels(tx: Tx, group: Pick<Group, 'id' | 'language'>): Promise<MemberLevel[]> {
  const members = (await listMembers(tx, group.id)).filter(({ leftOn }) => leftOn === null)
  const ids = members.map(({ personId }) => personId)
  const levels = Map.groupBy(await listDatedLevels(tx, ids, group.language), (one) => one.personId)
  const triages = await latestTriages(tx, ids, group.language)
  const sheets = new Map(
    ids.length === 0
      ? []
      : (
          await tx
            .selectFrom('positioning_sheets')
            .select(['person_id', 'schooling'])
            .where('person_id', 'in', ids)
            .execute()
        ).map((row) => [row.person_id, row.schooling] as const),
  )
  return ids.map((personId) => {
    const now = currentLevels(levels.get(personId) ?? [])
    const schooling = sheets.get(personId)
    return {
      oral: oralOf(now),
      reading: assessed(now.reading),
      writing: assessed(now.writing),
      schooled: !schooling || schooling === 'not-disclosed' ? null : schooling !== 'never',
      triage: triages.get(personId) ?? null,
    }
  })
}

const assessed = (level: string | undefined): LanguageLevelCode | null =>
  level !== undefined && isLanguageLevelCode(level) && languageLevel(level).ordinal !== null ? level : null
