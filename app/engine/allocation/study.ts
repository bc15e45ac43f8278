// Where a study stands after its entries, and what may come next.
import type { Act, AllocationData, Author, Entry, Protocol, UnitData } from './log.ts'

type Mark = Readonly<{ by: Author; at: string }>

export type StudyUnit = Readonly<{
  number: number
  levels: readonly string[]
  allowed: readonly number[] | null
  reason: string | null
  saved: Mark
  /** Undefined until the arm is drawn. */
  allocation: (Mark & AllocationData) | undefined
  overrides: readonly (Mark & Readonly<{ arm: string; reason: string }>)[]
}>

export type Study = Readonly<{
  protocol: Protocol
  setUp: Mark
  commitment: (Mark & Readonly<{ commitment: string }>) | undefined
  units: readonly StudyUnit[]
  closure: (Mark & Readonly<{ reason: string }>) | undefined
  /** Known once the study is closed. */
  seed: string | undefined
  /** The kind of the last entry. */
  last: Act['kind']
}>

/** Which kinds of entries may follow which: an arm is drawn right after its unit was saved, and nothing comes between. */
export const follows: Readonly<Record<Act['kind'], readonly (Act['kind'] | 'nothing')[]>> = {
  protocol: ['nothing'],
  commitment: ['protocol'],
  unit: ['commitment', 'allocation', 'override'],
  allocation: ['unit'],
  override: ['allocation', 'override'],
  closure: ['protocol', 'commitment', 'allocation', 'override'],
  seed: ['closure'],
}

/** The study after one more entry; undefined when that entry may not come here. */
export function advance(study: Study | undefined, entry: Entry): Study | undefined {
  if (!follows[entry.kind]?.includes(study?.last ?? 'nothing')) return undefined
  const mark = { by: entry.by, at: entry.at }
  if (entry.kind === 'protocol')
    return {
      protocol: entry.data,
      setUp: mark,
      commitment: undefined,
      units: [],
      closure: undefined,
      seed: undefined,
      last: 'protocol',
    }
  if (!study) return undefined
  const next = { ...study, last: entry.kind }
  switch (entry.kind) {
    case 'commitment':
      return entry.by.id === study.setUp.by.id ? undefined : { ...next, commitment: { ...mark, ...entry.data } }
    case 'unit': {
      const { unit, levels, allowed, reason } = entry.data
      if (isDrawer(study, entry) || unit !== study.units.length + 1 || !fits(study.protocol, entry.data))
        return undefined
      const saved = { number: unit, levels, allowed, reason, saved: mark, allocation: undefined, overrides: [] }
      return { ...next, units: [...study.units, saved] }
    }
    case 'allocation': {
      if (isDrawer(study, entry) || entry.data.unit !== study.units.length) return undefined
      return withUnit(next, entry.data.unit, (unit) => ({ ...unit, allocation: { ...mark, ...entry.data } }))
    }
    case 'override': {
      const { unit, arm, reason } = entry.data
      if (isDrawer(study, entry) || !study.units[unit - 1]) return undefined
      return withUnit(next, unit, (one) => ({ ...one, overrides: [...one.overrides, { ...mark, arm, reason }] }))
    }
    case 'closure':
      return { ...next, closure: { ...mark, ...entry.data } }
    case 'seed':
      return study.commitment ? { ...next, seed: entry.data.seed } : undefined
  }
}

const fits = ({ factors, arms }: Protocol, { levels, allowed }: UnitData) =>
  levels.length === factors.length && (allowed === null || allowed.every((arm) => arm < arms.length))

const isDrawer = (study: Study, entry: Entry) => study.commitment?.by.id === entry.by.id

const withUnit = (study: Study, number: number, change: (unit: StudyUnit) => StudyUnit): Study => ({
  ...study,
  units: study.units.map((unit) => (unit.number === number ? change(unit) : unit)),
})

/** The unit whose arm is to be drawn now. */
export const pendingUnit = ({ units }: Study): StudyUnit | undefined => {
  const unit = units.at(-1)
  return unit && !unit.allocation ? unit : undefined
}

/** The arm that a unit really got: that of its last override, else the one drawn. */
export const deliveredArm = (unit: StudyUnit): string | undefined => unit.overrides.at(-1)?.arm ?? unit.allocation?.arm
