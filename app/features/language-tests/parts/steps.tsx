import { Status, useView } from '../../../shared/ui/index.ts'
import type { ThenAndNow } from '../language-test.ts'

/** How many steps up it went, or that it stayed. */
export function StepsWords({ one }: { one: ThenAndNow }) {
  const { t } = useView()
  if (one.first.on === one.last.on) return null
  if (one.steps > 0)
    return (
      <span class="nowrap">
        <Status kind="done">{t('languageTests.steps.up', { count: one.steps })}</Status>
      </span>
    )
  if (one.steps < 0) return <Status kind="none">{t('languageTests.steps.down', { count: -one.steps })}</Status>
  return <Status kind="none">{t('languageTests.steps.same')}</Status>
}
