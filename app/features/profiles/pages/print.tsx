import { Notice, PrintLayout, useView } from '../../../shared/ui/index.ts'
import type { ProfilePaper } from '../document.ts'
import { PaperView } from './paper.tsx'

/** The version as a sheet to print, in any script. */
export function PrintPage({ paper, back }: { paper: ProfilePaper; back: string }) {
  const { t } = useView()
  return (
    <PrintLayout title={t('profiles.document.title')} back={{ href: back, label: t('profiles.back') }}>
      <PaperView paper={paper} />
      <p>{t('profiles.document.footnote', { name: paper.personName })}</p>
    </PrintLayout>
  )
}

export function UnreadablePage({ state }: { state: 'erased' | 'keyMissing' | 'damaged' }) {
  const { t } = useView()
  return (
    <PrintLayout title={t('profiles.document.title')}>
      <Notice kind="warning">{t(`vault.${state}`)}</Notice>
    </PrintLayout>
  )
}
