import type { Decision } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  Facts,
  Form,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as groupPaths } from '../../groups/paths.ts'
import { paths as referrals } from '../../referrals/paths.ts'
import type { Confirmation, ConfirmedGroup, Touched } from '../confirm.store.ts'
import { undoableUntil } from '../confirming.ts'
import { paths } from '../paths.ts'

export type ConfirmationView = {
  /** The composition's. */
  name: string
  confirmation: Confirmation
  groups: ConfirmedGroup[]
  touched: Touched[]
  decision: Decision<true>
  now: Date
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** What a confirmed plan made, and the way back while there is one. */
export function ConfirmationPage(view: ConfirmationView) {
  const { confirmation, groups, name } = view
  const { t, date } = useView()
  const { compositionId } = confirmation
  return (
    <StaffLayout
      title={t('compositions.confirmation.title', { name })}
      crumbs={[
        { href: paths.ofProgramme({ programmeId: confirmation.programmeId }), label: t('compositions.title') },
        { href: paths.show({ compositionId }), label: name },
      ]}
      actions={
        <LinkButton href={groupPaths.ofProgramme({ programmeId: confirmation.programmeId })}>
          {t('groups.title')}
        </LinkButton>
      }
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      {confirmation.undoneAt && (
        <Notice kind="info" testId="is-undone">
          <p>
            {t('compositions.undo.was', {
              on: date(confirmation.undoneAt.toISOString(), 'time'),
              by: confirmation.undoneBy ?? '',
            })}
          </p>
        </Notice>
      )}
      <Facts
        facts={[
          {
            label: t('compositions.confirmation.made'),
            value: t('compositions.madeBy', {
              on: date(confirmation.madeAt.toISOString(), 'time'),
              by: confirmation.madeBy,
            }),
          },
          { label: t('compositions.confirmation.plan'), value: confirmation.planNumber },
        ]}
      />
      <Table
        caption={t('groups.title')}
        rows={groups}
        rowKey={(group) => group.groupId}
        testId="confirmed-groups"
        columns={[
          {
            label: t('groups.name'),
            head: true,
            cell: (group) => <a href={groupPaths.show({ groupId: group.groupId })}>{group.name}</a>,
          },
          {
            label: t('compositions.confirmation.first'),
            cell: (group) => group.startsOn && date(group.startsOn, 'weekday'),
          },
          {
            label: t('groups.members'),
            cell: (group) => (
              <ul class="names">
                {group.people.map((one) => (
                  <li key={one.enrolmentId}>
                    <a href={referrals.enrolment({ enrolmentId: one.enrolmentId })}>{one.name}</a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {!confirmation.undoneAt && <Undo {...view} />}
    </StaffLayout>
  )
}

function Undo({ confirmation, touched, decision, now }: ConfirmationView) {
  const { t, date } = useView()
  const until = undoableUntil(confirmation.madeAt)
  const hours = Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 3_600_000))
  const { id: confirmationId, compositionId } = confirmation
  return (
    <Section title={t('compositions.undo.title')} card>
      {touched.length > 0 && hours > 0 && (
        <Notice kind="info" title={t('compositions.undo.touched', { count: touched.length })} testId="touched">
          <ul>
            {touched.map((one) => (
              <li key={`${one.kind} ${one.what}`}>{t(`compositions.touched.${one.kind}`, { what: one.what })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {decision.ok ? (
        <>
          <p data-testid="undo-until">
            {t('compositions.undo.until', { until: date(until.toISOString(), 'time'), hours })}
          </p>
          <p class="hint">{t('compositions.undo.what')}</p>
          <Form inline action={paths.undo({ compositionId, confirmationId })} testId="undo-form">
            <Actions>
              <Button kind="danger" testId="undo-confirmation">
                {t('compositions.undo')}
              </Button>
            </Actions>
          </Form>
        </>
      ) : (
        hours === 0 && <p>{t('compositions.undo.tooLate')}</p>
      )}
    </Section>
  )
}
