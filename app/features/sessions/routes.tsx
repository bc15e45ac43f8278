import { formState } from '../../shared/forms/forms.ts'
import { act, type Ctx, page } from '../../shared/http/doors.tsx'
import { invalid, notFound, refused, seeOther, show } from '../../shared/http/outcome.ts'
import { listRegister } from '../attendance/store.ts'
import { readContentLevel } from '../content-levels/view.ts'
import { readConflicts } from '../groups/planning.ts'
import { closedIn, getGroupProgramme } from '../groups/programme.ts'
import { listCoaches } from '../groups/store.ts'
import { blueprintOf, titleIn } from '../programmes/programme.ts'
import { mayNoteInSession } from '../signals/policy.ts'
import { mayRead as mayReadSmileys } from '../smileys/policy.ts'
import { patternOf, settleDates, toHalfDays } from './dates.ts'
import { contentValues, parseCancelling, parseContent, parseExpected, parseMoving } from './form.ts'
import { moveSession } from './moving.ts'
import { SignInSheet } from './pages/sheet.tsx'
import { SessionPage } from './pages/show.tsx'
import { CancelPage, EditSessionPage, ExpectedPage, MovePage } from './parts/forms.tsx'
import { paths } from './paths.ts'
import { mayEdit, mayPlan, mayRead } from './policy.ts'
import { titleOf } from './session.ts'
import { listExpected, listSessions, saveCancellation, saveContent, saveExpected, saveMoves } from './store.ts'
import { findSessionOfGroup } from './subject.ts'

const runningCoaches = async (tx: Ctx['tx'], groupId: string) =>
  (await listCoaches(tx, [groupId])).filter((coach) => coach.endedOn === null)

export const routes = [
  page(paths.show, { policy: mayRead, find: findSessionOfGroup }, async ({ tx, actor, today, subject }) => {
    const { session, group } = subject
    const sessions = (await listSessions(tx, group.id)).filter(
      (one) => one.cancelledOn === null || one.id === session.id,
    )
    const at = sessions.findIndex((one) => one.id === session.id)
    const register = await listRegister(tx, session)
    const everyone = !(await listExpected(tx, [session.id])).has(session.id)
    const coaches = await runningCoaches(tx, group.id)
    const half = { date: session.onDate, from: session.startsAt, room: session.room }
    const { signals } = blueprintOf(await getGroupProgramme(tx, group.programmeId))
    const signal = signals !== undefined && session.onDate <= today && mayNoteInSession.allows(actor, subject)
    return show(
      <SessionPage
        session={session}
        group={group}
        expected={{ everyone, names: register.map((one) => one.firstName) }}
        announced={register.filter((one) => one.announced).map((one) => one.firstName)}
        conflicts={session.cancelledOn ? [] : await readConflicts(tx, { ...group, coaches }, [half])}
        content={await readContentLevel(tx, group)}
        before={sessions[at - 1]}
        after={sessions[at + 1]}
        can={{
          edit: mayEdit.allows(actor, subject),
          plan: mayPlan.allows(actor, group),
          signal,
          smileys: mayReadSmileys.allows(actor, subject),
        }}
      />,
    )
  }),

  page(paths.edit, { policy: mayEdit, find: findSessionOfGroup }, async ({ subject: { session, group } }) =>
    show(
      <EditSessionPage session={session} group={group} state={{ values: contentValues(session, group.language) }} />,
    ),
  ),

  act(paths.edit, { policy: mayEdit, find: findSessionOfGroup }, async ({ tx, typed, subject: { session, group } }) => {
    const parsed = parseContent(typed, session, group.language)
    if (!parsed.ok) return invalid(<EditSessionPage session={session} group={group} state={formState(parsed)} />)
    if (!(await saveContent(tx, session.id, parsed.value))) return notFound()
    return seeOther(paths.show({ sessionId: session.id }), {
      did: { act: 'sessions.edit', on: ['session', session.id] },
      say: 'sessions.saved',
    })
  }),

  page(paths.expected, { policy: mayEdit, find: findSessionOfGroup }, async ({ tx, subject: { session, group } }) => {
    const members = await listRegister(tx, session, { wholeGroup: true })
    const some = (await listExpected(tx, [session.id])).get(session.id)
    const chosen = members.filter((one) => some?.has(one.personId) ?? true).map((one) => one.personId)
    return show(<ExpectedPage session={session} group={group} members={members} chosen={chosen} />)
  }),

  act(paths.expected, { policy: mayEdit, find: findSessionOfGroup }, async ({ tx, typed, subject: { session } }) => {
    const members = (await listRegister(tx, session, { wholeGroup: true })).map((one) => one.personId)
    const parsed = parseExpected(typed)
    const chosen = members.filter((id) => parsed.ok && parsed.value.persons.includes(id))
    // Nobody and everybody both mean the whole group: a session for nobody is a cancelled one.
    await saveExpected(tx, session.id, chosen.length === members.length ? [] : chosen)
    return seeOther(paths.show({ sessionId: session.id }), {
      did: { act: 'sessions.expect', on: ['session', session.id], classes: ['attendance'] },
      say: 'sessions.saved',
    })
  }),

  page(paths.moving, { policy: mayEdit, find: findSessionOfGroup }, async ({ subject: { session, group } }) =>
    show(
      <MovePage
        session={session}
        group={group}
        state={{ values: { date: session.onDate, from: session.startsAt, to: session.endsAt } }}
      />,
    ),
  ),

  /** First what would move where; then the same again with `confirm`. */
  act(paths.moving, { policy: mayEdit, find: findSessionOfGroup }, async ({ tx, typed, today, words, subject }) => {
    const { session, group } = subject
    const parsed = parseMoving(typed)
    if (!parsed.ok) return invalid(<MovePage {...subject} state={formState(parsed)} />)
    const sessions = await listSessions(tx, group.id)
    const programme = await getGroupProgramme(tx, group.programmeId)
    const { alone, ...to } = parsed.value
    const decision = moveSession({
      halfDays: toHalfDays(sessions),
      position: session.number,
      to,
      slots: patternOf(sessions),
      closedOn: closedIn(programme.region),
      weeksMin: programme.settings.calendar?.weeksMin ?? 1,
      weeksMax: programme.settings.calendar?.weeksMax ?? 52,
      held: new Set(sessions.filter((one) => one.closedAt !== null || one.onDate < today).map((one) => one.number)),
    })
    if (!decision.ok) return refused(<MovePage {...subject} state={formState(parsed)} refusal={decision} />)
    const { move, followers } = decision.value
    const beside = sessions.some(
      (one) =>
        one.id !== session.id &&
        one.cancelledOn === null &&
        one.onDate === to.date &&
        one.startsAt < to.to &&
        to.from < one.endsAt,
    )
    if (typed.get('intent') !== 'confirm') {
      const coaches = await runningCoaches(tx, group.id)
      const wanted = [move, ...followers].map((one) => ({ ...one.becomes, room: session.room }))
      return show(
        <MovePage
          {...subject}
          state={formState(parsed)}
          preview={{
            proposal: decision.value,
            conflicts: await readConflicts(tx, { ...group, coaches }, wanted),
            mayStayAlone: followers.length > 0 && !beside,
            titles: new Map(sessions.map((one) => [one.number, titleOf(one, words.lang)])),
          }}
        />,
      )
    }
    if (alone && beside)
      return refused(<MovePage {...subject} state={formState(parsed)} refusal={{ key: 'sessions.moving.taken' }} />)
    const moves = alone ? [move] : [move, ...followers]
    await saveMoves(tx, group.id, moves)
    await settleDates(tx, group)
    return seeOther(paths.show({ sessionId: session.id }), {
      did: { act: 'sessions.move', on: ['session', session.id] },
      say: { key: 'sessions.moved', params: { count: moves.length } },
    })
  }),

  page(paths.cancellation, { policy: mayEdit, find: findSessionOfGroup }, async ({ subject }) =>
    show(<CancelPage {...subject} state={{}} />),
  ),

  act(paths.cancellation, { policy: mayEdit, find: findSessionOfGroup }, async ({ tx, typed, today, subject }) => {
    const { session, group } = subject
    const parsed = parseCancelling(typed)
    if (!parsed.ok) return invalid(<CancelPage {...subject} state={formState(parsed)} />)
    if (session.closedAt || !(await saveCancellation(tx, session.id, { reason: parsed.value.reason, today })))
      return seeOther(paths.show({ sessionId: session.id }), { did: [] })
    await settleDates(tx, group)
    return seeOther(paths.show({ sessionId: session.id }), {
      did: { act: 'sessions.cancel', on: ['session', session.id] },
      say: { key: 'sessions.cancelled.done', undo: paths.cancellationEnd({ sessionId: session.id }) },
    })
  }),

  act(
    paths.cancellationEnd,
    { policy: mayEdit, find: findSessionOfGroup },
    async ({ tx, today, subject: { session, group } }) => {
      await saveCancellation(tx, session.id, { reason: null, today })
      await settleDates(tx, group)
      return seeOther(paths.show({ sessionId: session.id }), {
        did: { act: 'sessions.reinstate', on: ['session', session.id] },
        say: 'sessions.reinstated',
      })
    },
  ),

  page(
    paths.signInSheet,
    { policy: mayRead, find: findSessionOfGroup },
    async ({ tx, words, subject: { session, group } }) => {
      const programme = await getGroupProgramme(tx, group.programmeId)
      const coaches = await runningCoaches(tx, group.id)
      const language = group.language || words.lang
      return show(
        <SignInSheet
          session={session}
          group={group}
          programme={titleIn(programme, language)}
          coaches={coaches.map((coach) => coach.name)}
          people={await listRegister(tx, session)}
        />,
        { read: { act: 'sessions.signInSheet', on: ['session', session.id], classes: ['identity'] } },
      )
    },
  ),
]
