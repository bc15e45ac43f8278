/** Small things that several pages of a composition show. */
import { Notice, Tag, useView } from '../../shared/ui/index.ts'
import { titleIn } from '../programmes/programme.ts'
import type { Composition } from './composition.ts'
import { paths } from './paths.ts'
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
