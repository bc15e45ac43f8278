import { unplaced } from '../../app/engine/groups/list.ts'
import type { Watch } from './exchange.ts'
import { type Dice, makeDice } from './generate.ts'
import { type Grouping, Plan } from './grouping.ts'

const population = 40
const mutations = 3

/**
 * A grouping genetic algorithm after Falkenauer: a child has half of the groups of one parent, as far as they don't overlap
 * those of the other, and the rest anew; a few exchanges at random; parents by tournaments of three; it takes the place of the worst.
 */
export function genetic(task: Grouping, seed: number, watch: Watch): void {
  const dice = makeDice(seed)
  const all: Plan[] = []
  while (all.length < population && !watch.isOver()) {
    all.push(new Plan(task).fillAtRandom(dice))
    watch.better(all.at(-1)!)
  }
  const parent = () => {
    const three = [dice.below(all.length), dice.below(all.length), dice.below(all.length)]
    return all[three.reduce((best, one) => (all[one]!.score > all[best]!.score ? one : best))]!
  }
  while (!watch.isOver()) {
    const plan = child(task, parent(), parent(), dice)
    if (!plan) continue
    const worst = all.reduce((at, one, i) => (one.score < all[at]!.score ? i : at), 0)
    if (plan.score <= all[worst]!.score) continue
    all[worst] = plan
    watch.better(plan)
  }
}

function child(task: Grouping, a: Plan, b: Plan, dice: Dice): Plan | null {
  const plan = new Plan(task)
  const fromA = Array.from({ length: task.groups }, () => dice.chance(0.5))
  for (const [u, g] of a.at.entries()) if (g !== unplaced && fromA[g]) plan.move(u, g)
  for (const [u, g] of b.at.entries())
    if (g !== unplaced && !fromA[g] && plan.at[u] === unplaced && plan.fits(u, g)) plan.move(u, g)
  plan.fillAtRandom(dice)
  for (let times = dice.below(mutations + 1); times > 0; times -= 1) swapAtRandom(plan, dice)
  const isWhole = task.mayClose || task.low.every((low, g) => plan.size[g]! >= low)
  return isWhole ? plan : null
}

function swapAtRandom(plan: Plan, dice: Dice): void {
  const { task, at } = plan
  const [u, v] = [dice.below(at.length), dice.below(at.length)]
  const [from, to] = [at[u]!, at[v]!]
  if (from === to || to === unplaced || task.size[u] !== task.size[v]) return
  if (!plan.fits(u, to, v) || (from !== unplaced && !plan.fits(v, from, u))) return
  plan.move(v, unplaced)
  plan.move(u, to)
  if (from !== unplaced) plan.move(v, from)
}
