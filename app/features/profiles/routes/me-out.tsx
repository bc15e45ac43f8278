/** What others said, what goes out, and the hand-over: the person's side. */
import { isCompetenceId } from '../../../data/competences.ts'
import { formState } from '../../../shared/forms/forms.ts'
import { invalid, notFound, redirect, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { parseTalk } from '../form.ts'
import { DecidePage, DecisionsPage, PreviewPage, VersionPage } from '../pages/me/decisions.tsx'
import { TalkPage, ViewsPage } from '../pages/me/views.tsx'
import { paperFor } from '../papers.ts'
import { me } from '../paths.ts'
import type { Version, Workbook } from '../profile.ts'
import { choosable, freezing, goesOut, handingOver, isSection } from '../rules/deciding.ts'
import { can, doing } from '../rules/states.ts'
import { saveChoices, saveTalk } from '../store/own-words.ts'
import { handOver, readVersion, receiverNames, saveVersion } from '../store/versions.ts'
import { rowsOf } from '../views.ts'
import { didOn, type OwnCtx, ownAct, ownPage } from './own.tsx'
import { sendPdf, sendPrint } from './versions.tsx'

const receiverOf = async ({ tx, own }: OwnCtx<string>) => {
  const { referrerId } = own.frame
  return referrerId ? ((await receiverNames(tx, [referrerId])).get(referrerId) ?? null) : null
}

export const outRoutes = [
  ownPage(me.views, async ({ book }) => {
    const rows = rowsOf(book)
    return rows ? show(<ViewsPage book={book} rows={rows} />) : redirect(me.start())
  }),
  ownPage(me.talk, async ({ params: { competence }, book }) => {
    if (!isCompetenceId(competence) || !book.picks.includes(competence)) return notFound()
    if (!rowsOf(book)) return redirect(me.start())
    return show(<TalkPage competence={competence} words={wordsOn(book, competence)} />)
  }),
  ownAct(me.talk, async ({ tx, services, actor, params: { competence }, typed, book, state }) => {
    if (!isCompetenceId(competence) || !book.picks.includes(competence)) return notFound()
    const rows = rowsOf(book)
    const allowed = doing('talk', state)
    if (!rows || !allowed.ok) return redirect(me.start())
    const parsed = parseTalk(typed)
    if (!parsed.ok) return invalid(<TalkPage competence={competence} words="" state={formState(parsed)} />)
    await saveTalk(tx, services.vault, actor, book.profile, competence, parsed.value.words ?? '')
    return seeOther(me.views(), { did: didOn('talk', book.profile), say: 'profiles.me.saved' })
  }),

  ownPage(me.decisions, async ({ book, state }) =>
    can('decide', state) ? show(<DecisionsPage book={book} />) : redirect(me.start()),
  ),
  ownPage(me.decide, async ({ params: { section }, book, state }) => {
    if (!isSection(section)) return notFound()
    return can('decide', state) ? show(<DecidePage book={book} section={section} />) : redirect(me.start())
  }),
  ownAct(me.decide, async ({ tx, params: { section }, typed, book, state }) => {
    if (!isSection(section)) return notFound()
    if (!can('decide', state)) return redirect(me.start())
    const pressed = typed.get('button')
    const wanted = new Set(typed.all('lines'))
    const lines = choosable(book).filter((line) => line.section === section)
    const out = (key: string) => pressed === 'all' || (pressed !== 'none' && wanted.has(key))
    await saveChoices(
      tx,
      book.profile,
      lines.filter((line) => out(line.key) !== goesOut(book, line.key)).map((line) => [line.key, out(line.key)]),
    )
    const to = pressed === 'all' || pressed === 'none' ? me.decide({ section }) : me.decisions()
    return seeOther(to, { did: didOn('decide', book.profile), say: 'profiles.me.saved' })
  }),

  ownPage(me.preview, async (ctx) => {
    const { book, state } = ctx
    if (!can('freeze', state) || !choosable(book).some((line) => goesOut(book, line.key)))
      return redirect(can('decide', state) ? me.decisions() : me.start())
    return show(<PreviewPage paper={paperFor(ctx, ctx.own.frame, 0)} receiver={await receiverOf(ctx)} />)
  }),
  ownAct(me.preview, async (ctx) => {
    const { tx, services, actor, book, state, words } = ctx
    const decision = freezing(state, book, { hidden: 0, onBehalf: false, asked: true })
    if (!decision.ok)
      return refused(
        <PreviewPage paper={paperFor(ctx, ctx.own.frame, 0)} receiver={await receiverOf(ctx)} refusal={decision} />,
      )
    const paper = paperFor(ctx, ctx.own.frame, decision.value.number)
    const versionId = await saveVersion(tx, services.vault, actor, book.profile, { paper, language: words.lang })
    return seeOther(me.version({ versionId }), { did: didOn('freeze', book.profile), say: 'profiles.me.frozenNow' })
  }),

  ownPage(me.version, async (ctx) => {
    const version = versionOf(ctx.book, ctx.params.versionId)
    return version ? show(<VersionPage {...(await versionView(ctx, version))} />) : notFound()
  }),
  ownPage(me.versionPdf, async ({ tx, services, params, query, book }) => {
    const version = versionOf(book, params.versionId) && (await readVersion(tx, services.vault, params.versionId))
    return version ? sendPdf(version, query, me.versionPrint({ versionId: version.id })) : notFound()
  }),
  ownPage(me.versionPrint, async ({ tx, services, params, book }) => {
    const version = versionOf(book, params.versionId) && (await readVersion(tx, services.vault, params.versionId))
    return version ? sendPrint(version, me.version({ versionId: version.id })) : notFound()
  }),
  ownAct(me.handOver, async (ctx) => {
    const { tx, actor, params, book, state, own, today } = ctx
    const version = versionOf(book, params.versionId)
    if (!version) return notFound()
    const decision = handingOver(state, book, {
      versionId: version.id,
      receiverId: own.frame.referrerId,
      today,
      days: own.frame.days,
      onBehalf: false,
      asked: true,
    })
    if (!decision.ok) return refused(<VersionPage {...(await versionView(ctx, version))} refusal={decision} />)
    await handOver(tx, actor, book.profile, decision.value)
    return seeOther(me.version({ versionId: version.id }), {
      did: didOn('handOver', book.profile),
      say: 'profiles.me.handedOverNow',
    })
  }),
]

const wordsOn = (book: Workbook, competence: string) =>
  book.talks.find((talk) => talk.competence === competence)?.words ?? ''
const versionOf = (book: Workbook, id: string) => book.versions.find((v) => v.id === id)

async function versionView(ctx: OwnCtx<string>, version: Version) {
  const read = await readVersion(ctx.tx, ctx.services.vault, version.id)
  return {
    version,
    paper: read?.content.state === 'open' ? read.content.paper : null,
    receiver: await receiverOf(ctx),
    newest: version.id === ctx.book.versions.at(-1)?.id,
  }
}
