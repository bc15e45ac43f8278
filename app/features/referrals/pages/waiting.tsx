import type { StageKind } from '../../../blueprints/blueprint.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  EmptyState,
  Field,
  Filters,
  Form,
  Hidden,
  LinkButton,
  Pagination,
  PrintLayout,
  Refusal,
  StaffLayout,
  Table,
  Tabs,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as compositions } from '../../compositions/paths.ts'
import { fullName } from '../../people/person.ts'
import { paths as programmePaths } from '../../programmes/paths.ts'
import { stageOfKind, titleIn } from '../../programmes/programme.ts'
import { paths } from '../paths.ts'
import { halfDays, needs } from '../positioning.ts'
import { waitingKinds } from '../stages.ts'
import { bands, filterQuery, reaches, sorts } from '../waiting.ts'
import { CallTable, halfDayIn, LastAttempt, ListTable, useHref, type WaitingView } from './waiting-tables.tsx'

/** Who waits for a place in this programme, how long, and what composing a group needs to know of them. */
export function WaitingListPage(view: WaitingView) {
  const { programme, filter, rows, counts, mode } = view
  const { t, lang } = useView()
  const href = useHref(view)
  const stage = (kind: StageKind) => {
    const own = stageOfKind(programme.settings.stages, kind)
    return own ? textIn(own.label, lang).text : t(`programmes.kind.${kind}`)
  }
  const all = Object.values(counts.byKind).reduce((sum, n) => sum + n, 0)
  return (
    <StaffLayout
      title={t('referrals.waiting.title')}
      lead={titleIn(programme, lang)}
      crumbs={[
        { href: programmePaths.list(), label: t('programmes.list.title') },
        { href: programmePaths.show({ programmeId: programme.id }), label: titleIn(programme, lang) },
      ]}
      width="wide"
      actions={
        <>
          {view.mayCompose && (
            <LinkButton
              kind="primary"
              href={compositions.ofProgramme({ programmeId: programme.id })}
              testId="compose-groups"
            >
              {t('compositions.title')}
            </LinkButton>
          )}
          {mode === 'calls' ? (
            <LinkButton href={href({}, {})}>{t('referrals.waiting.asList')}</LinkButton>
          ) : (
            <LinkButton href={href({ sort: 'attempt' }, { mode: 'calls' })} testId="call-list">
              {t('referrals.waiting.asCalls')}
            </LinkButton>
          )}
          <LinkButton icon="print" href={href({}, { mode: 'print' })}>
            {t('referrals.waiting.print')}
          </LinkButton>
        </>
      }
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <Tabs
        label={t('referrals.stage')}
        items={[
          {
            href: href({ stage: null }),
            label: t('referrals.waiting.all'),
            current: filter.stage === null,
            count: all,
          },
          ...waitingKinds
            .filter((kind) => kind !== 'other' || (counts.byKind.other ?? 0) > 0)
            .map((kind) => ({
              href: href({ stage: kind }),
              label: stage(kind),
              current: filter.stage === kind,
              count: counts.byKind[kind] ?? 0,
            })),
        ]}
      />
      <WaitingFilters {...view} />
      {rows.length === 0 ? (
        <EmptyState title={t('referrals.waiting.empty')}>{t('referrals.waiting.empty.hint')}</EmptyState>
      ) : mode === 'calls' ? (
        <CallTable {...view} />
      ) : (
        <Form
          action={paths.several({ programmeId: programme.id })}
          label={t('referrals.waiting.several')}
          testId="several-form"
        >
          <Hidden name="back" value={href()} />
          <ListTable {...view} />
          <Actions>
            <Button name="do" value="informed" testId="several-informed">
              {t('referrals.waiting.informed')}
            </Button>
            <Button name="do" value="attempted" testId="several-attempted">
              {t('referrals.waiting.attempted')}
            </Button>
          </Actions>
        </Form>
      )}
      <Pagination page={filter.page} pages={view.pages} hrefFor={(page) => href({ page })} />
    </StaffLayout>
  )
}

function WaitingFilters(view: WaitingView) {
  const { programme, filter, counts, places, mode } = view
  const { t, lang, date } = useView()
  const href = useHref(view)
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  const any = t('referrals.waiting.any')
  const active = [
    filter.language && { label: names.of(filter.language) ?? filter.language, removeHref: href({ language: null }) },
    filter.place && { label: filter.place, removeHref: href({ place: null }) },
    filter.before && {
      label: t('referrals.waiting.beforeOn', { date: date(filter.before) }),
      removeHref: href({ before: null }),
    },
    filter.band && { label: t(`referrals.band.${filter.band}`), removeHref: href({ band: null }) },
    filter.halfDay && { label: halfDayIn(t, filter.halfDay), removeHref: href({ halfDay: null }) },
    filter.need && { label: t(`referrals.needs.${filter.need as 'breaks'}`), removeHref: href({ need: null }) },
    filter.reach && { label: t(`referrals.reach.${filter.reach}`), removeHref: href({ reach: null }) },
  ].filter((chip): chip is { label: string; removeHref: string } => Boolean(chip))
  return (
    <Filters
      action={paths.waitingList({ programmeId: programme.id })}
      active={active}
      resetHref={href({
        language: null,
        place: null,
        before: null,
        band: null,
        halfDay: null,
        need: null,
        reach: null,
      })}
      result={t('referrals.waiting.count', { count: counts.total })}
    >
      {filter.stage && <Hidden name="stage" value={filter.stage} />}
      {mode === 'calls' && <Hidden name="mode" value="calls" />}
      <Field
        name="language"
        type="select"
        width="short"
        label={t('referrals.groupLanguage')}
        value={filter.language ?? ''}
        empty={any}
        options={programme.settings.languages.map((value) => ({ value, label: names.of(value) ?? value }))}
      />
      <Field
        name="band"
        type="select"
        width="short"
        label={t('referrals.waiting.level')}
        value={filter.band ?? ''}
        empty={any}
        options={bands.map((value) => ({ value, label: t(`referrals.band.${value}`) }))}
      />
      <Field
        name="halfDay"
        type="select"
        width="short"
        label={t('referrals.waiting.halfDay')}
        value={filter.halfDay ?? ''}
        empty={any}
        options={halfDays.map((value) => ({ value, label: halfDayIn(t, value) }))}
      />
      <Field name="place" label={t('referrals.place')} width="short" value={filter.place ?? ''} suggestions={places} />
      <Field
        name="need"
        type="select"
        width="short"
        label={t('referrals.needs')}
        value={filter.need ?? ''}
        empty={any}
        options={needs.map((value) => ({ value, label: t(`referrals.needs.${value}`) }))}
      />
      <Field
        name="reach"
        type="select"
        width="short"
        label={t('referrals.reach')}
        value={filter.reach ?? ''}
        empty={any}
        options={reaches.map((value) => ({ value, label: t(`referrals.reach.${value}`) }))}
      />
      <Field name="before" type="date" label={t('referrals.waiting.before')} value={filter.before ?? ''} />
      <Field
        name="sort"
        type="select"
        width="short"
        label={t('referrals.waiting.sort')}
        value={filter.sort}
        options={sorts.map((value) => ({ value, label: t(`referrals.sort.${value}`) }))}
      />
    </Filters>
  )
}

/** On paper for the telephone: with room to write. */
export function PrintedCallsPage(view: WaitingView) {
  const { t, lang } = useView()
  return (
    <PrintLayout
      title={t('referrals.waiting.calls')}
      lead={titleIn(view.programme, lang)}
      back={{
        href: paths.waitingList({ programmeId: view.programme.id }, filterQuery(view.filter)),
        label: t('referrals.waiting.title'),
      }}
    >
      <Table
        caption={t('referrals.waiting.calls')}
        hideCaption
        rows={view.rows}
        rowKey={(r) => r.enrolmentId}
        columns={[
          { label: t('referrals.person'), head: true, cell: (r) => fullName(r) },
          { label: t('people.phone'), cell: (r) => r.phone ?? '–' },
          { label: t('people.language'), cell: (r) => (r.contactLanguage ?? '–').toUpperCase() },
          { label: t('referrals.attempts'), cell: (r) => <LastAttempt row={r} /> },
          { label: t('referrals.waiting.note'), cell: () => <span class="sign-line" /> },
        ]}
      />
    </PrintLayout>
  )
}
