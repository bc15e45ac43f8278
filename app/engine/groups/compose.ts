import { Random } from '../random.ts'
import { type Aim, aimOf } from './aim.ts'
import { anneal, type Scope } from './anneal.ts'
import { type Assignment, type Mode, unplaced, type WaitingList } from './list.ts'
import { assignmentOf, type Model } from './model.ts'
import { reopen } from './reopen.ts'
import { scoreOf } from './score.ts'
import { firstPlan, seatByChains, settleSizes } from './seating.ts'
import { State } from './state.ts'

export type Progress = Readonly<{
  score: number
  seats: number
  iterations: number
  /** Of the whole search, 0 to 1, as far as it can be told. */
  share: number
}>

export type Options = Aim &
  Readonly<{
    seed: number
    /** Proposals to make in all: with the seed, they alone decide the plan. Absent: as many as the budget allows. */
    iterations?: number
    /** Upper limit in milliseconds of `clock`. Absent: no limit, and `iterations` must be given. */
    budgetMs?: number
    /** Milliseconds from anywhere, rising. */
    clock: () => number
    /** Asked every few thousand proposals; true ends the search with the best plan so far. */
    stop?: () => boolean
    onProgress?: (progress: Progress) => void
  }>

export type Composed = Readonly<{
  assignment: number[]
  score: number
  seats: number
  softCost: number
  /** Proposals made. Given as `iterations` with the same seed they lead to the same plan, unless `isCut`. */
  iterations: number
  /** Whether the search was ended before the last round was through. */
  isCut: boolean
  elapsedMs: number
}>

/** What was asked to stay can't stay: no plan keeps it. `code` is for a screen, the message for a command line. */
export class Impossible extends Error {
  readonly code: 'pinned' | 'moves'

  constructor(code: 'pinned' | 'moves', message: string) {
    super(message)
    this.name = 'Impossible'
    this.code = code
  }
}

/** Proposals at one temperature between two looks at clock and stop. */
const stretch = 2048
/** The first round; each later one is twice as long, and the last takes what is left. */
const firstRound = 128 * stretch
/** All rounds before the last together, at most. */
const earlyShare = 0.3
/** Part of the time left that the last round is planned for, since pace varies. */
const plannedShare = 0.9
/** Points of score, hot to cold: below the coldest nothing moves any more, above the hottest everything does. */
const temperatures: Readonly<Record<Mode, readonly [hot: number, cold: number]>> = {
  homogeneous: [50, 3],
  mixed: [80, 4],
}

/** Points of score for each person who strays too far, at the start and at the end of a round: a way there may lead farther. */
const looseTether = 30
const tightTether = 3000

/**
 * Forms groups from a waiting list: the best plan found by annealing, in rounds from hot to cold. Every plan it returns
 * keeps all hard rules; its score is computed from the definition.
 * @throws {Impossible} when what is pinned or fixed can't be kept
 */
export function compose(list: WaitingList, options: Options): Composed {
  const began = options.clock()
  const search = new Search(list, options, began)
  search.run()
  if (!search.isFound)
    throw new Impossible(
      'moves',
      `no plan was found that keeps all rules and differs from the pinned one in at most ${options.pinned?.maxMoves} places`,
    )
  const assignment = assignmentOf(search.model, search.best)
  const { score, seats, softCost } = scoreOf(list, assignment, options.mode)
  const { iterations, isCut } = search
  return { assignment, score, seats, softCost, iterations, isCut, elapsedMs: options.clock() - began }
}

class Search {
  readonly model: Model
  best: Int32Array
  iterations = 0
  isCut = false
  private readonly options: Options
  private readonly began: number
  private readonly state: State
  private readonly everything: Scope
  private readonly random: Random
  /** Minus infinity while only plans that stray too far were met. */
  private bestScore: number
  /** Stretches from one try to open or shut a group to the next: more where such a try costs more. */
  private readonly betweenReopenings: number
  /** Proposals in a millisecond of the last round. */
  private pace = 0
  /** When the clock was last looked at, and the longest time between two looks, lately. */
  private looked: number
  private longest = 0
  /** Milliseconds that the end of a search takes. */
  private closing = 0
  /** All proposals of the search, as far as they can be told. */
  private total = Number.POSITIVE_INFINITY

  constructor(list: WaitingList, options: Options, began: number) {
    const { model, settled, seatOf, leash } = aimOf(list, options)
    this.options = options
    this.began = began
    this.model = model
    this.random = new Random(options.seed)
    this.state = new State(model, settled, leash)
    this.betweenReopenings = Math.max(1, model.units >> 2)
    this.everything = { units: this.state.movable, eligible: model.eligible }
    for (const [u, g] of seatOf.entries()) if (g !== unplaced) this.settle(u, g)
    if (leash) this.keepNearTo(leash.base)
    const sound = leash ? settleSizes(this.state) : firstPlan(this.state)
    if (!sound) throw new Impossible('pinned', this.tooFew())
    this.best = this.state.at.slice()
    this.bestScore = this.state.excess > 0 ? Number.NEGATIVE_INFINITY : this.state.score
    // What comes after the search costs time too: the score from its definition, the first time slower than ever after.
    const before = options.clock()
    scoreOf(list, assignmentOf(model, this.best), options.mode)
    this.looked = options.clock()
    this.closing = this.looked - before
  }

  private settle(u: number, g: number) {
    const { list, people } = this.model
    if (!this.state.fits(u, g)) {
      const ids = people[u]!.map((i) => list.persons[i]!.id).join(', ')
      throw new Impossible('pinned', `${ids} cannot stay in ${list.offers[g]!.id}: the rules do not allow it`)
    }
    this.state.move(u, g)
  }

  private tooFew() {
    const { list, min } = this.model
    const g = this.state.people.findIndex((people, at) => people > 0 && people < min[at]!)
    return `${list.offers[g]!.id} cannot reach its smallest size around the people who must stay in it`
  }

  /** Everybody where they were, as far as the rules allow. */
  private keepNearTo(base: Assignment) {
    const { state, model } = this
    for (const [u, members] of model.people.entries()) {
      const g = base[members[0]!]!
      if (state.settled[u] === 0 && g !== unplaced && state.fits(u, g)) state.move(u, g)
    }
  }

  get isFound(): boolean {
    return this.bestScore !== Number.NEGATIVE_INFINITY
  }

  run() {
    // Nobody can be moved: the first plan is the only one.
    if (this.state.movable.length === 0) return
    let next = firstRound
    for (let last = false; !last; next *= 2) {
      if (this.isOver()) {
        this.isCut = true
        return
      }
      const steps = this.roundLength(next)
      last = steps !== next
      if (steps <= 0) return
      const before = this.options.clock()
      this.round(steps)
      if (this.isCut) return
      this.pace = steps / Math.max(0.01, this.options.clock() - before)
    }
  }

  /**
   * How long the next round is: `next`, or all that is left when the rounds so far and it would be more than their share.
   * The number of proposals alone decides; with a budget that number is chosen from the pace so far, so that the same
   * rounds come again when it is given.
   */
  private roundLength(next: number): number {
    const { iterations } = this
    const early = iterations + next
    this.total = this.options.iterations ?? this.paced(early)
    return early > earlyShare * this.total ? this.total - iterations : next
  }

  private paced(early: number): number {
    if (this.iterations === 0) return Number.POSITIVE_INFINITY
    const left = this.options.budgetMs! - (this.options.clock() - this.began)
    const total = this.iterations + Math.floor(plannedShare * left * this.pace)
    // A round already made stays one that this total allows.
    return early > earlyShare * total ? Math.max(total, Math.ceil(this.iterations / earlyShare)) : total
  }

  private isOver(): boolean {
    const { options } = this
    if (options.stop?.()) return true
    if (options.budgetMs === undefined) return false
    // The budget is an upper limit: no stretch is begun that would end after it.
    const now = options.clock()
    this.longest = Math.max(this.longest * 0.95, now - this.looked)
    this.looked = now
    return now - this.began + 1.5 * this.longest + this.closing >= options.budgetMs
  }

  private round(steps: number) {
    const { state, random, options } = this
    const [hot, cold] = temperatures[options.mode]
    const first = this.iterations
    while (this.iterations < first + steps) {
      const done = this.iterations - first
      const temperature = hot * (cold / hot) ** (done / steps)
      const tether = looseTether * (tightTether / looseTether) ** (done / steps)
      const now = Math.min(stretch, steps - done)
      anneal(state, random, this.everything, { temperature, tether }, now)
      if ((done / stretch) % this.betweenReopenings === this.betweenReopenings - 1)
        reopen(state, random, { temperature, tether })
      this.iterations += now
      this.keep()
      this.tell()
      if (this.isOver()) {
        this.isCut = true
        return
      }
    }
    state.restore(this.best)
    seatByChains(state, (g) => state.people[g]! > 0)
    this.keep()
  }

  private keep() {
    const { state } = this
    if (state.score <= this.bestScore || state.excess > 0) return
    this.bestScore = state.score
    this.best.set(state.at)
  }

  private tell() {
    const { options, iterations, best, model, total } = this
    if (!options.onProgress || !this.isFound) return
    const elapsed = (options.clock() - this.began) / (options.budgetMs ?? Number.POSITIVE_INFINITY)
    let seats = 0
    for (let u = 0; u < model.units; u++) if (best[u] !== unplaced) seats += model.size[u]!
    options.onProgress({
      score: this.bestScore,
      seats,
      iterations,
      share: Math.min(1, Math.max(iterations / total, elapsed)),
    })
  }
}
