import type { Tx } from '../../../shared/db/database.ts'
import { formState } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page, type Services } from '../../../shared/http/doors.tsx'
import { type Did, invalid, notFound, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import type { MessageKey } from '../../../shared/i18n/i18n.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { listProgrammeStaff } from '../../mandates/store.ts'
import { fullName } from '../../people/person.ts'
import { findPerson } from '../../people/store.ts'
import { blueprintOf } from '../../programmes/programme.ts'
import { findProgramme } from '../../programmes/store.ts'
import { findEnrolment } from '../../referrals/store.ts'
import { parseStep, parseWords } from '../form.ts'
import { PersonSignalsPage, SignalsPage } from '../pages/list.tsx'
import { SignalPage, type SignalView } from '../pages/show.tsx'
import { paths } from '../paths.ts'
import { mayAcknowledge, mayAddWords, mayList, mayListOf, mayNote, mayRead, mayStep } from '../policy.ts'
import { byUrgency, hasNews, openSteps, othersFor, receiverOf, stepping } from '../rules.ts'
import type { Signal } from '../signal.ts'
import {
  findSignal,
  listNotedBy,
  listOpen,
  listSettlers,
  listSignals,
  lockSignal,
  saveReceipt,
  saveStep,
  saveWords,
} from '../store.ts'
import { readPlans, viewSignals } from '../view.ts'

type Given = Pick<Ctx, 'tx' | 'services' | 'words'> & { actor: StaffActor }

const find = ({ tx, params, services }: { tx: Tx; params: { signalId: string }; services: Services }) =>
  findSignal(tx, services.vault, params.signalId)

const did = (name: string, signal: Pick<Signal, 'id' | 'personId'>): Did => ({
  act: name,
  on: ['signal', signal.id],
  person: signal.personId,
  classes: ['follow-up'],
})

/** The signal as it stands now, with nobody else writing to it until this act is over. */
async function findLocked({ tx, services }: Given, signalId: string): Promise<Signal | undefined> {
  await lockSignal(tx, signalId)
  return findSignal(tx, services.vault, signalId)
}

async function viewSignal(
  { tx, actor, words }: Given,
  signal: Signal,
  more: Pick<SignalView, 'refusal' | 'state'> = {},
): Promise<SignalView> {
  const settlers = await listSettlers(tx, [signal.enrolmentId])
  const enrolment = await findEnrolment(tx, signal.enrolmentId)
  const programme = enrolment && (await findProgramme(tx, enrolment.programmeId))
  const blueprint = programme && blueprintOf(programme)
  const facts = { settlers, plan: blueprint?.signals }
  const receiver = receiverOf(signal, facts)
  const partLabel = (part: string | null) => {
    const found = blueprint?.followUpParts?.find(({ key }) => key === part)
    return found ? textIn(found.label, words.lang).text : words.t('signals.referrer')
  }
  const staff = receiver || !programme ? [] : await listProgrammeStaff(tx, [programme.id])
  return {
    signal,
    plan: facts.plan,
    receiver,
    steps: mayStep.allows(actor, signal) ? openSteps(signal, { ...facts, actorId: actor.id }) : [],
    others: othersFor(signal, settlers, actor.id).map((one) => ({
      userId: one.userId,
      label: words.t('signals.settler', { name: one.name, part: partLabel(one.part) }),
    })),
    coordinators: staff.filter(({ role }) => role === 'coordinator').map(({ name }) => name),
    can: {
      addWords: mayAddWords.allows(actor, signal),
      acknowledge: mayAcknowledge.allows(actor, signal) && hasNews(signal),
    },
    isNoter: signal.notedBy === actor.id,
    ...more,
  }
}

export const followingRoutes = [
  page(paths.list, { policy: mayList }, async ({ tx, actor, services: { vault } }) => {
    const open = (await viewSignals(tx, await listOpen(tx, vault))).filter(
      ({ receiver }) => receiver?.userId === actor.id,
    )
    const noted = actor.role === 'social-worker' ? null : await viewSignals(tx, await listNotedBy(tx, vault, actor.id))
    // A trainer has a list of what came to them only when something did.
    const mine = actor.role === 'social-worker' || open.length > 0 ? open : null
    return show(<SignalsPage mine={mine?.toSorted((a, b) => byUrgency(a.signal, b.signal)) ?? null} noted={noted} />, {
      read: { act: 'signals.list', on: ['user', actor.id], classes: ['follow-up'] },
    })
  }),

  page(
    paths.ofPerson,
    { policy: mayListOf, find: ({ tx, params }) => findPerson(tx, params.personId) },
    async ({ tx, actor, services, subject: person }) =>
      show(
        <PersonSignalsPage
          personId={person.id}
          name={fullName(person)}
          signals={await viewSignals(tx, await listSignals(tx, services.vault, person.id))}
          can={{ note: mayNote.allows(actor, person) }}
        />,
        { read: { act: 'signals.listOf', on: ['person', person.id], person: person.id, classes: ['follow-up'] } },
      ),
  ),

  page(paths.show, { policy: mayRead, find }, async (ctx) =>
    show(<SignalPage {...(await viewSignal(ctx, ctx.subject))} />, { read: did('signals.read', ctx.subject) }),
  ),

  act(paths.step, { policy: mayStep, find }, async (ctx) => {
    const { tx, actor, typed, today, services } = ctx
    const signal = await findLocked(ctx, ctx.subject.id)
    if (!signal) return notFound()
    const parsed = parseStep(typed)
    if (!parsed.ok) return invalid(<SignalPage {...(await viewSignal(ctx, signal))} />)
    const { kind } = parsed.value
    const settlers = await listSettlers(tx, [signal.enrolmentId])
    const plan = (await readPlans(tx, [signal.enrolmentId])).get(signal.enrolmentId)
    const decision = stepping(signal, parsed.value, { settlers, plan, actorId: actor.id })
    if (!decision.ok) {
      const form = kind === 'accepted' ? undefined : kind
      const field = decision.key.endsWith('.words') ? { words: { key: decision.key } } : undefined
      const state = form && { form, values: { values: typed.toValues(), ...(field ? { errors: field } : {}) } }
      const view = await viewSignal(ctx, signal, {
        ...(field ? {} : { refusal: decision }),
        ...(state ? { state } : {}),
      })
      return field ? invalid(<SignalPage {...view} />) : refused(<SignalPage {...view} />)
    }
    await saveStep({ tx, vault: services.vault, actor, today }, signal, decision.value)
    return seeOther(paths.show({ signalId: signal.id }), {
      did: did(`signals.${kind}`, signal),
      say: `signals.said.${kind}` as MessageKey,
    })
  }),

  act(paths.words, { policy: mayAddWords, find }, async (ctx) => {
    const { tx, actor, typed, today, services, subject: signal } = ctx
    const parsed = parseWords(typed)
    const view = await viewSignal(ctx, signal)
    if (!parsed.ok) return invalid(<SignalPage {...view} state={{ form: 'words', values: formState(parsed) }} />)
    const to = signal.notedBy === actor.id ? (view.receiver?.userId ?? null) : signal.notedBy
    await saveWords({ tx, vault: services.vault, actor, today }, signal, { words: parsed.value.words, to })
    return seeOther(`${paths.show({ signalId: signal.id })}#history`, {
      did: did('signals.addWords', signal),
      say: 'signals.words.saved',
    })
  }),

  act(paths.receipt, { policy: mayAcknowledge, find }, async ({ tx, actor, today, services, subject: signal }) => {
    if (hasNews(signal)) await saveReceipt({ tx, vault: services.vault, actor, today }, signal)
    return seeOther(paths.list(), { did: did('signals.acknowledge', signal), say: 'signals.seen.said' })
  }),
]
