// The year’s list with its filters and its table, kept together: each is shown here only.
import {
  Button,
  EmptyState,
  Field,
  Filters,
  Form,
  Hidden,
  LinkButton,
  Pagination,
  Refusal,
  Section,
  StaffLayout,
  Status,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { levelWords } from '../../referrals/parts/levels.ts'
import { paths as referrals } from '../../referrals/paths.ts'
import {
  type AsideReason,
  type CandidateFilter,
  criteriaFilters,
  type KnownCandidate,
  type Outcome,
  type Sort,
  sorts,
  stands,
} from '../candidate.ts'
import { filterQuery } from '../form.ts'
import { paths } from '../paths.ts'

export type CandidatesView = {
  programme: Programme
  /** Those of this page. */
  rows: KnownCandidate[]
  total: number
  pages: number
  filter: CandidateFilter
  years: number[]
  antennas: string[]
  closed: { year: number; outcome: Outcome; reason: AsideReason | null; count: number }[]
  can: { coordinate: boolean; register: boolean }
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** The list of the year: everybody whom an antenna thinks of, with what is known. */
export function CandidatesPage(view: CandidatesView) {
  const { t, lang } = useView()
  const { programme, rows, can } = view
  const programmeId = programme.id
  return (
    <StaffLayout
      title={t('orientation.candidates.title')}
      lead={t(can.coordinate ? 'orientation.candidates.lead' : 'orientation.candidates.lead.own')}
      crumbs={[
        { href: programmes.list(), label: t('programmes.list.title') },
        { href: programmes.show({ programmeId }), label: titleIn(programme, lang) },
      ]}
      actions={<LinkButton href={paths.board({ programmeId })}>{t('orientation.board.title')}</LinkButton>}
      width="wide"
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <CandidateFilters {...view} />
      {rows.length === 0 ? (
        <EmptyState title={t('orientation.candidates.none')}>{t('orientation.candidates.none.hint')}</EmptyState>
      ) : (
        <CandidateTable {...view} />
      )}
      <Pagination page={view.filter.page} pages={view.pages} hrefFor={(page) => hrefOf(view, { page })} />
      {view.closed.length > 0 && (
        <Section title={t('orientation.candidates.closed')}>
          <ul class="notes">
            {view.closed.map((c) => (
              <li key={`${c.year}${c.outcome}${c.reason}`}>
                {t('orientation.candidates.closed.line', {
                  year: String(c.year),
                  outcome: t(`orientation.outcome.${c.outcome}`),
                  count: c.count,
                })}
                {c.reason && <small>{t(`orientation.aside.${c.reason}`)}</small>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </StaffLayout>
  )
}

const hrefOf = ({ programme, filter }: CandidatesView, change: Partial<CandidateFilter>) =>
  paths.candidates({ programmeId: programme.id }, filterQuery({ ...filter, page: 1, ...change }))

/** The heads of the columns; small screens have no heads and choose here. */
const sortLabels = {
  name: 'orientation.candidates.name',
  antenna: 'orientation.candidates.antenna',
  listed: 'orientation.candidates.listed',
  oral: 'orientation.candidates.oral',
  schooling: 'orientation.candidates.schooling',
  age: 'orientation.candidates.age',
  criteria: 'orientation.criteria',
  asked: 'orientation.candidates.sort.asked',
} as const satisfies Record<Sort, string>

function CandidateFilters(view: CandidatesView) {
  const { programme, filter, years, antennas } = view
  const { t } = useView()
  const any = t('orientation.any')
  const active = [
    filter.year !== null && { label: String(filter.year), removeHref: hrefOf(view, { year: null }) },
    filter.antenna && { label: filter.antenna, removeHref: hrefOf(view, { antenna: null }) },
    filter.stand && { label: t(`orientation.stand.${filter.stand}`), removeHref: hrefOf(view, { stand: null }) },
    filter.criteria && {
      label: t(`orientation.criteria.${filter.criteria}`),
      removeHref: hrefOf(view, { criteria: null }),
    },
  ].filter((chip): chip is { label: string; removeHref: string } => Boolean(chip))
  return (
    <Filters
      action={paths.candidates({ programmeId: programme.id })}
      active={active}
      resetHref={hrefOf(view, { year: null, antenna: null, stand: null, criteria: null })}
      result={t('orientation.candidates.count', { count: view.total })}
    >
      {filter.down && <Hidden name="down" value="yes" />}
      <Field
        name="year"
        type="select"
        width="short"
        label={t('orientation.candidates.year')}
        value={filter.year === null ? '' : String(filter.year)}
        empty={any}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <Field
        name="antenna"
        type="select"
        label={t('orientation.candidates.antenna')}
        value={filter.antenna ?? ''}
        empty={any}
        options={antennas.map((value) => ({ value, label: value }))}
      />
      <Field
        name="stand"
        type="select"
        label={t('orientation.stand')}
        value={filter.stand ?? ''}
        empty={any}
        options={stands.map((value) => ({ value, label: t(`orientation.stand.${value}`) }))}
      />
      <Field
        name="criteria"
        type="select"
        label={t('orientation.criteria')}
        value={filter.criteria ?? ''}
        empty={any}
        options={criteriaFilters.map((value) => ({ value, label: t(`orientation.criteria.${value}`) }))}
      />
      <Field
        name="sort"
        type="select"
        label={t('orientation.candidates.sort')}
        value={filter.sort}
        options={sorts.map((value) => ({ value, label: t(sortLabels[value]) }))}
      />
    </Filters>
  )
}

function CandidateTable(view: CandidatesView) {
  const { rows, filter, can } = view
  const { t, lang, date } = useView()
  // Where all come from one institution, the antenna says more in less room.
  const several = new Set(rows.map((c) => c.institution)).size > 1
  const sort = (by: Sort) => ({
    href: hrefOf(view, { sort: by, down: filter.sort === by && !filter.down }),
    ...(filter.sort === by ? { now: filter.down ? ('descending' as const) : ('ascending' as const) } : {}),
  })
  return (
    <Table
      caption={t('orientation.candidates.title')}
      hideCaption
      testId="candidates"
      rows={rows}
      rowKey={(c) => c.id}
      columns={[
        {
          label: t('orientation.candidates.name'),
          head: true,
          sort: sort('name'),
          cell: (c) => <a href={people.show({ personId: c.personId })}>{fullName(c)}</a>,
        },
        {
          label: t('orientation.candidates.antenna'),
          sort: sort('antenna'),
          cell: (c) => (
            <span>
              {c.antenna ?? c.institution}
              {c.antenna && several && <small> {c.institution}</small>}
            </span>
          ),
        },
        {
          label: t('orientation.candidates.since'),
          sort: sort('listed'),
          cell: (c) => (
            <span>
              {date(c.listedOn)}
              {view.years.length > 1 && <small> {t('orientation.candidates.listOf', { year: String(c.year) })}</small>}
            </span>
          ),
        },
        {
          label: t('orientation.candidates.oral'),
          sort: sort('oral'),
          cell: (c) => (c.oral ? levelWords(c.oral, { t, lang }) : <Unknown />),
        },
        {
          label: t('orientation.candidates.schooling'),
          sort: sort('schooling'),
          cell: (c) => (c.schooling ? t(`referrals.schooling.${c.schooling}`) : <Unknown />),
        },
        {
          label: t('orientation.candidates.age'),
          number: true,
          sort: sort('age'),
          cell: (c) => c.age ?? <Unknown />,
        },
        {
          label: t('orientation.candidates.criteria'),
          sort: sort('criteria'),
          cell: (c) => (
            <a href={paths.candidateCriteria({ candidateId: c.id })} data-testid="candidate-criteria">
              {t('orientation.criteria.metOf', { met: c.criteria.met, of: c.criteria.of })}
              {c.criteria.notMet > 0 && (
                <>
                  {' '}
                  <Status kind="attention">
                    {t('orientation.criteria.notMetCount', { count: c.criteria.notMet })}
                  </Status>
                </>
              )}
            </a>
          ),
        },
        {
          label: t('orientation.candidates.do'),
          sort: sort('asked'),
          cell: (c) => <CandidateActs candidate={c} can={can} />,
        },
      ]}
    />
  )
}

function Unknown() {
  const { t } = useView()
  return <span class="unknown">{t('orientation.notKnown')}</span>
}

function CandidateActs({ candidate: c, can }: { candidate: KnownCandidate; can: CandidatesView['can'] }) {
  const { t, date } = useView()
  const name = fullName(c)
  return (
    <div class="stack-small">
      {c.askedOn ? (
        <p>
          <small>{t('orientation.candidates.asked', { date: date(c.askedOn) })}</small>
        </p>
      ) : (
        can.coordinate && (
          <Form inline id={`ask-${c.id}`} action={paths.ask({ candidateId: c.id })}>
            <Button size="small" testId="ask-registration" label={t('orientation.candidates.ask.of', { name })}>
              {t('orientation.candidates.ask')}
            </Button>
          </Form>
        )
      )}
      {can.register && (
        <p>
          <LinkButton
            size="small"
            kind="primary"
            href={referrals.refer({ personId: c.personId }, { programme: c.programmeId })}
            testId="register-candidate"
            label={t('orientation.candidates.register.of', { name })}
          >
            {t('orientation.candidates.register')}
          </LinkButton>
        </p>
      )}
      <p>
        <a
          href={paths.candidate({ candidateId: c.id })}
          data-testid="open-candidate"
          aria-label={t('orientation.candidates.more.of', { name })}
        >
          {t('orientation.candidates.more')}
        </a>
      </p>
    </div>
  )
}
