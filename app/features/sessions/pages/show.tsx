import type { ContentLevel } from '../../../blueprints/parts/content-levels.ts'
import type { MessageKey } from '../../../shared/i18n/i18n.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Button,
  Columns,
  Facts,
  Form,
  LinkButton,
  Notice,
  Section,
  StaffLayout,
  Status,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as attendance } from '../../attendance/paths.ts'
import type { Group } from '../../groups/group.ts'
import { ConflictList, type ShownConflict } from '../../groups/parts/conflicts.tsx'
import { paths as groups } from '../../groups/paths.ts'
import { paths as signals } from '../../signals/paths.ts'
import { paths as smileys } from '../../smileys/paths.ts'
import { SessionState } from '../parts/state.tsx'
import { paths } from '../paths.ts'
import { partOf, type Session, titleOf } from '../session.ts'

export type SessionView = {
  session: Session
  group: Group
  /** First names of the people expected when it is not the whole group. */
  expected: { everyone: boolean; names: string[] }
  announced: string[]
  conflicts: ShownConflict[]
  /** At which level the group works, where it was decided. */
  content: ContentLevel | undefined
  before: Session | undefined
  after: Session | undefined
  can: { edit: boolean; plan: boolean; signal: boolean; smileys: boolean }
}

/** One half-day: what, where, with what, for whom. */
export function SessionPage(view: SessionView) {
  const { t, date, lang, today } = useView()
  const { session, group, can } = view
  const sessionId = session.id
  return (
    <StaffLayout
      title={t('sessions.one', { number: session.number, title: titleOf(session, lang) })}
      crumbs={[
        { href: groups.show({ groupId: group.id }), label: group.name },
        { href: groups.calendar({ groupId: group.id }), label: t('groups.calendar') },
      ]}
      lead={t('sessions.when', {
        date: date(session.onDate, 'weekday'),
        from: session.startsAt,
        to: session.endsAt,
      })}
      actions={
        session.cancelledOn === null && (
          <>
            <LinkButton
              kind={session.onDate <= today ? 'primary' : 'secondary'}
              icon="check"
              href={attendance.register({ sessionId })}
              testId="record-attendance"
            >
              {t('groups.record')}
            </LinkButton>
            <LinkButton icon="print" href={paths.signInSheet({ sessionId })} testId="sign-in-sheet">
              {t('sessions.sheet')}
            </LinkButton>
            {can.signal && (
              <LinkButton icon="flag" href={signals.ofSession({ sessionId })} testId="session-signal">
                {t('signals.note')}
              </LinkButton>
            )}
            {can.smileys && (
              <LinkButton href={smileys.show({ sessionId })} testId="smileys">
                {t('smileys.title')}
              </LinkButton>
            )}
          </>
        )
      }
    >
      <Cancelled view={view} />
      {session.movedFrom && session.movedFrom !== session.onDate && session.cancelledOn === null && (
        <Notice kind="info">
          <p>{t('sessions.movedFrom', { date: date(session.movedFrom, 'weekday') })}</p>
        </Notice>
      )}
      {view.conflicts.length > 0 && (
        <Notice kind="warning">
          <ConflictList conflicts={view.conflicts} />
        </Notice>
      )}
      <Columns
        main={<Content session={session} content={view.content} canEdit={can.edit} />}
        aside={
          <>
            <WhenAndWhere view={view} />
            <Expected view={view} />
          </>
        }
      />
      <nav class="actions" aria-label={t('sessions.neighbours')}>
        {view.before && (
          <LinkButton kind="quiet" icon="back" href={paths.show({ sessionId: view.before.id })}>
            {t('sessions.before', { number: view.before.number })}
          </LinkButton>
        )}
        {view.after && (
          <LinkButton kind="quiet" icon="arrow" href={paths.show({ sessionId: view.after.id })}>
            {t('sessions.after', { number: view.after.number })}
          </LinkButton>
        )}
      </nav>
    </StaffLayout>
  )
}

function Cancelled({ view }: { view: SessionView }) {
  const { t, date } = useView()
  const { session, group, can } = view
  if (session.cancelledOn === null) return null
  return (
    <Notice kind="warning" title={t('sessions.cancelled.on', { date: date(session.cancelledOn, 'long') })}>
      <p>{t(`sessions.cancelled.reason.${session.cancelReason}` as MessageKey)}</p>
      {can.edit && (
        <div class="actions">
          {can.plan && (
            <LinkButton size="small" href={groups.addSession({ groupId: group.id }, { instead: session.id })}>
              {t('sessions.again')}
            </LinkButton>
          )}
          <Form action={paths.cancellationEnd({ sessionId: session.id })} inline id="reinstate">
            <Button size="small" kind="quiet" testId="reinstate-session">
              {t('sessions.reinstate')}
            </Button>
          </Form>
        </div>
      )}
    </Notice>
  )
}

function Content(props: { session: Session; content: ContentLevel | undefined; canEdit: boolean }) {
  const { session, content, canEdit } = props
  const { t, lang } = useView()
  const parts = ['bring', 'homework', 'outing', 'material'] as const
  return (
    <Section
      title={t('sessions.content')}
      card
      actions={
        canEdit && (
          <LinkButton size="small" href={paths.edit({ sessionId: session.id })} testId="edit-session">
            {t('sessions.edit')}
          </LinkButton>
        )
      }
    >
      <Facts
        facts={[
          ...(session.theme.aim ? [{ label: t('sessions.aim'), value: textIn(session.theme.aim, lang).text }] : []),
          ...parts.map((part) => ({
            label: t(`sessions.${part}`),
            value: partOf(session, part, lang) ?? t('sessions.nothing'),
          })),
          ...(content
            ? [{ label: t('contentLevels.title'), value: <AtLevel content={content} session={session} /> }]
            : []),
        ]}
      />
    </Section>
  )
}

/** What the theme is worked through with at the group's level. */
function AtLevel({ content, session }: { content: ContentLevel; session: Session }) {
  const { t, lang } = useView()
  const material = content.material?.[session.theme.key]
  return (
    <span data-testid="session-content-level">
      <strong>{textIn(content.label, lang).text}</strong>
      <span class="block">{textIn(content.means, lang).text}</span>
      {material && <span class="block">{t('contentLevels.material', { material: textIn(material, lang).text })}</span>}
    </span>
  )
}

function WhenAndWhere({ view }: { view: SessionView }) {
  const { t } = useView()
  const { session, group, can } = view
  return (
    <Section title={t('sessions.where')} card>
      <Facts
        facts={[
          { label: t('sessions.place'), value: session.place ?? group.site },
          { label: t('sessions.room'), value: session.room ?? group.room },
          {
            label: t('sessions.state'),
            value: <SessionState session={session} />,
          },
        ]}
      />
      {can.edit && session.cancelledOn === null && session.closedAt === null && (
        <div class="actions">
          <LinkButton size="small" href={paths.moving({ sessionId: session.id })} testId="move-session">
            {t('sessions.move')}
          </LinkButton>
          <LinkButton
            size="small"
            kind="quiet"
            href={paths.cancellation({ sessionId: session.id })}
            testId="cancel-session"
          >
            {t('sessions.cancel')}
          </LinkButton>
        </div>
      )}
    </Section>
  )
}

function Expected({ view }: { view: SessionView }) {
  const { t } = useView()
  const { session, expected, announced, can } = view
  return (
    <Section
      title={t('sessions.expected')}
      card
      actions={
        can.edit &&
        session.closedAt === null && (
          <LinkButton size="small" href={paths.expected({ sessionId: session.id })} testId="edit-expected">
            {t('sessions.edit')}
          </LinkButton>
        )
      }
    >
      <p>
        {expected.everyone
          ? t('sessions.expected.everyone', { count: expected.names.length })
          : t('sessions.expected.some', { count: expected.names.length })}
      </p>
      {!expected.everyone && <p>{expected.names.join(', ')}</p>}
      {announced.length > 0 && (
        <p>
          <Status kind="waiting">{t('attendance.announced')}</Status> {announced.join(', ')}
        </p>
      )}
    </Section>
  )
}
