/** Small things that several pages of a composition show. */
import type { MessageKey } from '../../shared/i18n/i18n.ts'
import { Notice, Tag, useView } from '../../shared/ui/index.ts'
import { titleIn } from '../programmes/programme.ts'
import type { Composition } from './composition.ts'
import type { Question } from './list.ts'
import { paths } from './paths.ts'
import type { Clash } from './rules.ts'
import type { Situation } from './view.ts'

/** The way back from a page of a composition: the list, then the composition. */
export function useCrumbs({ composition, programme }: Pick<Situation, 'composition' | 'programme'>) {
  const { lang, t } = useView()
  return [
    {
      href: paths.ofProgramme({ programmeId: programme.id }),
      label: t('compositions.of', { programme: titleIn(programme, lang) }),
    },
    { href: paths.show({ compositionId: composition.id }), label: composition.name },
  ]
}

/** `mon-am` as "Mon am". */
export function useHalfDay() {
  const { t } = useView()
  return (halfDay: string) => {
    const [day, half] = halfDay.split('-') as ['mon', 'am']
    return t('referrals.halfDay', { day: t(`ui.day.${day}.short`), half: t(`referrals.half.${half}`) })
  }
}

export function ModeTag({ mode }: Pick<Composition, 'mode'>) {
  const { t } = useView()
  return <Tag>{t(`compositions.mode.${mode}`)}</Tag>
}

/** That this one is history, and where its groups are. */
export function HistoryNotice({ composition }: { composition: Composition }) {
  const { t } = useView()
  if (composition.confirmationId)
    return (
      <Notice kind="done" testId="is-confirmed">
        <p>
          {t('compositions.confirmed')}{' '}
          <a
            href={paths.confirmation({ compositionId: composition.id, confirmationId: composition.confirmationId })}
            data-testid="to-confirmation"
          >
            {t('compositions.toConfirmation')}
          </a>
        </p>
      </Notice>
    )
  if (composition.setAsideAt)
    return (
      <Notice kind="info">
        <p>{t('compositions.isSetAside')}</p>
      </Notice>
    )
  return null
}

/** Each question of the sheet in a word or two. */
export const wordOf: Record<Question, MessageKey> = {
  groupLanguages: 'referrals.groupLanguages',
  'oral-reception': 'referrals.levels.abbr.oral-reception',
  'oral-production': 'referrals.levels.abbr.oral-production',
  reading: 'referrals.levels.abbr.reading',
  writing: 'referrals.levels.abbr.writing',
  schooling: 'referrals.schooling',
  birthYear: 'referrals.birthYear',
  gender: 'people.gender',
  place: 'referrals.place',
  mobile: 'referrals.mobile',
  halfDays: 'referrals.halfDays',
  childcare: 'referrals.childcare',
  earliestStart: 'referrals.earliestStart',
}

/** Groups that want the same person or room at once. */
export function ClashList({ clashes, coaches }: { clashes: readonly Clash[]; coaches: ReadonlyMap<string, string> }) {
  const { t, lang } = useView()
  const halfDay = useHalfDay()
  if (clashes.length === 0) return null
  const list = new Intl.ListFormat(lang, { type: 'unit', style: 'short' })
  return (
    <Notice kind="warning" title={t('compositions.clashes')} testId="clashes">
      <ul>
        {clashes.map((clash) => (
          <li key={`${clash.kind} ${clash.what} ${clash.offers.join(' ')}`}>
            {t('compositions.clash', {
              what: clash.kind === 'coach' ? (coaches.get(clash.what) ?? '') : clash.what,
              one: clash.offers[0],
              other: clash.offers[1],
              halfDays: list.format(clash.halfDays.map(halfDay)),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
