import type { Highs } from 'highs'
import { type Aim, aimOf } from './aim.ts'
import { type Assignment, unplaced, type WaitingList } from './list.ts'
import { assignmentOf } from './model.ts'
import { columnsOf, programOf } from './programs.ts'
import { faultsOf } from './rules.ts'
import { scoreOf } from './score.ts'

export type Proof = Readonly<{
  /** `optimal`: no plan has a better score. `bound`: none is above `bound`. Null: nothing was found out in the time. */
  proof: 'optimal' | 'bound' | null
  bound: number | null
  /** The plan that the proof is of: the one given, or a better one met on the way. */
  assignment: number[]
  score: number
}>

export type Proving = Aim & Readonly<{ budgetMs: number }>

/**
 * Proves how good a plan is, with a solver for mixed-integer programs. It blocks its thread for up to `budgetMs`, so it
 * belongs after the search, in a worker.
 */
export async function prove(list: WaitingList, assignment: Assignment, proving: Proving): Promise<Proof> {
  // Loaded only where something is proved. The package describes its CommonJS side; imported, the loader is the default itself.
  const { default: load } = (await import('highs')) as unknown as { default: (options?: object) => Promise<Highs> }
  return solve(await load(), list, assignment, proving)
}

function solve(highs: Highs, list: WaitingList, assignment: Assignment, proving: Proving): Proof {
  const { model, settled, leash } = aimOf(list, proving)
  const groups = programOf(model, settled, leash)
  const { score } = scoreOf(list, assignment, proving.mode)
  const given = { assignment: [...assignment], score }
  // Nobody may go anywhere: there is only one plan.
  if (model.eligible.every((open) => open.length === 0)) return { ...given, proof: 'optimal', bound: score }
  const solver = highs.createModel(groups.program.data())
  try {
    solver.options.set({
      output_flag: false,
      time_limit: proving.budgetMs / 1000,
      random_seed: 1,
      // Scores are whole numbers: less than one apart is the same.
      mip_rel_gap: 0,
      mip_abs_gap: 0.9,
    })
    if (groups.isExact) solver.setSolution(columnsOf(groups, model, assignment))
    solver.run()
    const limit = -Number(solver.info.get('mip_dual_bound'))
    if (!Number.isFinite(limit)) return { ...given, proof: null, bound: null }
    const found = groups.isExact ? plan(solver.getSolution().colValue) : undefined
    const best = found && found.score > score ? found : given
    // The solver counts in floating point; its bound is a whole number but for that.
    const bound = Math.max(best.score, Math.floor(limit + 0.01))
    return { ...best, proof: bound === best.score ? 'optimal' : 'bound', bound }
  } finally {
    solver.dispose()
  }

  function plan(columns: Float64Array): { assignment: number[]; score: number } | undefined {
    const at = new Int32Array(model.units).fill(unplaced)
    for (let u = 0; u < model.units; u++)
      for (const g of model.eligible[u]!) if (columns[groups.inOffer[u * model.offers + g]!]! > 0.5) at[u] = g
    const found = assignmentOf(model, at)
    return faultsOf(list, found).length > 0
      ? undefined
      : { assignment: found, score: scoreOf(list, found, proving.mode).score }
  }
}
