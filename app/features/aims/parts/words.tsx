import type { AimKind } from '../../../blueprints/parts/aims.ts'
import type { Translate } from '../../../shared/i18n/i18n.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { Status, useView } from '../../../shared/ui/index.ts'
import type { Opened } from '../../../shared/vault/vault.ts'
import { type Aim, type AimResult, withheldKind } from '../aim.ts'

/** The kind in words; one that the blueprint no longer has keeps its key. */
export function kindName(key: string, kinds: readonly AimKind[], { t, lang }: { t: Translate; lang: string }): string {
  if (key === withheldKind) return t('aims.withheld')
  const kind = kinds.find((one) => one.key === key)
  return kind ? textIn(kind.label, lang).text : key
}

export function Words({ opened }: { opened: Opened }) {
  const { t } = useView()
  if (opened.state !== 'open') return <span class="unknown">{t(`vault.${opened.state}`)}</span>
  return <span dir="auto">{opened.text}</span>
}

const kindOf = {
  reached: 'done',
  partly: 'active',
  'not-reached': 'stopped',
  changed: 'none',
  'not-disclosed': 'none',
} as const

export function ResultStatus({ result }: { result: AimResult['result'] }) {
  const { t } = useView()
  return <Status kind={kindOf[result]}>{t(`aims.result.${result}`)}</Status>
}

/** One aim with everything that was said of it. */
export function AimWords({ aim, kinds }: { aim: Aim; kinds: readonly AimKind[] }) {
  const { t, lang, date } = useView()
  return (
    <>
      <p class="actions">
        <strong>{kindName(aim.kind, kinds, { t, lang })}</strong>
        {aim.isDream && <Status kind="waiting">{t('aims.dream')}</Status>}
      </p>
      {aim.words && (
        <blockquote>
          <Words opened={aim.words} />
        </blockquote>
      )}
      {aim.way && (
        <p>
          {t('aims.way.label')} <Words opened={aim.way} />
        </p>
      )}
      {aim.reason && (
        <p>
          {t('aims.reason.label')} <Words opened={aim.reason} />
        </p>
      )}
      <small class="block">{t('aims.notedBy', { name: aim.by ?? '', date: date(aim.on) })}</small>
      {aim.results.map((one) => (
        <p key={one.id} data-testid="aim-result">
          <ResultStatus result={one.result} /> {one.words && <Words opened={one.words} />}
          <small class="block">{t('aims.notedBy', { name: one.by ?? '', date: date(one.on) })}</small>
        </p>
      ))}
    </>
  )
}
