/** A document as data: what it says and in which order. How it looks and how it is tagged is the renderer's affair. */

/** One line of a cell. Dots always come with words beside them: shape and colour alone say nothing. */
export type Line = Readonly<{
  text: string
  strong?: boolean
  quiet?: boolean
  /** When it is not the document's language: someone's own words. */
  lang?: string
  /** Some space before it: what follows belongs together. */
  apart?: boolean
  dots?: Readonly<{
    /** How many are filled; null when not known. */
    value: number | null
    of: number
    /** Read aloud in place of the drawing, e.g. "2 of 4". */
    alt: string
  }>
}>

export type TableRow = Readonly<{
  /** The first cell is the row's header. */
  cells: readonly (readonly Line[])[]
  /** Below the cells over the whole width: evidence, remarks. */
  under?: readonly Line[]
}>

export type Block =
  | Readonly<{ kind: 'heading'; level: 1 | 2 | 3; text: string }>
  | Readonly<{ kind: 'paragraph'; text: string; quiet?: boolean; lang?: string }>
  | Readonly<{ kind: 'facts'; items: readonly Readonly<{ label: string; value: string; lang?: string }>[] }>
  | Readonly<{ kind: 'list'; items: readonly string[]; lang?: string }>
  | Readonly<{
      kind: 'table'
      columns: readonly Readonly<{ label: string /** Share of the width; all add up to 1. */; share: number }>[]
      rows: readonly TableRow[]
    }>

export type DocumentModel = Readonly<{
  /** BCP 47: one language per document, so that a screen reader speaks it right. */
  lang: string
  title: string
  author: string
  subject?: string
  /** Top right of every page after the first. */
  runningHead: string
  /** Bottom left of every page. */
  footnote: string
  /** Bottom right: "page 1 of 3" in the document's language. */
  pageOf: (page: number, pages: number) => string
  createdAt: Date
  blocks: readonly Block[]
}>
