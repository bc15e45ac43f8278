import type { SignalsPlan } from '../../blueprints/parts/signals.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import { addDays, type PlainDate } from '../../shared/time/dates.ts'
import type { Settler, Signal, SignalState, StepKind } from './signal.ts'

/** Who may take a step: whoever it went to, anybody who accompanies the person, whoever noted it. */
type Who = 'receiver' | 'settler' | 'noter'

/**
 * For each step, the states it follows on and who takes it. A colleague may accept what went to somebody who is away; whoever
 * noted a signal passes it on as long as there is nobody it could go to.
 */
export const steps: Record<StepKind, { from: readonly SignalState[]; by: readonly Who[] }> = {
  accepted: { from: ['noted', 'passed-on'], by: ['receiver', 'settler'] },
  'passed-on': { from: ['noted', 'accepted', 'passed-on'], by: ['receiver', 'noter'] },
  settled: { from: ['noted', 'accepted', 'passed-on'], by: ['receiver'] },
}

type Facts = { settlers: readonly Settler[]; plan: SignalsPlan | undefined }

const ofEnrolment = (signal: Pick<Signal, 'enrolmentId'>, settlers: readonly Settler[]) =>
  settlers.filter((one) => one.enrolmentId === signal.enrolmentId)

/**
 * To whom a signal goes now: whoever accepted it or was passed it, as long as they still accompany the person; else the first
 * part of the theme in which somebody does; else the referrer. Undefined: there is nobody.
 */
export function receiverOf(
  signal: Pick<Signal, 'enrolmentId' | 'theme' | 'steps'>,
  { settlers, plan }: Facts,
): Settler | undefined {
  const known = ofEnrolment(signal, settlers)
  const last = signal.steps.at(-1)
  const holder = last && (last.kind === 'passed-on' ? last.to : last.by)
  const held = known.find((one) => one.userId === holder)
  if (held) return held
  const parts = plan?.themes.find(({ key }) => key === signal.theme)?.settledBy ?? []
  for (const part of parts) {
    const found = known.find((one) => one.part === part)
    if (found) return found
  }
  return known.find((one) => one.part === null)
}

/** To whom it can be passed on, each once, in the order in which they are known. */
export function othersFor(
  signal: Pick<Signal, 'enrolmentId' | 'notedBy'>,
  settlers: readonly Settler[],
  actorId: string,
): Settler[] {
  const seen = new Set([actorId, signal.notedBy])
  return ofEnrolment(signal, settlers).filter((one) => !seen.has(one.userId) && seen.add(one.userId))
}

export type NewStep = { kind: StepKind; to: string | null; words: string | null }

/** Accepting needs no words; passing on needs somebody and a word, settling what was done. */
export function stepping(
  signal: Signal,
  step: NewStep,
  { actorId, ...facts }: Facts & { actorId: string },
): Decision<NewStep> {
  if (signal.state === 'settled') return refuse('signals.step.settled')
  const { from, by } = steps[step.kind]
  if (!from.includes(signal.state)) return refuse('signals.step.already')
  const receiver = receiverOf(signal, facts)
  const is: Record<Who, boolean> = {
    receiver: receiver?.userId === actorId,
    settler: ofEnrolment(signal, facts.settlers).some((one) => one.userId === actorId),
    noter: signal.notedBy === actorId && receiver === undefined,
  }
  if (!by.some((who) => is[who])) return refuse('signals.step.notYours', { name: receiver?.name ?? '–' })
  if (step.kind !== 'accepted' && !step.words) return refuse(`signals.step.${step.kind}.words`)
  if (step.kind === 'passed-on' && !othersFor(signal, facts.settlers, actorId).some((one) => one.userId === step.to))
    return refuse('signals.step.nobody')
  return accept(step)
}

/** Steps somebody may take now, for the buttons of the page. */
export const openSteps = (signal: Signal, facts: Facts & { actorId: string }): StepKind[] =>
  (Object.keys(steps) as StepKind[]).filter((kind) => {
    const to = othersFor(signal, facts.settlers, facts.actorId)[0]?.userId ?? null
    return stepping(signal, { kind, to, words: '…' }, facts).ok
  })

/** @returns the day by which it should be settled; null for an urgency that the programme does not know. */
export function dueOn(plan: SignalsPlan, urgency: string, on: PlainDate): PlainDate | null {
  const found = plan.urgencies.find(({ key }) => key === urgency)
  return found ? addDays(on, found.days) : null
}

export const isLate = (signal: Pick<Signal, 'state' | 'dueOn'>, today: PlainDate): boolean =>
  signal.state !== 'settled' && signal.dueOn < today

/** Whether something was done or said to whoever noted it since they last looked. */
export function hasNews(signal: Pick<Signal, 'notedBy' | 'steps' | 'words' | 'seenAt' | 'notedAt'>): boolean {
  const own = [...signal.steps, ...signal.words].filter(({ by }) => by === signal.notedBy).map(({ at }) => at)
  const since = Math.max(signal.notedAt.getTime(), signal.seenAt?.getTime() ?? 0, ...own.map((at) => at.getTime()))
  return [
    ...signal.steps.filter(({ by }) => by !== signal.notedBy),
    ...signal.words.filter(({ by, to }) => by !== signal.notedBy && to === signal.notedBy),
  ].some(({ at }) => at.getTime() > since)
}

/** The most urgent first: by the day, then by when it was noted. */
export const byUrgency = (a: Pick<Signal, 'dueOn' | 'notedAt'>, b: Pick<Signal, 'dueOn' | 'notedAt'>): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.notedAt.getTime() - b.notedAt.getTime()
