import {
  Button,
  Form,
  Hidden,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as help } from '../../help/paths.ts'
import { fullName } from '../../people/person.ts'
import { HistoryNotice, useCrumbs } from '../parts.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../plan.parts.tsx'
import type { PlanView } from '../plan.view.ts'
import { Board } from './plan-board.tsx'
import { PlanRecord } from './plan-record.tsx'
import { PlanSummary } from './plan-summary.tsx'

type Props = PlanView & { refusal?: { key: string; params?: Readonly<Record<string, string | number>> } }

/** A proposed plan: how good it is in words, its groups as columns, who is left over and why; everything can be moved by hand. */
export function PlanPage(view: Props) {
  const { composition, opened, can } = view
  const { t } = useView()
  const { plan, pending } = opened
  const at = { compositionId: composition.id, planId: plan.id }
  return (
    <StaffLayout
      title={t('compositions.plan.title', { number: plan.number })}
      lead={
        plan.basedOnNumber === null
          ? t('compositions.plan.lead.proposed')
          : t('compositions.plan.lead.byHand', { number: plan.basedOnNumber })
      }
      crumbs={useCrumbs(view)}
      width="wide"
      actions={
        <>
          <LinkButton kind="quiet" href={help.groups()} testId="explain-plan">
            {t('compositions.plan.explain')}
          </LinkButton>
          {can.edit && (
            <LinkButton
              href={paths.propose({ compositionId: composition.id }, { from: plan.id })}
              testId="propose-again"
            >
              {t('compositions.run.again')}
            </LinkButton>
          )}
          {can.edit && pending.length === 0 && (
            <LinkButton kind="primary" href={paths.confirm(at)} testId="to-confirm">
              {t('compositions.plan.confirm')}
            </LinkButton>
          )}
        </>
      }
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <HistoryNotice composition={composition} />
      <PlanSummary {...view} />
      {pending.length > 0 && <Pending {...view} />}
      <Board {...view} />
      <Compare {...view} />
      <PlanRecord {...view} />
    </StaffLayout>
  )
}

/** What was changed by hand and is not a plan yet: it can be taken back, or kept. */
function Pending(view: Props) {
  const { composition, opened, can } = view
  const { t } = useView()
  const place = usePlace(opened)
  const at = { compositionId: composition.id, planId: opened.plan.id }
  const nameOf = new Map(opened.people.map((one) => [one.enrolmentId, fullName(one)]))
  return (
    <Notice kind="info" title={t('compositions.plan.pending', { count: opened.pending.length })} testId="pending">
      <ul class="bullets">
        {opened.pending.flatMap((change) =>
          change.moves.map((move) => (
            <li key={`${change.id} ${move.enrolmentId}`}>
              {t('compositions.plan.moved', {
                name: nameOf.get(move.enrolmentId) ?? '',
                from: place(move.from),
                to: place(move.to),
              })}
            </li>
          )),
        )}
      </ul>
      {can.edit && (
        <div class="actions">
          <Form inline id="keep" action={paths.keep(at)}>
            <Button kind="primary" testId="keep-changes">
              {t('compositions.plan.keep')}
            </Button>
          </Form>
          <Form inline id="undo" action={paths.undoChange(at)}>
            <Hidden name="changeId" value={opened.pending.at(-1)!.id} />
            <Button testId="undo-change">{t('compositions.plan.undo')}</Button>
          </Form>
        </div>
      )}
    </Notice>
  )
}

function Compare({ composition, opened, plans }: Props) {
  const { t } = useView()
  const others = plans.filter((plan) => plan.id !== opened.plan.id)
  if (others.length === 0) return null
  const at = { compositionId: composition.id, planId: opened.plan.id }
  return (
    <Section title={t('compositions.plan.others')}>
      <ul class="actions">
        {others.map((plan) => (
          <li key={plan.id}>
            <LinkButton size="small" href={paths.compare(at, { with: plan.id })} testId="compare">
              {t('compositions.plan.compareWith', { number: plan.number })}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
