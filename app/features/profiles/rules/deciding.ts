/** What goes out: nothing that the person did not choose, line by line. */
import type { CompetenceId } from '../../../data/competences.ts'
import { accept, type Decision, refuse } from '../../../shared/rules.ts'
import { addDays, type PlainDate } from '../../../shared/time/dates.ts'
import { type LineKey, type LinePart, lineParts, ownSheet, thirdSheets, type Workbook } from '../profile.ts'
import { doing, type ProfileState } from './states.ts'

/** The pages on which the person decides. */
export const sections = ['self', 'others', 'evidence', 'perspectives'] as const
export type SectionName = (typeof sections)[number]
export const isSection = (value: string): value is SectionName => sections.includes(value as SectionName)

export type Choosable =
  | { key: LineKey; section: 'self' | 'others'; kind: 'self' | 'third' | 'difference'; competence: CompetenceId }
  | { key: LineKey; section: 'evidence'; kind: 'evidence'; competence: CompetenceId; id: string }
  | { key: LineKey; section: 'perspectives'; kind: 'line'; part: LinePart; id: string }

/** Every line that the actor can read and that could go out, in the order of the paper. */
export function choosable(book: Workbook): Choosable[] {
  const own = ownSheet(book)?.ratings
  const others = thirdSheets(book).filter((s) => s.ratings && s.handedInAt)
  const order = (c: CompetenceId) => book.picks.indexOf(c)
  return [
    ...book.picks.flatMap((competence): Choosable[] =>
      own?.has(competence) ? [{ key: `self:${competence}`, section: 'self', kind: 'self', competence }] : [],
    ),
    ...book.picks.flatMap((competence): Choosable[] => {
      if (!others.some((s) => s.ratings?.has(competence))) return []
      const talked = book.talks.some((t) => t.competence === competence && t.words !== null)
      return [
        { key: `third:${competence}`, section: 'others', kind: 'third', competence },
        ...(talked
          ? [{ key: `difference:${competence}`, section: 'others', kind: 'difference', competence } as const]
          : []),
      ]
    }),
    ...[...book.evidence]
      .filter((e) => e.situation !== null)
      .sort((a, b) => order(a.competence) - order(b.competence))
      .map(
        ({ id, competence }): Choosable => ({
          key: `evidence:${id}`,
          section: 'evidence',
          kind: 'evidence',
          competence,
          id,
        }),
      ),
    ...lineParts.flatMap((part) =>
      book.lines
        .filter((l) => l.part === part && l.text !== null)
        .map(({ id }): Choosable => ({ key: `line:${id}`, section: 'perspectives', kind: 'line', part, id })),
    ),
  ]
}

export const goesOut = (book: Workbook, key: string): boolean => book.choices.get(key) === true

/** Lines chosen to go out that the actor can't read: a coach who helps must not leave them behind in silence. */
export function hiddenChoices(book: Workbook): string[] {
  const known = new Set<string>(choosable(book).map((line) => line.key))
  return [...book.choices].filter(([key, out]) => out && !known.has(key)).map(([key]) => key)
}

/** Makes the next version's number; `hidden` are chosen lines that whoever freezes can't read. */
export function freezing(
  state: ProfileState,
  book: Workbook,
  { hidden, onBehalf, asked }: { hidden: number; onBehalf: boolean; asked: boolean },
): Decision<{ number: number }> {
  const allowed = doing('freeze', state)
  if (!allowed.ok) return allowed
  if (onBehalf && !asked) return refuse('profiles.freeze.notAsked')
  if (onBehalf && hidden > 0) return refuse('profiles.freeze.hidden', { count: hidden })
  if (!choosable(book).some((line) => goesOut(book, line.key))) return refuse('profiles.freeze.nothing')
  return accept({ number: Math.max(0, ...book.versions.map((v) => v.number)) + 1 })
}

/** The newest version goes to the referring social worker. `days`: by when the talk should have been held. */
export function handingOver(
  state: ProfileState,
  book: Workbook,
  facts: {
    versionId: string
    receiverId: string | null
    today: PlainDate
    days: number
    onBehalf: boolean
    asked: boolean
  },
): Decision<{ versionId: string; receiverId: string; on: PlainDate; dueOn: PlainDate }> {
  const { versionId, receiverId, today, days } = facts
  const version = book.versions.find((v) => v.id === versionId)
  const newest = Math.max(...book.versions.map((v) => v.number))
  if (version?.handOver) return refuse('profiles.handOver.already')
  if (version && version.number !== newest) return refuse('profiles.handOver.older')
  const allowed = doing('hand-over', state)
  if (!allowed.ok || !version) return refuse('profiles.refused.hand-over')
  if (facts.onBehalf && !facts.asked) return refuse('profiles.freeze.notAsked')
  if (!receiverId) return refuse('profiles.handOver.nobody')
  return accept({ versionId, receiverId, on: today, dueOn: addDays(today, days) })
}
