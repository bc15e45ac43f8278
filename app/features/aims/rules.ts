import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { type AimCount, type AimResultKey, aimResults, withheldKind } from './aim.ts'

/** A date has come already, and is not before what it is about. */
export function dating(
  on: PlainDate,
  { today, from }: { today: PlainDate; from?: PlainDate | undefined },
): Decision<PlainDate> {
  if (on > today) return refuse('aims.on.future')
  if (from !== undefined && on < from) return refuse('aims.on.beforeAim')
  return accept(on)
}

/** Of one kind of aim: how many people, and of them how many with which result. */
export type AimRow = { kind: string; people: number; byResult: Record<AimResultKey | 'none', number> }

/** One row for each kind of the blueprint, then for what is not disclosed, then for kinds that the blueprint no longer has. */
export function rowsOf(kinds: readonly string[], counts: readonly AimCount[]): AimRow[] {
  const others = [...new Set(counts.map(({ kind }) => kind))].filter(
    (kind) => kind !== withheldKind && !kinds.includes(kind),
  )
  return [...kinds, withheldKind, ...others.toSorted()].map((kind) => {
    const own = counts.filter((one) => one.kind === kind)
    const of = (result: AimResultKey | null) =>
      own.filter((one) => one.result === result).reduce((sum, { people }) => sum + people, 0)
    return {
      kind,
      people: own.reduce((sum, { people }) => sum + people, 0),
      byResult: {
        ...(Object.fromEntries(aimResults.map((result) => [result, of(result)])) as Record<AimResultKey, number>),
        none: of(null),
      },
    }
  })
}
