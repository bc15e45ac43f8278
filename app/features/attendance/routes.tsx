import { newId } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../shared/http/doors.tsx'
import { json, notFound, refused, seeOther, show } from '../../shared/http/outcome.ts'
import { getGroupProgramme } from '../groups/programme.ts'
import { seesClass } from '../mandates/classes.ts'
import type { SessionOfGroup } from '../sessions/policy.ts'
import { listSessions, saveClosure } from '../sessions/store.ts'
import { findSessionOfGroup } from '../sessions/subject.ts'
import { mayNoteInSession } from '../signals/policy.ts'
import { signalsOnRegister } from '../signals/register.ts'
import { mayRead as mayReadSmileys } from '../smileys/policy.ts'
import type { Mark } from './attendance.ts'
import { parseMarks, parseNote } from './form.ts'
import { RegisterPage, type RegisterView } from './pages/register.tsx'
import { paths } from './paths.ts'
import { mayClose, mayMark, mayNote } from './policy.ts'
import { closing, marking, markingRest, undoing } from './rules.ts'
import { settleMarked } from './settle.ts'
import { listMarks, listNotes, listRegister, saveMarks, saveNote } from './store.ts'

type Facts = Pick<Ctx, 'tx' | 'today' | 'services' | 'query'> & { actor: StaffActor; subject: SessionOfGroup }

async function viewRegister(
  { tx, actor, subject, services, query }: Facts,
  more: Pick<RegisterView, 'refusal'> = {},
): Promise<RegisterView> {
  const { session, group } = subject
  const readsNotes = seesClass(actor.role, 'notes')
  const sessions = (await listSessions(tx, group.id)).filter((one) => one.cancelledOn === null)
  const at = sessions.findIndex((one) => one.id === session.id)
  const notes = readsNotes ? await listNotes(tx, session.id) : []
  const register = await listRegister(tx, session)
  const signals = mayNoteInSession.allows(actor, subject)
    ? await signalsOnRegister(tx, services.vault, {
        actor,
        programme: await getGroupProgramme(tx, group.programmeId),
        sessionId: session.id,
        personIds: register.map(({ personId }) => personId),
      })
    : undefined
  return {
    session,
    group,
    register,
    ...(signals ? { signals } : {}),
    notes: notes.map(({ body, ...note }) => ({
      ...note,
      opened: services.vault.open(note.personId, { table: 'attendance_notes', column: 'body', row: note.id }, body),
    })),
    before: sessions[at - 1],
    after: sessions[at + 1],
    allClosed: sessions.every((one) => one.closedAt !== null),
    noteOn: query.get('note'),
    can: {
      note: mayNote.allows(actor, subject),
      close: mayClose.allows(actor, subject),
      smileys: mayReadSmileys.allows(actor, subject),
    },
    ...more,
  }
}

/** Writes marks and what follows from them. The answer is a decision: nothing is written when it refuses. */
async function record(facts: Facts, marks: readonly Mark[]) {
  const { tx, actor, subject, today } = facts
  const { session, group } = subject
  const register = await listRegister(tx, session)
  const decision = marking(session, marks, { today, expected: new Set(register.map((one) => one.personId)) })
  if (!decision.ok) return decision
  const fresh = await saveMarks(tx, actor, session.id, marks)
  const touched = new Set(marks.flatMap((mark) => (fresh.has(mark.key) ? [mark.personId] : [])))
  if (touched.size > 0) {
    const who = register.filter((one) => touched.has(one.personId))
    await settleMarked(facts, who, await getGroupProgramme(tx, group.programmeId))
  }
  return { ...decision, touched: [...touched] }
}

const didMark = (sessionId: string, act: string, persons: readonly string[]) =>
  persons.map((person) => ({
    act,
    on: ['session', sessionId] as [string, string],
    person,
    classes: ['attendance' as const],
  }))

/** Back to the same person on the same page. */
const backTo = (sessionId: string, personId: string | undefined) =>
  personId ? `${paths.register({ sessionId })}#p-${personId}` : paths.register({ sessionId })

export const routes = [
  page(paths.register, { policy: mayMark, find: findSessionOfGroup }, async (ctx) => {
    const view = await viewRegister(ctx)
    const { session } = ctx.subject
    const noted = [...new Set(view.notes.map((note) => note.personId))]
    const signalled = [...(view.signals?.own.keys() ?? [])]
    return show(<RegisterPage {...view} />, {
      read: [
        { act: 'attendance.read', on: ['session', session.id], classes: ['attendance'] },
        ...noted.map((person) => ({
          act: 'attendance.readNote',
          on: ['session', session.id] as [string, string],
          person,
          classes: ['notes' as const],
        })),
        ...signalled.map((person) => ({
          act: 'signals.listOf',
          on: ['session', session.id] as [string, string],
          person,
          classes: ['follow-up' as const],
        })),
      ],
    })
  }),

  /** One tap or many. With `as=json` for the device, which asks again until it knows that a tap has arrived. */
  act(paths.register, { policy: mayMark, find: findSessionOfGroup }, async (ctx) => {
    const { typed, tx } = ctx
    const { session } = ctx.subject
    const marks = parseMarks(typed)
    const result = await record(ctx, marks)
    const device = typed.get('as') === 'json'
    if (!result.ok)
      return device
        ? json({ refused: ctx.t(result.key as 'attendance.marking.early', result.params) }, { status: 409 })
        : refused(<RegisterPage {...(await viewRegister(ctx, { refusal: result }))} />)
    const did = didMark(session.id, 'attendance.mark', result.touched)
    if (device) {
      const register = await listRegister(tx, session)
      return json(
        {
          arrived: marks.map((mark) => mark.key),
          status: Object.fromEntries(register.map((one) => [one.personId, one.status])),
        },
        { did },
      )
    }
    const last = marks.at(-1)!
    return seeOther(backTo(session.id, last.personId), {
      did,
      say: { key: 'attendance.marked', undo: paths.undo({ sessionId: session.id, markId: last.key }) },
    })
  }),

  act(paths.undo, { policy: mayMark, find: findSessionOfGroup }, async (ctx) => {
    const { tx, params } = ctx
    const { session } = ctx.subject
    const all = await listMarks(tx, session.id)
    const personId = all.find((mark) => mark.key === params.markId)?.personId
    if (!personId) return notFound()
    const before = undoing(
      all.filter((mark) => mark.personId === personId),
      params.markId,
    )
    if (before === undefined) return seeOther(backTo(session.id, personId), { did: [], say: 'attendance.undo.late' })
    const result = await record(ctx, [{ key: newId(), personId, status: before }])
    if (!result.ok) return refused(<RegisterPage {...(await viewRegister(ctx, { refusal: result }))} />)
    return seeOther(backTo(session.id, personId), {
      did: didMark(session.id, 'attendance.undo', [personId]),
      say: 'attendance.undone',
    })
  }),

  act(paths.rest, { policy: mayMark, find: findSessionOfGroup }, async (ctx) => {
    const { session } = ctx.subject
    const marks = markingRest(await listRegister(ctx.tx, session), newId)
    if (marks.length === 0) return seeOther(paths.register({ sessionId: session.id }), { did: [] })
    const result = await record(ctx, marks)
    if (!result.ok) return refused(<RegisterPage {...(await viewRegister(ctx, { refusal: result }))} />)
    return seeOther(paths.register({ sessionId: session.id }), {
      did: didMark(session.id, 'attendance.mark', result.touched),
      say: { key: 'attendance.rest.done', params: { count: marks.length } },
    })
  }),

  act(paths.notes, { policy: mayNote, find: findSessionOfGroup }, async (ctx) => {
    const { tx, actor, typed, services } = ctx
    const { session } = ctx.subject
    const parsed = parseNote(typed)
    const register = await listRegister(tx, session)
    const on = parsed.ok ? register.find((one) => one.personId === parsed.value.person) : undefined
    if (!parsed.ok || !on)
      return refused(<RegisterPage {...(await viewRegister(ctx, { refusal: { key: 'attendance.note.empty' } }))} />)
    const { person, id, body } = parsed.value
    const place = { table: 'attendance_notes', column: 'body', row: id }
    await saveNote(tx, actor, {
      id,
      sessionId: session.id,
      personId: person,
      body: services.vault.seal(person, place, body),
    })
    return seeOther(backTo(session.id, person), {
      did: { act: 'attendance.note', on: ['session', session.id], person, classes: ['notes'] },
      say: 'attendance.note.saved',
    })
  }),

  act(paths.closure, { policy: mayClose, find: findSessionOfGroup }, async (ctx) => {
    const { tx, actor, today } = ctx
    const { session } = ctx.subject
    const decision = closing(session, await listRegister(tx, session), { today, newKey: newId })
    if (!decision.ok) return refused(<RegisterPage {...(await viewRegister(ctx, { refusal: decision }))} />)
    const result = decision.value.length > 0 ? await record(ctx, decision.value) : undefined
    await saveClosure(tx, actor, session.id)
    return seeOther(paths.register({ sessionId: session.id }), {
      did: [
        { act: 'attendance.close', on: ['session', session.id], classes: ['attendance'] },
        ...didMark(session.id, 'attendance.mark', result?.ok ? result.touched : []),
      ],
      say: 'attendance.closed',
    })
  }),
]
