import { ageOn } from '../../../shared/time/dates.ts'
import {
  EmptyState,
  Field,
  Filters,
  Hidden,
  LinkButton,
  Pagination,
  PersonChip,
  StaffLayout,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as imports } from '../../imports/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { paths } from '../paths.ts'
import { fullName } from '../person.ts'
import type { Appointment, ListedPerson, PeopleFilter, PeopleFound, Standing } from '../search.store.ts'
import { StandingStatus } from './standing.tsx'

export type PeopleListView = {
  filter: PeopleFilter
  found: PeopleFound
  standings: Map<string, Standing>
  appointments: Map<string, Appointment>
  programmes: Programme[]
  languages: { value: string; label: string }[]
  can: { create: boolean; import: boolean }
}

/** The people whose files one may open. */
export function PeoplePage(props: PeopleListView) {
  const { t, lang } = useView()
  const { filter, found, can } = props
  const programme = props.programmes.find((p) => p.id === filter.programmeId)
  const language = props.languages.find((one) => one.value === filter.language)
  const isNarrowed = Boolean(filter.q || programme || language)
  const active = [
    ...(filter.q ? [{ label: t('people.list.named', { q: filter.q }), removeHref: listHref(filter, { q: '' }) }] : []),
    ...(programme ? [{ label: titleIn(programme, lang), removeHref: listHref(filter, { programmeId: null }) }] : []),
    ...(language ? [{ label: language.label, removeHref: listHref(filter, { language: null }) }] : []),
  ]
  return (
    <StaffLayout
      title={t('people.list.title')}
      width="wide"
      actions={
        <>
          {can.create && (
            <LinkButton kind="primary" href={paths.create()} icon="plus" hotkey="n" testId="new-person">
              {t('people.create.title')}
            </LinkButton>
          )}
          {can.import && (
            <LinkButton href={imports.list()} icon="upload" testId="import-people">
              {t('people.list.import')}
            </LinkButton>
          )}
        </>
      }
    >
      {(found.total > 0 || isNarrowed) && (
        <Filters
          action={paths.list()}
          result={t('people.list.count', { count: found.total })}
          active={active}
          resetHref={paths.list()}
        >
          <Field name="q" type="search" label={t('people.search.field')} value={filter.q} testId="people-search" />
          {props.programmes.length > 0 && (
            <Field
              name="programme"
              type="select"
              label={t('people.list.programme')}
              empty={t('people.list.all')}
              value={filter.programmeId ?? ''}
              options={props.programmes.map((p) => ({ value: p.id, label: titleIn(p, lang) }))}
            />
          )}
          <Field
            name="language"
            type="select"
            label={t('people.language')}
            empty={t('people.list.all')}
            value={filter.language ?? ''}
            options={props.languages}
          />
          {filter.sort === 'changed' && <Hidden name="sort" value="changed" />}
        </Filters>
      )}
      <PeopleTable {...props} empty={<NobodyHere isNarrowed={isNarrowed} can={can} />} />
      <Pagination page={filter.page} pages={found.pages} hrefFor={(page) => listHref(filter, { page })} />
    </StaffLayout>
  )
}

function listHref(filter: PeopleFilter, change: Partial<PeopleFilter>): string {
  const { q, programmeId, language, sort, page } = { ...filter, page: 1, ...change }
  return paths.list({
    q: q || undefined,
    programme: programmeId ?? undefined,
    language: language ?? undefined,
    sort: sort === 'changed' ? sort : undefined,
    page: page > 1 ? page : undefined,
  })
}

function PeopleTable(props: PeopleListView & { empty: preact.ComponentChildren }) {
  const { t, date, today } = useView()
  const { filter, found, standings, appointments, programmes } = props
  const sortBy = (sort: PeopleFilter['sort']) =>
    filter.q ? undefined : { href: listHref(filter, { sort }), ...(filter.sort === sort ? { now: sortNow[sort] } : {}) }
  return (
    <Table
      caption={t('people.list.title')}
      hideCaption
      testId="people"
      rows={found.people}
      rowKey={(p) => p.id}
      empty={props.empty}
      columns={[
        {
          label: t('people.list.name'),
          head: true,
          sort: sortBy('name'),
          cell: (p) => (
            <PersonChip
              name={fullName(p)}
              href={paths.show({ personId: p.id })}
              note={[p.reference, p.town].filter(Boolean).join(' · ') || undefined}
            />
          ),
        },
        { label: t('people.list.age'), number: true, cell: (p) => <Age person={p} /> },
        {
          label: t('people.list.standing'),
          cell: (p) => <StandingStatus standing={standings.get(p.id)} programmes={programmes} />,
        },
        {
          label: t('people.list.appointment'),
          cell: (p) => {
            const next = appointments.get(p.id)
            return next ? (
              <time datetime={next.on}>
                {next.on === today
                  ? t('people.list.today', { time: next.startsAt })
                  : t('people.list.onDay', { date: date(next.on), time: next.startsAt })}
              </time>
            ) : (
              ''
            )
          },
        },
        {
          label: t('people.list.changed'),
          sort: sortBy('changed'),
          cell: (p) => date(p.updatedAt.toISOString().slice(0, 10)),
        },
      ]}
    />
  )
}

const sortNow = { name: 'ascending', changed: 'descending' } as const

/** Age in years; a birth year alone gives about so many. */
export function Age({ person }: { person: Pick<ListedPerson, 'birthDate' | 'birthYear'> }) {
  const { t, today } = useView()
  if (person.birthDate) return <>{t('people.age', { years: ageOn(person.birthDate, today) })}</>
  if (person.birthYear) return <>{t('people.age.about', { years: Number(today.slice(0, 4)) - person.birthYear })}</>
  return null
}

function NobodyHere({ isNarrowed, can }: { isNarrowed: boolean; can: PeopleListView['can'] }) {
  const { t } = useView()
  if (isNarrowed)
    return (
      <EmptyState
        title={t('people.list.nothing')}
        action={<LinkButton href={paths.list()}>{t('people.list.showAll')}</LinkButton>}
      >
        <p>{t('people.list.nothing.text')}</p>
      </EmptyState>
    )
  return (
    <EmptyState
      title={t('people.list.empty')}
      action={
        can.create && (
          <>
            <LinkButton kind="primary" href={paths.create()} icon="plus">
              {t('people.create.title')}
            </LinkButton>
            <LinkButton href={imports.list()} icon="upload">
              {t('people.list.import')}
            </LinkButton>
          </>
        )
      }
    >
      <p>{t(can.create ? 'people.list.empty.text' : 'people.list.empty.byMandate')}</p>
    </EmptyState>
  )
}
