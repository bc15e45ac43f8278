import type { PlainDate } from '../../shared/time/dates.ts'
import type { Mapping } from './mapping.ts'

/** How many rows became what when an import was confirmed. `leftOut`: duplicates that somebody decided not to write. */
export type ImportFigures = {
  rows: number
  created: number
  updated: number
  unchanged: number
  rejected: number
  leftOut: number
}

/** A file of people that somebody brought: looked at, then confirmed or discarded, perhaps undone. */
export type Import = {
  id: string
  userId: string
  institutionId: string
  fileName: string
  mapping: Mapping
  createdAt: Date
  confirmedAt: Date | null
  confirmedOn: PlainDate | null
  undoneAt: Date | null
  figures: ImportFigures | null
  /** The file and what undoing needs are still there. */
  isKept: boolean
}

/** What somebody said of a row that is perhaps someone twice. `personId` only with `same`. */
export const choices = ['same', 'another', 'leave-out'] as const
export type Choice = { row: number; choice: (typeof choices)[number]; personId: string | null }
