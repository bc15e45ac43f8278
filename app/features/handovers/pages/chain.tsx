import { Button, Field, Form, Hidden, Section, useView } from '../../../shared/ui/index.ts'
import { type ChainKind, type ChainStep, chainKinds, type HandOver } from '../handover.ts'
import { paths } from '../paths.ts'
import { possible, stateOf, takeBack } from '../rules.ts'

type Props = { handOver: HandOver; viewerId: string; canEnter: boolean }

/** Received, read, talk planned, talk held: each with its day and who entered it, the next ones as buttons. */
export function Chain({ handOver, viewerId, canEnter }: Props) {
  const { t, date } = useView()
  const newest = (kind: ChainKind) => handOver.steps.findLast((step) => step.kind === kind)
  const offered = canEnter && !handOver.direction ? possible(stateOf(handOver.steps)) : []
  const reached = (kind: ChainKind) =>
    handOver.steps.some((step) => chainKinds.indexOf(step.kind) > chainKinds.indexOf(kind))
  return (
    <Section id="chain" title={t('handovers.chain')} card>
      <ol class="chain" data-testid="chain">
        <ChainLine state="done" label={t('handovers.state.handed-over')} note={date(handOver.handedOverOn)} />
        {chainKinds.map((kind) => {
          const step = newest(kind)
          return (
            <ChainLine
              key={kind}
              state={step ? 'done' : reached(kind) ? 'skipped' : 'todo'}
              label={t(`handovers.step.${kind}`)}
              note={step && t('handovers.step.note', { date: date(step.onDate), name: step.byName })}
            >
              {step && canEnter && <TakeBack handOver={handOver} step={step} viewerId={viewerId} />}
              {offered.includes(kind) && <Press handOver={handOver} kind={kind} first={kind === offered[0]} />}
            </ChainLine>
          )
        })}
      </ol>
    </Section>
  )
}

function ChainLine(props: {
  state: 'done' | 'todo' | 'skipped'
  label: string
  note?: string
  children?: preact.ComponentChildren
}) {
  const { t } = useView()
  return (
    <li class={props.state}>
      <p class="chain-label">
        {props.label}
        <span class="visually-hidden"> {t(`ui.step.${props.state}`)}</span>
      </p>
      {props.note && <p class="quiet">{props.note}</p>}
      {props.children}
    </li>
  )
}

/** One press; a talk also asks for its day. */
function Press({ handOver, kind, first }: { handOver: HandOver; kind: ChainKind; first: boolean }) {
  const { t, today } = useView()
  const again = handOver.steps.at(-1)?.kind === kind
  return (
    <Form
      action={paths.enter({ handOverId: handOver.id })}
      id={kind}
      inline
      label={t(`handovers.press.${kind}`)}
      testId={`press-${kind}`}
    >
      <Hidden name="kind" value={kind} />
      {kind === 'talk-planned' && <Field name="onDate" type="date" label={t('handovers.press.planDay')} min={today} />}
      {kind === 'talk-held' && (
        <Field name="onDate" type="date" label={t('handovers.press.heldDay')} value={today} max={today} />
      )}
      <Button kind={first && !again ? 'primary' : 'secondary'} size="small">
        {t(again ? 'handovers.press.again' : `handovers.press.${kind}`)}
      </Button>
    </Form>
  )
}

function TakeBack({ handOver, step, viewerId }: { handOver: HandOver; step: ChainStep; viewerId: string }) {
  const { t } = useView()
  if (!takeBack(handOver, step.id, viewerId).ok) return null
  return (
    <Form action={paths.takeBack({ handOverId: handOver.id, stepId: step.id })} id={`undo-${step.kind}`} inline>
      <Button kind="quiet" size="small" label={t('handovers.takeBackOf', { step: t(`handovers.step.${step.kind}`) })}>
        {t('handovers.takeBack')}
      </Button>
    </Form>
  )
}
