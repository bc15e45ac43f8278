import type { TeamPlan } from '../../../blueprints/parts/funding.ts'
import {
  Actions,
  Button,
  EmptyState,
  Field,
  Form,
  type FormState,
  LinkButton,
  Section,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import type { Programme } from '../../programmes/programme.ts'
import type { Line, Member, Time } from '../funding.ts'
import { paths } from '../paths.ts'
import { FundingFrame, useMoney } from './frame.tsx'
import { MemberFields } from './team.tsx'

type Props = {
  programme: Programme
  profiles: TeamPlan['profiles']
  member: Member
  times: Time[]
  /** Every line there ever was, for the names; and those that time can be given to now. */
  lines: Line[]
  choices: Line[]
  state: FormState
  timeState: FormState
}

/** Somebody of the team: what they do, and how much of their time goes to which line. */
export function MemberPage({ programme, profiles, member, times, lines, choices, state, timeState }: Props) {
  const { t, date } = useView()
  const { percent } = useMoney(programme)
  const of = { programmeId: programme.id, memberId: member.id }
  const funder = (key: string) => lines.find((line) => line.key === key)?.funder ?? key
  return (
    <FundingFrame
      programme={programme}
      part="team"
      under
      title={member.name}
      invalid={[state, timeState].some(({ errors }) => Object.keys(errors ?? {}).length > 0)}
    >
      <Section title={t('funding.member.time')} id="times">
        <p class="hint">{t('funding.time.hint')}</p>
        <Table
          caption={t('funding.member.time')}
          hideCaption
          rows={times}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('funding.time.none')} />}
          testId="member-times"
          columns={[
            { label: t('funding.lines.funder'), head: true, cell: (time) => funder(time.line) },
            { label: t('funding.time.share'), number: true, cell: (time) => percent(time.share) },
            {
              label: t('funding.period'),
              cell: (time) =>
                time.to === null
                  ? t('funding.since', { from: date(time.from) })
                  : t('funding.fromTo', { from: date(time.from), to: date(time.to) }),
            },
            {
              label: t('funding.remove'),
              hideLabel: true,
              cell: (time) => (
                <Form inline id={`end-${time.id}`} action={paths.endTime({ ...of, timeId: time.id })}>
                  <Button kind="quiet" size="small" label={t('funding.time.remove', { funder: funder(time.line) })}>
                    {t('funding.remove')}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
        {choices.length > 0 ? (
          <Form inline id="time" action={paths.times(of)} {...timeState} testId="add-time-form">
            <Field
              name="line"
              type="select"
              label={t('funding.lines.funder')}
              empty={t('programmes.choose')}
              options={choices.map((line) => ({
                value: line.key,
                label: t('funding.time.lineOption', { funder: line.funder, base: t(`funding.base.${line.costBase}`) }),
              }))}
            />
            <Field name="share" label={t('funding.time.share')} inputmode="decimal" width="short" unit="%" />
            <Field name="from" type="date" label={t('funding.from')} />
            <Field name="to" type="date" label={t('funding.to')} optional />
            <Button testId="add-time">{t('funding.time.add')}</Button>
          </Form>
        ) : (
          <p>
            <a href={paths.lines({ programmeId: programme.id })}>{t('funding.time.linesFirst')}</a>
          </p>
        )}
      </Section>
      <Section title={t('funding.member.edit')} card>
        <Form action={paths.member(of)} id="member" {...state} testId="member-form">
          <MemberFields profiles={profiles} />
          <Actions>
            <Button kind="primary" testId="save-member">
              {t('funding.save')}
            </Button>
            <LinkButton kind="quiet" href={paths.team({ programmeId: programme.id })}>
              {t('funding.back')}
            </LinkButton>
          </Actions>
        </Form>
      </Section>
    </FundingFrame>
  )
}
