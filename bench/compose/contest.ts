// Runs the jobs of the contest on two threads and puts what they answer on one scale.
import { Worker } from 'node:worker_threads'
import { type Contender, type Curve, contenders, type Job, type Point, type Task } from './job.ts'

/** Budgets of ours in milliseconds: the search is paced by them, so that each is a run of its own. Peers run once, for the longest. */
export const budgets = [50, 100, 250, 500, 1000, 2000, 5000]
/** Where ours is the median of three seeds, as in the table. */
export const inTable = [100, 500, 2000, 5000]
const seeds = [1, 2, 3]
const randomPlans = 20

/** The best plans known of the public examples: the lists of 60 and 240 mixed are proved, the others from 25 s and several seeds. */
const known: Record<string, number> = {
  '60 homogeneous': 42_972,
  '60 mixed': 43_634,
  '240 homogeneous': 194_904,
  '240 mixed': 194_588,
  '1000 homogeneous': 916_682,
  '1000 mixed': 931_556,
}

export const tasks: Task[] = [
  ...(['homogeneous', 'mixed'] as const).flatMap((mode) =>
    [60, 120, 240, 500, 1000, 2000].map((n): Task => ({ kind: 'list', n, mode })),
  ),
  ...[120, 240, 480, 960].map((n): Task => ({ kind: 'mixing', n, distances: 'whole' })),
  { kind: 'mixing', n: 240, distances: 'real' },
  { kind: 'mixing', n: 240, distances: 'plane' },
]

/** What a contender had reached by when: quality is 100 for the best plan known here and 0 for the mean of random plans. */
export type Reached = {
  contender: Contender
  ms: number
  quality: number
  score: number
  seats: number
  isOptimal: boolean
}
export type Contest = {
  task: Task
  best: number
  random: number
  reached: Reached[]
  /** Milliseconds by which a run of ours passed its budget, at most. */
  overrun: number
}

/** @param share of the budgets, to try the bench itself */
export async function hold(
  share: number,
  only: (task: Task) => boolean,
  say: (line: string) => void,
): Promise<Contest[]> {
  const chosen = tasks.filter(only)
  const jobs = chosen.flatMap((task) => jobsOf(task, share).map((job) => ({ task, job })))
  const curves = await onTwoThreads(
    jobs.map(({ job }) => job),
    (at) => say(`${at} of ${jobs.length} runs`),
  )
  return chosen.map((task) =>
    judge(
      task,
      share,
      jobs.flatMap(({ task: of, job }, at) => (of === task ? [{ job, curve: curves[at]! }] : [])),
    ),
  )
}

function jobsOf(task: Task, share: number): Job[] {
  const longest = budgets.at(-1)! * share
  return [
    ...budgets.flatMap((ms) =>
      (inTable.includes(ms) && ms < longest / share ? seeds : [1]).map(
        (seed): Job => ({ task, contender: 'Passerelle', seed, ms: ms * share }),
      ),
    ),
    ...contenders.slice(1).map((contender): Job => ({ task, contender, seed: 1, ms: longest })),
    ...Array.from({ length: randomPlans }, (_, seed): Job => ({ task, contender: 'random', seed, ms: 0 })),
  ]
}

async function onTwoThreads(jobs: readonly Job[], done: (at: number) => void): Promise<Curve[]> {
  const curves: Curve[] = []
  let next = 0
  const thread = async () => {
    const worker = new Worker(new URL('./job.ts', import.meta.url))
    // The first run of a thread only warms it up: what is measured is the search, not the compiler.
    if (jobs[0]) await ask(worker, { ...jobs[0], ms: 300 })
    for (let at = next++; at < jobs.length; at = next++) {
      curves[at] = await ask(worker, jobs[at]!)
      if (at % 20 === 0) done(at)
    }
    await worker.terminate()
  }
  await Promise.all([thread(), thread()])
  return curves
}

const ask = (worker: Worker, job: Job) =>
  new Promise<Curve>((answer, fail) => {
    const stop = () => {
      worker.off('message', got)
      worker.off('error', failed)
    }
    const got = (curve: Curve) => {
      stop()
      answer(curve)
    }
    const failed = (error: Error) => {
      stop()
      fail(error)
    }
    worker.on('message', got)
    worker.on('error', failed)
    worker.postMessage(job)
  })

function judge(task: Task, share: number, runs: { job: Job; curve: Curve }[]): Contest {
  const scores = runs.filter(({ job }) => job.contender !== 'random').flatMap(({ curve }) => curve.points)
  const top = scores.reduce((best, point) => (point.score > best.score ? point : best))
  const best = Math.max(top.score, (task.kind === 'list' && known[`${task.n} ${task.mode}`]) || top.score)
  const chance = runs.filter(({ job }) => job.contender === 'random').map(({ curve }) => curve.points[0]!.score)
  const random = chance.reduce((sum, score) => sum + score, 0) / chance.length
  const quality = (score: number) => (best === random ? 100 : (100 * (score - random)) / (best - random))
  const reached = contenders.flatMap((contender) =>
    budgets.flatMap((ms): Reached[] => {
      const own = runs.filter(({ job }) => job.contender === contender)
      const point =
        contender === 'Passerelle'
          ? median(own.filter(({ job }) => job.ms === ms * share).map(({ curve }) => curve.points[0]!))
          : own[0]!.curve.points.findLast(
              (one) => one.ms <= ms * share || (contender === 'HiGHS' && ms === budgets.at(-1)),
            )
      if (!point) return []
      const { score, seats } = point
      return [{ contender, ms, score, seats, quality: quality(score), isOptimal: own[0]!.curve.isOptimal }]
    }),
  )
  const overrun = runs
    .filter(({ job }) => job.contender === 'Passerelle')
    .reduce((most, { job, curve }) => Math.max(most, curve.points[0]!.ms - job.ms), 0)
  return { task, best, random, reached, overrun }
}

const median = (points: Point[]) => points.toSorted((a, b) => a.score - b.score)[Math.floor((points.length - 1) / 2)]
