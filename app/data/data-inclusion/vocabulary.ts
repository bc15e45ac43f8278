/** The vocabulary of data·inclusion: what services are about, whom they are for, how one gets in. Origin in the JSON. */
import type { Text } from '../../shared/i18n/text.ts'
import legacyRaw from './legacy.json' with { type: 'json' }
import raw from './vocabulary.json' with { type: 'json' }

export type Term = Readonly<{ id: string; label: Text }>

const lists = {
  /** What themes belong to; also a theme of its own when no finer one is known. */
  categories: raw.categories,
  /** `category--theme`. */
  themes: raw.themes,
  audiences: raw.audiences,
  kinds: raw.kinds,
  fees: raw.fees,
  modes: raw.modes,
  /** How somebody gets in touch. */
  ways: raw.ways,
  /** Who may get in touch. */
  callers: raw.callers,
} satisfies Record<string, readonly Term[]>

export type ListName = keyof typeof lists

export const terms = (list: ListName): readonly Term[] => lists[list]
export const termIds = (list: ListName): string[] => lists[list].map(({ id }) => id)
/** Themes a service may have here: the fine ones, and categories for those of which no more is known. */
export const themeIds: readonly string[] = [...termIds('categories'), ...termIds('themes')]

const byId = new Map<string, Text>(Object.values(lists).flatMap((list: readonly Term[]) => list.map((one) => [one.id, one.label])))

/** The label of a code; undefined when the vocabulary does not know it. */
export const termLabel = (id: string): Text | undefined => byId.get(id)
export const categoryOf = (theme: string): string => theme.split('--')[0]!

/** What became of the codes before version 1. null: no present code says it. */
export const legacy = legacyRaw as Readonly<{
  themes: Readonly<Record<string, string>>
  audiences: Readonly<Record<string, string | null>>
  /** The old words of audiences that have no present code. */
  audienceLabels: Readonly<Record<string, string>>
  kinds: Readonly<Record<string, string>>
  fees: Readonly<Record<string, string>>
  ways: Readonly<Record<string, string | null>>
}>
