/** The person's own work: picking, rating, evidence, perspectives. */
import { competenceGroups, competences, isCompetenceId } from '../../../data/competences.ts'
import { formState } from '../../../shared/forms/forms.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, redirect, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { parseEvidence, parseLine, parseRating } from '../form.ts'
import { PickPage, PicksPage } from '../pages/me/competences.tsx'
import { AnswersPage, RatePage } from '../pages/me/rating.tsx'
import { OverviewPage, WelcomePage } from '../pages/me/start.tsx'
import { EvidenceOfPage, EvidencePage, PerspectivesPage, WordsOfPage } from '../pages/me/words.tsx'
import { me } from '../paths.ts'
import { mayWorkOnOwn } from '../policy.ts'
import { isLinePart, ownSheet, type Workbook } from '../profile.ts'
import { doing } from '../rules/states.ts'
import { handingIn, nextUnanswered, picking } from '../rules/working.ts'
import { addEvidence, addLine, isEntryKind, removeEntry, showEntry } from '../store/own-words.ts'
import { findPeerStep } from '../store/peers.ts'
import { openProfile, savePicks } from '../store/profiles.ts'
import { handInSheet, saveRating, startSheet } from '../store/sheets.ts'
import { loadWorkbook, workbookState } from '../store/workbook.ts'
import { tasksOf } from '../tasks.ts'
import { didOn, findMine, ownAct, ownPage } from './own.tsx'

const ratingsOf = (book: Workbook) => ownSheet(book)?.ratings ?? new Map()
const offeredIn = (group: string, offered: readonly string[]) =>
  competences.filter((c) => c.group === group && offered.includes(c.id)).map((c) => c.id)

export const workRoutes = [
  page(me.start, { policy: mayWorkOnOwn, find: findMine }, async ({ tx, services, subject: own }) => {
    if (!own.profile) return show(<WelcomePage />)
    const book = await loadWorkbook(tx, services.vault, own.profile)
    const step = own.frame.group && (await findPeerStep(tx, own.frame.group.id))
    return show(<OverviewPage tasks={tasksOf(book, workbookState(book), step)} version={book.versions.at(-1)} />)
  }),
  act(me.start, { policy: mayWorkOnOwn, find: findMine }, async ({ tx, subject: own }) => {
    const id = await openProfile(tx, { id: own.enrolmentId, personId: own.personId })
    const profile = { id, enrolmentId: own.enrolmentId, personId: own.personId }
    return seeOther(me.start(), { did: didOn('open', profile) })
  }),

  ownPage(me.picks, async ({ book, state }) =>
    show(<PicksPage picks={book.picks} locked={!doing('pick', state).ok} started={ratingsOf(book).size > 0} />),
  ),
  ownPage(me.pick, async ({ params, own, book, state }) => {
    const group = competenceGroups.find((g) => g.id === params.group)
    if (!group) return notFound()
    if (!doing('pick', state).ok) return redirect(me.picks())
    return show(
      <PickPage group={group.id} offered={offeredIn(group.id, own.frame.plan.competences)} picks={book.picks} />,
    )
  }),
  ownAct(me.pick, async ({ tx, params, typed, own, book, state }) => {
    const index = competenceGroups.findIndex((g) => g.id === params.group)
    const group = competenceGroups[index]
    if (!group) return notFound()
    const offered = offeredIn(group.id, own.frame.plan.competences)
    const decision = picking(state, book.picks, typed.all('picks').filter(isCompetenceId), offered)
    if (!decision.ok)
      return refused(<PickPage group={group.id} offered={offered} picks={book.picks} refusal={decision} />)
    await savePicks(tx, book.profile, decision.value)
    const next = competenceGroups[index + 1]
    const to = typed.get('button') === 'next' && next ? me.pick({ group: next.id }) : me.picks()
    return seeOther(to, { did: didOn('pick', book.profile) })
  }),

  ownPage(me.answers, async ({ book }) => {
    if (book.picks.length === 0) return redirect(me.picks())
    return show(<AnswersPage {...answersOf(book)} />)
  }),
  ownPage(me.rate, async ({ params, book, state }) => {
    const { competence } = params
    if (!isCompetenceId(competence) || !book.picks.includes(competence)) return notFound()
    if (!doing('rate', state).ok) return redirect(me.answers())
    return show(<RatePage competence={competence} asked={book.picks} ratings={ratingsOf(book)} />)
  }),
  ownAct(me.rate, async ({ tx, services, actor, params, typed, book, state }) => {
    const { competence } = params
    if (!isCompetenceId(competence) || !book.picks.includes(competence)) return notFound()
    const allowed = doing('rate', state)
    if (!allowed.ok) return refused(<AnswersPage {...answersOf(book)} refusal={allowed} />)
    const parsed = parseRating(typed)
    if (!parsed.ok)
      return invalid(
        <RatePage competence={competence} asked={book.picks} ratings={ratingsOf(book)} state={formState(parsed)} />,
      )
    const sheetId = await startSheet(tx, book.profile, actor, 'self')
    const rating = { ...parsed.value, comment: null }
    await saveRating(tx, services.vault, { id: sheetId, personId: book.profile.personId }, competence, rating)
    const ratings = new Map(ratingsOf(book)).set(competence, rating)
    const next = nextUnanswered(book.picks, ratings, competence)
    return seeOther(next ? me.rate({ competence: next }) : me.answers(), { did: didOn('rate', book.profile) })
  }),
  ownAct(me.answers, async ({ tx, book, state }) => {
    const allowed = doing('hand-in', state)
    const decision = allowed.ok ? handingIn(book.picks, ratingsOf(book)) : allowed
    if (!decision.ok) return refused(<AnswersPage {...answersOf(book)} refusal={decision} />)
    if (!(await handInSheet(tx, ownSheet(book)!.id))) return notFound()
    return seeOther(me.start(), { did: didOn('handIn', book.profile), say: 'profiles.me.answers.in' })
  }),

  ownPage(me.evidence, async ({ book }) =>
    book.picks.length === 0 ? redirect(me.picks()) : show(<EvidencePage book={book} />),
  ),
  ownPage(me.evidenceOf, async ({ params: { competence }, book }) => {
    if (!isCompetenceId(competence) || !book.picks.includes(competence)) return notFound()
    return show(<EvidenceOfPage competence={competence} entries={evidenceOf(book, competence)} />)
  }),
  ownAct(me.evidenceOf, async ({ tx, services, actor, params: { competence }, typed, book }) => {
    if (!isCompetenceId(competence) || !book.picks.includes(competence)) return notFound()
    const parsed = parseEvidence(typed)
    if (!parsed.ok)
      return invalid(
        <EvidenceOfPage competence={competence} entries={evidenceOf(book, competence)} state={formState(parsed)} />,
      )
    await addEvidence(tx, services.vault, actor, book.profile, competence, parsed.value)
    return seeOther(me.evidenceOf({ competence }), {
      did: didOn('addEvidence', book.profile),
      say: 'profiles.me.saved',
    })
  }),

  ownPage(me.words, async ({ book }) => show(<PerspectivesPage book={book} />)),
  ownPage(me.wordsOf, async ({ params: { part }, book }) => {
    if (!isLinePart(part)) return notFound()
    return show(<WordsOfPage part={part} lines={book.lines.filter((l) => l.part === part)} />)
  }),
  ownAct(me.wordsOf, async ({ tx, services, actor, params: { part }, typed, book }) => {
    if (!isLinePart(part)) return notFound()
    const parsed = parseLine(typed, part)
    if (!parsed.ok)
      return invalid(
        <WordsOfPage part={part} lines={book.lines.filter((l) => l.part === part)} state={formState(parsed)} />,
      )
    await addLine(tx, services.vault, actor, book.profile, { part, ...parsed.value })
    return seeOther(me.wordsOf({ part }), { did: didOn('addLine', book.profile), say: 'profiles.me.saved' })
  }),

  ownAct(me.showEntry, async ({ tx, params: { kind, entryId }, typed, book }) => {
    const back = isEntryKind(kind) ? placeOf(book, kind, entryId) : undefined
    if (!isEntryKind(kind) || !back) return notFound()
    const shown = typed.get('shownToCoach') === 'yes'
    if (!(await showEntry(tx, book.profile.id, kind, entryId, shown))) return notFound()
    return seeOther(back, {
      did: didOn(shown ? 'show' : 'hide', book.profile),
      say: shown ? 'profiles.me.shown' : 'profiles.me.hidden',
    })
  }),
  ownAct(me.removeEntry, async ({ tx, params: { kind, entryId }, book }) => {
    const back = isEntryKind(kind) ? placeOf(book, kind, entryId) : undefined
    if (!isEntryKind(kind) || !back) return notFound()
    if (!(await removeEntry(tx, book.profile.id, kind, entryId))) return notFound()
    return seeOther(back, { did: didOn('removeEntry', book.profile), say: 'profiles.me.removed' })
  }),
]

const answersOf = (book: Workbook) => ({
  asked: book.picks,
  ratings: ratingsOf(book),
  next: nextUnanswered(book.picks, ratingsOf(book)),
  handedIn: ownSheet(book)?.handedInAt != null,
})

const evidenceOf = (book: Workbook, competence: string) => book.evidence.filter((e) => e.competence === competence)

/** The page an entry stands on; undefined when the person has no such entry. */
function placeOf(book: Workbook, kind: 'evidence' | 'line', id: string): string | undefined {
  if (kind === 'evidence') {
    const entry = book.evidence.find((e) => e.id === id)
    return entry && me.evidenceOf({ competence: entry.competence })
  }
  const line = book.lines.find((l) => l.id === id)
  return line && me.wordsOf({ part: line.part })
}
