import { Next as NextView, useView } from '../../../shared/ui/index.ts'
import { isLate, type Next } from '../next.ts'

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
