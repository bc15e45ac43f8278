import { type Moment, moments, notDisclosed, type StatusKind } from '../../../data/funding/status.ts'
import type { MessageKey } from '../../../shared/i18n/i18n.ts'
import {
  Actions,
  Button,
  Disclosure,
  EmptyState,
  Facts,
  Field,
  Form,
  type FormState,
  LinkButton,
  Section,
  StaffLayout,
  Status,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { paths as referrals } from '../../referrals/paths.ts'
import type { Due } from '../asking.ts'
import { paths } from '../paths.ts'
import type { StatusEvent } from '../status-store.ts'

type Where = { enrolmentId: string; personId: string; name: string; programme: Programme }

type Props = {
  where: Where
  due: Due[]
  answers: Record<Moment, StatusEvent[]>
  history: StatusEvent[]
  mayAsk: boolean
}

function useCrumbs(where: Where) {
  const { lang } = useView()
  return [
    { href: people.show({ personId: where.personId }), label: where.name },
    { href: referrals.enrolment({ enrolmentId: where.enrolmentId }), label: titleIn(where.programme, lang) },
  ]
}

/** What funders count somebody by, moment by moment. */
export function StatusesPage({ where, due, answers, history, mayAsk }: Props) {
  const { t, date, today } = useView()
  const said = (one: StatusEvent) =>
    one.issuer
      ? t('indicators.saidBy', {
          value: t(`indicators.value.${one.kind}.${one.value}` as MessageKey),
          issuer: one.issuer,
        })
      : valueIn(t, one)
  return (
    <StaffLayout title={t('indicators.statuses.title')} crumbs={useCrumbs(where)} lead={t('indicators.statuses.lead')}>
      {moments.map((moment) => {
        const on = due.find((one) => one.moment === moment)
        const known = answers[moment]
        const isOpen = on !== undefined && on.from <= today
        return (
          <Section
            key={moment}
            title={t(`indicators.moment.${moment}`)}
            card
            actions={
              mayAsk &&
              isOpen && (
                <LinkButton
                  size="small"
                  kind={known.length === 0 ? 'primary' : 'secondary'}
                  href={paths.ask({ enrolmentId: where.enrolmentId, moment })}
                  testId={`ask-${moment}`}
                >
                  {t(known.length === 0 ? 'indicators.ask' : 'indicators.correct')}
                </LinkButton>
              )
            }
          >
            {known.length > 0 ? (
              <Facts
                facts={known.map((one) => ({
                  label: t(`indicators.kind.${one.kind}` as MessageKey),
                  value: t('indicators.saidOn', { value: said(one), date: date(one.on) }),
                }))}
              />
            ) : isOpen ? (
              <Status kind={on.by < today ? 'attention' : 'waiting'}>
                {t(on.by < today ? 'indicators.late' : 'indicators.by', { date: date(on.by) })}
              </Status>
            ) : (
              <p class="unknown">{on ? t('indicators.notYet', { date: date(on.from) }) : t('indicators.notLeft')}</p>
            )}
          </Section>
        )
      })}
      {history.length > 0 && (
        <Disclosure summary={t('indicators.history', { count: history.length })}>
          <ul>
            {history.map((one) => (
              <li key={one.id}>
                {t('indicators.history.line', {
                  at: date(one.at.toISOString(), 'time'),
                  by: one.by,
                  moment: t(`indicators.moment.${one.moment}`),
                  kind: t(`indicators.kind.${one.kind}` as MessageKey),
                  value: said(one),
                })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {history.length === 0 && !mayAsk && <EmptyState title={t('indicators.statuses.none')} />}
    </StaffLayout>
  )
}

const valueIn = (t: ReturnType<typeof useView>['t'], { kind, value }: Pick<StatusEvent, 'kind' | 'value'>) =>
  value === notDisclosed ? t('indicators.said.not-disclosed') : t(`indicators.value.${kind}.${value}` as MessageKey)

type AskProps = { where: Where; moment: Moment; asked: readonly StatusKind[]; state: FormState }

/** The questions of one moment; each may stay open, and "not disclosed" is an answer. */
export function AskPage({ where, moment, asked, state }: AskProps) {
  const { t } = useView()
  return (
    <StaffLayout
      title={t(`indicators.moment.${moment}`)}
      crumbs={[
        ...useCrumbs(where),
        { href: paths.statuses({ enrolmentId: where.enrolmentId }), label: t('indicators.statuses.title') },
      ]}
      lead={t('indicators.ask.lead')}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      <Form action={paths.ask({ enrolmentId: where.enrolmentId, moment })} {...state} testId="ask-form">
        <Field name="on" type="date" label={t('indicators.ask.on')} hint={t(`indicators.ask.on.${moment}`)} />
        {asked.map(({ key, values, issuerFor }) => (
          <div key={key} class="stack">
            <Field
              name={key}
              type="radio"
              label={t(`indicators.question.${key}` as MessageKey)}
              optional
              options={[...values, notDisclosed].map((value) => ({ value, label: valueIn(t, { kind: key, value }) }))}
              testId={key}
            />
            {issuerFor && <Field name="issuer" label={t('indicators.ask.issuer')} optional />}
          </div>
        ))}
        <Actions>
          <Button kind="primary" testId="save-statuses">
            {t('funding.save')}
          </Button>
          <LinkButton kind="quiet" href={paths.statuses({ enrolmentId: where.enrolmentId })}>
            {t('funding.back')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
