/** For those who accompany: what is in, the own sheet, side by side, from paper, on the person's behalf. */
import { isCompetenceId } from '../../../data/competences.ts'
import { formState, withErrors } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, redirect, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { accept, refuse } from '../../../shared/rules.ts'
import { parseEvidence, parseLine, parseSheet, parseTalk } from '../form.ts'
import { BehalfPage, PaperWordsPage } from '../pages/staff/behalf.tsx'
import { PaperSheetPage, SheetPage } from '../pages/staff/sheet.tsx'
import { ProfilePage } from '../pages/staff/show.tsx'
import { paperFor } from '../papers.ts'
import { paths } from '../paths.ts'
import { mayAccompany, mayDecideFor } from '../policy.ts'
import { isLinePart, ownSheet, type Profile, type Workbook } from '../profile.ts'
import { choosable, freezing, goesOut, hiddenChoices } from '../rules/deciding.ts'
import { can, doing } from '../rules/states.ts'
import { handingIn, picking } from '../rules/working.ts'
import { addEvidence, addLine, saveChoices, saveTalk } from '../store/own-words.ts'
import { findFrame, findProfile, savePicks } from '../store/profiles.ts'
import { handInSheet, raterKindOf, saveRating, startSheet } from '../store/sheets.ts'
import { saveVersion } from '../store/versions.ts'
import { loadWorkbook, workbookState } from '../store/workbook.ts'
import { rowsOf } from '../views.ts'
import { didOn } from './own.tsx'

const find = ({ tx, params }: Ctx) => findProfile(tx, (params as Record<string, string>).profileId ?? '')
const accompany = { policy: mayAccompany, find }
const decideFor = { policy: mayDecideFor, find }

const bookOf = (ctx: Pick<Ctx, 'tx' | 'services'> & { subject: Profile }) =>
  loadWorkbook(ctx.tx, ctx.services.vault, ctx.subject)
const ownOf = (book: Workbook, actor: StaffActor) => book.sheets.find((s) => s.raterUserId === actor.id)

export const staffRoutes = [
  page(paths.show, accompany, async (ctx) => {
    const { tx, actor, subject: profile } = ctx
    const book = await bookOf(ctx)
    const state = workbookState(book)
    const frame = await findFrame(tx, profile.enrolmentId)
    const self = ownSheet(book)
    return show(
      <ProfilePage
        book={book}
        state={state}
        rows={rowsOf(book)}
        own={ownOf(book, actor)}
        group={frame?.group}
        can={{
          decide: mayDecideFor.allows(actor, profile) && can('decide', state),
          enterPaper: can('rate', state) && (!self || self.enteredBy.kind === 'staff'),
        }}
      />,
      { read: didOn('read', profile) },
    )
  }),

  page(paths.sheet, accompany, async (ctx) => {
    const book = await bookOf(ctx)
    const own = ownOf(book, ctx.actor)
    if (own?.handedInAt) return redirect(paths.show({ profileId: book.profile.id }))
    return show(<SheetPage book={book} ratings={own?.ratings ?? new Map()} />, {
      read: didOn('readSheet', book.profile),
    })
  }),
  act(paths.sheet, accompany, async (ctx) => {
    const { tx, services, actor, typed, subject: profile } = ctx
    const book = await bookOf(ctx)
    const own = ownOf(book, actor)
    const parsed = parseSheet(typed, book.picks)
    const ratings = parsed.ok ? parsed.value : new Map()
    if (!parsed.ok) return invalid(<SheetPage book={book} ratings={ratings} state={formState(parsed)} />)
    const handsIn = typed.get('button') === 'hand-in'
    const decision = own?.handedInAt
      ? refuse('profiles.refused.rate')
      : handsIn
        ? handingIn(book.picks, ratings)
        : accept(true)
    if (!decision.ok)
      return refused(<SheetPage book={book} ratings={ratings} state={formState(parsed)} refusal={decision} />)
    const sheetId = own?.id ?? (await startSheet(tx, profile, actor, await raterKindOf(tx, actor, profile.enrolmentId)))
    for (const [id, rating] of ratings)
      await saveRating(tx, services.vault, { id: sheetId, personId: profile.personId }, id, rating)
    if (handsIn && !(await handInSheet(tx, sheetId))) return notFound()
    return seeOther(paths.show({ profileId: profile.id }), {
      did: didOn(handsIn ? 'handInThird' : 'rateThird', profile),
      say: handsIn ? 'profiles.sheet.handedIn' : 'profiles.sheet.saved',
    })
  }),

  act(paths.talk, accompany, async (ctx) => {
    const { tx, services, actor, params, typed, subject: profile } = ctx
    const book = await bookOf(ctx)
    const { competence } = params
    const row = isCompetenceId(competence) ? rowsOf(book)?.find((r) => r.competence === competence) : undefined
    const parsed = parseTalk(typed)
    if (!row || !parsed.ok) return notFound()
    await saveTalk(tx, services.vault, actor, profile, row.competence, parsed.value.words ?? '')
    return seeOther(paths.show({ profileId: profile.id }), { did: didOn('talk', profile), say: 'profiles.saved' })
  }),

  page(paths.paperSheet, accompany, async (ctx) => {
    const book = await bookOf(ctx)
    const frame = await findFrame(ctx.tx, book.profile.enrolmentId)
    if (!frame || !can('rate', workbookState(book)) || startedOnPhone(book))
      return redirect(paths.show({ profileId: book.profile.id }))
    return show(
      <PaperSheetPage book={book} ratings={ownSheet(book)?.ratings ?? new Map()} offered={frame.plan.competences} />,
      { read: didOn('readSheet', book.profile) },
    )
  }),
  act(paths.paperSheet, accompany, async (ctx) => {
    const { tx, services, actor, typed, subject: profile } = ctx
    const book = await bookOf(ctx)
    const frame = await findFrame(tx, profile.enrolmentId)
    if (!frame) return notFound()
    const offered = frame.plan.competences
    const parsed = parseSheet(typed, offered)
    const ratings = parsed.ok ? parsed.value : new Map()
    if (!parsed.ok)
      return invalid(<PaperSheetPage book={book} ratings={ratings} offered={offered} state={formState(parsed)} />)
    const picked = [...ratings.keys()]
    const handsIn = typed.get('button') === 'hand-in'
    const picks = startedOnPhone(book)
      ? refuse('profiles.paper.onPhone')
      : picking(workbookState(book), book.picks, picked, offered)
    const decision = picks.ok && handsIn ? handingIn(picked, ratings) : picks
    if (!decision.ok || !picks.ok)
      return refused(
        <PaperSheetPage
          book={book}
          ratings={ratings}
          offered={offered}
          state={formState(parsed)}
          refusal={decision.ok ? refuse('profiles.refused.rate') : decision}
        />,
      )
    await savePicks(tx, profile, picks.value)
    const sheetId = await startSheet(tx, profile, actor, 'self')
    for (const [id, rating] of ratings)
      await saveRating(tx, services.vault, { id: sheetId, personId: profile.personId }, id, rating)
    if (handsIn && !(await handInSheet(tx, sheetId))) return notFound()
    return seeOther(paths.show({ profileId: profile.id }), {
      did: didOn('enterFromPaper', profile),
      say: 'profiles.paper.saved',
    })
  }),

  page(paths.paperWords, accompany, async (ctx) => show(<PaperWordsPage book={await bookOf(ctx)} form="line" />)),
  act(paths.paperWords, accompany, async (ctx) => {
    const { tx, services, actor, typed, subject: profile } = ctx
    const book = await bookOf(ctx)
    const done = seeOther(paths.paperWords({ profileId: profile.id }), {
      did: didOn('enterFromPaper', profile),
      say: 'profiles.paper.saved',
    })
    if (typed.get('form') === 'evidence') {
      const competence = typed.get('competence')
      const parsed = parseEvidence(typed)
      if (!parsed.ok) return invalid(<PaperWordsPage book={book} form="evidence" state={formState(parsed)} />)
      if (!isCompetenceId(competence) || !book.picks.includes(competence)) {
        const wrong = withErrors(parsed, { competence: { key: 'forms.choose' } })
        return invalid(<PaperWordsPage book={book} form="evidence" state={formState(wrong)} />)
      }
      await addEvidence(tx, services.vault, actor, profile, competence, parsed.value)
      return done
    }
    const part = typed.get('part')
    const parsed = parseLine(typed, isLinePart(part) ? part : 'values')
    if (!parsed.ok || !isLinePart(part)) {
      const wrong = isLinePart(part) ? parsed : withErrors(parsed, { part: { key: 'forms.choose' } })
      return invalid(<PaperWordsPage book={book} form="line" state={formState(wrong)} />)
    }
    await addLine(tx, services.vault, actor, profile, { part, ...parsed.value })
    return done
  }),

  page(paths.decisions, decideFor, async (ctx) => {
    const book = await bookOf(ctx)
    if (!can('decide', workbookState(book))) return redirect(paths.show({ profileId: book.profile.id }))
    return show(<BehalfPage book={book} hidden={hiddenChoices(book).length} />, {
      read: didOn('read', book.profile),
    })
  }),
  act(paths.decisions, decideFor, async (ctx) => {
    const { tx, services, actor, typed, words, subject: profile } = ctx
    const before = await bookOf(ctx)
    const state = workbookState(before)
    const allowed = doing('decide', state)
    const asked = typed.get('asked') === 'yes'
    const wanted = new Set(typed.all('lines'))
    const choices = new Map(before.choices)
    const lines = choosable(before)
    for (const { key } of lines) choices.set(key, wanted.has(key))
    const book = { ...before, choices }
    const hidden = hiddenChoices(book).length
    const freezes = typed.get('button') === 'freeze'
    const number = freezing(state, book, { hidden, onBehalf: true, asked })
    const decision = !allowed.ok ? allowed : freezes ? number : asked ? allowed : refuse('profiles.freeze.notAsked')
    if (!decision.ok) return refused(<BehalfPage book={book} hidden={hidden} refusal={decision} />)
    await saveChoices(
      tx,
      profile,
      lines.filter((l) => goesOut(before, l.key) !== wanted.has(l.key)).map((l) => [l.key, wanted.has(l.key)]),
    )
    if (!freezes || !number.ok)
      return seeOther(paths.decisions({ profileId: profile.id }), {
        did: didOn('decideFor', profile),
        say: 'profiles.saved',
      })
    const frame = await findFrame(tx, profile.enrolmentId)
    if (!frame) return notFound()
    const paper = paperFor({ book, today: ctx.today, words }, frame, number.value.number)
    const versionId = await saveVersion(tx, services.vault, actor, profile, { paper, language: words.lang })
    return seeOther(paths.version({ profileId: profile.id, versionId }), {
      did: didOn('freezeFor', profile),
      say: 'profiles.behalf.frozen',
    })
  }),
]

/** The person began on their own phone: then it is theirs to finish. */
const startedOnPhone = (book: Workbook) => ownSheet(book)?.enteredBy.kind === 'card'
