import { EmptyState, LinkButton, Section, StaffLayout, Status, Table, useView } from '../../../shared/ui/index.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import type { GroupCoach } from '../group.ts'
import { LanguageTag } from '../parts/tabs.tsx'
import { paths } from '../paths.ts'
import type { ListedGroup } from '../store.ts'

export type ListedWithCoaches = ListedGroup & { coaches: GroupCoach[] }

/** My groups, or those of my programmes one after the other. */
export function GroupsPage(props: {
  sections: { programme: Programme | null; groups: ListedWithCoaches[]; mayCreate: boolean }[]
}) {
  const { t, lang } = useView()
  const [first] = props.sections
  const own = first !== undefined && first.programme === null
  return (
    <StaffLayout
      title={own ? t('groups.mine') : t('groups.title')}
      lead={own ? t('groups.mine.lead') : t('groups.lead')}
    >
      {props.sections.length === 0 && (
        <EmptyState
          title={t('groups.noProgramme')}
          action={<LinkButton href={programmes.list()}>{t('groups.toProgrammes')}</LinkButton>}
        />
      )}
      {props.sections.map(({ programme, groups, mayCreate }) =>
        programme === null ? (
          <GroupTable key="own" groups={groups} caption={t('groups.mine')} empty={t('groups.mine.none')} />
        ) : (
          <Section
            key={programme.id}
            title={titleIn(programme, lang)}
            actions={mayCreate && <NewGroup programmeId={programme.id} />}
          >
            <GroupTable groups={groups} caption={titleIn(programme, lang)} empty={t('groups.none')} />
          </Section>
        ),
      )}
    </StaffLayout>
  )
}

/** The groups of one programme. */
export function ProgrammeGroupsPage(props: { programme: Programme; groups: ListedWithCoaches[]; mayCreate: boolean }) {
  const { t, lang } = useView()
  const { programme } = props
  return (
    <StaffLayout
      title={t('groups.title')}
      crumbs={[{ href: programmes.show({ programmeId: programme.id }), label: titleIn(programme, lang) }]}
      actions={props.mayCreate && <NewGroup programmeId={programme.id} />}
    >
      <GroupTable groups={props.groups} caption={titleIn(programme, lang)} empty={t('groups.none')} />
    </StaffLayout>
  )
}

function NewGroup({ programmeId }: { programmeId: string }) {
  const { t } = useView()
  return (
    <LinkButton kind="primary" icon="plus" href={paths.create({ programmeId })} testId="new-group">
      {t('groups.new')}
    </LinkButton>
  )
}

function GroupTable(props: { groups: ListedWithCoaches[]; caption: string; empty: string }) {
  const { t, date } = useView()
  return (
    <Table
      caption={props.caption}
      hideCaption
      rows={props.groups}
      rowKey={(group) => group.id}
      testId="groups"
      empty={<EmptyState title={props.empty} />}
      columns={[
        {
          label: t('groups.name'),
          head: true,
          cell: (group) => <a href={paths.show({ groupId: group.id })}>{group.name}</a>,
        },
        { label: t('groups.language'), cell: (group) => <LanguageTag code={group.language} /> },
        { label: t('groups.coaches'), cell: (group) => group.coaches.map((coach) => coach.name).join(', ') },
        {
          label: t('groups.dates'),
          cell: (group) =>
            group.startsOn && group.endsOn
              ? t('groups.fromTo', { from: date(group.startsOn), to: date(group.endsOn) })
              : '',
        },
        {
          label: t('groups.places'),
          cell: (group) => t('groups.places.taken', { taken: group.members, capacity: group.capacity }),
        },
        {
          label: t('groups.held'),
          cell: (group) => t('groups.held.of', { held: group.held, all: group.sessions }),
        },
        { label: t('groups.state'), cell: (group) => <State group={group} /> },
      ]}
    />
  )
}

function State({ group }: { group: ListedGroup }) {
  const { t, date, today } = useView()
  if (group.closedOn && group.sessions === 0) return <Status kind="stopped">{t('groups.state.takenBack')}</Status>
  if (group.closedOn) return <Status kind="done">{t('groups.state.finished')}</Status>
  if (group.startsOn && group.startsOn > today)
    return group.members < group.capacity ? (
      <Status kind="waiting">{t('groups.state.filling')}</Status>
    ) : (
      <Status kind="active">{t('groups.state.full')}</Status>
    )
  if (group.nextOn) return <Status kind="active">{t('groups.state.next', { date: date(group.nextOn) })}</Status>
  return <Status kind="attention">{t('groups.state.toFinish')}</Status>
}
