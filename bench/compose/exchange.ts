import { unplaced } from '../../app/engine/groups/list.ts'
import { makeDice } from './generate.ts'
import { type Grouping, Plan } from './grouping.ts'

/** What a peer found by when. `better` is told every improvement; `isOver` is asked now and then. */
export type Watch = { isOver(): boolean; better(plan: Plan): void }

/**
 * Plain local exchange: from a random plan, the first exchange of two people, move to another group, or move on or off the list that
 * makes the plan better, until there is none; then from another random plan.
 */
export function exchange(task: Grouping, seed: number, watch: Watch): void {
  const dice = makeDice(seed)
  while (!watch.isOver()) {
    const plan = new Plan(task).fillAtRandom(dice)
    watch.better(plan)
    const units = [...task.members.keys()]
    for (let improved = true; improved && !watch.isOver(); ) {
      improved = false
      for (const u of dice.shuffled(units)) {
        if (watch.isOver()) break
        improved = improve(plan, u) || improved
      }
      watch.better(plan)
    }
  }
}

/** The first change with `u` that is a gain, made; false when there is none. */
function improve(plan: Plan, u: number): boolean {
  const { task, at } = plan
  const from = at[u]!
  for (let g = 0; g < task.groups; g += 1) {
    if (g === from || !plan.fits(u, g) || !leaves(plan, u) || !plan.keepsLow(g, task.size[u]!)) continue
    if (plan.gain(g, u, -1) + (from === unplaced ? 0 : plan.gain(from, -1, u)) <= 1e-9) continue
    plan.move(u, g)
    return true
  }
  for (let v = 0; v < at.length; v += 1) {
    const to = at[v]!
    if (to === from || to === unplaced) continue
    const gain = plan.gain(to, u, v) + (from === unplaced ? 0 : plan.gain(from, v, u))
    if (gain <= 1e-9 || !plan.fits(u, to, v)) continue
    const more = task.size[u]! - task.size[v]!
    if (!plan.keepsLow(to, more)) continue
    if (from !== unplaced && !(plan.fits(v, from, u) && plan.keepsLow(from, -more))) continue
    plan.move(v, unplaced)
    plan.move(u, to)
    if (from !== unplaced) plan.move(v, from)
    return true
  }
  return false
}

const leaves = (plan: Plan, u: number) => plan.at[u] === unplaced || plan.keepsLow(plan.at[u]!, -plan.task.size[u]!)
