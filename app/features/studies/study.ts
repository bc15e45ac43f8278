/** A study as the site knows it, and the words of its factors. The log and what follows from it are the engine's. */
import type { Line, Protocol } from '../../engine/allocation/log.ts'
import type { Verification } from '../../engine/allocation/replay.ts'
import type { Study, StudyUnit } from '../../engine/allocation/study.ts'

export const units = ['group', 'person'] as const
export type UnitKind = (typeof units)[number]

export const methods = ['blocks-v1', 'minimisation-v1'] as const
export type MethodName = (typeof methods)[number]

/** What a unit can be stratified or balanced by. */
export const factorsOf = {
  group: ['language', 'site', 'size', 'women', 'oral'],
  person: ['language', 'place', 'gender', 'age', 'oral', 'schooling'],
} as const satisfies Record<UnitKind, readonly string[]>
export type Factor = (typeof factorsOf)[UnitKind][number]

export const isFactor = (value: string): value is Factor =>
  Object.values(factorsOf).some((list) => (list as readonly string[]).includes(value))

export type StudyRecord = {
  id: string
  programmeId: string
  name: string
  lines: Line[]
  proof: Verification
  /** Where it stands, as far as its log can be read in order. */
  study: Study
}

/** A group or person that could be allocated. */
export type Waiting = { id: string; name: string; startsOn: string | null; members: number | null }

/** Whom a number of the log stands for; `name` is null when they were erased since. */
export type Named = { number: number; groupId: string | null; personId: string | null; name: string | null }

export const factorsIn = (protocol: Protocol): Factor[] => protocol.factors.filter(isFactor)

/** One unit with the study it is in: what the addresses below a study are about. */
export type UnitOfStudy = { record: StudyRecord; unit: StudyUnit }
