import { Next as NextView, useView } from '../../../shared/ui/index.ts'
import { isLate, type Next } from '../next.ts'

/** The same in a cell of a table, whose head says "next". */
export function NextCell({ next }: { next: Next | null }) {
  const { t, date, today } = useView()
  if (!next) return <span class="unknown">{t('referrals.next.none')}</span>
  const late = isLate(next, today)
  return (
    <span class={late ? 'next-cell late' : 'next-cell'} data-testid="next">
      <strong>{next.name ?? t(`referrals.who.${next.who}`)}</strong> {t(`referrals.next.${next.what}`)}
      {next.by && (
        <>
          {' '}
          <small class="nowrap">{t(late ? 'ui.next.late' : 'ui.next.by', { date: date(next.by) })}</small>
        </>
      )}
    </span>
  )
}

/** The one line: next, who must do what by when. Says so when nothing is outstanding. */
export function NextLine({ next, href }: { next: Next | null; href?: string }) {
  const { t, date, today } = useView()
  if (!next) return <p class="next none">{t('referrals.next.none')}</p>
  return (
    <NextView
      who={next.name ?? t(`referrals.who.${next.who}`)}
      what={t(`referrals.next.${next.what}`)}
      by={next.by ? date(next.by) : undefined}
      late={isLate(next, today)}
      href={href}
    />
  )
}
