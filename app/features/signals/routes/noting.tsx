import type { SignalsPlan } from '../../../blueprints/parts/signals.ts'
import { newId, type Tx } from '../../../shared/db/database.ts'
import { dropDraft, readDraft, saveDraft } from '../../../shared/forms/drafts.ts'
import { formState, uuid } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { invalid, json, notFound, refused, type Say, seeOther, show } from '../../../shared/http/outcome.ts'
import { paths as attendance } from '../../attendance/paths.ts'
import { listRegister } from '../../attendance/store.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName, type Person } from '../../people/person.ts'
import { findPerson } from '../../people/store.ts'
import { blueprintOf, titleIn } from '../../programmes/programme.ts'
import { findProgramme } from '../../programmes/store.ts'
import { listEnrolmentsOf } from '../../referrals/store.ts'
import type { SessionOfGroup } from '../../sessions/policy.ts'
import { findSessionOfGroup } from '../../sessions/subject.ts'
import { parseSignal } from '../form.ts'
import { SessionSignalsPage } from '../pages/list.tsx'
import { NewSignalPage, type NewSignalView, NoSignalPage } from '../pages/new.tsx'
import { paths } from '../paths.ts'
import { mayNote, mayNoteInSession } from '../policy.ts'
import { dueOn, receiverOf } from '../rules.ts'
import { findSignal, listSettlers, saveSignal } from '../store.ts'

const draftForm = 'signal'
const person = {
  policy: mayNote,
  find: ({ tx, params }: { tx: Tx; params: { personId: string } }) => findPerson(tx, params.personId),
}

type Offered = { id: string; label: string; plan: SignalsPlan }

/** The person's running enrolments in programmes that have signals; the one asked for comes first. */
async function enrolmentsOf(tx: Tx, personId: string, lang: string, asked: string | null): Promise<Offered[]> {
  const found: Offered[] = []
  for (const enrolment of await listEnrolmentsOf(tx, personId)) {
    const programme = enrolment.endedOn === null ? await findProgramme(tx, enrolment.programmeId) : undefined
    const plan = programme && blueprintOf(programme).signals
    if (programme && plan) found.push({ id: enrolment.id, label: titleIn(programme, lang), plan })
  }
  return found.toSorted((a, b) => Number(b.id === asked) - Number(a.id === asked))
}

/** Back to where it was noted: the person's row on the register, else their page. */
const backTo = (personId: string, sessionId: string | null) =>
  sessionId ? `${attendance.register({ sessionId })}#p-${personId}` : people.show({ personId })

const viewNew = (
  { subject }: { subject: Person },
  enrolments: Offered[],
  more: Pick<NewSignalView, 'id' | 'sessionId' | 'state'>,
): NewSignalView => ({
  personId: subject.id,
  name: fullName(subject),
  plan: enrolments[0]!.plan,
  enrolments,
  back: backTo(subject.id, more.sessionId),
  ...more,
})

const asId = (value: string | null) => (value && uuid.test(value) ? value : null)

export const notingRoutes = [
  page(paths.create, person, async (ctx) => {
    const { tx, actor, query, words, services, subject } = ctx
    const enrolments = await enrolmentsOf(tx, subject.id, words.lang, query.get('enrolment'))
    if (enrolments.length === 0) return show(<NoSignalPage personId={subject.id} name={fullName(subject)} />)
    const draft = await readDraft(tx, services, actor, { form: draftForm, subjectId: subject.id })
    return show(
      <NewSignalPage
        {...viewNew(ctx, enrolments, {
          // A draft keeps its id: what was sent without an answer is not noted a second time.
          id: asId(draft?.id ?? null) ?? newId(),
          sessionId: asId(query.get('session')),
          state: { values: draft ?? {} },
        })}
      />,
    )
  }),

  act(paths.draft, person, async ({ tx, actor, typed, services, subject }) => {
    const of = { form: draftForm, subjectId: subject.id }
    const names = ['id', 'enrolment', 'theme', 'body', 'urgency'] as const
    const values = Object.fromEntries(names.map((name) => [name, typed.get(name).slice(0, 2000)]))
    if (values.body?.trim() || values.theme) await saveDraft(tx, services, actor, of, values)
    else await dropDraft(tx, of)
    return json({ saved: true })
  }),

  /** With `as=json` for the register's dialog, which asks again until it knows that the signal has arrived. */
  act(paths.create, person, async (ctx) => {
    const { tx, actor, typed, today, words, services, subject } = ctx
    const { vault } = services
    const enrolments = await enrolmentsOf(tx, subject.id, words.lang, typed.get('enrolment'))
    const [enrolment] = enrolments
    if (!enrolment) return refused(<NoSignalPage personId={subject.id} name={fullName(subject)} />)
    const device = typed.get('as') === 'json'
    const parsed = parseSignal(enrolment.plan, typed)
    const sessionId = asId(typed.get('session'))
    if (!parsed.ok)
      return device
        ? json({ refused: ctx.t('signals.incomplete') }, { status: 409 })
        : invalid(
            <NewSignalPage
              {...viewNew(ctx, enrolments, {
                id: asId(typed.get('id')) ?? newId(),
                sessionId,
                state: formState(parsed),
              })}
            />,
          )
    const { value } = parsed
    const due = dueOn(enrolment.plan, value.urgency, today)
    if (due === null) return notFound()
    const known = sessionId ? await findSessionOfGroup({ tx, params: { sessionId } }) : undefined
    const by = { tx, vault, actor, today }
    const isNew = await saveSignal(by, {
      ...{ id: value.id, enrolmentId: enrolment.id, personId: subject.id, sessionId: known?.session.id ?? null },
      ...{ theme: value.theme, urgency: value.urgency, body: value.body, dueOn: due },
    })
    // The same id again: the first answer was lost. Somebody else's id is nobody's business.
    const saved = await findSignal(tx, vault, value.id)
    if (!saved || saved.personId !== subject.id) return notFound()
    await dropDraft(tx, { form: draftForm, subjectId: subject.id })
    const receiver = receiverOf(saved, { settlers: await listSettlers(tx, [saved.enrolmentId]), plan: enrolment.plan })
    const say: Say = receiver
      ? { key: 'signals.saved', params: { name: receiver.name } }
      : { key: 'signals.saved.nobody' }
    const did = isNew ? didNote(saved) : []
    if (device)
      return json(
        {
          noted: saved.id,
          says: ctx.t(say.key as 'signals.saved', say.params as { name: string }),
          href: paths.show({ signalId: saved.id }),
          settled: Boolean(receiver),
        },
        { did },
      )
    return seeOther(receiver ? backTo(subject.id, saved.sessionId) : paths.show({ signalId: saved.id }), { did, say })
  }),

  page(
    paths.ofSession,
    { policy: mayNoteInSession, find: findSessionOfGroup },
    async ({ tx, subject: { session } }: Ctx<string, StaffActor> & { subject: SessionOfGroup }) => {
      const register = await listRegister(tx, session)
      return show(
        <SessionSignalsPage session={session} people={register.map((one) => ({ ...one, name: fullName(one) }))} />,
        { read: { act: 'attendance.read', on: ['session', session.id], classes: ['attendance'] } },
      )
    },
  ),
]

const didNote = ({ id, personId }: { id: string; personId: string }) => ({
  act: 'signals.note',
  on: ['signal', id] as [string, string],
  person: personId,
  classes: ['follow-up' as const],
})
