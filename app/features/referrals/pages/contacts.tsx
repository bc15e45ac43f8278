import {
  Actions,
  Button,
  Disclosure,
  Field,
  Form,
  Hidden,
  Section,
  Table,
  Timeline,
  useView,
} from '../../../shared/ui/index.ts'
import { attemptResults, channels } from '../enrolment.ts'
import { paths } from '../paths.ts'
import { type EnrolmentView, Sealed } from './enrolment.tsx'

const quick = ['reached', 'no-answer', 'message-left', 'wrong-number', 'declined'] as const
/** In a table, where the rarer ones are one page further. */
const quickest = quick.slice(0, 3)

/** One press for a call of today; another way or day is one fold away. */
export function QuickCall(props: { enrolmentId: string; name: string; back?: string; few?: boolean }) {
  const { t } = useView()
  return (
    <Form
      inline
      id={`call-${props.enrolmentId}`}
      action={paths.attempt({ enrolmentId: props.enrolmentId })}
      label={t('referrals.attempt.today', { name: props.name })}
    >
      <Hidden name="channel" value="phone" />
      {props.back && <Hidden name="back" value={props.back} />}
      {(props.few ? quickest : quick).map((result) => (
        <Button
          key={result}
          size="small"
          name="result"
          value={result}
          label={t('referrals.attempt.of', { result: t(`referrals.result.${result}`), name: props.name })}
          testId={`call-${result}`}
        >
          {t(`referrals.result.${result}`)}
        </Button>
      ))}
    </Form>
  )
}

export function Attempts({ enrolment, name, attempts, state }: EnrolmentView) {
  const { t, date, today } = useView()
  const own = state?.form === 'attempt' ? state : undefined
  return (
    <Section title={t('referrals.attempts')}>
      <p class="hint">{t('referrals.attempts.hint')}</p>
      <QuickCall enrolmentId={enrolment.id} name={name} />
      <Disclosure summary={t('referrals.attempts.other')} open={Boolean(own)}>
        <Form
          inline
          id="attempt"
          action={paths.attempt({ enrolmentId: enrolment.id })}
          values={own?.values ?? { on: today, channel: 'letter' }}
          errors={own?.errors}
        >
          <Field name="on" type="date" label={t('referrals.on')} max={today} />
          <Field
            name="channel"
            type="select"
            label={t('referrals.channel')}
            options={channels.map((value) => ({ value, label: t(`referrals.channel.${value}`) }))}
          />
          <Field
            name="result"
            type="select"
            label={t('referrals.result')}
            options={attemptResults.map((value) => ({ value, label: t(`referrals.result.${value}`) }))}
          />
          <Button testId="add-attempt">{t('referrals.attempts.add')}</Button>
        </Form>
      </Disclosure>
      {attempts.length > 0 && (
        <Table
          caption={t('referrals.attempts')}
          hideCaption
          rows={attempts}
          rowKey={(a) => a.id}
          columns={[
            { label: t('referrals.on'), head: true, cell: (a) => date(a.on) },
            { label: t('referrals.channel'), cell: (a) => t(`referrals.channel.${a.channel}`) },
            { label: t('referrals.result'), cell: (a) => t(`referrals.result.${a.result}`) },
            { label: t('referrals.by'), cell: (a) => a.by },
          ]}
        />
      )}
    </Section>
  )
}

export function Talks({ enrolment, talks, can, state }: EnrolmentView) {
  const { t, date, today } = useView()
  const own = state?.form === 'talk' ? state : undefined
  if (!can.talk && talks.length === 0) return null
  return (
    <Section title={t('referrals.talks')}>
      {talks.length > 0 && (
        <Timeline
          label={t('referrals.talks')}
          events={talks.map((talk) => ({
            key: talk.id,
            when: date(talk.on),
            datetime: talk.on,
            who: talk.by,
            title: t('referrals.talk'),
            children: talk.words && (
              <p>
                <Sealed opened={talk.words} />
              </p>
            ),
          }))}
        />
      )}
      {can.talk && (
        <Disclosure summary={t('referrals.talks.add')} open={Boolean(own)}>
          <Form
            id="talk"
            action={paths.talk({ enrolmentId: enrolment.id })}
            values={own?.values ?? { on: today }}
            errors={own?.errors}
            testId="talk-form"
          >
            <Field name="on" type="date" label={t('referrals.on')} max={today} />
            <Field
              name="words"
              type="textarea"
              rows={3}
              label={t('referrals.talk.words')}
              hint={t('referrals.talk.hint')}
              optional
            />
            <Actions>
              <Button testId="add-talk">{t('referrals.talks.save')}</Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </Section>
  )
}
