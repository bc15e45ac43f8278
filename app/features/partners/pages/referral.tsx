import type { Refusal as RuleRefusal } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  Facts,
  Field,
  Form,
  type FormState,
  LinkButton,
  Next,
  Refusal,
  Section,
  StaffLayout,
  Timeline,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { lastOf, type PartnerReferral } from '../partner.ts'
import { ReferralStatus } from '../parts/terms.tsx'
import { paths } from '../paths.ts'
import { nextStates } from '../rules.ts'
import { NextFields } from './refer.tsx'

export type ReferralView = {
  referral: PartnerReferral
  name: string
  /** Whether the partner is still in the reader's directory. */
  isListed: boolean
  eventState?: FormState
  agreementState?: FormState
  refusal?: RuleRefusal
}

export function ReferralPage(view: ReferralView) {
  const { t, date, today } = useView()
  const { referral, name } = view
  const { content } = referral
  const last = lastOf(referral)
  const { personId } = referral
  const of = { partnerReferralId: referral.id }
  return (
    <StaffLayout
      title={
        content
          ? t('partners.referral.title', { name, partner: content.partnerName })
          : t('partners.referral.closed', { name })
      }
      crumbs={[
        { href: people.list(), label: t('people.list.title') },
        { href: people.show({ personId }), label: name },
      ]}
      invalid={[view.eventState, view.agreementState].some((state) => Object.keys(state?.errors ?? {}).length > 0)}
      actions={
        content && (
          <LinkButton href={paths.paper(of)} icon="print" testId="partner-paper">
            {t('partners.paper.open')}
          </LinkButton>
        )
      }
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <p>
        <ReferralStatus state={last.state} /> <small>{date(last.on)}</small>
      </p>
      {last.nextStep && last.state !== 'done' && (
        <Next
          who={last.by}
          what={last.nextStep}
          {...(last.nextOn ? { by: date(last.nextOn), late: last.nextOn < today } : {})}
        />
      )}
      <Section title={t('partners.referral.what')} card>
        {content ? (
          <Facts
            facts={[
              {
                label: t('partners.partner'),
                value: view.isListed ? (
                  <a href={paths.show({ partnerId: content.partnerId })}>{content.partnerName}</a>
                ) : (
                  content.partnerName
                ),
              },
              ...(content.serviceName ? [{ label: t('partners.refer.service'), value: content.serviceName }] : []),
              {
                label: t('partners.purpose'),
                value: (
                  <span class="words" dir="auto">
                    {content.purpose}
                  </span>
                ),
              },
              {
                label: t('partners.agreement'),
                value: referral.agreedOn
                  ? t(`partners.agreement.${referral.agreement as 'spoken'}.given`, { date: date(referral.agreedOn) })
                  : t('partners.agreement.not-yet'),
              },
              { label: t('partners.audience'), value: t(`notes.audience.${referral.audience}`) },
              { label: t('partners.referral.by'), value: referral.author },
            ]}
          />
        ) : (
          <p class="unknown">{t(`vault.${referral.closed ?? 'damaged'}`)}</p>
        )}
      </Section>
      {referral.agreement === 'not-yet' && last.state !== 'done' && <AgreementForm {...view} />}
      <EventForm {...view} />
      <Section title={t('partners.referral.history')} card>
        <Timeline
          label={t('partners.referral.history')}
          events={referral.events.toReversed().map((event) => ({
            key: String(event.number),
            when: date(event.on),
            datetime: event.on,
            who: event.by,
            title: t(`partners.state.${event.state}`),
            children: (
              <>
                {event.words && (
                  <p class="words" dir="auto">
                    {event.words}
                  </p>
                )}
                {event.nextStep && (
                  <p class="hint" dir="auto">
                    {event.nextOn
                      ? t('partners.next.by', { what: event.nextStep, date: date(event.nextOn) })
                      : t('partners.next.open', { what: event.nextStep })}
                  </p>
                )}
              </>
            ),
          }))}
        />
      </Section>
    </StaffLayout>
  )
}

function AgreementForm({ referral, agreementState }: ReferralView) {
  const { t } = useView()
  return (
    <Section title={t('partners.agreement.record')} card>
      <Form
        action={paths.agree({ partnerReferralId: referral.id })}
        id="agree"
        {...agreementState}
        testId="agreement-form"
      >
        <Field
          name="agreement"
          type="radio"
          row
          label={t('partners.agreement.what')}
          options={(['spoken', 'written'] as const).map((value) => ({
            value,
            label: t(`partners.agreement.${value}`),
          }))}
          testId="agree"
        />
        <Field
          name="agreedOn"
          type="date"
          label={t('partners.agreement.on')}
          hint={t('partners.today.hint')}
          optional
        />
        <Actions>
          <Button testId="save-agreement">{t('partners.save')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

function EventForm({ referral, eventState }: ReferralView) {
  const { t } = useView()
  const next = nextStates(lastOf(referral).state).filter(
    (state) => state !== 'told' || referral.agreement !== 'not-yet',
  )
  if (next.length === 0) return null
  return (
    <Section title={t('partners.step.title')} card>
      <Form action={paths.addEvent({ partnerReferralId: referral.id })} id="event" {...eventState} testId="event-form">
        <Field
          name="state"
          type="radio"
          label={t('partners.step.what')}
          options={next.map((value) => ({ value, label: t(`partners.state.${value}`) }))}
          testId="state"
        />
        <Field name="onDate" type="date" label={t('partners.step.on')} hint={t('partners.today.hint')} optional />
        <Field
          name="words"
          type="textarea"
          rows={3}
          label={t('partners.step.words')}
          hint={t('partners.step.words.hint')}
          optional
        />
        <NextFields />
        <Actions>
          <Button kind="primary" testId="save-event">
            {t('partners.save')}
          </Button>
        </Actions>
      </Form>
    </Section>
  )
}
