// What several votes say together. Only sessions whose results may be seen one by one are counted: so no sum can be taken from
// another to find what a session too small to be shown has said.
import { faces } from '../../blueprints/parts/smileys.ts'
import type { Answer, Result } from './smileys.ts'
import type { VotedSession } from './store.ts'

export type Sums = { sessions: number; votes: number; answers: Record<Answer, number> }

export const everyAnswer: readonly Answer[] = [...faces, 'unknown']

const nothing = (): Sums => ({
  sessions: 0,
  votes: 0,
  answers: { great: 0, good: 0, middling: 0, bad: 0, awful: 0, unknown: 0 },
})

/** All answers to all lines of results that may be seen; the others are left out. */
export function sumsOf(results: readonly Result[]): Sums {
  const sums = nothing()
  for (const { counts, cast, paper } of results) {
    if (!counts) continue
    sums.sessions += 1
    sums.votes += cast + paper
    for (const [key, count] of Object.entries(counts)) {
      const answer = everyAnswer.find((one) => key.endsWith(`/${one}`))
      if (answer) sums.answers[answer] += count
    }
  }
  return sums
}

/** Of those who chose a face, the share that chose a happy one, 0 to 1; null without an answer. */
export function happyShare({ answers }: Pick<Sums, 'answers'>): number | null {
  const happy = answers.great + answers.good
  const said = happy + answers.middling + answers.bad + answers.awful
  return said === 0 ? null : happy / said
}

/** Sums by a name (theme, team), for names with at least one result that may be seen; in the order of their first session. */
export function sumsBy<S extends VotedSession>(
  sessions: readonly S[],
  results: ReadonlyMap<string, Result>,
  nameOf: (session: S) => string,
): { name: string; sums: Sums }[] {
  return [...Map.groupBy(sessions, nameOf)].flatMap(([name, of]) => {
    const sums = sumsOf(of.flatMap(({ sessionId }) => results.get(sessionId) ?? []))
    return sums.sessions > 0 ? [{ name, sums }] : []
  })
}

/** The answers that occur, in their order. */
export const answersIn = (all: readonly Sums[]): Answer[] =>
  everyAnswer.filter((answer) => !['great', 'awful'].includes(answer) || all.some((sums) => sums.answers[answer] > 0))
