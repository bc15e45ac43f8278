import {
  Actions,
  Button,
  EmptyState,
  Field,
  Filters,
  Form,
  Pagination,
  Refusal,
  StaffLayout,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { languageName } from '../../groups/parts/tabs.tsx'
import { fullName } from '../../people/person.ts'
import { stageLabel } from '../../programmes/programme.ts'
import { paths as referrals } from '../../referrals/paths.ts'
import type { WaitingPerson } from '../candidates.store.ts'
import type { Composition } from '../composition.ts'
import { type CandidateFilter, filterQuery, known } from '../filter.ts'
import { languagesOf, missingOf } from '../list.ts'
import { useCrumbs } from '../parts.tsx'
import { paths } from '../paths.ts'
import type { Situation } from '../view.ts'

export type CandidatesView = Pick<Situation, 'composition' | 'programme'> & {
  filter: CandidateFilter
  /** Those who wait, under the filter, on this page. */
  shown: WaitingPerson[]
  /** How many there are under the filter, on all pages. */
  found: number
  pages: number
  waiting: number
  chosen: number
  places: string[]
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** Who of the waiting list is to be placed. What the filter hides stays as it was. */
export function CandidatesPage(view: CandidatesView) {
  const { composition, shown, filter } = view
  const { t } = useView()
  const crumbs = useCrumbs(view)
  return (
    <StaffLayout
      title={t('compositions.candidates.title')}
      lead={t('compositions.candidates.lead', { chosen: view.chosen, waiting: view.waiting })}
      crumbs={crumbs}
      width="wide"
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <WaitingFilters {...view} />
      {shown.length === 0 ? (
        <EmptyState title={t('compositions.candidates.none')} />
      ) : (
        <Form
          action={hrefOf(composition, filter, { page: filter.page })}
          label={t('compositions.candidates.title')}
          testId="candidates-form"
        >
          <Choose count={view.found} />
          <People {...view} />
          <Choose count={view.found} again />
        </Form>
      )}
      <Pagination page={filter.page} pages={view.pages} hrefFor={(page) => hrefOf(composition, filter, { page })} />
    </StaffLayout>
  )
}

/** Above and below the list: with script off, sixty rows are long. */
function Choose({ count, again }: { count: number; again?: boolean }) {
  const { t } = useView()
  return (
    <Actions>
      <Button kind="primary" name="do" value="save" testId={again ? undefined : 'save-candidates'}>
        {t('compositions.candidates.save')}
      </Button>
      <Button name="do" value="all" testId={again ? undefined : 'take-all'}>
        {t('compositions.candidates.all', { count })}
      </Button>
      <Button kind="quiet" name="do" value="none" testId={again ? undefined : 'take-none'}>
        {t('compositions.candidates.takeNone')}
      </Button>
    </Actions>
  )
}

function People({ programme, shown }: CandidatesView) {
  const { t, lang } = useView()
  const { languages, stages } = programme.settings
  return (
    <Table
      caption={t('compositions.candidates.title')}
      hideCaption
      rows={shown}
      rowKey={(one) => one.enrolmentId}
      testId="candidates"
      columns={[
        {
          label: t('compositions.candidates.take'),
          hideLabel: true,
          cell: (one) => (
            <input
              type="checkbox"
              class="tick"
              name="enrolmentId"
              value={one.enrolmentId}
              checked={one.isCandidate}
              aria-label={t('compositions.candidates.take.of', { name: fullName(one) })}
            />
          ),
        },
        {
          label: t('referrals.person'),
          head: true,
          cell: (one) => <a href={referrals.enrolment({ enrolmentId: one.enrolmentId })}>{fullName(one)}</a>,
        },
        {
          label: t('compositions.since'),
          cell: (one) => (
            <div>
              <Since day={one.registeredOn} />
              <small class="block">{stageLabel(stages, one.stage, lang)}</small>
            </div>
          ),
        },
        {
          label: t('compositions.languages'),
          cell: (one) => <Known words={languagesOf(one, languages).map((code) => languageName(code, lang))} />,
        },
        { label: t('referrals.place'), cell: (one) => <Known words={one.place ? [one.place] : []} /> },
        {
          label: t('compositions.notKnown'),
          cell: (one) => {
            const missing = missingOf(one, languages)
            return missing.length > 0 ? t('compositions.notKnown.count', { count: missing.length }) : '–'
          },
        },
      ]}
    />
  )
}

function Since({ day }: { day: string }) {
  const { date } = useView()
  return <span class="nowrap">{date(day)}</span>
}

function Known({ words }: { words: string[] }) {
  const { t } = useView()
  return words.length > 0 ? <span>{words.join(', ')}</span> : <span class="unknown">{t('ui.unknown')}</span>
}

function WaitingFilters(view: CandidatesView) {
  const { composition, programme, filter, places } = view
  const { t, lang, date } = useView()
  const { languages, stages } = programme.settings
  const any = t('referrals.waiting.any')
  const href = (change: Partial<CandidateFilter>) => hrefOf(composition, filter, change)
  const active = [
    filter.stage && { label: stageLabel(stages, filter.stage, lang), removeHref: href({ stage: null }) },
    filter.language && { label: languageName(filter.language, lang), removeHref: href({ language: null }) },
    filter.place && { label: filter.place, removeHref: href({ place: null }) },
    filter.before && {
      label: t('referrals.waiting.beforeOn', { date: date(filter.before) }),
      removeHref: href({ before: null }),
    },
    filter.known && { label: t(`compositions.known.${filter.known}`), removeHref: href({ known: null }) },
  ].filter((chip): chip is { label: string; removeHref: string } => Boolean(chip))
  return (
    <Filters
      action={paths.candidates({ compositionId: composition.id })}
      active={active}
      resetHref={paths.candidates({ compositionId: composition.id })}
      result={t('compositions.candidates.shown', { count: view.found })}
    >
      <Field
        name="stage"
        type="select"
        width="short"
        label={t('referrals.stage')}
        value={filter.stage ?? ''}
        empty={any}
        options={stages.map((stage) => ({ value: stage.key, label: stageLabel(stages, stage.key, lang) }))}
      />
      <Field
        name="language"
        type="select"
        width="short"
        label={t('referrals.groupLanguage')}
        value={filter.language ?? ''}
        empty={any}
        options={languages.map((value) => ({ value, label: languageName(value, lang) }))}
      />
      <Field
        name="place"
        type="select"
        width="short"
        label={t('referrals.place')}
        value={filter.place ?? ''}
        empty={any}
        options={places.map((value) => ({ value, label: value }))}
      />
      <Field name="before" type="date" label={t('referrals.waiting.before')} value={filter.before ?? ''} />
      <Field
        name="known"
        type="select"
        width="short"
        label={t('compositions.known')}
        value={filter.known ?? ''}
        empty={any}
        options={known.map((value) => ({ value, label: t(`compositions.known.${value}`) }))}
      />
    </Filters>
  )
}

const hrefOf = (composition: Composition, filter: CandidateFilter, change: Partial<CandidateFilter>) =>
  paths.candidates({ compositionId: composition.id }, filterQuery(filter, change))
