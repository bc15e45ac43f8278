/** What may happen in a study, and in which order. Each answer is the entry to write. */
import type { Act, AllocationData } from '../../engine/allocation/log.ts'
import { deliveredArm, pendingUnit, type Study, type StudyUnit } from '../../engine/allocation/study.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { Covariate } from './covariates.ts'

type ActOf<K extends Act['kind']> = Extract<Act, { kind: K }>

/** The seed is drawn by someone who neither set the study up nor enrols in it. */
export function drawingSeed(study: Study, actorId: string, commitment: string): Decision<ActOf<'commitment'>> {
  if (study.closure) return refuse('studies.refused.closed')
  if (study.commitment) return refuse('studies.refused.seedThere')
  if (takesPart(study, actorId)) return refuse('studies.refused.ownSeed')
  return accept({ kind: 'commitment', data: { commitment } })
}

/** Whoever set up the study, saved a unit, drew an arm or overrode one. */
const takesPart = (study: Study, actorId: string): boolean =>
  study.setUp.by.id === actorId ||
  study.units.some(
    ({ saved, allocation, overrides }) =>
      saved.by.id === actorId ||
      allocation?.by.id === actorId ||
      overrides.some((override) => override.by.id === actorId),
  )

/** What stops the next unit; null when it may be saved. */
export function saving(study: Study, actorId: string): { key: string } | null {
  if (study.closure) return { key: 'studies.refused.closed' }
  if (!study.commitment) return { key: 'studies.refused.noSeed' }
  if (study.commitment.by.id === actorId) return { key: 'studies.refused.drewSeed' }
  if (pendingUnit(study)) return { key: 'studies.refused.pending' }
  return null
}

export type UnitToSave = {
  covariates: readonly Covariate[]
  /** The covariates as they were shown, to be sure that this is what was looked at. */
  seen: string
  /** Arms with a place, as indexes. */
  allowed: readonly number[]
  reason: string | null
  /** Those in it have had their method from this study: who is drawn for once is not drawn for again. */
  isAgain: boolean
}

/** Covariates in one text, for `seen`. */
export const fingerprint = (covariates: readonly Covariate[]): string =>
  covariates.map(({ factor, level }) => `${factor}=${level ?? '?'}`).join('|') || '-'

export function savingUnit(study: Study, actorId: string, unit: UnitToSave): Decision<ActOf<'unit'>> {
  const stopped = saving(study, actorId)
  if (stopped) return refuse(stopped.key)
  if (unit.isAgain) return refuse('studies.refused.again')
  const levels = unit.covariates.flatMap(({ level }) => level ?? [])
  if (levels.length < unit.covariates.length) return refuse('studies.refused.unknown')
  if (unit.seen !== fingerprint(unit.covariates)) return refuse('studies.refused.changed')
  const { arms, method } = study.protocol
  const all = unit.allowed.length === arms.length
  // In blocks every arm of the list counts: who cannot get theirs is overridden, with a reason.
  if (!all && method === 'blocks-v1') return refuse('studies.refused.blocksTakeAll')
  return accept({
    kind: 'unit',
    data: {
      unit: study.units.length + 1,
      levels,
      allowed: all ? null : [...unit.allowed].sort((a, b) => a - b),
      reason: all ? null : unit.reason,
    },
  })
}

/** What stops drawing the arm of the unit with this number; null when it is due. */
export function drawing(study: Study, actorId: string, number: number): { key: string } | null {
  if (study.closure) return { key: 'studies.refused.closed' }
  if (study.commitment?.by.id === actorId) return { key: 'studies.refused.drewSeed' }
  if (pendingUnit(study)?.number !== number) return { key: 'studies.refused.drawn' }
  return null
}

export const drawingArm = (study: Study, actorId: string, drawn: AllocationData): Decision<ActOf<'allocation'>> => {
  const stopped = drawing(study, actorId, drawn.unit)
  return stopped ? refuse(stopped.key) : accept({ kind: 'allocation', data: drawn })
}

/** Another arm was delivered than the one drawn; the allocation stays what it is. */
export function overriding(
  study: Study,
  actorId: string,
  { number, arm, reason }: { number: number; arm: string; reason: string },
): Decision<ActOf<'override'>> {
  const stopped = mayOverride(study, actorId)
  if (stopped) return refuse(stopped.key)
  const unit = study.units[number - 1]
  if (!unit?.allocation) return refuse('studies.refused.notDrawn')
  if (!study.protocol.arms.includes(arm)) return refuse('studies.refused.noSuchArm')
  if (deliveredArm(unit) === arm) return refuse('studies.refused.sameArm')
  return accept({ kind: 'override', data: { unit: number, arm, reason } })
}

export function mayOverride(study: Study, actorId: string): { key: string } | null {
  if (study.closure) return { key: 'studies.refused.closed' }
  if (study.commitment?.by.id === actorId) return { key: 'studies.refused.drewSeed' }
  if (pendingUnit(study)) return { key: 'studies.refused.pending' }
  return null
}

export function closing(study: Study, reason: string): Decision<ActOf<'closure'>> {
  if (study.closure) return refuse('studies.refused.closed')
  if (pendingUnit(study)) return refuse('studies.refused.pending')
  return accept({ kind: 'closure', data: { reason } })
}

/** How many units each arm has by allocation, and how many really got it. */
export const countsOf = (study: Study): { arm: string; allocated: number; delivered: number }[] =>
  study.protocol.arms.map((arm) => ({
    arm,
    allocated: study.units.filter(({ allocation }) => allocation?.arm === arm).length,
    delivered: study.units.filter((unit) => deliveredArm(unit) === arm).length,
  }))

export const overridden = (study: Study): StudyUnit[] => study.units.filter(({ overrides }) => overrides.length > 0)

/** The first word of `text` that is one of these people's names, as it is written there; null without one. */
export function nameIn(text: string, names: readonly string[]): string | null {
  const known = new Set(names.flatMap(wordsOf).map(folded).filter(isTelling))
  return wordsOf(text).find((word) => known.has(folded(word))) ?? null
}

/** Two letters are more often a word than a name, and these are parts of names and of sentences. */
const particles = ['von', 'van', 'der', 'den', 'des', 'dem', 'del', 'dos', 'das', 'les', 'zum', 'zur', 'ten', 'ter']
const isTelling = (word: string) => word.length > 2 && !particles.includes(word)
const wordsOf = (text: string) => text.normalize('NFC').split(/[^\p{L}\p{M}]+/u)
const folded = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
