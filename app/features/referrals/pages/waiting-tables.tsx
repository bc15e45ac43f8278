import type { StageKind } from '../../../blueprints/blueprint.ts'
import { isLanguageLevelCode, languageLevel } from '../../../data/language-levels.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { Table, Tag, useView, type View } from '../../../shared/ui/index.ts'
import { contactLanguages } from '../../people/languages.ts'
import { fullName } from '../../people/person.ts'
import { type Programme, stageLabel } from '../../programmes/programme.ts'
import { HalfDayLines, NeedTags } from '../parts/positioning-facts.tsx'
import { StageStatus } from '../parts/stage.tsx'
import { paths } from '../paths.ts'
import { withheldLevel } from '../positioning.ts'
import { filterQuery, type WaitingFilter } from '../waiting.ts'
import type { Waiting } from '../waiting-store.ts'
import { QuickCall } from './contacts.tsx'

export type WaitingView = {
  programme: Programme
  filter: WaitingFilter
  rows: Waiting[]
  counts: { total: number; byKind: Partial<Record<StageKind, number>> }
  pages: number
  places: string[]
  /** `calls`: to ring people up; else to compose groups. */
  mode: 'list' | 'calls'
  /** Whether the reader makes groups from the list. */
  mayCompose: boolean
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

export const useHref = ({ programme, filter, mode }: WaitingView) => {
  const calls: Record<string, string> = mode === 'calls' ? { mode: 'calls' } : {}
  return (change: Partial<WaitingFilter> = {}, also: Record<string, string | undefined> = calls) =>
    paths.waitingList({ programmeId: programme.id }, { ...filterQuery(filter, change), ...also })
}

export function halfDayIn(t: View['t'], halfDay: string) {
  const [day, half] = halfDay.split('-') as ['mon', 'am']
  return t('referrals.halfDay', { day: t(`ui.day.${day}.short`), half: t(`referrals.half.${half}`) })
}

const Age = ({ row }: { row: Waiting }) => {
  const { t, date } = useView()
  return <span title={date(row.registeredOn)}>{t('referrals.waiting.days', { count: row.days })}</span>
}

export function LastAttempt({ row }: { row: Waiting }) {
  const { t, date } = useView()
  if (!row.lastAttempt) return <>–</>
  return (
    <>
      {t('referrals.waiting.attempt', {
        count: row.attempts,
        result: t(`referrals.result.${row.lastAttempt.result}`),
        date: date(row.lastAttempt.on),
      })}
    </>
  )
}

function OralLevel({ row }: { row: Waiting }) {
  const { t, lang } = useView()
  if (row.oralLevel === withheldLevel) return <>{t('referrals.levels.not-disclosed')}</>
  if (!row.oralLevel || !isLanguageLevelCode(row.oralLevel) || row.oralLevel === 'not-assessed')
    return <span class="unknown">{t('referrals.notKnown')}</span>
  return <span title={textIn(languageLevel(row.oralLevel).label, lang).text}>{row.oralLevel}</span>
}

export function ListTable({ programme, rows }: WaitingView) {
  const { t, lang, date, today } = useView()
  return (
    <Table
      caption={t('referrals.waiting.title')}
      hideCaption
      rows={rows}
      rowKey={(r) => r.enrolmentId}
      testId="waiting-list"
      columns={[
        {
          label: t('referrals.waiting.choose'),
          hideLabel: true,
          cell: (r) => (
            <label class="check">
              <input type="checkbox" name="enrolmentId" value={r.enrolmentId} />
              <span class="visually-hidden">{t('referrals.waiting.choose.of', { name: fullName(r) })}</span>
            </label>
          ),
        },
        {
          label: t('referrals.person'),
          head: true,
          cell: (r) => <a href={paths.enrolment({ enrolmentId: r.enrolmentId })}>{fullName(r)}</a>,
        },
        {
          label: t('referrals.stage'),
          cell: (r) => (
            <>
              <StageStatus kind={r.kind} label={stageLabel(programme.settings.stages, r.stage, lang)} />
              <small class="block" title={date(r.registeredOn)}>
                {t('referrals.waiting.waits', { count: r.days })}
              </small>
            </>
          ),
        },
        {
          label: t('referrals.waiting.level'),
          cell: (r) => (
            <>
              {(r.groupLanguage ?? '–').toUpperCase()} <OralLevel row={r} />
            </>
          ),
        },
        {
          label: t('referrals.halfDays'),
          cell: (r) => (
            <>
              {r.halfDays ? (
                <HalfDayLines halfDays={r.halfDays} />
              ) : (
                <span class="unknown">{t('referrals.notKnown')}</span>
              )}
              {r.earliestStart && r.earliestStart > today && (
                <small class="block nowrap">{t('referrals.waiting.from', { date: date(r.earliestStart) })}</small>
              )}
            </>
          ),
        },
        {
          label: t('referrals.waiting.placeAndNeeds'),
          cell: (r) => (
            <>
              {r.place ?? '–'}
              {r.needs && <NeedTags needs={r.needs} />}
            </>
          ),
        },
        { label: t('referrals.attempts'), cell: (r) => <LastAttempt row={r} /> },
      ]}
    />
  )
}

/** For the telephone: number, language, what was tried; one press notes the call and comes back here. */
export function CallTable(view: WaitingView) {
  const { t, lang } = useView()
  const href = useHref(view)
  const languages = new Map(contactLanguages({ lang: lang as 'fr' }).map((l) => [l.value, l.label]))
  return (
    <Table
      caption={t('referrals.waiting.calls')}
      hideCaption
      rows={view.rows}
      rowKey={(r) => r.enrolmentId}
      testId="calls"
      columns={[
        {
          label: t('referrals.person'),
          head: true,
          cell: (r) => <a href={paths.enrolment({ enrolmentId: r.enrolmentId })}>{fullName(r)}</a>,
        },
        {
          label: t('people.phone'),
          cell: (r) =>
            r.phone ? (
              <a class="nowrap" href={`tel:${r.phone.replace(/[^+\d]/g, '')}`}>
                {r.phone}
              </a>
            ) : (
              '–'
            ),
        },
        {
          label: t('people.language'),
          cell: (r) => (
            <>
              {languages.get(r.contactLanguage ?? '') ?? r.contactLanguage ?? '–'}
              {r.interpreter && (
                <>
                  {' '}
                  <Tag>{t('referrals.needs.interpreter')}</Tag>
                </>
              )}
            </>
          ),
        },
        { label: t('referrals.waiting.since'), number: true, cell: (r) => <Age row={r} /> },
        { label: t('referrals.attempts'), cell: (r) => <LastAttempt row={r} /> },
        {
          label: t('referrals.waiting.note'),
          hideLabel: true,
          cell: (r) => <QuickCall enrolmentId={r.enrolmentId} name={fullName(r)} back={href()} few />,
        },
      ]}
    />
  )
}
