import type { TeamPlan } from '../../../blueprints/parts/funding.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  EmptyState,
  Facts,
  Field,
  Fieldset,
  Form,
  type FormState,
  Section,
  Status,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import type { Programme } from '../../programmes/programme.ts'
import type { Line, Member, Time } from '../funding.ts'
import { paths } from '../paths.ts'
import { fullTimeOn, profilesHeld } from '../rules/team.ts'
import { FundingFrame, useMoney } from './frame.tsx'

type Props = {
  programme: Programme
  plan: TeamPlan | undefined
  members: Member[]
  times: Time[]
  lines: Line[]
  accounts: { id: string; name: string }[]
  state: FormState
}

/** Who works here, what was asked for, what is missing. */
export function TeamPage({ programme, plan, members, times, lines, accounts, state }: Props) {
  const { t, date, lang, today } = useView()
  const { fullTime, percent } = useMoney(programme)
  const funder = (key: string) => lines.find((line) => line.key === key)?.funder ?? key
  const timeOf = (member: Member) =>
    times.filter(({ memberId, from, to }) => memberId === member.id && from <= today && (to === null || to >= today))
  return (
    <FundingFrame
      programme={programme}
      part="team"
      title={t('funding.team.title')}
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {plan && (
        <Section title={t('funding.team.asked')} card>
          <Facts
            facts={[
              {
                label: t('funding.team.fullTime'),
                value: t('funding.team.fullTimeOf', {
                  now: fullTime(fullTimeOn(members, today)),
                  asked: fullTime(plan.fullTime * 100),
                }),
              },
            ]}
          />
          <Table
            caption={t('funding.team.profiles')}
            rows={profilesHeld(plan, members, today)}
            rowKey={({ profile }) => profile.key}
            highlight={({ holders }) => holders.length === 0}
            columns={[
              { label: t('funding.team.profile'), head: true, cell: ({ profile }) => textIn(profile.label, lang).text },
              {
                label: t('funding.team.heldBy'),
                cell: ({ holders }) =>
                  holders.length > 0 ? (
                    holders.map(({ name }) => name).join(', ')
                  ) : (
                    <Status kind="attention">{t('funding.team.nobody')}</Status>
                  ),
              },
            ]}
            testId="team-profiles"
          />
        </Section>
      )}
      <Section title={t('funding.team.members')}>
        <Table
          caption={t('funding.team.members')}
          hideCaption
          rows={members}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('funding.team.empty')} />}
          testId="team-members"
          columns={[
            {
              label: t('funding.member.name'),
              head: true,
              cell: (member) => (
                <a href={paths.member({ programmeId: programme.id, memberId: member.id })}>{member.name}</a>
              ),
            },
            { label: t('funding.member.function'), cell: (member) => member.function },
            { label: t('funding.member.fte'), number: true, cell: (member) => fullTime(member.fte) },
            {
              label: t('funding.period'),
              cell: (member) =>
                member.to === null
                  ? t('funding.since', { from: date(member.from) })
                  : t('funding.fromTo', { from: date(member.from), to: date(member.to) }),
            },
            {
              label: t('funding.member.time'),
              cell: (member) =>
                timeOf(member).length === 0
                  ? '–'
                  : timeOf(member)
                      .map((time) =>
                        t('funding.time.ofLine', { share: percent(time.share), funder: funder(time.line) }),
                      )
                      .join(' · '),
            },
          ]}
        />
      </Section>
      <Section title={t('funding.member.add')} card id="add-member">
        <Form action={paths.team({ programmeId: programme.id })} id="add-member" {...state} testId="add-member-form">
          <Fieldset legend={t('funding.member.whoIs')} columns>
            <Field
              name="userId"
              type="select"
              label={t('funding.member.account')}
              optional
              empty={t('funding.member.noAccount')}
              options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Field
              name="name"
              label={t('funding.member.otherName')}
              hint={t('funding.member.otherName.hint')}
              optional
            />
          </Fieldset>
          <MemberFields profiles={plan?.profiles ?? []} />
          <Actions>
            <Button kind="primary" testId="add-member">
              {t('funding.member.add.do')}
            </Button>
          </Actions>
        </Form>
      </Section>
    </FundingFrame>
  )
}

/** What is said of somebody besides who it is. */
export function MemberFields({ profiles }: { profiles: TeamPlan['profiles'] }) {
  const { t, lang } = useView()
  return (
    <>
      <Field name="function" label={t('funding.member.function')} />
      {profiles.length > 0 && (
        <Field
          name="profiles"
          type="checkboxes"
          label={t('funding.member.profiles')}
          options={profiles.map(({ key, label }) => ({ value: key, label: textIn(label, lang).text }))}
        />
      )}
      <Fieldset legend={t('funding.member.howMuch')} columns>
        <Field
          name="fte"
          label={t('funding.member.fte')}
          hint={t('funding.member.fte.hint')}
          inputmode="decimal"
          width="short"
        />
        <Field name="from" type="date" label={t('funding.from')} />
        <Field name="to" type="date" label={t('funding.to')} optional />
      </Fieldset>
    </>
  )
}
