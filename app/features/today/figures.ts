/**
 * What a coordinator's figures count. Each is said twice, side by side: as a sentence about one person's way (`counts`),
 * which tests check by hand, and as the same condition in SQL over `ways` (store/ways.ts), which counts and lists.
 * Stages are counted by their kind, so that a programme may name its stages as it likes.
 */
import type { StageKind } from '../../blueprints/blueprint.ts'
import type { ProgrammeSettings } from '../../blueprints/settings.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

/** The kinds of stages that lead on, in their order; a person who is further has passed those before. */
export const onwards = [
  'registered',
  'contacted',
  'informed',
  'allocated',
  'started',
  'completed',
] as const satisfies StageKind[]
export type Onward = (typeof onwards)[number]

/** One enrolment, as the figures see it. */
export type Way = {
  enrolmentId: string
  personId: string
  firstName: string
  lastName: string | null
  /** Kind and programme's key of the stage the person is at. */
  current: StageKind
  stage: string
  since: PlainDate
  /** How far they ever came: 1 for registered to 6 for completed. */
  furthest: number
  handedOver: boolean
  talkHeld: boolean
  directed: boolean
  language: string | null
  site: string | null
  registeredOn: PlainDate
}

export const reached = (way: Pick<Way, 'furthest'>, kind: Onward): boolean => way.furthest >= onwards.indexOf(kind) + 1

type Definition = { counts: (way: Way) => boolean; sql: string }

const isLost = (way: Way) => way.current === 'dropped' || way.current === 'never-started'
const isWaiting = (way: Way) => ['registered', 'contacted', 'informed'].includes(way.current)
const lostSql = `current in ('dropped', 'never-started')`

/** Lost people by how far they had come. */
const lostAt = (furthest: number): Definition => ({
  counts: (way) => isLost(way) && way.furthest === furthest,
  sql: `${lostSql} and furthest = ${furthest}`,
})
/** How many ever came to a stage of this kind or further, whatever became of them. */
const everAt = (kind: Onward): Definition => ({
  counts: (way) => reached(way, kind),
  sql: `furthest >= ${onwards.indexOf(kind) + 1}`,
})

export const figures = {
  registered: { counts: () => true, sql: 'true' },
  contacted: everAt('contacted'),
  informed: everAt('informed'),
  allocated: everAt('allocated'),
  started: everAt('started'),
  completed: everAt('completed'),
  handedOver: { counts: (way) => way.handedOver, sql: 'handed_over' },
  talkHeld: { counts: (way) => way.talkHeld, sql: 'talk_held' },
  directed: { counts: (way) => way.directed, sql: 'directed' },
  waiting: { counts: isWaiting, sql: `current in ('registered', 'contacted', 'informed')` },
  inGroups: {
    counts: (way) => way.current === 'allocated' || way.current === 'started',
    sql: `current in ('allocated', 'started')`,
  },
  finished: { counts: (way) => way.current === 'completed', sql: `current = 'completed'` },
  elsewhere: { counts: (way) => way.current === 'other', sql: `current = 'other'` },
  lost: { counts: isLost, sql: lostSql },
  lostBeforeContact: lostAt(1),
  lostAfterContact: lostAt(2),
  lostAfterInformation: lostAt(3),
  lostAfterAllocation: lostAt(4),
  lostOnTheWay: { counts: (way) => isLost(way) && way.furthest >= 5, sql: `${lostSql} and furthest >= 5` },
} satisfies Record<string, Definition>

export type FigureKey = keyof typeof figures
export const figureKeys = Object.keys(figures) as FigureKey[]
export const isFigure = (key: string): key is FigureKey => Object.hasOwn(figures, key)
export type Counts = Record<FigureKey, number>

/** The way as it narrows: each step holds a part of the one before, hand-overs apart from stages. */
export const funnel = [
  'registered',
  'contacted',
  'informed',
  'allocated',
  'started',
  'completed',
  'handedOver',
  'talkHeld',
  'directed',
] as const satisfies FigureKey[]
/** Figures of a hand-over: not counted in a programme that hands nobody over. */
const ofHandOver: readonly FigureKey[] = ['handedOver', 'talkHeld', 'directed']
export const figuresOf = <Key extends FigureKey>(
  keys: readonly Key[],
  settings: Pick<ProgrammeSettings, 'handover'>,
): Key[] => keys.filter((key) => settings.handover !== null || !ofHandOver.includes(key))

/** Where everybody stands today: together they are everybody. */
export const standings = ['waiting', 'inGroups', 'finished', 'lost', 'elsewhere'] as const satisfies FigureKey[]
/** Where those who were lost left the way: together they are all who were lost. */
export const losses = [
  'lostBeforeContact',
  'lostAfterContact',
  'lostAfterInformation',
  'lostAfterAllocation',
  'lostOnTheWay',
] as const satisfies FigureKey[]

/** What narrows the figures; empty means everybody. */
export type Filter = { language?: string; site?: string; from?: PlainDate; to?: PlainDate }

/** Percent of everybody registered, or null when there is nobody. */
export const share = (count: number, of: number): number | null => (of === 0 ? null : Math.round((count / of) * 100))
