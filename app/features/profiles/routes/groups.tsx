/** A group's profiles: who is where, opening a profile, the peer step. */
import { findBlueprint } from '../../../blueprints/blueprints.ts'
import { fields, formState, parseForm, type Typed, withErrors } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { refuse } from '../../../shared/rules.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import { GroupProfilesPage } from '../pages/staff/group.tsx'
import { paths } from '../paths.ts'
import { mayListGroup, mayOpenPeers } from '../policy.ts'
import { findProfileGroup, listMemberProfiles, type ProfileGroup } from '../store/groups.ts'
import { closePeerStep, findPeerStep, openPeerStep } from '../store/peers.ts'
import { openProfile } from '../store/profiles.ts'
import { didOn } from './own.tsx'

const find = ({ tx, params }: Ctx) => findProfileGroup(tx, (params as Record<string, string>).groupId ?? '')

async function viewOf(tx: Ctx['tx'], actor: StaffActor, group: ProfileGroup) {
  const programme = await tx
    .selectFrom('programmes')
    .select('blueprint')
    .where('id', '=', group.programmeId)
    .executeTakeFirst()
  return {
    group,
    members: await listMemberProfiles(tx, group.id),
    step: await findPeerStep(tx, group.id),
    rules: findBlueprint(programme?.blueprint ?? '')?.profile?.feedbackRules ?? [],
    can: { openPeers: mayOpenPeers.allows(actor, group) },
  }
}

/** Peers rate one another only after the rules were shown, and not on a day to come. */
export function parseOpening(typed: Typed, today: PlainDate) {
  const parsed = parseForm({ rulesShownOn: fields.date(), rulesShown: fields.checkbox() }, typed)
  if (!parsed.ok) return parsed
  if (!parsed.value.rulesShown) return withErrors(parsed, { rulesShown: { key: 'profiles.peerStep.first' } })
  if (parsed.value.rulesShownOn > today)
    return withErrors(parsed, { rulesShownOn: { key: 'profiles.peerStep.future' } })
  return parsed
}

const onGroup = (act: string, groupId: string) => ({
  act: `profiles.${act}`,
  on: ['group', groupId] as [string, string],
  classes: ['profile' as const],
})

export const groupRoutes = [
  page(paths.group, { policy: mayListGroup, find }, async ({ tx, actor, subject: group }) =>
    show(<GroupProfilesPage {...(await viewOf(tx, actor, group))} />, { read: onGroup('list', group.id) }),
  ),
  act(paths.group, { policy: mayListGroup, find }, async ({ tx, typed, subject: group }) => {
    const members = await listMemberProfiles(tx, group.id)
    const member = members.find((m) => m.enrolmentId === typed.get('enrolmentId'))
    if (!member) return notFound()
    const { enrolmentId, personId } = member
    const id = await openProfile(tx, { id: enrolmentId, personId })
    return seeOther(paths.show({ profileId: id }), { did: didOn('open', { id, enrolmentId, personId }) })
  }),
  act(paths.openPeers, { policy: mayOpenPeers, find }, async ({ tx, actor, typed, today, subject: group }) => {
    const view = await viewOf(tx, actor, group)
    if (view.step && !view.step.closed)
      return refused(<GroupProfilesPage {...view} refusal={refuse('profiles.peerStep.already')} />)
    const parsed = parseOpening(typed, today)
    if (!parsed.ok) return invalid(<GroupProfilesPage {...view} state={formState(parsed)} />)
    await openPeerStep(tx, actor, group.id, parsed.value.rulesShownOn)
    return seeOther(paths.group({ groupId: group.id }), {
      did: onGroup('openPeers', group.id),
      say: 'profiles.peerStep.opened',
    })
  }),
  act(paths.closePeers, { policy: mayOpenPeers, find }, async ({ tx, actor, subject: group }) => {
    if (!(await closePeerStep(tx, group.id))) {
      const view = await viewOf(tx, actor, group)
      return refused(<GroupProfilesPage {...view} refusal={refuse('profiles.peerStep.notOpen')} />)
    }
    return seeOther(paths.group({ groupId: group.id }), {
      did: onGroup('closePeers', group.id),
      say: 'profiles.peerStep.closed',
    })
  }),
]
