import {
  Actions,
  Button,
  Disclosure,
  Facts,
  Field,
  Form,
  type FormState,
  LinkButton,
  Notice,
  Refusal,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { useCrumbs } from '../parts.tsx'
import { paths } from '../paths.ts'
import type { Lock, Plan } from '../plan.ts'
import { durationNames } from '../run.form.ts'
import type { Situation } from '../view.ts'

export type ProposeView = Situation & {
  /** Those that hold something now. */
  locks: Lock[]
  /** The newest first. */
  plans: Plan[]
  state: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** What a proposal starts from, how long may be searched, and, for those who want it, from which plan few may move. */
export function ProposePage(view: ProposeView) {
  const { composition, candidates, offers, locks, plans, state, refusal } = view
  const { t } = useView()
  const compositionId = composition.id
  const errors = Object.keys(state.errors ?? {})
  const held = locks.filter((lock) => lock.enrolmentId !== null).length
  const sealed = locks.length - held
  const missing = candidates.filter((one) => one.missing.length > 0).length
  return (
    <StaffLayout
      title={t('compositions.run.new')}
      lead={t('compositions.run.lead')}
      crumbs={useCrumbs(view)}
      width="narrow"
      invalid={errors.length > 0}
    >
      {refusal && <Refusal reason={refusal} />}
      {refusal && missing > 0 && (
        <Actions>
          <LinkButton href={paths.missing({ compositionId })} testId="to-missing">
            {t('compositions.missing.to')}
          </LinkButton>
        </Actions>
      )}
      <Facts
        facts={[
          { label: t('compositions.candidates'), value: t('compositions.run.people', { count: candidates.length }) },
          {
            label: t('compositions.offers'),
            value: t('compositions.run.offers', {
              count: offers.length,
              seats: offers.reduce((sum, offer) => sum + offer.max, 0),
            }),
          },
          { label: t('compositions.mode'), value: t(`compositions.mode.${composition.mode}.hint`) },
        ]}
      />
      {locks.length > 0 && (
        <Notice kind="info" testId="held">
          <p>{t('compositions.run.held', { people: held, groups: sealed })}</p>
        </Notice>
      )}
      <Form action={paths.propose({ compositionId })} {...state} testId="propose-form">
        <Field
          name="duration"
          type="radio"
          label={t('compositions.run.duration')}
          testId="duration"
          options={durationNames.map((value) => ({
            value,
            label: t(`compositions.run.duration.${value}`),
            hint: t(`compositions.run.duration.${value}.hint`),
          }))}
        />
        <Disclosure summary={t('compositions.run.more')} open={errors.length > 0 || Boolean(state.values?.from)}>
          {plans.length > 0 && (
            <div class="field-grid">
              <Field
                name="from"
                type="select"
                label={t('compositions.run.from')}
                hint={t('compositions.run.from.hint')}
                empty={t('compositions.run.from.none')}
                optional
                options={plans.map((plan) => ({
                  value: plan.id,
                  label: t('compositions.plan.numbered', { number: plan.number }),
                }))}
              />
              <Field
                name="maxMoves"
                type="number"
                label={t('compositions.run.maxMoves')}
                hint={t('compositions.run.maxMoves.hint')}
                min={0}
                optional
              />
            </div>
          )}
          <Field
            name="seed"
            type="number"
            label={t('compositions.run.seed')}
            hint={t('compositions.run.seed.hint')}
            min={0}
          />
        </Disclosure>
        <Actions>
          <Button kind="primary" testId="propose">
            {t('compositions.run.propose')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ compositionId })}>
            {t('compositions.back')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
