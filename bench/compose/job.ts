// One contender at one task, in a thread of its own: the message is a Job, the answer its Curve.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { compose } from '../../app/engine/groups/compose.ts'
import { type Mode, unplaced, type WaitingList } from '../../app/engine/groups/list.ts'
import { faultsOf } from '../../app/engine/groups/rules.ts'
import { scoreOf } from '../../app/engine/groups/score.ts'
import { mixingValue } from '../../app/engine/mixing/instance.ts'
import { mix } from '../../app/engine/mixing/mix.ts'
import { readList } from '../../app/engine/read/list.ts'
import { root } from '../../app/shared/root.ts'
import { exchange } from './exchange.ts'
import { generateList, generateMixing, type MixingKind, makeDice } from './generate.ts'
import { genetic } from './genetic.ts'
import { type Grouping, groupingOfList, groupingOfMixing, Plan } from './grouping.ts'
import { byHighs } from './highs.ts'

export type Task = { kind: 'list'; n: number; mode: Mode } | { kind: 'mixing'; n: number; distances: MixingKind }
export const contenders = ['Passerelle', 'local exchange', 'genetic algorithm', 'HiGHS'] as const
export type Contender = (typeof contenders)[number]
export type Job = { task: Task; contender: Contender | 'random'; seed: number; ms: number }
/** When a plan was found, its score, and its seats. */
export type Point = { ms: number; score: number; seats: number }
export type Curve = { points: Point[]; isOptimal: boolean }

const published = [60, 240, 1000]
const clock = () => performance.now()

/** What a task is made of; what the peers need is made before their time begins. */
function given(task: Task) {
  if (task.kind === 'mixing') {
    const instance = generateMixing(task.n, task.distances, task.n)
    return { instance, grouping: groupingOfMixing(instance), check: checkMixing(instance) }
  }
  const list = published.includes(task.n)
    ? readList(readFileSync(join(root, 'test/fixtures/compose', `list-${task.n}.json`), 'utf8'))
    : generateList(task.n, task.n)
  return { list, grouping: groupingOfList(list, task.mode), check: checkList(list, task.mode) }
}

type Check = (assignment: number[], score: number) => void

const checkList =
  (list: WaitingList, mode: Mode): Check =>
  (assignment, score) => {
    if (faultsOf(list, assignment).length > 0) throw new Error('A plan breaks a rule.')
    same(scoreOf(list, assignment, mode).score, score)
  }

const checkMixing =
  (instance: ReturnType<typeof generateMixing>): Check =>
  (assignment, score) => {
    for (const [g, { low, high }] of instance.groups.entries()) {
      const size = assignment.filter((at) => at === g).length
      if (size < low || size > high) throw new Error(`Group ${g} has ${size} elements.`)
    }
    same(mixingValue(instance, assignment), score)
  }

function same(a: number, b: number): void {
  if (Math.abs(a - b) > 1e-6 * Math.max(1, Math.abs(a))) throw new Error(`A plan is worth ${a}, not ${b}.`)
}

const seatsIn = (assignment: readonly number[]) => assignment.filter((g) => g !== unplaced).length

// Jobs come task by task: the last one's things are kept.
let kept: { key: string; things: ReturnType<typeof given> } | undefined

function thingsOf(task: Task) {
  const key = JSON.stringify(task)
  if (kept?.key !== key) kept = { key, things: given(task) }
  return kept.things
}

async function run({ task, contender, seed, ms }: Job): Promise<Curve> {
  const { list, instance, grouping, check } = thingsOf(task)
  if (contender === 'HiGHS') return alone(grouping, ms, check)
  if (contender === 'Passerelle') {
    const began = clock()
    const { assignment, score } =
      list && task.kind === 'list'
        ? compose(list, { mode: task.mode, seed, budgetMs: ms, clock })
        : asScore(mix(instance!, { sense: 'max', seed, budgetMs: ms, clock }))
    const took = clock() - began
    check(assignment, score)
    return { points: [{ ms: took, score, seats: seatsIn(assignment) }], isOptimal: false }
  }
  if (contender === 'random') {
    const plan = new Plan(grouping).fillAtRandom(makeDice(seed))
    return { points: [{ ms: 0, score: plan.score, seats: seatsIn(plan.assignment()) }], isOptimal: false }
  }
  return watched(grouping, contender === 'local exchange' ? exchange : genetic, seed, ms, check)
}

const asScore = ({ assignment, value }: { assignment: number[]; value: number }) => ({ assignment, score: value })

function watched(grouping: Grouping, peer: typeof exchange, seed: number, ms: number, check: Check): Curve {
  const points: Point[] = []
  let best = Number.NEGATIVE_INFINITY
  let plan: number[] = []
  const began = clock()
  peer(grouping, seed, {
    isOver: () => clock() - began >= ms,
    better(found) {
      if (found.score <= best) return
      best = found.score
      plan = found.assignment()
      points.push({ ms: clock() - began, score: best, seats: seatsIn(plan) })
    },
  })
  check(plan, best)
  return { points, isOptimal: false }
}

async function alone(grouping: Grouping, ms: number, check: Check): Promise<Curve> {
  const began = clock()
  const { plan, isOptimal } = await byHighs(grouping, ms / 1000)
  if (!plan) return { points: [], isOptimal }
  const assignment = plan.assignment()
  check(assignment, plan.score)
  return { points: [{ ms: clock() - began, score: plan.score, seats: seatsIn(assignment) }], isOptimal }
}

parentPort?.on('message', async (job: Job) => parentPort!.postMessage(await run(job)))
