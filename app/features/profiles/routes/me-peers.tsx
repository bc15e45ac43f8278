/** Feedback among peers: joining, rating one another, taking it back. */
import { isCompetenceId } from '../../../data/competences.ts'
import { formState } from '../../../shared/forms/forms.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, redirect, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { refuse } from '../../../shared/rules.ts'
import { parseRating } from '../form.ts'
import { PeersPage } from '../pages/me/peers.tsx'
import { AnswersPage, RatePage } from '../pages/me/rating.tsx'
import { me } from '../paths.ts'
import { mayRatePeer } from '../policy.ts'
import type { Sheet } from '../profile.ts'
import { handingIn, nextUnanswered } from '../rules/working.ts'
import {
  findPeerSheet,
  findPeerStep,
  joinPeers,
  leavePeers,
  listPeers,
  type PeerSheet,
  startPeerSheet,
} from '../store/peers.ts'
import type { Own } from '../store/profiles.ts'
import { handInSheet, saveRating, withdrawSheet } from '../store/sheets.ts'
import { didOn, ownAct, ownPage } from './own.tsx'

const stepOf = ({ tx, own }: { tx: Ctx['tx']; own: Own }) =>
  own.frame.group ? findPeerStep(tx, own.frame.group.id) : Promise.resolve(undefined)

const findSubject = ({ tx, services, actor, params }: Ctx) =>
  actor.kind === 'card'
    ? findPeerSheet(tx, services.vault, (params as Record<string, string>).sheetId ?? '')
    : Promise.resolve(undefined)

const aboutOf = (sheet: PeerSheet) => ({ firstName: sheet.firstName ?? '', sheetId: sheet.id })
const answersOf = (sheet: PeerSheet) => ({
  asked: sheet.asked,
  ratings: sheet.ratings,
  next: nextUnanswered(sheet.asked, sheet.ratings),
  handedIn: sheet.handedInAt !== null,
  about: aboutOf(sheet),
})
const didOnSheet = (what: string, sheet: Sheet) => ({
  act: `profiles.${what}`,
  on: ['sheet', sheet.id] as [string, string],
  person: sheet.personId,
  classes: ['profile' as const],
})

const spec = { policy: mayRatePeer, find: findSubject }

export const peerRoutes = [
  ownPage(me.peers, async (ctx) => {
    const step = await stepOf(ctx)
    if (!step || (step.closed && !step.joined)) return redirect(me.start())
    return show(<PeersPage step={step} rules={ctx.own.frame.plan.feedbackRules} peers={await listPeers(ctx.tx)} />)
  }),
  ownAct(me.joinPeers, async (ctx) => {
    const step = await stepOf(ctx)
    if (!step) return notFound()
    if (step.closed) {
      const refusal = refuse('profiles.me.peers.closed')
      return refused(<PeersPage step={step} rules={ctx.own.frame.plan.feedbackRules} peers={[]} refusal={refusal} />)
    }
    await joinPeers(ctx.tx, ctx.actor, step.id)
    return seeOther(me.peers(), { did: didOn('joinPeers', ctx.book.profile), say: 'profiles.me.peers.joined' })
  }),
  ownAct(me.leavePeers, async (ctx) => {
    const step = await stepOf(ctx)
    if (!step || !(await leavePeers(ctx.tx, ctx.actor, step.id))) return notFound()
    return seeOther(me.start(), { did: didOn('leavePeers', ctx.book.profile), say: 'profiles.me.peers.left' })
  }),
  ownAct(me.startPeer, async ({ tx, params, book }) => {
    const sheetId = await startPeerSheet(tx, params.peerId)
    if (!sheetId) return notFound()
    return seeOther(me.peerSheet({ sheetId }), { did: didOn('ratePeer', book.profile) })
  }),

  page(me.peerSheet, spec, async ({ subject: sheet }) => show(<AnswersPage {...answersOf(sheet)} />)),
  page(me.ratePeer, spec, async ({ params: { competence }, subject: sheet }) => {
    if (!isCompetenceId(competence) || !sheet.asked.includes(competence)) return notFound()
    if (sheet.handedInAt || !sheet.firstName) return redirect(me.peerSheet({ sheetId: sheet.id }))
    return show(<RatePage competence={competence} asked={sheet.asked} ratings={sheet.ratings} about={aboutOf(sheet)} />)
  }),
  act(me.ratePeer, spec, async ({ tx, services, params: { competence }, typed, subject: sheet }) => {
    if (!isCompetenceId(competence) || !sheet.asked.includes(competence)) return notFound()
    const closed = refusalFor(sheet)
    if (closed) return refused(<AnswersPage {...answersOf(sheet)} refusal={closed} />)
    const parsed = parseRating(typed)
    if (!parsed.ok)
      return invalid(
        <RatePage
          competence={competence}
          asked={sheet.asked}
          ratings={sheet.ratings}
          about={aboutOf(sheet)}
          state={formState(parsed)}
        />,
      )
    await saveRating(tx, services.vault, sheet, competence, parsed.value)
    const next = nextUnanswered(sheet.asked, new Map(sheet.ratings).set(competence, parsed.value), competence)
    const to = next ? me.ratePeer({ sheetId: sheet.id, competence: next }) : me.peerSheet({ sheetId: sheet.id })
    return seeOther(to, { did: didOnSheet('ratePeer', sheet) })
  }),
  act(me.peerSheet, spec, async ({ tx, subject: sheet }) => {
    const closed = refusalFor(sheet)
    const decision = closed ?? handingIn(sheet.asked, sheet.ratings)
    if (!decision.ok) return refused(<AnswersPage {...answersOf(sheet)} refusal={decision} />)
    if (!(await handInSheet(tx, sheet.id))) return notFound()
    return seeOther(me.peers(), { did: didOnSheet('handInPeer', sheet), say: 'profiles.me.answers.peerIn' })
  }),
  act(me.withdrawSheet, spec, async ({ tx, subject: sheet }) => {
    if (!(await withdrawSheet(tx, sheet.id))) return notFound()
    return seeOther(me.start(), { did: didOnSheet('withdrawPeer', sheet), say: 'profiles.me.peer.withdrawn' })
  }),
]

/** Both must still be in an open step, and what was handed in stands. */
const refusalFor = (sheet: PeerSheet) =>
  sheet.handedInAt
    ? refuse('profiles.refused.rate')
    : sheet.firstName === undefined
      ? refuse('profiles.me.peers.closed')
      : undefined
