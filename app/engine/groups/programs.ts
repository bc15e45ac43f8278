// Both modes as mixed-integer programs whose relaxation is tight. What makes them tight: a yes-or-no for every size a
// group may have. With the size known, the smallest deviation that whole people allow is known (mixed), and each member
// has as many pairs as the group has others (homogeneous).
import type { Assignment } from './list.ts'
import type { Model } from './model.ts'
import { Program } from './program.ts'
import { featureRules, features } from './score.ts'
import type { Leash } from './state.ts'

type Term = [column: number, factor: number]

export type GroupsProgram = Readonly<{
  program: Program
  /** The column that says whether unit u is in offer g, at `u × offers + g`; −1 where it can't be. */
  inOffer: Int32Array
  /** The column that says that offer g has so many people. */
  ofSize: readonly ReadonlyMap<number, number>[]
}>

/** Pairs that a homogeneous program can have before it grows too large to be solved here. */
const mostPairs = 40_000

/**
 * The program of a model. A homogeneous one without room for its pairs leaves their cost out: its optimum is then only
 * an upper bound, which `isExact` says.
 */
export function programOf(
  model: Model,
  settled: Uint8Array,
  leash?: Leash,
): GroupsProgram & Readonly<{ isExact: boolean }> {
  const { units, offers, eligible, value, type, inside } = model
  const program = new Program()
  const pairs = model.mode === 'mixed' ? 0 : countPairs(model)
  const isExact = pairs <= mostPairs
  const inOffer = new Int32Array(units * offers).fill(-1)
  for (let u = 0; u < units; u++) {
    const own: Term[] = []
    for (const g of eligible[u]!) {
      const cost = model.mode === 'homogeneous' ? inside[type[u]!]! : 0
      inOffer[u * offers + g] = program.yesNo(value[u]! - cost, settled[u] === 1 ? 1 : 0)
      own.push([inOffer[u * offers + g]!, 1])
    }
    if (own.length > 1) program.atMost(own, 1)
  }
  const ofSize = Array.from({ length: offers }, (_, g) => {
    const group = openGroup(program, model, inOffer, g)
    if (model.mode === 'mixed') balance(program, model, group)
    else if (isExact) pairUp(program, model, group)
    return group.ofSize
  })
  if (leash) hold(program, model, inOffer, leash)
  return { program, inOffer, ofSize, isExact }
}

type Group = Readonly<{
  g: number
  members: readonly number[]
  column: (u: number) => number
  ofSize: Map<number, number>
}>

function countPairs({ units, offers, mayBe }: Model): number {
  let pairs = 0
  for (let g = 0; g < offers; g++) {
    let members = 0
    for (let u = 0; u < units; u++) members += mayBe[u * offers + g]!
    pairs += (members * (members - 1)) / 2
  }
  return pairs
}

/** Sizes, childcare and keep-apart pairs of one offer. */
function openGroup(program: Program, model: Model, inOffer: Int32Array, g: number): Group {
  const { units, offers, mayBe, size, children, min, max, childcareSeats, enemies } = model
  const column = (u: number) => inOffer[u * offers + g]!
  const members = Array.from({ length: units }, (_, u) => u).filter((u) => mayBe[u * offers + g] === 1)
  const ofSize = new Map<number, number>()
  for (let s = Math.max(1, min[g]!); s <= max[g]!; s++) ofSize.set(s, program.yesNo(0))
  program.atMost(
    [...ofSize.values()].map((each) => [each, 1]),
    1,
  )
  program.row(
    0,
    [...members.map((u): Term => [column(u), size[u]!]), ...[...ofSize].map(([s, each]): Term => [each, -s])],
    0,
  )
  program.atMost(
    members.map((u) => [column(u), children[u]!]),
    childcareSeats[g]!,
  )
  for (const u of members)
    for (const enemy of enemies[u] ?? [])
      if (enemy > u && mayBe[enemy * offers + g] === 1)
        program.atMost(
          [
            [column(u), 1],
            [column(enemy), 1],
          ],
          1,
        )
  return { g, members, column, ofSize }
}

/** Mixed: a deviation per feature, at least what the lines of |100 × count − share × size| through whole counts say. */
function balance(program: Program, model: Model, { g, members, column, ofSize }: Group) {
  const { size, counts, shares, type, max } = model
  for (const [f, feature] of features.entries()) {
    const share = shares[f]!
    const countOf = (u: number) => counts[type[u]! * features.length + f]!
    const deviation = program.amount(-featureRules[feature].weight)
    const gaps = members.map((u): Term => [column(u), 100 * countOf(u) - share * size[u]!])
    program.atLeast(0, [[deviation, 1], ...gaps])
    program.atLeast(0, [[deviation, 1], ...gaps.map(([at, gap]): Term => [at, -gap])])
    const least: Term[] = []
    for (const [s, ofThatSize] of ofSize) {
      const below = Math.floor((share * s) / 100)
      const atBelow = share * s - 100 * below
      const atAbove = 100 - atBelow
      least.push([ofThatSize, -Math.min(atBelow, atAbove)])
      // The line through the two counts nearest to the share, which holds when the group has this size.
      const slope = atAbove - atBelow
      const start = atBelow - slope * below
      const slack = Math.max(start, start + slope * max[g]!)
      if (slack > 0)
        program.atLeast(start - slack, [
          [deviation, 1],
          ...members.map((u): Term => [column(u), -slope * countOf(u)]),
          [ofThatSize, -slack],
        ])
    }
    program.atLeast(0, [[deviation, 1], ...least])
  }
}

/** Homogeneous: an amount per pair that is 1 when both are in; each member's pairs add up to the others in the group. */
function pairUp(program: Program, model: Model, { members, column, ofSize }: Group) {
  const { size, type, types, between, enemies } = model
  const sizes = [...ofSize]
  const meets = new Map(members.map((u): [number, Term[]] => [u, []]))
  for (const [k, u] of members.entries()) {
    for (const v of members.slice(k + 1)) {
      if (enemies[u]?.includes(v)) continue
      const both = program.amount(-between[type[u]! * types + type[v]!]!, 0, 1)
      program.atMost(
        [
          [both, 1],
          [column(u), -1],
        ],
        0,
      )
      program.atMost(
        [
          [both, 1],
          [column(v), -1],
        ],
        0,
      )
      program.atMost([[column(u), 1], [column(v), 1], [both, -1], ...sizes.map(([, each]): Term => [each, -1])], 0)
      meets.get(u)!.push([both, size[v]!])
      meets.get(v)!.push([both, size[u]!])
    }
  }
  const ofEachSize = new Map(sizes.map(([s]): [number, Term[]] => [s, []]))
  for (const u of members) {
    const inSome: Term[] = [[column(u), -1]]
    const others = [...meets.get(u)!]
    for (const [s, ofThatSize] of sizes) {
      const inThatSize = program.amount(0, 0, 1)
      program.atMost(
        [
          [inThatSize, 1],
          [ofThatSize, -1],
        ],
        0,
      )
      inSome.push([inThatSize, 1])
      others.push([inThatSize, size[u]! - s])
      ofEachSize.get(s)!.push([inThatSize, size[u]!])
    }
    program.row(0, inSome, 0)
    program.row(0, others, 0)
  }
  for (const [s, ofThatSize] of sizes) program.row(0, [...ofEachSize.get(s)!, [ofThatSize, -s]], 0)
}

/** At most so many people elsewhere than in the leash's base. */
function hold(program: Program, model: Model, inOffer: Int32Array, { base, limit }: Leash) {
  const terms: Term[] = []
  let onList = 0
  for (let u = 0; u < model.units; u++) {
    const strayed = (g: number) => model.people[u]!.filter((i) => base[i] !== g).length
    onList += strayed(-1)
    for (const g of model.eligible[u]!) terms.push([inOffer[u * model.offers + g]!, strayed(g) - strayed(-1)])
  }
  program.atMost(terms, limit - onList)
}

/** What a plan says of the program's yes-or-no columns. */
export function columnsOf({ inOffer, ofSize }: GroupsProgram, model: Model, assignment: Assignment) {
  const indices: number[] = []
  const values: number[] = []
  const say = (column: number, is: boolean) => {
    indices.push(column)
    values.push(is ? 1 : 0)
  }
  for (let u = 0; u < model.units; u++)
    for (const g of model.eligible[u]!) say(inOffer[u * model.offers + g]!, assignment[model.people[u]![0]!] === g)
  for (const [g, sizes] of ofSize.entries()) {
    const people = assignment.filter((at) => at === g).length
    for (const [s, column] of sizes) say(column, s === people)
  }
  return { indices, values }
}
