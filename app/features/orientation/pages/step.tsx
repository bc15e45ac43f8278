// The step where somebody stands, with a form for each way on, kept together: each is shown here only.
import type { OrientationStep } from '../../../blueprints/parts/orientation.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Disclosure,
  Facts,
  Field,
  Form,
  Hidden,
  LinkButton,
  Notice,
  Section,
  Status,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as languageTests } from '../../language-tests/paths.ts'
import { paths as partners } from '../../partners/paths.ts'
import { blueprintOf } from '../../programmes/programme.ts'
import { aimAnswers, type Move, type Stretch, stepAfter, stepOf } from '../orientation.ts'
import { PassedOn } from '../parts/passed-on.tsx'
import { paths } from '../paths.ts'
import { isLate, reasonsFor } from '../rules.ts'
import { referralsDuring } from '../view.ts'
import type { ShownOrientation } from './show.tsx'

type Props = ShownOrientation & { now: Stretch }
/** Those with a form of their own. */
type OtherMove = Exclude<Move, 'pass' | 'take-up'>

const looks = {
  'at-step': 'active',
  'on-hold': 'waiting',
  elsewhere: 'waiting',
  accepted: 'done',
  refused: 'stopped',
} as const

/** The step where somebody stands: whose it is, until when, what it is to find out, and the ways on. */
export function CurrentStep(view: Props) {
  const { t, lang, date, today } = useView()
  const { plan, now, can } = view
  const step = stepOf(plan, now.step)!
  const late = isLate(now, today)
  return (
    <Section title={textIn(step.label, lang).text} card id="step">
      <p>
        <Status kind={looks[now.state]}>{t(`orientation.state.${now.state}`)}</Status>{' '}
        {now.reason && <span>{t(`orientation.reasons.${now.reason}`)}</span>}
      </p>
      {now.state === 'at-step' && <p class="hint">{textIn(step.aim, lang).text}</p>}
      <Facts
        columns
        facts={[
          { label: t('orientation.since'), value: date(now.from) },
          ...(now.state === 'at-step'
            ? [{ label: t('orientation.owner'), value: <Owner {...view} step={step} /> }]
            : []),
          ...(now.dueOn
            ? [
                {
                  label: t(now.state === 'on-hold' ? 'orientation.until' : 'orientation.due'),
                  value: late ? (
                    <Status kind="attention">{t('ui.next.late', { date: date(now.dueOn) })}</Status>
                  ) : (
                    date(now.dueOn)
                  ),
                },
              ]
            : []),
        ]}
      />
      {now.state === 'accepted' && <Notice kind="done" title={t('orientation.accepted')} />}
      <PassedOn referrals={referralsDuring(view, now)} />
      {now.state === 'elsewhere' && can.write && (
        <p>
          <LinkButton
            size="small"
            href={partners.refer({ personId: view.enrolment.personId })}
            testId="pass-to-partner"
          >
            {t('orientation.elsewhere.partner')}
          </LinkButton>
        </p>
      )}
      {can.owner && <OwnerForm {...view} />}
      {now.state === 'at-step' && step.also?.includes('language-test') && <LanguageTest {...view} />}
      {can.find ? <FindingForm {...view} step={step} /> : can.moves.includes('take-up') && <TakeUp {...view} />}
      <OtherMoves {...view} />
    </Section>
  )
}

function Owner({ now, step, programme }: Props & { step: OrientationStep }) {
  const { t, lang } = useView()
  if (now.ownerName) return <>{now.ownerName}</>
  const parts = blueprintOf(programme).followUpParts ?? []
  const names = step.parts.map((key) => textIn(parts.find((p) => p.key === key)?.label ?? {}, lang).text)
  const list = new Intl.ListFormat(lang, { type: 'disjunction' }).format(names)
  return <span class="unknown">{t('orientation.owner.toTakeUp', { part: list })}</span>
}

/** Naming an owner opens the file to them. */
function OwnerForm({ enrolment, eligible, now, can, actorId, state }: Props) {
  const { t } = useView()
  const own = state?.form === 'owner' ? state : undefined
  const action = paths.owner({ enrolmentId: enrolment.id })
  return (
    <div class="stack">
      {can.takeIt && (
        <Form id="take" action={action}>
          <Hidden name="userId" value={actorId} />
          <Button kind={now.ownerId ? 'quiet' : 'primary'} testId="take-step">
            {t('orientation.owner.takeIt')}
          </Button>
        </Form>
      )}
      {eligible.length > 0 && (
        <Disclosure
          summary={t(now.ownerId ? 'orientation.owner.change' : 'orientation.owner.name')}
          open={Boolean(own) || (now.ownerId === null && !can.takeIt)}
        >
          <Form id="owner" action={action} {...own} testId="owner-form">
            <Field
              name="userId"
              type="select"
              width="full"
              label={t('orientation.owner.who')}
              hint={t('orientation.owner.hint')}
              empty={t('orientation.choose')}
              options={eligible.map((one) => ({
                value: one.userId,
                label: t('professionals.who.option', { name: one.name, institution: one.institution }),
              }))}
              testId="owner"
            />
            <Actions>
              <Button testId="name-owner">{t('orientation.owner.do')}</Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </div>
  )
}

/** The test has its own page; the step only says whether there is one. */
function LanguageTest({ enrolment, testedOn }: Props) {
  const { t, date } = useView()
  return (
    <Facts
      facts={[
        {
          label: t('orientation.languageTest'),
          value: testedOn && t('orientation.languageTest.on', { date: date(testedOn) }),
          action: (
            <a href={languageTests.show({ personId: enrolment.personId })} data-testid="language-test">
              {t('orientation.languageTest.open')}
            </a>
          ),
        },
      ]}
    />
  )
}

/** `found`: somebody wrote down before what this stretch is to find out; then only the feedback is missing. */
function FindingForm({ enrolment, plan, step, now, findings, recipients, state }: Props & { step: OrientationStep }) {
  const { t, lang } = useView()
  const own = state?.form === 'finding' ? state : undefined
  const names = new Intl.ListFormat(lang, { type: 'conjunction' }).format(recipients.map((r) => r.name))
  const last = stepAfter(plan, step.key) === undefined
  const found = step.asks.length === 0 || findings.some((f) => f.stepId === now.id)
  const needs = found
    ? recipients.length > 0 && 'orientation.pass.needs.feedback'
    : recipients.length > 0
      ? 'orientation.pass.needs.all'
      : 'orientation.pass.needs.answers'
  const question = step.asks.includes('motivation') ? 'motivation' : step.asks.includes('review') ? 'review' : 'plain'
  return (
    <Form id="finding" action={paths.find({ enrolmentId: enrolment.id })} {...own} testId="finding-form">
      {step.asks.includes('motivation') && (
        <Field
          name="motivation"
          type="radio"
          label={t('orientation.motivation')}
          optional={found}
          options={plan.motivation.map((point) => ({
            value: point.key,
            label: textIn(point.label, lang).text,
            hint: textIn(point.means, lang).text,
          }))}
        />
      )}
      {step.asks.includes('aim') && (
        <Field
          name="aim"
          type="radio"
          row
          label={t('orientation.aim')}
          optional={found}
          options={aimAnswers.map((value) => ({ value, label: t(`orientation.aim.${value}`) }))}
        />
      )}
      <Field
        name="words"
        type="textarea"
        rows={4}
        label={t(`orientation.words.${question}`)}
        hint={t('orientation.words.hint')}
        optional={found}
        testId="finding-words"
      />
      {recipients.length > 0 && (
        <Field
          name="feedback"
          type="textarea"
          rows={3}
          label={t('orientation.feedback.to', { names })}
          hint={t('orientation.feedback.hint')}
          testId="finding-feedback"
        />
      )}
      {needs && <p class="hint">{t(needs)}</p>}
      <Actions>
        <Button kind="primary" name="do" value="pass" testId="pass-on">
          {t(last ? 'orientation.accept' : 'orientation.pass')}
        </Button>
        <Button name="do" value="save" testId="save-finding">
          {t('orientation.saveOnly')}
        </Button>
      </Actions>
    </Form>
  )
}

function TakeUp({ enrolment }: Props) {
  const { t } = useView()
  return (
    <Form id="take-up" action={paths.move({ enrolmentId: enrolment.id })}>
      <Hidden name="move" value="take-up" />
      <Button kind="primary" testId="take-up">
        {t('orientation.move.take-up')}
      </Button>
    </Form>
  )
}

/** Every other way: one fold each, with its reason. */
function OtherMoves(view: Props) {
  const { t } = useView()
  const offered = view.can.moves.filter(
    (move): move is OtherMove =>
      move !== 'pass' && move !== 'take-up' && (move !== 'put-back' || view.can.back.length > 0),
  )
  if (offered.length === 0) return null
  return (
    <div class="stack-small">
      <h3>{t('orientation.otherwise')}</h3>
      <div>
        {offered.map((move) => (
          <MoveForm key={move} {...view} move={move} />
        ))}
      </div>
    </div>
  )
}

function MoveForm({ enrolment, plan, move, can, recipients, state }: Props & { move: OtherMove }) {
  const { t, lang, today } = useView()
  const own = state?.form === 'move' && state.values?.move === move ? state : undefined
  const names = new Intl.ListFormat(lang, { type: 'conjunction' }).format(recipients.map((r) => r.name))
  return (
    <Disclosure summary={t(`orientation.move.${move}`)} open={Boolean(own)}>
      <Form
        id={`move-${move}`}
        action={paths.move({ enrolmentId: enrolment.id })}
        {...own}
        testId={`move-${move}-form`}
      >
        <Hidden name="move" value={move} />
        {move === 'put-back' && (
          <Field
            name="to"
            type="select"
            width="full"
            label={t('orientation.move.to')}
            options={can.back
              .toReversed()
              .map((key) => ({ value: key, label: textIn(stepOf(plan, key)!.label, lang).text }))}
          />
        )}
        {move === 'hold' && <Field name="until" type="date" label={t('orientation.until')} min={today} />}
        <Field
          name="reason"
          type="select"
          width="full"
          label={t('orientation.reason')}
          empty={t('orientation.choose')}
          options={(reasonsFor[move] ?? []).map((value) => ({ value, label: t(`orientation.reasons.${value}`) }))}
        />
        {can.write && (
          <Field
            name="words"
            type="textarea"
            rows={2}
            label={t('orientation.reason.words')}
            hint={t('orientation.words.hint')}
            optional
          />
        )}
        {can.write && recipients.length > 0 && (
          <Field name="feedback" type="textarea" rows={2} label={t('orientation.feedback.to', { names })} optional />
        )}
        <Actions>
          <Button kind={move === 'refuse' ? 'danger' : 'secondary'} testId={`move-${move}`}>
            {t(`orientation.move.${move}`)}
          </Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}
