import type { MessageKey } from '../../../shared/i18n/i18n.ts'
import {
  Actions,
  Button,
  EmptyState,
  LinkButton,
  Notice,
  Refusal,
  StaffLayout,
  Status,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import type { Group, Waiting } from '../group.ts'
import { languageName } from '../parts/tabs.tsx'
import { paths } from '../paths.ts'

export type JoinView = {
  group: Group
  taken: number
  waiting: (Waiting & { age: number | null; conflicts: string[]; levelWords: string[] })[]
  chosen: string[]
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** Picks people from the waiting list, several at once. How many places are left stands above, before anybody is ticked. */
export function JoinPage({ group, taken, waiting, chosen, refusal }: JoinView) {
  const { t, date, lang } = useView()
  const free = Math.max(0, group.capacity - taken)
  const groupId = group.id
  return (
    <StaffLayout
      title={t('groups.join.title', { name: group.name })}
      crumbs={[
        { href: paths.list(), label: t('groups.title') },
        { href: paths.show({ groupId }), label: group.name },
      ]}
      lead={t('groups.join.lead', { language: languageName(group.language, lang) })}
    >
      {refusal && <Refusal reason={refusal} instead={{ key: 'groups.joining.instead' }} />}
      <Notice kind={free === 0 ? 'warning' : 'info'} testId="free-places">
        <p>{t('groups.free', { free, capacity: group.capacity })}</p>
      </Notice>
      <form
        method="post"
        action={paths.join({ groupId })}
        class="form"
        data-island="confirm-once"
        data-testid="join-form"
      >
        <Table
          caption={t('groups.waiting')}
          hideCaption
          rows={waiting}
          rowKey={(one) => one.enrolmentId}
          empty={<EmptyState title={t('groups.waiting.none')} />}
          testId="waiting"
          columns={[
            {
              label: t('groups.choose'),
              hideLabel: true,
              cell: (one) => (
                <input
                  type="checkbox"
                  class="tick"
                  name="enrolments"
                  value={one.enrolmentId}
                  checked={chosen.includes(one.enrolmentId)}
                  aria-label={t('groups.choose.of', { name: fullName(one) })}
                />
              ),
            },
            {
              label: t('groups.member'),
              head: true,
              cell: (one) => <a href={people.show({ personId: one.personId })}>{fullName(one)}</a>,
            },
            {
              label: t('groups.age'),
              number: true,
              cell: (one) => one.age ?? <span class="unknown">{t('ui.unknown')}</span>,
            },
            {
              label: t('groups.language'),
              cell: (one) =>
                one.language === null ? (
                  <span class="unknown">{t('ui.unknown')}</span>
                ) : (
                  languageName(one.language, lang)
                ),
            },
            {
              label: t('groups.levels'),
              cell: (one) =>
                one.levelWords.length > 0 ? (
                  one.levelWords.map((words) => (
                    <span key={words} class="block nowrap">
                      {words}
                    </span>
                  ))
                ) : (
                  <span class="unknown">{t('ui.unknown')}</span>
                ),
            },
            {
              label: t('groups.halfDays'),
              cell: (one) =>
                one.halfDays === null ? (
                  <span class="unknown">{t('ui.unknown')}</span>
                ) : one.conflicts.length === 0 ? (
                  <Status kind="done">{t('groups.halfDays.fit')}</Status>
                ) : (
                  <Status kind="attention">
                    {t('groups.halfDays.not', { days: one.conflicts.map((half) => halfDayWords(half, t)).join(', ') })}
                  </Status>
                ),
            },
            {
              label: t('groups.stage'),
              cell: (one) => (
                <>
                  {t(`groups.kind.${one.stageKind}` as MessageKey)}
                  <small class="block nowrap">{t('groups.registeredOn', { date: date(one.since) })}</small>
                </>
              ),
            },
          ]}
        />
        {waiting.length > 0 && free > 0 && (
          <Actions>
            <Button kind="primary" testId="join">
              {t('groups.join.confirm')}
            </Button>
            <LinkButton kind="quiet" href={paths.show({ groupId })}>
              {t('groups.cancel')}
            </LinkButton>
          </Actions>
        )}
      </form>
    </StaffLayout>
  )
}

function halfDayWords(halfDay: string, t: ReturnType<typeof useView>['t']): string {
  const [day, half] = halfDay.split('-')
  return t('groups.halfDay', {
    day: t(`ui.day.${day}.short` as MessageKey),
    half: t(`referrals.half.${half}` as MessageKey),
  })
}
