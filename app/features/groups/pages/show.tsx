// The group's page and its parts, kept together: each is shown here only.
import type { ComponentChildren } from 'preact'
import type { MessageKey, Translate } from '../../../shared/i18n/i18n.ts'
import {
  Button,
  Columns,
  EmptyState,
  Facts,
  Field,
  Form,
  LinkButton,
  Notice,
  PersonChip,
  Refusal,
  Section,
  StaffLayout,
  Status,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import type { AttendanceSummary } from '../../attendance/attendance.ts'
import { paths as attendance } from '../../attendance/paths.ts'
import { ContentLevelSection } from '../../content-levels/parts/section.tsx'
import type { ContentLevelView } from '../../content-levels/view.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { stageLabel } from '../../programmes/programme.ts'
import { paths as sessions } from '../../sessions/paths.ts'
import { type Session, titleOf } from '../../sessions/session.ts'
import { MethodSection } from '../../studies/parts/method.tsx'
import type { GroupMethod } from '../../studies/store.ts'
import { type Group, type GroupCoach, groupParts, type Member, type Move } from '../group.ts'
import { MoveWords } from '../parts/moves.tsx'
import { GroupTabs, languageName } from '../parts/tabs.tsx'
import { paths } from '../paths.ts'
import type { GroupProgramme } from '../programme.ts'
import type { Candidate } from '../store.ts'

export type GroupView = {
  group: Group
  programme: GroupProgramme
  members: (Member & { stage: string | null; summary: AttendanceSummary })[]
  coaches: GroupCoach[]
  /** The session whose attendance comes next: today's, or the oldest still open. */
  current: Session | undefined
  toClose: number
  allClosed: boolean
  candidates: Candidate[]
  /** Who came from another group or went to one. */
  moves: Move[]
  /** Undefined where the programme's groups have no level of content. */
  content: ContentLevelView | undefined
  /** What studies allocated to it. */
  methods: GroupMethod[]
  can: { edit: boolean; place: boolean; takeOut: boolean; staff: boolean; complete: boolean }
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** A group: who is in it, who leads it, what comes next. */
export function GroupPage(view: GroupView) {
  const { t } = useView()
  const { group, can, current } = view
  const running = view.members.filter((member) => member.leftOn === null)
  const free = group.capacity - running.length
  return (
    <StaffLayout
      title={group.name}
      crumbs={[{ href: paths.list(), label: t('groups.title') }]}
      actions={
        <>
          {current && (
            <LinkButton
              kind="primary"
              icon="check"
              href={attendance.register({ sessionId: current.id })}
              testId="record-attendance"
            >
              {t('groups.record')}
            </LinkButton>
          )}
          {can.place && group.closedOn === null && (
            <LinkButton icon="plus" href={paths.join({ groupId: group.id })} testId="add-members">
              {t('groups.join')}
            </LinkButton>
          )}
          {can.edit && <LinkButton href={paths.edit({ groupId: group.id })}>{t('groups.edit')}</LinkButton>}
        </>
      }
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <GroupTabs group={group} current="show" />
      {view.allClosed && can.complete && group.closedOn === null && (
        <Notice kind="info" title={t('groups.complete.offer')}>
          <p>
            <a href={paths.completion({ groupId: group.id })} data-testid="complete-group">
              {t('groups.complete.go')}
            </a>
          </p>
        </Notice>
      )}
      {free < 0 && <Notice kind="warning" title={t('groups.over', { count: -free })} />}
      <Columns
        main={<Members view={view} running={running} free={free} />}
        aside={
          <>
            <GroupFacts view={view} />
            {view.content && <ContentLevelSection view={view.content} />}
            <MethodSection methods={view.methods} />
            <Coaches view={view} />
          </>
        }
      />
    </StaffLayout>
  )
}

function Members({ view, running, free }: { view: GroupView; running: GroupView['members']; free: number }) {
  const { t, date, lang } = useView()
  const { group, can, programme } = view
  const left = view.members.filter((member) => member.leftOn !== null)
  const columns = [
    {
      label: t('groups.member'),
      head: true,
      cell: (one: GroupView['members'][number]) => (
        <PersonChip name={fullName(one)} href={people.show({ personId: one.personId })} note={cameFrom(view, one, t)} />
      ),
    },
    {
      label: t('groups.member.stage'),
      cell: (one: GroupView['members'][number]) =>
        one.stage ? stageLabel(programme.settings.stages, one.stage, lang) : '',
    },
    {
      label: t('groups.attendance'),
      cell: (one: GroupView['members'][number]) => <Regularity summary={one.summary} />,
    },
  ]
  return (
    <>
      <Section title={t('groups.members.count', { count: running.length, free: Math.max(0, free) })}>
        <Table
          caption={t('groups.members')}
          hideCaption
          rows={running}
          rowKey={(one) => one.id}
          testId="members"
          empty={
            <EmptyState
              title={t('groups.members.none')}
              action={
                can.place && (
                  <LinkButton kind="primary" href={paths.join({ groupId: group.id })}>
                    {t('groups.join')}
                  </LinkButton>
                )
              }
            />
          }
          columns={[
            ...columns,
            ...(can.takeOut
              ? [
                  {
                    label: t('groups.leave'),
                    hideLabel: true,
                    cell: (one: GroupView['members'][number]) => (
                      <>
                        {can.place && group.closedOn === null && (
                          <LinkButton
                            kind="quiet"
                            size="small"
                            href={paths.change({ groupId: group.id, memberId: one.id })}
                            label={t('groups.change.of', { name: fullName(one) })}
                            testId="change-group"
                          >
                            {t('groups.change')}
                          </LinkButton>
                        )}
                        <LinkButton
                          kind="quiet"
                          size="small"
                          href={paths.leave({ groupId: group.id, memberId: one.id })}
                          label={t('groups.leave.of', { name: fullName(one) })}
                        >
                          {t('groups.leave.short')}
                        </LinkButton>
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      {left.length > 0 && (
        <Section title={t('groups.left')}>
          <Table
            caption={t('groups.left')}
            hideCaption
            rows={left}
            rowKey={(one) => one.id}
            columns={[
              ...columns.slice(0, 2),
              { label: t('groups.left.on'), cell: (one) => (one.leftOn ? date(one.leftOn) : '') },
              {
                label: t('groups.left.why'),
                cell: (one) => {
                  const move = view.moves.find((x) => x.fromGroup === group.id && x.enrolmentId === one.enrolmentId)
                  if (move && one.leftReason === 'moved-group') return <MoveWords move={move} />
                  return one.leftReason ? t(`groups.reason.${one.leftReason}`) : ''
                },
              },
            ]}
          />
        </Section>
      )}
    </>
  )
}

/** From which group somebody came, where they came from one. */
function cameFrom({ group, moves }: GroupView, one: Member, t: Translate): string | undefined {
  const move = moves.find((x) => x.toGroup === group.id && x.enrolmentId === one.enrolmentId)
  return move && t('groups.moves.from', { group: move.fromName ?? t('groups.moves.hidden') })
}

/** Half-days someone came to, with the absences that nobody excused. */
function Regularity({ summary }: { summary: AttendanceSummary }) {
  const { t } = useView()
  if (summary.marked === 0) return <span class="unknown">{t('attendance.none')}</span>
  const there = summary.present + summary.late + summary.leftEarly
  return (
    <>
      {t('attendance.there', { there, marked: summary.marked })}
      {summary.absent > 0 && (
        <>
          {' '}
          <Status kind="attention">{t('attendance.unexcused', { count: summary.absent })}</Status>
        </>
      )}
    </>
  )
}

function GroupFacts({ view }: { view: GroupView }) {
  const { t, date, lang } = useView()
  const { group, current } = view
  const facts: { label: string; value: ComponentChildren }[] = [
    { label: t('groups.language'), value: languageName(group.language, lang) },
    { label: t('groups.site'), value: [group.site, group.room].filter(Boolean).join(', ') },
    {
      label: t('groups.dates'),
      value:
        group.startsOn && group.endsOn && t('groups.fromTo', { from: date(group.startsOn), to: date(group.endsOn) }),
    },
    { label: t('groups.mandatesUntil'), value: group.mandatesUntil && date(group.mandatesUntil) },
  ]
  return (
    <Section title={t('groups.about')} card>
      {current && (
        <p>
          <a href={sessions.show({ sessionId: current.id })}>
            {t('sessions.one', { number: current.number, title: titleOf(current, lang) })}
          </a>
          <br />
          <small>{date(current.onDate, 'weekday')}</small>
        </p>
      )}
      {view.toClose > 0 && (
        <p>
          <Status kind="attention">{t('attendance.toClose', { count: view.toClose })}</Status>
        </p>
      )}
      <Facts facts={facts} />
    </Section>
  )
}

function Coaches({ view }: { view: GroupView }) {
  const { t, date } = useView()
  const { group, can, coaches, candidates } = view
  const running = coaches.filter((coach) => coach.endedOn === null)
  const former = coaches.filter((coach) => coach.endedOn !== null)
  return (
    <Section title={t('groups.coaches')} card id="coaches">
      <ul class="stack-small">
        {running.map((coach) => (
          <li key={coach.id} class="row">
            <PersonChip name={coach.name} note={t(`groups.part.${coach.part}`)} />
            {can.staff && (
              <Form action={paths.coachEnd({ groupId: group.id, coachId: coach.id })} inline id={`end-${coach.id}`}>
                <Button kind="quiet" size="small" label={t('groups.coach.end.of', { name: coach.name })}>
                  {t('groups.coach.end')}
                </Button>
              </Form>
            )}
          </li>
        ))}
        {former.map((coach) => (
          <li key={coach.id}>
            <small>{t('groups.coach.former', { name: coach.name, date: date(coach.endedOn!) })}</small>
          </li>
        ))}
      </ul>
      {can.staff && group.closedOn === null && (
        <details class="disclosure">
          <summary>{t('groups.coach.add')}</summary>
          <div>
            <Form action={paths.coaches({ groupId: group.id })} id="coach" testId="coach-form">
              <Field
                name="user"
                type="select"
                label={t('groups.coach.who')}
                empty={t('groups.coach.choose')}
                options={candidates
                  .filter((one) => !running.some((coach) => coach.userId === one.id))
                  .map((one) => ({ value: one.id, label: one.name }))}
              />
              <Field
                name="part"
                type="select"
                label={t('groups.part')}
                value="coach"
                options={groupParts.map((part) => ({ value: part, label: t(`groups.part.${part}` as MessageKey) }))}
              />
              <Field
                name="replaces"
                type="select"
                label={t('groups.coach.replaces')}
                optional
                empty={t('groups.coach.nobody')}
                options={running.map((coach) => ({ value: coach.id, label: coach.name }))}
              />
              <Button testId="add-coach">{t('groups.coach.save')}</Button>
            </Form>
          </div>
        </details>
      )}
    </Section>
  )
}
