import type { Refusal as RuleRefusal } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  Disclosure,
  type Event,
  Facts,
  Field,
  Form,
  type FormState,
  Hidden,
  Next,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  Timeline,
  useView,
} from '../../../shared/ui/index.ts'
import type { Opened } from '../../../shared/vault/vault.ts'
import { paths as people } from '../../people/paths.ts'
import { SignalStatus } from '../parts/status.tsx'
import { paths } from '../paths.ts'
import { isLate } from '../rules.ts'
import type { Signal, StepKind } from '../signal.ts'
import { type ShownSignal, themeLabel, urgencyLabel } from '../view.ts'

export type SignalView = ShownSignal & {
  /** Steps the reader may take now. */
  steps: StepKind[]
  /** To whom it can be passed on: name, and in which part they accompany the person. */
  others: { userId: string; label: string }[]
  /** Who runs the programme, to turn to while there is nobody to settle it. */
  coordinators: string[]
  can: { addWords: boolean; acknowledge: boolean }
  isNoter: boolean
  refusal?: RuleRefusal
  /** What came back of which form. */
  state?: { form: 'settled' | 'passed-on' | 'words'; values: FormState }
}

/** One signal: what was noticed, where it stands and with whom, what was done about it, and what can be done now. */
export function SignalPage(view: SignalView) {
  const { t, date, lang, today } = useView()
  const { signal, plan, receiver } = view
  const { personId } = signal
  const theme = themeLabel(plan, signal.theme, lang)
  const open = signal.state !== 'settled'
  return (
    <StaffLayout
      title={t('signals.show.title', { theme, name: signal.person })}
      crumbs={[
        { href: people.show({ personId }), label: signal.person },
        { href: paths.ofPerson({ personId }), label: t('signals.title') },
      ]}
      width="narrow"
      invalid={view.state !== undefined}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      {open && receiver && (
        <Next
          who={receiver.name}
          what={t(signal.state === 'accepted' ? 'signals.next.settle' : 'signals.next.accept')}
          by={date(signal.dueOn)}
          late={isLate(signal, today)}
        />
      )}
      {open && !receiver && <Nobody view={view} />}
      <Section title={t('signals.what')} card>
        <p class="words" dir="auto">
          <Words text={signal.body} />
        </p>
        <Facts
          columns
          facts={[
            { label: t('signals.state'), value: <SignalStatus signal={signal} /> },
            { label: t('signals.urgency'), value: urgencyLabel(plan, signal.urgency, lang) },
            { label: t('signals.dueOn'), value: date(signal.dueOn) },
            {
              label: t('signals.notedOn'),
              value: t('signals.by', { date: date(signal.on), name: signal.notedByName }),
            },
          ]}
        />
      </Section>
      <Section title={t('signals.history')} id="history">
        {signal.steps.length + signal.words.length === 0 && <p class="unknown">{t('signals.history.none')}</p>}
        <Timeline label={t('signals.history')} events={eventsOf(signal, { t, date })} />
        {view.can.acknowledge && (
          <Form action={paths.receipt({ signalId: signal.id })} inline id="receipt">
            <Button testId="signal-seen" icon="check">
              {t('signals.seen')}
            </Button>
          </Form>
        )}
      </Section>
      {view.steps.length > 0 && <Steps view={view} />}
      {view.can.addWords && <AddWords view={view} />}
    </StaffLayout>
  )
}

function Words({ text }: { text: Opened }) {
  const { t } = useView()
  return <>{text.state === 'open' ? text.text : t(`vault.${text.state}`)}</>
}

/** It says so at once, and what to do about it. */
function Nobody({ view }: { view: SignalView }) {
  const { t } = useView()
  return (
    <Notice
      kind="warning"
      title={t('signals.nobody')}
      instead={
        view.coordinators.length > 0 ? t('signals.nobody.instead', { names: view.coordinators.join(', ') }) : undefined
      }
      testId="signal-nobody"
    >
      <p>{t('signals.nobody.kept')}</p>
    </Notice>
  )
}

/** Steps and words in the order in which they came; the reader sees the words that are for them. */
function eventsOf(signal: Signal, { t, date }: Pick<ReturnType<typeof useView>, 't' | 'date'>): Event[] {
  const names = new Map(signal.steps.flatMap(({ to, toName }) => (to ? [[to, toName ?? ''] as const] : [])))
  names.set(signal.notedBy, signal.notedByName)
  for (const { by, byName } of signal.words) names.set(by, byName)
  const all = [
    ...signal.steps.map((step) => ({
      at: step.at,
      order: 0,
      event: {
        key: `step-${step.number}`,
        when: date(step.on),
        datetime: step.on,
        who: step.byName,
        icon: step.kind === 'settled' ? ('check' as const) : ('arrow' as const),
        title:
          step.kind === 'passed-on'
            ? t('signals.done.passed-on', { name: step.toName ?? '–' })
            : t(`signals.done.${step.kind}`),
      },
    })),
    ...signal.words.map((word) => ({
      at: word.at,
      order: 1,
      event: {
        key: word.id,
        when: date(word.on),
        datetime: word.on,
        who: word.byName,
        icon: 'note' as const,
        title: word.to ? t('signals.words.to', { name: names.get(word.to) ?? '–' }) : t('signals.words'),
        children: (
          <p class="words" dir="auto">
            <Words text={word.text} />
          </p>
        ),
      },
    })),
  ]
  return all.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.order - b.order).map(({ event }) => event)
}

function Steps({ view }: { view: SignalView }) {
  const { t } = useView()
  const { signal, steps, others } = view
  const action = paths.step({ signalId: signal.id })
  const stateOf = (form: string) => (view.state?.form === form ? view.state.values : {})
  return (
    <Section title={t('signals.act')} card>
      {steps.includes('accepted') && (
        <Form action={action} id="accept">
          <Hidden name="kind" value="accepted" />
          <Actions>
            <Button kind="primary" testId="accept-signal">
              {t('signals.accept')}
            </Button>
          </Actions>
        </Form>
      )}
      {steps.includes('settled') && (
        <Disclosure summary={t('signals.settle')} open={signal.state === 'accepted' || view.state?.form === 'settled'}>
          <Form action={action} id="settle" {...stateOf('settled')} testId="settle-form">
            <Hidden name="kind" value="settled" />
            <Field
              name="words"
              type="textarea"
              rows={3}
              label={t('signals.settle.words')}
              hint={t('signals.words.readBy', { name: signal.notedByName })}
              testId="settle-words"
            />
            <Actions>
              <Button kind="primary" testId="settle-signal">
                {t('signals.settle.do')}
              </Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
      {steps.includes('passed-on') && others.length > 0 && (
        <Disclosure
          summary={t('signals.passOn')}
          open={view.state?.form === 'passed-on' || view.receiver === undefined}
        >
          <Form action={action} id="pass" {...stateOf('passed-on')} testId="pass-on-form">
            <Hidden name="kind" value="passed-on" />
            <Field
              name="to"
              type="select"
              label={t('signals.passOn.to')}
              options={others.map(({ userId, label }) => ({ value: userId, label }))}
            />
            <Field name="words" type="textarea" rows={2} label={t('signals.passOn.words')} testId="pass-on-words" />
            <Actions>
              <Button testId="pass-on-signal">{t('signals.passOn.do')}</Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </Section>
  )
}

function AddWords({ view }: { view: SignalView }) {
  const { t } = useView()
  const { signal, receiver } = view
  const reader = view.isNoter ? receiver?.name : signal.notedByName
  return (
    <Disclosure summary={t('signals.words.add')} open={view.state?.form === 'words'}>
      <Form
        action={paths.words({ signalId: signal.id })}
        id="words"
        {...(view.state?.form === 'words' ? view.state.values : {})}
        testId="words-form"
      >
        <Field
          name="words"
          type="textarea"
          rows={2}
          label={t('signals.words')}
          hint={reader ? t('signals.words.readBy', { name: reader }) : undefined}
          testId="signal-words"
        />
        <Actions>
          <Button testId="save-words">{t('signals.words.save')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}
