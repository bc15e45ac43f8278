// How long the exact parts take, and whether HiGHS finds the same optimum by linear programming. Milliseconds of processor time.
import { fill } from '../../app/engine/capacity/capacity.ts'
import { choiceRules, choose } from '../../app/engine/choices/choices.ts'
import { generateCapacity, generateChoices } from './generate.ts'
import { loadHighs } from './highs.ts'

export type Exact = {
  what: string
  size: string
  n: number
  arcs: number
  ms: number
  highsMs: number
  agrees: boolean
}

const times = 5

/** The median of five runs, without the first, that only warms up. */
function timeOf<T>(work: () => T): { ms: number; value: T } {
  let value = work()
  const took = Array.from({ length: times }, () => {
    const began = process.cpuUsage()
    value = work()
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1000
  })
  return { ms: took.sort((a, b) => a - b)[Math.floor(times / 2)]!, value }
}

export async function measureExact(share: number): Promise<Exact[]> {
  const sizes = [60, 240, 480, 1000].map((n) => Math.ceil(n * share))
  const measured: Exact[] = []
  for (const n of sizes) measured.push(...(await choicesOf(n)))
  for (const n of sizes) measured.push(await capacityOf(n))
  return measured
}

async function choicesOf(n: number): Promise<Exact[]> {
  const choices = generateChoices(n, 13, 3, n)
  const arcs = choices.prefs.flatMap((options, i) =>
    options.map((option, at) => ({ i, u: option, gain: 1000 - (at + 1) })),
  )
  const peer = await byLinearProgram(arcs, choices.prefs.length, choices.perPerson, choices.cap)
  return choiceRules.map((rule) => {
    const { ms, value } = timeOf(() => choose(choices, rule))
    const worth = value.signature.reduce((sum, seats, at) => sum + seats * (1000 - (at + 1)), 0)
    return {
      what: `choices, ${rule}`,
      size: `${n} × 13, 3 each`,
      n,
      arcs: arcs.length,
      ms,
      highsMs: rule === 'min-sum' ? peer.ms : Number.NaN,
      agrees: rule !== 'min-sum' || worth === peer.value,
    }
  })
}

async function capacityOf(n: number): Promise<Exact> {
  const task = generateCapacity(n, Math.ceil(n * 0.35), n)
  const person = 1_000_000
  const arcs = task.score.flatMap((row, i) =>
    row.flatMap((score, u) => (score === null ? [] : [{ i, u, gain: person + score }])),
  )
  const peer = await byLinearProgram(arcs, n, 1, task.caps)
  const { ms, value } = timeOf(() => fill(task))
  return {
    what: 'capacity',
    size: `${n} × ${task.caps.length}`,
    n,
    arcs: arcs.length,
    ms,
    highsMs: peer.ms,
    agrees: value.persons * person + value.score === peer.value,
  }
}

type Arc = { i: number; u: number; gain: number }

/** Seats as a linear program; its corners are whole. */
async function byLinearProgram(arcs: Arc[], people: number, each: number, caps: readonly number[]) {
  const name = ({ i, u }: Arc) => `x${i}_${u}`
  const rowsBy = (of: (arc: Arc) => number, length: number) => {
    const rows: string[][] = Array.from({ length }, () => [])
    for (const arc of arcs) rows[of(arc)]!.push(name(arc))
    return rows
  }
  const limits = [
    ...rowsBy(({ i }) => i, people).map((names) => ({ names, most: each })),
    ...rowsBy(({ u }) => u, caps.length).map((names, u) => ({ names, most: caps[u]! })),
  ].filter(({ names }) => names.length > 0)
  const model = `Maximize\n${arcs.map((arc) => `+ ${arc.gain} ${name(arc)}`).join('\n')}\nSubject To\n${limits
    .map(({ names, most }) => `${names.join('\n + ')} <= ${most}`)
    .join('\n')}\nBounds\n${arcs.map((arc) => `${name(arc)} <= 1`).join('\n')}\nEnd\n`
  const highs = await loadHighs()
  const began = process.cpuUsage()
  const { ObjectiveValue } = highs.solve(model)
  const { user, system } = process.cpuUsage(began)
  return { value: Math.round(ObjectiveValue), ms: (user + system) / 1000 }
}
