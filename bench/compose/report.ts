import { budgets, type Contest, inTable, type Reached } from './contest.ts'
import type { Exact } from './exact.ts'
import { type Contender, contenders, type Task } from './job.ts'
import { type Line, type Look, type Panel, picture } from './svg.ts'

const number = new Intl.NumberFormat('en')
const rounded = (value: number) => number.format(Math.round(value))
const seconds = (ms: number) => `${ms / 1000} s`
/** Never 100 for what isn't the best. */
const percent = (value: number) => (Math.floor(100 * value + 1e-6) / 100).toFixed(2)

const nameOf = (task: Task) =>
  task.kind === 'list'
    ? `list of ${task.n}, ${task.mode}`
    : `mixing of ${task.n}, ${{ whole: 'whole distances', real: 'real distances', plane: 'points in a plane' }[task.distances]}`

const at = (contest: Contest, contender: Contender, ms: number): Reached | undefined =>
  contest.reached.find((one) => one.contender === contender && one.ms === ms)

export function tables(contests: readonly Contest[], exact: readonly Exact[], made: string): string {
  return `# Composing: quality against time, and how time grows

${made}. Regenerate with \`node bench/compose/run.ts\`.

![Quality against time for each contender; how time grows with the number of people](compose.svg)

## Groups and mixing

Q = 100 × (value − mean of random plans) / (best known − mean of random plans); best known is the best that anybody
found here, or in longer runs of ours (25 s, several seeds) where that is better. One thread for each contender;
ours is the median of three seeds (one at ${seconds(budgets.at(-1)!)}) and pays for making its model, the others' is made before their
time begins. *Local exchange* takes the first better exchange, move, or change with the waiting list until there is none, from one
random plan after another. *Genetic algorithm*: whole groups are inherited. *HiGHS*: the integer program alone; \`–\` where it
had no plan by then, or the program would have more than 60,000 pairs. The lists of 60, 240 and 1,000 are the public examples;
lists of other sizes and mixing tasks (groups of twelve) are generated. Every plan was checked against rules and score anew.
No run of ours passed its budget by more than ${Math.ceil(Math.max(...contests.map(({ overrun }) => overrun)))} ms.

| task | best known | contender | ${inTable.map((ms) => `Q at ${seconds(ms)}`).join(' | ')} | value | seats |
|---|--:|---|${inTable.map(() => '--:').join('|')}|--:|--:|
${contests.flatMap(rowsOf).join('\n')}

## Time until Q is 99

| task | ${contenders.join(' | ')} |
|---|${contenders.map(() => '--:').join('|')}|
${contests.map((one) => `| ${nameOf(one.task)} | ${contenders.map((who) => timeTo(one, who)).join(' | ')} |`).join('\n')}

Ours is the shortest of the budgets tried (${budgets.map(seconds).join(', ')}), the others' the first of these marks they had passed.

## Exact: choices and places

Milliseconds of processor time, median of five runs; HiGHS solves the same as a linear program, as far as that can be written as one.

| what | size | possible seats | ours | HiGHS | same optimum |
|---|---|--:|--:|--:|---|
${exact.map((one) => `| ${one.what} | ${one.size} | ${number.format(one.arcs)} | ${one.ms.toFixed(1)} ms | ${Number.isNaN(one.highsMs) ? '–' : `${rounded(one.highsMs)} ms`} | ${Number.isNaN(one.highsMs) ? '–' : one.agrees ? 'yes' : '**no**'} |`).join('\n')}
`
}

function rowsOf(contest: Contest): string[] {
  return contenders.map((contender, row) => {
    const head = row === 0 ? [nameOf(contest.task), rounded(contest.best)] : ['', '']
    const last = at(contest, contender, budgets.at(-1)!)
    const marks = inTable.map((ms) => {
      const point = at(contest, contender, ms)
      if (!point) return '–'
      return `${percent(point.quality)}${point.isOptimal ? ' (proved)' : ''}`
    })
    return `| ${[...head, contender, ...marks, last ? rounded(last.score) : '–', last ? String(last.seats) : '–'].join(' | ')} |`
  })
}

const firstAt99 = (contest: Contest, contender: Contender) =>
  budgets.find((ms) => (at(contest, contender, ms)?.quality ?? Number.NEGATIVE_INFINITY) >= 99)

const timeTo = (contest: Contest, contender: Contender) => {
  const ms = firstAt99(contest, contender)
  return ms === undefined ? `more than ${seconds(budgets.at(-1)!)}` : seconds(ms)
}

const looks: Look[] = [
  { name: 'Passerelle', colour: '#0b57d0', dash: '', mark: 'circle' },
  { name: 'local exchange', colour: '#c2410c', dash: '6 3', mark: 'square' },
  { name: 'genetic algorithm', colour: '#15803d', dash: '2 3', mark: 'triangle' },
  { name: 'HiGHS', colour: '#6b21a8', dash: '8 3 2 3', mark: 'diamond' },
]

export function plot(contests: readonly Contest[], exact: readonly Exact[], made: string): string {
  const quality = (kind: (task: Task) => boolean, sizes: readonly number[]) =>
    contests.filter(({ task }) => kind(task) && sizes.includes(task.n)).map(qualityPanel)
  const isList = (mode: string) => (task: Task) => task.kind === 'list' && task.mode === mode
  const isMixing = (task: Task) => task.kind === 'mixing' && task.distances === 'whole'
  const sizes = [60, 240, 1000, 2000]
  const growth: [string, (task: Task) => boolean][] = [
    ['lists, homogeneous', isList('homogeneous')],
    ['lists, mixed', isList('mixed')],
    ['mixing', isMixing],
  ]
  return picture(
    `Composing groups: quality against time, and how time grows (${made})`,
    'The figures are in the table beside this picture.',
    [
      quality(isList('homogeneous'), sizes),
      quality(isList('mixed'), sizes),
      quality(isMixing, [120, 240, 480, 960]),
      [
        ...growth.map(([name, kind]) =>
          growthPanel(
            name,
            contests.filter(({ task }) => kind(task)),
          ),
        ),
        exactPanel(exact),
      ],
    ].filter((row) => row.length > 0),
    looks,
  )
}

const qualityPanel = (contest: Contest): Panel => ({
  title: nameOf(contest.task),
  x: { label: 'milliseconds', ticks: [50, 100, 500, 1000, 5000] },
  y: { label: '100 − Q (lower is better)', ticks: [0.01, 0.1, 1, 10, 100] },
  lines: contenders.map(
    (name): Line => ({
      name,
      points: contest.reached.filter((one) => one.contender === name).map((one) => [one.ms, 100 - one.quality]),
    }),
  ),
})

const growthPanel = (name: string, contests: readonly Contest[]): Panel => ({
  title: `${name}: time until Q is 99`,
  x: { label: 'people', ticks: [50, 100, 200, 500, 1000, 2000] },
  y: { label: 'milliseconds', ticks: [50, 100, 500, 1000, 5000] },
  lines: contenders.map(
    (contender): Line => ({
      name: contender,
      points: contests.flatMap((contest) => {
        const ms = firstAt99(contest, contender)
        return ms === undefined ? [] : [[contest.task.n, ms] as const]
      }),
    }),
  ),
})

const exactPanel = (exact: readonly Exact[]): Panel => {
  const capacity = exact.filter(({ what }) => what === 'capacity')
  return {
    title: 'capacity: time until exact',
    x: { label: 'people', ticks: [50, 100, 200, 500, 1000] },
    y: { label: 'milliseconds of processor time', ticks: [0.1, 1, 10, 100, 1000, 10000] },
    lines: [
      { name: 'Passerelle', points: capacity.map(({ n, ms }) => [n, ms] as const) },
      { name: 'HiGHS', points: capacity.map(({ n, highsMs }) => [n, highsMs] as const) },
    ],
  }
}
