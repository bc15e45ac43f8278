/**
 * Theme → situation → target and action, as the reference tables of Carnet de bord have them. Their labels are French; themes,
 * situations and targets have labels of ours in the other languages, actions name French institutions and stay French.
 */
import { type LocalText, textIn } from '../../shared/i18n/text.ts'
import raw from './diagnostic-socio-pro.json' with { type: 'json' }
import own from './labels.json' with { type: 'json' }

export type DiagnosisTheme = Readonly<{ key: string; label: LocalText }>
/** `code`: the theme and the French label without accents; what is stored, so it must not change. */
export type DiagnosisEntry = Readonly<{ code: string; theme: string; label: LocalText }>

/** What stands in place of a situation where the person does not tell: an answer, not a gap. */
export const notDisclosed = 'not-disclosed'

const others: Readonly<Record<string, LocalText>> = own.labels
// The published labels have stray blanks and one stray quotation mark.
const tidy = (label: string) =>
  label
    .replace(/\s+/g, ' ')
    .replace(/'/g, '’')
    .replace(/\s*"$/, '')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')')
    .replace(/ ?([:;?!])/g, '\u00a0$1')
    .trim()
const textOf = (label: string): LocalText => ({ fr: tidy(label), ...others[label] })

const slug = (label: string) =>
  label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const entries = (rows: readonly { theme: string; label: string }[]): readonly DiagnosisEntry[] =>
  rows.map(({ theme, label }) => ({ code: `${theme}/${slug(label)}`, theme, label: textOf(label) }))

export const diagnosisThemes: readonly DiagnosisTheme[] = raw.themes.map(({ name, label }) => ({
  key: name,
  label: textOf(label),
}))
export const situationsOf = (theme: string) => situations.filter((one) => one.theme === theme)
export const targetsOf = (theme: string) => targets.filter((one) => one.theme === theme)
export const actionsOf = (theme: string) => actions.filter((one) => one.theme === theme)

const situations = entries(raw.situations)
const targets = entries(raw.targets)
const actions = entries(raw.actions)
const byCode = new Map([...situations, ...targets, ...actions].map((one) => [one.code, one]))

/** The label of a code in a language; `found` says in which it is. A code that is no longer known is shown as it is. */
export function diagnosisLabel(code: string, language: string): { text: string; found: string } {
  const entry = byCode.get(code)
  return entry ? textIn(preferFrench(entry.label), language) : { text: code, found: 'fr' }
}

export function themeLabel(key: string, language: string): string {
  const theme = diagnosisThemes.find((one) => one.key === key)
  return theme ? textIn(theme.label, language).text : key
}

/** Where we have no label of ours the published French one is shown, not another translation. */
const preferFrench = (label: LocalText): LocalText => (label.de ? label : { fr: label.fr })
