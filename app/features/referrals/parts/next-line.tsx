import { textIn } from '../../../shared/i18n/text.ts'
import { Next as NextView, useView } from '../../../shared/ui/index.ts'
import { isLate, type Next } from '../next.ts'

/** Who and what in words; a step of a chain is called as its programme calls it. */
function useNextWords() {
  const { t, lang } = useView()
  return (next: Next) => {
    const chain = next.orientation
    const who = chain ? textIn(chain.part, lang).text : t(`referrals.who.${next.who}`)
    const what = t(`referrals.next.${next.what}`, chain ? { step: textIn(chain.step, lang).text } : undefined)
    return { who: next.name ?? who, what }
  }
}

/** The same in a cell of a table, whose head says "next". */
export function NextCell({ next }: { next: Next | null }) {
  const { t, date, today } = useView()
  const wordsOf = useNextWords()
  if (!next) return <span class="unknown">{t('referrals.next.none')}</span>
  const late = isLate(next, today)
  const { who, what } = wordsOf(next)
  return (
    <span class={late ? 'next-cell late' : 'next-cell'} data-testid="next">
      <strong>{who}</strong> {what}
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
  const wordsOf = useNextWords()
  if (!next) return <p class="next none">{t('referrals.next.none')}</p>
  return <NextView {...wordsOf(next)} by={next.by ? date(next.by) : undefined} late={isLate(next, today)} href={href} />
}
