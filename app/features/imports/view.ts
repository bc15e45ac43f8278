// What the preview shows of each row, shaped once: the page asks nothing and decides nothing.
import type { DuplicateReason, Outcome } from './classify.ts'
import type { FieldDifference } from './differences.ts'
import type { Choice } from './import.ts'
import type { KnownPerson, PersonCommand, Reason, RowError } from './imports.ts'
import type { Look } from './look.ts'

export const shown = ['attention', 'create', 'update', 'unchanged', 'error', 'duplicate'] as const
export type Shown = (typeof shown)[number]

export type RowView = {
  row: number
  who: string
  notices: Reason[]
} & (
  | { kind: 'create' | 'unchanged' }
  | { kind: 'update'; differences: FieldDifference[]; otherName: boolean }
  | { kind: 'error'; errors: RowError[] }
  | { kind: 'duplicate'; with: 'file'; rows: { row: number; who: string }[]; duplicate: DuplicateView }
  | { kind: 'duplicate'; with: 'site'; people: KnownPerson[]; duplicate: DuplicateView }
)
export type DuplicateView = {
  reason: DuplicateReason
  command: PersonCommand
  choice: Choice | undefined
  mayCreate: boolean
}

export const rowsPerPage = 25

/** How many rows are of each kind, as the file was sorted. */
export function countsOf(outcomes: Outcome[]): Record<Exclude<Shown, 'attention'>, number> {
  const counts = { create: 0, update: 0, unchanged: 0, error: 0, duplicate: 0 }
  for (const outcome of outcomes) counts[outcome.kind] += 1
  return counts
}

/** One page of the rows of a kind; `attention` are those that somebody has to look at. */
export function rowsOf(look: Look, kind: Shown, page: number): { rows: RowView[]; pages: number; page: number } {
  const wanted = look.preview.outcomes.filter((outcome) =>
    kind === 'attention' ? outcome.kind === 'error' || outcome.kind === 'duplicate' : outcome.kind === kind,
  )
  const pages = Math.max(1, Math.ceil(wanted.length / rowsPerPage))
  const now = Math.min(page, pages)
  const people = new Map(look.known.map((person) => [person.id, person]))
  const said = new Map(look.choices.map((choice) => [choice.row, choice]))
  const rows = wanted.slice((now - 1) * rowsPerPage, now * rowsPerPage).map((outcome): RowView => {
    const { who, notices } = look.preview
    const base = {
      row: outcome.row,
      who: who.get(outcome.row) || '–',
      notices: notices.filter(({ row }) => row === outcome.row),
    }
    switch (outcome.kind) {
      case 'update':
        return { ...base, kind: 'update', differences: outcome.differences, otherName: outcome.otherName }
      case 'error':
        return { ...base, kind: 'error', errors: outcome.errors }
      case 'duplicate': {
        const { command, reason } = outcome
        const duplicate = {
          command,
          reason,
          choice: said.get(outcome.row),
          mayCreate: Boolean(command.person.firstName),
        }
        return outcome.with === 'file'
          ? {
              ...base,
              kind: 'duplicate',
              with: 'file',
              duplicate,
              rows: outcome.ids.map((row) => ({ row, who: who.get(row) ?? '' })),
            }
          : {
              ...base,
              kind: 'duplicate',
              with: 'site',
              duplicate,
              people: outcome.ids.flatMap((id) => people.get(id) ?? []),
            }
      }
      default:
        return { ...base, kind: outcome.kind }
    }
  })
  return { rows, pages, page: now }
}
