/** Pieces of the report's pages. */
import type { Language } from '../../../shared/i18n/languages.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { Status, useView } from '../../../shared/ui/index.ts'
import type { Speaker } from '../facts.ts'
import type { Frame } from '../report.ts'
import type { ReportState } from '../rules.ts'

/** The page's own words, for facts and documents. */
export function useSpeaker(): Speaker {
  const { t, date, lang } = useView()
  return { t: t as Speaker['t'], date: date as Speaker['date'], lang: lang as Language }
}

const kinds: Record<ReportState, 'active' | 'waiting' | 'done'> = {
  draft: 'active',
  read: 'waiting',
  sent: 'done',
  correcting: 'active',
  'read-again': 'waiting',
}

export function StateOf({ state }: { state: ReportState }) {
  const { t } = useView()
  return <Status kind={kinds[state]}>{t(`finalReports.state.${state}`)}</Status>
}

/** The names of somebody's parts, in the reader's language. */
export function usePartNames(parts: Frame['parts']) {
  const { lang } = useView()
  return (keys: readonly string[]) => keys.map((key) => textIn(parts[key] ?? {}, lang).text).join(', ')
}
