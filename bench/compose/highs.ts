import highs from 'highs'
import { unplaced } from '../../app/engine/groups/list.ts'
import { features } from '../../app/engine/groups/score.ts'
import { type Grouping, Plan } from './grouping.ts'

// Its types are those of the CommonJS build; imported as a module, the loader is the default export itself.
export const loadHighs = highs as unknown as typeof highs.default

/** Pairs in a group are one column and more each: beyond this many the model alone takes longer to read than everybody else to finish. */
const mostColumns = 60_000

/** The model as text, or null when it would be too large. */
export function modelOf(task: Grouping): string | null {
  const { members, groups, may, size, children, value, low, high, childcare, apart, pair, balance, mayClose } = task
  const units = members.length
  const x = (u: number, g: number) => `x${u}_${g}`
  const possible = (g: number) => [...members.keys()].filter((u) => may[u * groups + g] === 1)
  const goal: string[] = []
  const rows: string[] = []
  const binary: string[] = []
  let pairs = 0
  const sum = (terms: string[]) => (terms.length === 0 ? '0 nothing' : terms.join(' '))
  const term = (factor: number, name: string) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`
  for (let g = 0; g < groups; g += 1) {
    const inside = possible(g)
    for (const u of inside) {
      binary.push(x(u, g))
      goal.push(term(value[u]!, x(u, g)))
    }
    const seats = sum(inside.map((u) => term(size[u]!, x(u, g))))
    if (mayClose) {
      binary.push(`o${g}`)
      rows.push(`${seats} - ${high[g]} o${g} <= 0`, `${seats} - ${low[g]} o${g} >= 0`)
    } else rows.push(`${seats} <= ${high[g]}`, `${seats} >= ${low[g]}`)
    const care = inside.filter((u) => children[u]! > 0)
    if (care.length > 0) rows.push(`${sum(care.map((u) => term(children[u]!, x(u, g))))} <= ${childcare[g]}`)
    for (const [at, u] of inside.entries())
      for (const v of inside.slice(at + 1)) {
        if (apart[u * units + v] === 1) rows.push(`${x(u, g)} + ${x(v, g)} <= 1`)
        const cost = pair?.[u * units + v] ?? 0
        if (cost === 0) continue
        pairs += 1
        if (pairs > mostColumns) return null
        const y = `y${u}_${v}_${g}`
        goal.push(term(-cost, y))
        if (cost > 0) rows.push(`${y} - ${x(u, g)} - ${x(v, g)} >= -1`)
        else rows.push(`${y} - ${x(u, g)} <= 0`, `${y} - ${x(v, g)} <= 0`)
      }
    for (let f = 0; balance && f < features.length; f += 1) {
      const tilt = inside.map((u) => term(balance.tilt[u * features.length + f]!, x(u, g)))
      const against = inside.map((u) => term(-balance.tilt[u * features.length + f]!, x(u, g)))
      goal.push(term(-balance.weight[f]!, `d${g}_${f}`))
      rows.push(`d${g}_${f} ${against.join(' ')} >= 0`, `d${g}_${f} ${tilt.join(' ')} >= 0`)
    }
  }
  for (let u = 0; u < units; u += 1) {
    const own = Array.from({ length: groups }, (_, g) => g).filter((g) => may[u * groups + g] === 1)
    if (own.length > 0) rows.push(`${own.map((g) => `+ 1 ${x(u, g)}`).join(' ')} ${mayClose ? '<=' : '='} 1`)
  }
  return `Maximize\n${goal.join('\n')}\nSubject To\n${rows.join('\n')}\nBinary\n${binary.join('\n')}\nEnd\n`
}

/** HiGHS alone, as far as it gets in the time; null when it has no plan by then. */
export async function byHighs(task: Grouping, seconds: number): Promise<{ plan: Plan | null; isOptimal: boolean }> {
  const model = modelOf(task)
  if (model === null) return { plan: null, isOptimal: false }
  const { Status, Columns } = (await loadHighs()).solve(model, { time_limit: seconds })
  const plan = new Plan(task)
  for (let u = 0; u < task.members.length; u += 1)
    for (let g = 0; g < task.groups; g += 1)
      if (((Columns[`x${u}_${g}`] as { Primal?: number } | undefined)?.Primal ?? 0) > 0.5) plan.move(u, g)
  const isNothing = plan.at.every((g) => g === unplaced)
  return { plan: isNothing ? null : plan, isOptimal: Status === 'Optimal' }
}
