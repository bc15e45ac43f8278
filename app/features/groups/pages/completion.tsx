import { Actions, Button, LinkButton, StaffLayout, Table, useView } from '../../../shared/ui/index.ts'
import type { AttendanceSummary } from '../../attendance/attendance.ts'
import { fullName } from '../../people/person.ts'
import type { Group, Member } from '../group.ts'
import { paths } from '../paths.ts'

export const endings = ['completed', 'dropped', 'never-started', 'open'] as const
export type Ending = (typeof endings)[number]

type Props = { group: Group; members: (Member & { summary: AttendanceSummary; proposed: Ending })[] }

/** How each person's participation ends, proposed from the registers and decided by people. */
export function CompletionPage({ group, members }: Props) {
  const { t } = useView()
  const groupId = group.id
  return (
    <StaffLayout
      title={t('groups.complete.title', { name: group.name })}
      crumbs={[
        { href: paths.list(), label: t('groups.title') },
        { href: paths.show({ groupId }), label: group.name },
      ]}
      lead={t('groups.complete.lead')}
    >
      <form
        method="post"
        action={paths.completion({ groupId })}
        class="form"
        data-island="confirm-once"
        data-testid="completion-form"
      >
        <Table
          caption={t('groups.members')}
          hideCaption
          rows={members}
          rowKey={(one) => one.id}
          columns={[
            { label: t('groups.member'), head: true, cell: (one) => fullName(one) },
            {
              label: t('groups.attendance'),
              cell: (one) =>
                one.summary.marked === 0
                  ? t('attendance.none')
                  : t('attendance.there', {
                      there: one.summary.present + one.summary.late + one.summary.leftEarly,
                      marked: one.summary.marked,
                    }),
            },
            {
              label: t('groups.complete.end'),
              cell: (one) => (
                <select
                  class="input medium"
                  name={`end-${one.id}`}
                  aria-label={t('groups.complete.end.of', { name: fullName(one) })}
                >
                  {endings.map((end) => (
                    <option key={end} value={end} selected={end === one.proposed}>
                      {t(`groups.end.${end}`)}
                    </option>
                  ))}
                </select>
              ),
            },
          ]}
        />
        <Actions>
          <Button kind="primary" testId="confirm-completion">
            {t('groups.complete.confirm')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ groupId })}>
            {t('groups.cancel')}
          </LinkButton>
        </Actions>
      </form>
    </StaffLayout>
  )
}
