/** Makes the document that goes out from what the person chose, and from nothing else. */
import type { CompetenceId } from '../../data/competences.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { ProfilePaper } from './document.ts'
import { ownSheet, thirdSheets, type Workbook } from './profile.ts'
import { choosable, goesOut } from './rules/deciding.ts'

export type PaperFacts = {
  number: number
  today: PlainDate
  /** The group, or the programme when there is none. */
  groupName: string
  from: PlainDate
  until: PlainDate
  institution: string
  /** The language of the person's own words. */
  language: string
}

/**
 * Peers go out without their names and remarks: they chose to be named to those who joined, not to an office.
 * A line that the actor can't read is not in it; `hiddenChoices` says so before.
 */
export function buildPaper(book: Workbook, facts: PaperFacts): ProfilePaper {
  const chosen = choosable(book).filter((line) => goesOut(book, line.key))
  const has = (key: string) => chosen.some((line) => line.key === key)
  const own = ownSheet(book)?.ratings
  const others = thirdSheets(book).filter((s) => s.handedInAt && s.ratings)
  const lines = (part: string) =>
    book.lines.filter((l) => l.part === part && has(`line:${l.id}`)).map((l) => l.text as string)

  const competenceOf = (id: CompetenceId): ProfilePaper['competences'][number] => {
    const said = has(`difference:${id}`) ? book.talks.find((t) => t.competence === id)?.words : undefined
    return {
      id,
      ...(has(`self:${id}`) ? { self: own?.get(id)?.value ?? null } : {}),
      others: has(`third:${id}`)
        ? others.flatMap((sheet) => {
            const rating = sheet.ratings?.get(id)
            if (!rating || sheet.kind === 'self') return []
            const isPeer = sheet.kind === 'peer'
            return [
              {
                kind: sheet.kind,
                name: isPeer ? '' : (sheet.name ?? ''),
                value: rating.value,
                ...(rating.comment && !isPeer ? { comment: rating.comment } : {}),
              },
            ]
          })
        : [],
      evidence: book.evidence
        .filter((e) => e.competence === id && has(`evidence:${e.id}`))
        .map((e) => ({
          situation: e.situation ?? '',
          ...(e.did ? { action: e.did } : {}),
          ...(e.witness ? { seenBy: e.witness } : {}),
        })),
      ...(said ? { said } : {}),
    }
  }
  const step = book.lines.find((l) => l.part === 'next-step' && has(`line:${l.id}`))?.step
  const named = [...new Set(chosen.flatMap((line) => ('competence' in line ? [line.competence] : [])))]
  const rank = (c: CompetenceId) => (book.picks.includes(c) ? book.picks.indexOf(c) : book.picks.length)
  return {
    personName: [book.person.firstName, book.person.lastName].filter(Boolean).join(' '),
    groupName: facts.groupName,
    from: facts.from,
    until: facts.until,
    version: facts.number,
    frozenOn: facts.today,
    ownLang: facts.language,
    institution: facts.institution,
    competences: named.sort((a, b) => rank(a) - rank(b)).map(competenceOf),
    lines: Object.fromEntries(
      (['values', 'motivation', 'obstacles', 'wishes', 'first-idea', 'second-idea'] as const)
        .map((part) => [part, lines(part)] as const)
        .filter(([, all]) => all.length > 0),
    ),
    ...(step ? { nextStep: step } : {}),
  }
}
