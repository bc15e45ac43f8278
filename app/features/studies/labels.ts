/** The words of factors and levels. */
import type { MessageKey, Translate } from '../../shared/i18n/i18n.ts'
import { levelsOf, withheld } from './covariates.ts'
import type { Factor, UnitKind } from './study.ts'

/** A group and a person are described by different things under one name: their oral level is a mean there. */
export const factorLabel = (factor: Factor, unit: UnitKind, t: Translate): string =>
  t(`studies.factor.${unit}.${factor}` as MessageKey)

/** Languages by their names, bands in words; sites and places stand for themselves. */
export function levelLabel(factor: Factor, level: string, { t, lang }: { t: Translate; lang: string }): string {
  if (factor === 'language') return languageName(level, lang)
  const known: readonly string[] = (levelsOf as Partial<Record<Factor, readonly string[]>>)[factor] ?? []
  if (!known.includes(level)) return level
  return level === withheld ? t('studies.level.not-disclosed') : t(`studies.level.${factor}.${level}` as MessageKey)
}

function languageName(code: string, lang: string): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
