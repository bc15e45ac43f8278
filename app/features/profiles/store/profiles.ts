import type { ProfilePlan } from '../../../blueprints/blueprint.ts'
import { findBlueprint } from '../../../blueprints/blueprints.ts'
import { programmeSettings } from '../../../blueprints/settings.ts'
import { type CompetenceId, isCompetenceId } from '../../../data/competences.ts'
import { newId, sql, type Tx } from '../../../shared/db/database.ts'
import type { CardActor } from '../../../shared/http/actor.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import type { Profile } from '../profile.ts'
import { type ProfileState, stateOf } from '../rules/states.ts'

const columns = ['id', 'enrolment_id', 'person_id'] as const
const toProfile = (row: { id: string; enrolment_id: string; person_id: string }): Profile => ({
  id: row.id,
  enrolmentId: row.enrolment_id,
  personId: row.person_id,
})

export async function findProfile(tx: Tx, profileId: string): Promise<Profile | undefined> {
  const row = await tx.selectFrom('profiles').select(columns).where('id', '=', profileId).executeTakeFirst()
  return row && toProfile(row)
}

/** For other features: the profile of an enrolment, if it was opened and the actor may know of it. */
export async function findProfileOf(tx: Tx, enrolmentId: string): Promise<Profile | undefined> {
  const row = await tx.selectFrom('profiles').select(columns).where('enrolment_id', '=', enrolmentId).executeTakeFirst()
  return row && toProfile(row)
}

/** Opens the profile of an enrolment when it has none; two who do so at once get the same one. */
export async function openProfile(tx: Tx, enrolment: { id: string; personId: string }): Promise<string> {
  await sql`insert into profiles (id, enrolment_id, person_id) values (${newId()}, ${enrolment.id}, ${enrolment.personId})
    on conflict (enrolment_id) do nothing`.execute(tx)
  return (await findProfileOf(tx, enrolment.id))!.id
}

/** What a profile needs to know of its programme. */
export type Frame = {
  plan: ProfilePlan
  /** Days from the hand-over to the talk. */
  days: number
  programmeTitle: Partial<Record<string, string>>
  institution: string
  group: { id: string; name: string; from: PlainDate | null; until: PlainDate | null } | undefined
  enrolledOn: PlainDate
  referrerId: string | null
}

/** When the programme says nothing about hand-overs: a month for the talk. */
const defaultDays = 30

/** The programme's part of an enrolment; undefined when its programme has no profile or it can't be seen. */
export async function findFrame(tx: Tx, enrolmentId: string): Promise<Frame | undefined> {
  const row = await tx
    .selectFrom('enrolments as e')
    .innerJoin('programmes as p', 'p.id', 'e.programme_id')
    .innerJoin('institutions as i', 'i.id', 'p.institution_id')
    .select(['e.created_on', 'e.referrer_id', 'p.blueprint', 'p.settings', 'i.name as institution'])
    .where('e.id', '=', enrolmentId)
    .executeTakeFirst()
  const plan = row && findBlueprint(row.blueprint)?.profile
  if (!row || !plan) return undefined
  const settings = programmeSettings.parse(row.settings)
  const group = await tx
    .selectFrom('group_members as m')
    .innerJoin('groups as g', 'g.id', 'm.group_id')
    .select(['g.id', 'g.name', 'g.starts_on', 'g.ends_on'])
    .where('m.enrolment_id', '=', enrolmentId)
    .orderBy(sql`m.left_on is null`, 'desc')
    .orderBy('m.joined_on', 'desc')
    .executeTakeFirst()
  return {
    plan,
    days: settings.handover?.talkHeld ?? defaultDays,
    programmeTitle: settings.title,
    institution: row.institution,
    group: group && { id: group.id, name: group.name, from: group.starts_on, until: group.ends_on },
    enrolledOn: row.created_on,
    referrerId: row.referrer_id,
  }
}

/** Where a participant's own profile is: the running enrolment first, else the latest. */
export type Own = { personId: string; enrolmentId: string; profile: Profile | undefined; frame: Frame }

export async function findOwn(tx: Tx, actor: CardActor): Promise<Own | undefined> {
  const enrolments = await tx
    .selectFrom('enrolments')
    .select(['id', 'person_id'])
    .where('person_id', '=', actor.personId)
    .orderBy(sql`ended_on is null`, 'desc')
    .orderBy('created_at', 'desc')
    .execute()
  for (const { id, person_id: personId } of enrolments) {
    const frame = await findFrame(tx, id)
    if (frame) return { personId, enrolmentId: id, profile: await findProfileOf(tx, id), frame }
  }
  return undefined
}

/** Whether one of their programmes has a profile at all, begun or not. */
export async function worksOnProfile(tx: Tx, { personId }: CardActor): Promise<boolean> {
  const rows = await tx
    .selectFrom('enrolments as e')
    .innerJoin('programmes as p', 'p.id', 'e.programme_id')
    .select('p.blueprint')
    .where('e.person_id', '=', personId)
    .execute()
  return rows.some(({ blueprint }) => findBlueprint(blueprint)?.profile)
}

export async function listPicks(tx: Tx, profileId: string): Promise<CompetenceId[]> {
  const rows = await tx
    .selectFrom('profile_picks')
    .select('competence')
    .where('profile_id', '=', profileId)
    .where('removed_at', 'is', null)
    .orderBy('picked_at')
    .orderBy('competence')
    .execute()
  return rows.map((r) => r.competence).filter(isCompetenceId)
}

export async function savePicks(tx: Tx, profile: Profile, change: { add: CompetenceId[]; remove: CompetenceId[] }) {
  for (const competence of change.add)
    await sql`insert into profile_picks (profile_id, person_id, competence, picked_at)
      values (${profile.id}, ${profile.personId}, ${competence}, clock_timestamp())
      on conflict (profile_id, competence) do update set removed_at = null, picked_at = clock_timestamp()`.execute(tx)
  if (change.remove.length > 0)
    await tx
      .updateTable('profile_picks')
      .set({ removed_at: sql`app.now()` })
      .where('profile_id', '=', profile.id)
      .where('competence', 'in', change.remove)
      .execute()
}

/** For other features: how far the profiles of these enrolments are, without reading any content. */
export async function profileStates(tx: Tx, enrolmentIds: readonly string[]): Promise<Map<string, ProfileState>> {
  if (enrolmentIds.length === 0) return new Map()
  const { rows } = await sql<{
    enrolment_id: string
    self_in: boolean
    third_in: boolean
    version: string | null
    handed: boolean
  }>`select p.enrolment_id,
      exists (select 1 from sheets s where s.profile_id = p.id and s.rater_kind = 'self' and s.handed_in_at is not null) as self_in,
      exists (select 1 from sheets s where s.profile_id = p.id and s.rater_kind <> 'self' and s.handed_in_at is not null and s.withdrawn_at is null) as third_in,
      v.id as version, exists (select 1 from hand_overs h where h.version_id = v.id) as handed
    from profiles p left join lateral (select id from profile_versions where profile_id = p.id order by number desc limit 1) v on true
    where p.enrolment_id = any (${[...enrolmentIds]}::uuid[])`.execute(tx)
  return new Map(
    rows.map((r) => [
      r.enrolment_id,
      stateOf({
        opened: true,
        selfIn: r.self_in,
        thirdIn: r.third_in,
        latestVersion: r.handed ? 'handed-over' : r.version ? 'kept' : 'none',
      }),
    ]),
  )
}

/** For other features: how far one profile is. */
export const profileState = async (tx: Tx, enrolmentId: string): Promise<ProfileState> =>
  (await profileStates(tx, [enrolmentId])).get(enrolmentId) ?? 'not-opened'

export type ProfileOf = { profile: Profile; state: ProfileState }

/** For the person's page: their profiles with how far each is; empty for those who may not know of them. */
export async function listProfilesOf(tx: Tx, personId: string): Promise<ProfileOf[]> {
  const rows = await tx
    .selectFrom('profiles')
    .select(columns)
    .where('person_id', '=', personId)
    .orderBy('opened_at', 'desc')
    .execute()
  const states = await profileStates(
    tx,
    rows.map((row) => row.enrolment_id),
  )
  return rows.map((row) => ({ profile: toProfile(row), state: states.get(row.enrolment_id) ?? 'open' }))
}
