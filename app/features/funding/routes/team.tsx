import { formState, withErrors } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, redirect, seeOther, show } from '../../../shared/http/outcome.ts'
import type { FormState } from '../../../shared/ui/index.ts'
import { blueprintOf, type Programme } from '../../programmes/programme.ts'
import { hundredthsText, parseMember, parseTime } from '../form.ts'
import type { Line, LineSet, Member } from '../funding.ts'
import { MemberPage } from '../pages/member.tsx'
import { TeamPage } from '../pages/team.tsx'
import { paths } from '../paths.ts'
import { mayEdit } from '../policy.ts'
import { addTime as timeRule } from '../rules/team.ts'
import { listLineSets } from '../store/lines.ts'
import { addMember, addTime, endTime, listAccounts, listMembers, listTimes, saveMember } from '../store/team.ts'
import { findFunded, findToChange } from '../subject.ts'

type Here = Pick<Ctx<string, StaffActor>, 'tx' | 'actor' | 'today'>
const subject = { policy: mayEdit, find: findFunded }
const change = { policy: mayEdit, find: findToChange }
const profilesOf = (programme: Programme) => blueprintOf(programme).team?.profiles ?? []
const profileKeys = (programme: Programme) => profilesOf(programme).map(({ key }) => key)

/** Every line there ever was, by key, as it was called last. */
export const knownLines = (sets: readonly LineSet[]): Line[] => [
  ...new Map(sets.toReversed().flatMap(({ lines }) => lines.map((line) => [line.key, line] as const))).values(),
]

async function teamPage({ tx, actor }: Here, programme: Programme, state: FormState) {
  return (
    <TeamPage
      programme={programme}
      plan={blueprintOf(programme).team}
      members={await listMembers(tx, programme.id)}
      times={await listTimes(tx, programme.id)}
      lines={knownLines(await listLineSets(tx, programme.id))}
      accounts={await listAccounts(tx, actor)}
      state={state}
    />
  )
}

const memberValues = (member: Member) => ({
  function: member.function,
  profiles: member.profiles,
  fte: hundredthsText(member.fte),
  from: member.from,
  to: member.to ?? '',
})

async function memberPage(
  { tx }: Pick<Here, 'tx'>,
  programme: Programme,
  member: Member,
  states: { member?: FormState; time?: FormState } = {},
) {
  const times = (await listTimes(tx, programme.id)).filter(({ memberId }) => memberId === member.id)
  const sets = await listLineSets(tx, programme.id)
  return (
    <MemberPage
      programme={programme}
      profiles={profilesOf(programme)}
      member={member}
      times={times}
      lines={knownLines(sets)}
      choices={sets[0]?.lines ?? []}
      state={states.member ?? { values: memberValues(member) }}
      timeState={states.time ?? { values: { from: member.from, to: member.to ?? '' } }}
    />
  )
}

const findMember = async (tx: Here['tx'], programme: Programme, memberId: string) =>
  (await listMembers(tx, programme.id)).find(({ id }) => id === memberId)

export const teamRoutes = [
  page(paths.team, subject, async (ctx) => show(await teamPage(ctx, ctx.subject, {}))),

  act(paths.team, change, async (ctx) => {
    const { tx, actor, typed, subject: programme } = ctx
    const accounts = (await listAccounts(tx, actor)).map(({ id }) => id)
    const parsed = parseMember(typed, profileKeys(programme), accounts)
    if (!parsed.ok) return invalid(await teamPage(ctx, programme, formState(parsed)))
    const memberId = await addMember(tx, actor, programme.id, parsed.value)
    return seeOther(paths.member({ programmeId: programme.id, memberId }), {
      did: { act: 'funding.addMember', on: ['team-member', memberId] },
      say: 'funding.member.added',
    })
  }),

  page(paths.member, subject, async (ctx) => {
    const member = await findMember(ctx.tx, ctx.subject, ctx.params.memberId)
    return member ? show(await memberPage(ctx, ctx.subject, member)) : notFound()
  }),

  act(paths.member, change, async (ctx) => {
    const { tx, typed, params, subject: programme } = ctx
    const member = await findMember(tx, programme, params.memberId)
    if (!member) return notFound()
    const parsed = parseMember(typed, profileKeys(programme))
    if (!parsed.ok) return invalid(await memberPage(ctx, programme, member, { member: formState(parsed) }))
    if (!(await saveMember(tx, member.id, parsed.value))) return notFound()
    return seeOther(paths.team({ programmeId: programme.id }), {
      did: { act: 'funding.saveMember', on: ['team-member', member.id] },
      say: 'funding.saved',
    })
  }),

  act(paths.times, change, async (ctx) => {
    const { tx, actor, typed, params, subject: programme, words } = ctx
    const member = await findMember(tx, programme, params.memberId)
    if (!member) return notFound()
    const lines = ((await listLineSets(tx, programme.id))[0]?.lines ?? []).map(({ key }) => key)
    const parsed = parseTime(typed, lines)
    if (!parsed.ok) return invalid(await memberPage(ctx, programme, member, { time: formState(parsed) }))
    const times = (await listTimes(tx, programme.id)).filter(({ memberId }) => memberId === member.id)
    const decision = timeRule(times, parsed.value)
    if (!decision.ok) {
      const { key, params: of } = decision
      const error = { key, params: of.day ? { ...of, day: words.date(String(of.day)) } : { ...of } }
      const field = key === 'funding.order' ? 'to' : 'share'
      return invalid(
        await memberPage(ctx, programme, member, { time: formState(withErrors(parsed, { [field]: error })) }),
      )
    }
    await addTime(tx, actor, programme.id, { ...parsed.value, memberId: member.id })
    return seeOther(paths.member({ programmeId: programme.id, memberId: member.id }), {
      did: { act: 'funding.addTime', on: ['team-member', member.id] },
      say: 'funding.saved',
    })
  }),

  act(paths.endTime, change, async ({ tx, params, subject: programme }) => {
    const back = paths.member({ programmeId: programme.id, memberId: params.memberId })
    if (!(await endTime(tx, params.memberId, params.timeId))) return redirect(back)
    return seeOther(back, {
      did: { act: 'funding.endTime', on: ['team-member', params.memberId] },
      say: 'funding.time.removed',
    })
  }),
]
