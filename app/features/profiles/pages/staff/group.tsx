import type { ParticipantText } from '../../../../shared/i18n/text.ts'
import type { Refusal as Refused } from '../../../../shared/rules.ts'
import {
  Actions,
  Button,
  EmptyState,
  Field,
  Form,
  type FormState,
  Hidden,
  PersonChip,
  Refusal,
  Section,
  StaffLayout,
  Status,
  Table,
  useView,
} from '../../../../shared/ui/index.ts'
import { paths } from '../../paths.ts'
import { stateKind } from '../../rules/states.ts'
import type { MemberProfile, ProfileGroup } from '../../store/groups.ts'
import type { PeerStep } from '../../store/peers.ts'
import { useVocabulary } from '../parts.tsx'

export type GroupView = {
  group: ProfileGroup
  members: MemberProfile[]
  step: PeerStep | undefined
  rules: readonly ParticipantText[]
  can: { openPeers: boolean }
  state?: FormState
  refusal?: Refused
}

/** Who of a group is where, and the peer step. */
export function GroupProfilesPage(props: GroupView) {
  const { t } = useView()
  const { group, members } = props
  return (
    <StaffLayout
      title={t('profiles.group.title', { group: group.name })}
      lead={t('profiles.group.lead')}
      crumbs={[{ href: `/groups/${group.id}`, label: group.name }]}
      invalid={Object.keys(props.state?.errors ?? {}).length > 0}
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      <Table
        caption={t('profiles.group.caption')}
        hideCaption
        rows={members}
        rowKey={(m) => m.enrolmentId}
        empty={<EmptyState title={t('profiles.group.empty')} />}
        columns={[
          {
            label: t('profiles.group.person'),
            head: true,
            cell: (m) => (
              <PersonChip name={m.name} {...(m.profileId ? { href: paths.show({ profileId: m.profileId }) } : {})} />
            ),
          },
          {
            label: t('profiles.group.state'),
            cell: (m) => <Status kind={stateKind[m.state]}>{t(`profiles.state.${m.state}`)}</Status>,
          },
          { label: t('profiles.group.thirdIn'), number: true, cell: (m) => m.thirdIn },
          { label: t('profiles.group.own'), cell: (m) => <OwnCell member={m} groupId={group.id} /> },
        ]}
      />
      <PeerStepCard {...props} />
    </StaffLayout>
  )
}

function OwnCell({ member, groupId }: { member: MemberProfile; groupId: string }) {
  const { t } = useView()
  const { profileId } = member
  if (!profileId)
    return (
      <Form id={member.enrolmentId.slice(0, 8)} action={paths.group({ groupId })} inline label={member.name}>
        <Hidden name="enrolmentId" value={member.enrolmentId} />
        <Button size="small" testId="open-profile">
          {t('profiles.group.open')}
          <span class="visually-hidden"> {member.name}</span>
        </Button>
      </Form>
    )
  if (member.ownIn) return <Status kind="done">{t('profiles.sheet.in')}</Status>
  return (
    <a href={paths.sheet({ profileId })}>
      {t('profiles.sheet.fill')}
      <span class="visually-hidden"> {member.name}</span>
    </a>
  )
}

function PeerStepCard({ group, members, step, rules, can, state = {} }: GroupView) {
  const { t, date, today } = useView()
  const words = useVocabulary()
  const running = step && !step.closed
  return (
    <Section title={t('profiles.peerStep.title')} card>
      {running ? (
        <>
          <p>{t('profiles.peerStep.running', { date: date(step.rulesShownOn, 'long') })}</p>
          <p>{t('profiles.peerStep.joined', { count: members.filter((m) => m.joinedPeers).length })}</p>
          {can.openPeers && (
            <Form action={paths.closePeers({ groupId: group.id })} id="close">
              <Actions>
                <Button testId="close-peers">{t('profiles.peerStep.close')}</Button>
              </Actions>
            </Form>
          )}
        </>
      ) : (
        <>
          <p>{t('profiles.peerStep.lead')}</p>
          <ol class="bullets">
            {rules.map((rule) => (
              <li key={rule.en}>{words.say(rule)}</li>
            ))}
          </ol>
          {can.openPeers ? (
            <Form action={paths.openPeers({ groupId: group.id })} id="peers" {...state}>
              <Field name="rulesShownOn" type="date" label={t('profiles.peerStep.shownOn')} value={today} />
              <Field name="rulesShown" type="checkbox" label={t('profiles.peerStep.shown')} />
              <Actions>
                <Button kind="primary" testId="open-peers">
                  {t('profiles.peerStep.open')}
                </Button>
              </Actions>
            </Form>
          ) : (
            <p>{t('profiles.peerStep.coachOpens')}</p>
          )}
        </>
      )}
    </Section>
  )
}
