import { categoryOf, termIds, termLabel, terms } from '../../../data/data-inclusion/vocabulary.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { type Option, Status, type StatusKind, useView } from '../../../shared/ui/index.ts'
import type { State } from '../partner.ts'

/** The label of a code in the reader's language; a code that is not known stands for itself. */
export function labelIn(id: string, lang: string): string {
  const label = termLabel(id)
  return label ? textIn(label, lang).text : id
}

/** Themes by category, the category itself first: for fields that ask for one. */
export function themeOptions(
  lang: string,
  allOf: (category: string) => string,
): { group: string; options: Option[] }[] {
  return terms('categories').map(({ id }) => {
    const group = labelIn(id, lang)
    const fine = termIds('themes').filter((theme) => categoryOf(theme) === id)
    return {
      group,
      options: [
        { value: id, label: allOf(group) },
        ...fine.map((theme) => ({ value: theme, label: labelIn(theme, lang) })),
      ],
    }
  })
}

export const termOptions = (list: Parameters<typeof terms>[0], lang: string): Option[] =>
  terms(list).map(({ id, label }) => ({ value: id, label: textIn(label, lang).text }))

/** What a partner is about: its categories, each once. */
export function Themes({ themes }: { themes: readonly string[] }) {
  const { lang } = useView()
  const categories = [...new Set(themes.map(categoryOf))]
  return (
    <ul class="tags">
      {categories.map((id) => (
        <li key={id}>{labelIn(id, lang)}</li>
      ))}
    </ul>
  )
}

const looks: Record<State, StatusKind> = {
  proposed: 'waiting',
  told: 'waiting',
  accepted: 'active',
  declined: 'stopped',
  'no-answer': 'attention',
  done: 'done',
}

export function ReferralStatus({ state }: { state: State }) {
  const { t } = useView()
  return <Status kind={looks[state]}>{t(`partners.state.${state}`)}</Status>
}
