import { findBlueprint } from '../../../blueprints/blueprints.ts'
import { sql, type Tx } from '../../../shared/db/database.ts'
import { fullName } from '../../people/person.ts'
import type { ProfileState } from '../rules/states.ts'
import { profileStates } from './profiles.ts'

export type ProfileGroup = { id: string; name: string; programmeId: string; led: boolean }

/** A group the actor sees, and whether they lead it; undefined when its programme has no profile. */
export async function findProfileGroup(tx: Tx, groupId: string): Promise<ProfileGroup | undefined> {
  const row = await tx
    .selectFrom('groups as g')
    .innerJoin('programmes as p', 'p.id', 'g.programme_id')
    .select(['g.id', 'g.name', 'g.programme_id', 'p.blueprint'])
    .select(sql<boolean>`g.id = any (app.led_groups())`.as('led'))
    .where('g.id', '=', groupId)
    .executeTakeFirst()
  if (!findBlueprint(row?.blueprint ?? '')?.profile) return undefined
  return row && { id: row.id, name: row.name, programmeId: row.programme_id, led: row.led }
}

export type MemberProfile = {
  personId: string
  enrolmentId: string
  name: string
  profileId: string | null
  state: ProfileState
  /** How many third parties handed in, and whether the actor did. */
  thirdIn: number
  ownIn: boolean
  joinedPeers: boolean
}

/** Who is where: the members of a group with the state of their profiles, never with content. */
export async function listMemberProfiles(tx: Tx, groupId: string): Promise<MemberProfile[]> {
  const { rows } = await sql<{
    person_id: string
    enrolment_id: string
    first_name: string
    last_name: string | null
    profile_id: string | null
    third_in: number
    own_in: boolean
    joined: boolean
  }>`select m.person_id, m.enrolment_id, p.first_name, p.last_name, pr.id as profile_id,
      (select count(*)::int from sheets s where s.profile_id = pr.id and s.rater_kind <> 'self' and s.handed_in_at is not null and s.withdrawn_at is null) as third_in,
      exists (select 1 from sheets s where s.profile_id = pr.id and s.rater_user_id = app.uid() and s.handed_in_at is not null) as own_in,
      exists (select 1 from peer_joinings j join peer_steps st on st.id = j.step_id
        where st.group_id = m.group_id and st.closed_at is null and j.person_id = m.person_id and j.withdrawn_at is null) as joined
    from group_members m join persons p on p.id = m.person_id left join profiles pr on pr.enrolment_id = m.enrolment_id
   where m.group_id = ${groupId} and m.left_on is null order by p.first_name, p.last_name`.execute(tx)
  const states = await profileStates(
    tx,
    rows.map((r) => r.enrolment_id),
  )
  return rows.map((r) => ({
    personId: r.person_id,
    enrolmentId: r.enrolment_id,
    name: fullName({ firstName: r.first_name, lastName: r.last_name }),
    profileId: r.profile_id,
    state: states.get(r.enrolment_id) ?? 'not-opened',
    thirdIn: r.third_in,
    ownIn: r.own_in,
    joinedPeers: r.joined,
  }))
}
