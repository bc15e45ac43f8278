import { languageSkillIds } from '../../data/language-levels.ts'
import { formState } from '../../shared/forms/forms.ts'
import { act, type Ctx, page } from '../../shared/http/doors.tsx'
import { invalid, notFound, refused, seeOther, show } from '../../shared/http/outcome.ts'
import type { Words } from '../../shared/i18n/i18n.ts'
import { ageOn, weekday } from '../../shared/time/dates.ts'
import { contentLevelsOf } from '../content-levels/store.ts'
import { contentLevelsOfProgramme } from '../content-levels/view.ts'
import { currentLevels } from '../language-tests/rules.ts'
import { listDatedLevels } from '../language-tests/store.ts'
import { withheldLevel } from '../referrals/positioning.ts'
import { advance } from '../referrals/store.ts'
import { listSessions } from '../sessions/store.ts'
import { parseJoining, parseLeaving, parseMove } from './form.ts'
import type { Group, Member, Waiting } from './group.ts'
import { joinGroup } from './making.ts'
import { endMembership, findMember, listMembers, listWaiting, lockPlaces, lockPlacing } from './members.ts'
import { moveMember } from './moving.ts'
import { ChangePage, type ChangeView } from './pages/change.tsx'
import { JoinPage, type JoinView } from './pages/join.tsx'
import { LeavePage } from './pages/leave.tsx'
import { paths } from './paths.ts'
import { mayPlace, mayTakeOut } from './policy.ts'
import { getGroupProgramme } from './programme.ts'
import { cannotCome, joining, stageAfterLeaving, weekHalfDays } from './rules.ts'
import { enterStage } from './stages.ts'
import { findGroup, listGroupsOf, settleMandates } from './store.ts'

async function viewJoin(
  { tx, today, words }: Pick<Ctx, 'tx' | 'today' | 'words'>,
  group: Group,
  more: Pick<JoinView, 'chosen' | 'refusal'>,
): Promise<JoinView> {
  const halfDays = [
    ...new Set(
      (await listSessions(tx, group.id)).flatMap(
        (one) => weekHalfDays[(weekday(one.onDate) - 1) * 2 + (one.halfDay === 'am' ? 0 : 1)] ?? [],
      ),
    ),
  ]
  const waiting = await listWaiting(tx, group)
  const taken = (await listMembers(tx, group.id)).filter((member) => member.leftOn === null).length
  return {
    group,
    taken,
    waiting: waiting.map((one) => ({
      ...one,
      age: one.birthDate
        ? ageOn(one.birthDate, today)
        : one.birthYear
          ? Number(today.slice(0, 4)) - one.birthYear
          : null,
      conflicts: cannotCome(halfDays, one.halfDays),
      levelWords: levelWords(one, words),
    })),
    ...more,
  }
}

/** One line a skill that is known, in their order: `speaking A1`, `reading alpha-1`. */
const levelWords = (one: Waiting, { t }: Words): string[] =>
  languageSkillIds.flatMap((skill) => {
    const known = one.levels.find((level) => level.skill === skill)
    if (!known || known.level === 'not-assessed' || known.level === withheldLevel) return []
    const level = known.level === 'none' ? t('groups.level.none') : known.level
    return [t('groups.level', { skill: t(`referrals.levels.abbr.${skill}`), level })]
  })

export const memberRoutes = [
  page(paths.join, { policy: mayPlace, find: ({ tx, params }) => findGroup(tx, params.groupId) }, async (ctx) =>
    show(<JoinPage {...(await viewJoin(ctx, ctx.subject, { chosen: [] }))} />, {
      read: { act: 'groups.waiting', on: ['group', ctx.subject.id], classes: ['identity', 'language'] },
    }),
  ),

  act(paths.join, { policy: mayPlace, find: ({ tx, params }) => findGroup(tx, params.groupId) }, async (ctx) => {
    const { tx, typed, subject: group } = ctx
    const parsed = parseJoining(typed)
    const chosen = parsed.ok ? [...new Set(parsed.value.enrolments)] : []
    const sorry = async (refusal: NonNullable<JoinView['refusal']>) =>
      refused(<JoinPage {...(await viewJoin(ctx, group, { chosen, refusal }))} />)
    const places = await lockPlaces(tx, group)
    if (!places) return notFound()
    const waiting = await listWaiting(tx, group)
    const who = waiting.filter((one) => chosen.includes(one.enrolmentId))
    const decision = joining({ ...places, wanting: chosen.length })
    if (!decision.ok) return sorry(decision)
    if (who.length < chosen.length)
      return sorry({ key: 'groups.joining.gone', params: { count: chosen.length - who.length } })
    const { settings } = await getGroupProgramme(tx, group.programmeId)
    const joined = await joinGroup(ctx, { groupId: group.id, who, settings })
    if (joined < who.length) return sorry({ key: 'groups.joining.gone', params: { count: who.length - joined } })
    return seeOther(paths.show({ groupId: group.id }), {
      did: who.map((one) => ({
        act: 'groups.join',
        on: ['group', group.id],
        person: one.personId,
        classes: ['attendance'],
      })),
      say: { key: 'groups.joined', params: { count: joined } },
    })
  }),

  page(
    paths.leave,
    { policy: mayTakeOut, find: ({ tx, params }) => findGroup(tx, params.groupId) },
    async ({ tx, actor, params, subject: group }) => {
      const member = await findMember(tx, group.id, params.memberId)
      if (!member) return notFound()
      const others = mayPlace.allows(actor, group) ? await otherGroups(tx, group) : []
      return show(<LeavePage group={group} member={member} others={others} state={{}} />)
    },
  ),

  act(paths.leave, { policy: mayTakeOut, find: ({ tx, params }) => findGroup(tx, params.groupId) }, async (ctx) => {
    const { tx, actor, typed, params, subject: group, today } = ctx
    // Before anything is written: whoever takes back a confirmed plan moves the same stages.
    await lockPlacing(tx, group.programmeId)
    const member = await findMember(tx, group.id, params.memberId)
    if (!member) return notFound()
    const mayMove = mayPlace.allows(actor, group)
    const others = mayMove ? await otherGroups(tx, group) : []
    const parsed = parseLeaving(typed)
    const again = { group, member, others, state: formState(parsed) }
    if (!parsed.ok) return invalid(<LeavePage {...again} />)
    const { reason, changeStage, toGroup } = parsed.value
    const target = reason === 'moved-group' ? others.find((one) => one.id === toGroup) : undefined
    if (reason === 'moved-group' && !target)
      return invalid(
        <LeavePage {...again} state={{ ...again.state, errors: { toGroup: { key: 'groups.moveTo.missing' } } }} />,
      )

    const { settings } = await getGroupProgramme(tx, group.programmeId)
    const kind = changeStage || reason === 'mistake' ? stageAfterLeaving[reason] : undefined
    // The stage first: a coach may write it only while the mandate lasts.
    if (kind) await enterStage(ctx, [member], kind, settings)
    else if (!target)
      await advance(tx, ctx.services.vault, {
        enrolmentId: member.enrolmentId,
        event: 'left-group',
        on: today,
        by: actor.id,
      })
    if (target) {
      const moved = await moveMember(ctx, { member, from: group, toGroup: target.id, reason: 'other' })
      if (!moved.ok) return refused(<LeavePage {...again} refusal={moved} />)
    } else {
      if (!(await endMembership(tx, actor, { memberId: member.id, reason, today }))) return notFound()
      await settleMandates(tx, group.id)
    }
    return seeOther(paths.show({ groupId: target?.id ?? group.id }), {
      did: {
        act: target ? 'groups.move' : 'groups.leave',
        on: ['group', group.id],
        person: member.personId,
        classes: ['attendance'],
      },
      say: target ? { key: 'groups.moved', params: { group: target.name } } : 'groups.gone',
    })
  }),

  page(
    paths.change,
    { policy: mayPlace, find: ({ tx, params }) => findGroup(tx, params.groupId) },
    async ({ tx, params, subject: group }) => {
      const member = await findMember(tx, group.id, params.memberId)
      if (!member) return notFound()
      return show(<ChangePage {...(await viewChange(tx, group, member))} state={{}} />, {
        read: { act: 'groups.change', on: ['group', group.id], person: member.personId, classes: ['language'] },
      })
    },
  ),

  act(paths.change, { policy: mayPlace, find: ({ tx, params }) => findGroup(tx, params.groupId) }, async (ctx) => {
    const { tx, typed, params, subject: group } = ctx
    await lockPlacing(tx, group.programmeId)
    const member = await findMember(tx, group.id, params.memberId)
    if (!member) return notFound()
    const parsed = parseMove(typed)
    const again = { ...(await viewChange(tx, group, member)), state: formState(parsed) }
    if (!parsed.ok) return invalid(<ChangePage {...again} />)
    const target = again.targets.find((one) => one.id === parsed.value.toGroup)
    if (!target)
      return invalid(
        <ChangePage {...again} state={{ ...again.state, errors: { toGroup: { key: 'groups.moveTo.missing' } } }} />,
      )
    const moved = await moveMember(ctx, { member, from: group, toGroup: target.id, reason: parsed.value.why })
    if (!moved.ok) return refused(<ChangePage {...again} refusal={moved} />)
    return seeOther(paths.show({ groupId: target.id }), {
      did: { act: 'groups.move', on: ['group', group.id], person: member.personId, classes: ['attendance'] },
      say: { key: 'groups.moved', params: { group: target.name } },
    })
  }),
]

/** The person's levels, and the groups where they could go on with the level of each. */
async function viewChange(tx: Ctx['tx'], group: Group, member: Member): Promise<Omit<ChangeView, 'state'>> {
  const others = await otherGroups(tx, group)
  const levels = await contentLevelsOfProgramme(tx, group.programmeId)
  const ofGroups = await contentLevelsOf(tx, [group.id, ...others.map(({ id }) => id)])
  const content = (groupId: string) => levels?.find(({ key }) => key === ofGroups.get(groupId)) ?? null
  return {
    group,
    member,
    content: content(group.id),
    levels: currentLevels(await listDatedLevels(tx, [member.personId], group.language)),
    targets: others.map((one) => ({ ...one, content: content(one.id) })),
  }
}

/** Running groups of the programme to which someone could go, with the places left. */
async function otherGroups(tx: Ctx['tx'], group: Group): Promise<{ id: string; name: string; free: number }[]> {
  const all = await listGroupsOf(tx, group.programmeId)
  return all
    .filter((one) => one.id !== group.id && one.closedOn === null && one.language === group.language)
    .map((one) => ({ id: one.id, name: one.name, free: Math.max(0, one.capacity - one.members) }))
}
