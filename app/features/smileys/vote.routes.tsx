// Voting without a card: the wall's code on one's own phone, and the shared tablet. Nobody is known on these addresses.
import { randomUUID } from 'node:crypto'
import { type Ctx, publicAct, publicPage } from '../../shared/http/doors.tsx'
import { download, notFound, redirect, refused, seeOther, show, unknownAndNoted } from '../../shared/http/outcome.ts'
import { paths as cards } from '../cards/paths.ts'
import { cast, openCode, votesChanged } from './casting.ts'
import { guessKeys, markOf, parseCode } from './codes.ts'
import { readBallot, readWanted } from './form.ts'
import { isFirst } from './once.ts'
import { BallotPage, CodePage, OverPage, TabletStartPage, ThanksPage } from './pages/ballot.tsx'
import { vote as paths } from './paths.ts'
import { isTaking, unanswered } from './rules.ts'
import type { Ballot, Opened } from './smileys.ts'
import { findVoice, listVoices } from './voices.store.ts'

type CodeCtx = Ctx<'/v/:code'>

/** Seconds after which the tablet is the next person's. */
const NEXT_AFTER = 8

const unknownCode = () => unknownAndNoted(<CodePage action={paths.start()} wrong />)

function open(
  { tx, services, params, address }: Pick<CodeCtx, 'tx' | 'services' | 'params' | 'address'>,
  late = false,
) {
  const code = parseCode(params.code.slice(0, 40))
  if (!code) return undefined
  return openCode(tx, services.siteKey, { code, keys: guessKeys(services.siteKey, address), late })
}

const startOf = (ctx: Pick<CodeCtx, 'params'>) => paths.ballot({ code: ctx.params.code })
const tabletOf = (ctx: Pick<CodeCtx, 'params'>, { kind }: Opened) => (kind === 'tablet' ? startOf(ctx) : undefined)
const isFull = ({ cast: count, ceiling }: Opened) => count >= ceiling

/** The marks of sessions that this browser voted in; a tablet keeps none, since many people use it. */
const marksOf = (ctx: Pick<CodeCtx, 'cookies'>) => (ctx.cookies.get('once') ?? '').split('.').filter(Boolean)
const hasVoted = (ctx: CodeCtx, opened: Opened) =>
  opened.kind === 'wall' && marksOf(ctx).includes(markOf(opened.sessionId))

async function ask(ctx: CodeCtx, opened: Opened, ballot: Ballot, wanted: string | undefined, nonce: string) {
  return show(
    <BallotPage
      action={startOf(ctx)}
      grid={opened.grid}
      ballot={ballot}
      line={wanted ?? unanswered(opened.grid, ballot)[0]}
      nonce={nonce}
      voices={await listVoices(ctx.tx, opened.sessionId, ctx.words.lang)}
      tablet={tabletOf(ctx, opened)}
    />,
  )
}

export const voteRoutes = [
  publicPage(paths.start, async ({ query }) => {
    const typed = query.get('code')
    if (typed === null) return show(<CodePage action={paths.start()} />)
    const code = parseCode(typed.slice(0, 40))
    return code ? redirect(paths.ballot({ code })) : refused(<CodePage action={paths.start()} wrong />)
  }),

  publicPage(paths.voice, async ({ tx, params }) => {
    const voice = await findVoice(tx, params.recordingId)
    return voice ? download(voice.bytes, { contentType: voice.contentType, name: 'voice', inline: true }) : notFound()
  }),

  publicPage(paths.ballot, async (ctx) => {
    const opened = await open(ctx)
    if (!opened) return unknownCode()
    const tablet = tabletOf(ctx, opened)
    if (!isTaking(opened, ctx.today)) return show(<OverPage why="closed" tablet={tablet} />)
    if (hasVoted(ctx, opened)) return show(<ThanksPage already />)
    if (isFull(opened)) return show(<OverPage why="full" tablet={tablet} />)
    if (tablet && !ctx.query.has('go')) return show(<TabletStartPage start={tablet} staffHref={cards.tablet()} />)
    return ask(ctx, opened, {}, undefined, randomUUID())
  }),

  publicAct(paths.ballot, async (ctx) => {
    const { tx, typed } = ctx
    const opened = await open(ctx, true)
    if (!opened) return unknownCode()
    const { grid, kind, sessionId, ballotKey } = opened
    const tablet = tabletOf(ctx, opened)
    const thanks = paths.thanks({ code: ctx.params.code })
    if (hasVoted(ctx, opened)) return redirect(thanks)
    const ballot = readBallot(grid, typed)
    const nonce = typed.get('nonce')
    const wanted = readWanted(grid, typed)
    if (wanted || typed.get('send') !== 'yes' || unanswered(grid, ballot).length > 0)
      return ask(ctx, opened, ballot, wanted, nonce)
    const said = isFirst(nonce) ? await cast(tx, { ballotKey, ballot, limited: true }) : 'twice'
    if (said === 'closed' || said === 'full') return refused(<OverPage why={said} tablet={tablet} />)
    const marks = [markOf(sessionId), ...marksOf(ctx)].slice(0, 10).join('.')
    return seeOther(thanks, {
      did: said === 'counted' ? votesChanged(sessionId) : [],
      cookies: kind === 'wall' ? [{ name: 'once', value: marks, maxAge: 3 * 24 * 3600 }] : [],
    })
  }),

  publicPage(paths.thanks, async (ctx) => {
    const opened = await open(ctx, true)
    const tablet = opened && tabletOf(ctx, opened)
    return show(<ThanksPage tablet={tablet} />, tablet ? { refresh: { seconds: NEXT_AFTER, url: tablet } } : {})
  }),
]
