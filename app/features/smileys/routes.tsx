// The trainers' side: the vote of one session, paper typed in, the group's talk.
import { formState, parseForm, type Typed } from '../../shared/forms/forms.ts'
import type { Actor, StaffActor } from '../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../shared/http/doors.tsx'
import { invalid, notFound, refused, seeOther, show } from '../../shared/http/outcome.ts'
import type { Policy } from '../../shared/http/policy.ts'
import { addDays } from '../../shared/time/dates.ts'
import { momentOf } from '../../shared/time/moment.ts'
import { getGroupProgramme } from '../groups/programme.ts'
import type { SessionOfGroup } from '../sessions/policy.ts'
import { findSessionOfGroup } from '../sessions/subject.ts'
import { endSession } from '../staff/sign-in/store.ts'
import { paperValues, parsePaper, readBallot, talkFields } from './form.ts'
import { PaperPage, PrintedGridPage, printLanguage } from './pages/paper.tsx'
import { SmileysPage, type SmileysView } from './pages/show.tsx'
import { WallPage } from './pages/wall.tsx'
import { paths, vote as votePaths } from './paths.ts'
import { mayRead, mayRun, mayTalk } from './policy.ts'
import { addSheet, closing, inviting, reopening, stateOf, typing } from './rules.ts'
import type { Counts, Grid, Timing, Vote } from './smileys.ts'
import {
  addCode,
  changeVote,
  findSign,
  findVote,
  gridOf,
  listTalks,
  prepareVote,
  readCeiling,
  readResults,
  saveTalk,
  type VoteChange,
} from './store.ts'

/** A session with what is asked at its end. */
export type SmileySession = SessionOfGroup & { grid: Grid; vote: Vote | undefined; timing: Timing }

/** Not found also where the programme asks nothing. */
async function findSmileys(
  given: Pick<Ctx, 'tx'> & { params: { sessionId: string } },
): Promise<SmileySession | undefined> {
  const found = await findSessionOfGroup(given)
  if (!found) return undefined
  const vote = await findVote(given.tx, found.session.id)
  const grid = vote?.grid ?? gridOf(await getGroupProgramme(given.tx, found.group.programmeId))
  const { onDate, startsAt, cancelledOn } = found.session
  return grid && { ...found, grid, vote, timing: { onDate, startsAt, cancelled: cancelledOn !== null } }
}

const of = <A extends Actor>(policy: Policy<SessionOfGroup, A>) => ({
  policy: policy as Policy<SmileySession, A>,
  find: findSmileys,
})
const reading = of(mayRead)
const running = of(mayRun)

type StaffCtx = Ctx<'/sessions/:sessionId/smileys', StaffActor> & { subject: SmileySession }

async function viewOf(ctx: StaffCtx, more: Partial<SmileysView> = {}): Promise<SmileysView> {
  const { tx, actor, subject } = ctx
  const { session, group, grid, vote, timing } = subject
  const now = momentOf(ctx)
  const runs = mayRun.allows(actor, subject)
  return {
    session,
    group,
    grid,
    vote,
    state: stateOf(timing, vote, now),
    counts: (await readResults(tx, [session.id])).get(session.id)?.counts ?? null,
    ceiling: await readCeiling(tx, session.id),
    talks: await listTalks(tx, session.id),
    can: {
      run: runs,
      talk: mayTalk.allows(actor, subject),
      invite: runs && inviting(timing, vote, now).ok,
      close: runs && closing(timing, vote, now).ok,
      reopen: runs && reopening(timing, vote, now).ok,
      type: runs && typing(timing, vote, now).ok,
    },
    ...more,
  }
}

const did = (name: string, sessionId: string) => ({
  act: `smileys.${name}`,
  on: ['session', sessionId] as [string, string],
})

/** What an act needs first: the session's own copy of what is asked. */
async function change({ tx, subject }: Pick<StaffCtx, 'tx' | 'subject'>, values: VoteChange): Promise<boolean> {
  await prepareVote(tx, subject.session.id, subject.grid)
  return changeVote(tx, subject.session.id, values)
}

/** Typing in paper after the vote was ended early takes that back, for paper alone: phones stay shut out. */
function paperChange({ vote, timing }: SmileySession, sheets: number, counts: Counts): VoteChange {
  const paper = { sheets, counts }
  return vote?.closedOn ? { paper, closedOn: null, openUntil: addDays(timing.onDate, -1) } : { paper }
}

export const routes = [
  page(paths.show, reading, async (ctx) => show(<SmileysPage {...(await viewOf(ctx))} />)),

  act(paths.closure, running, async (ctx) => {
    const { timing, vote, session } = ctx.subject
    const decision = closing(timing, vote, momentOf(ctx))
    if (!decision.ok) return refused(<SmileysPage {...(await viewOf(ctx, { refusal: decision }))} />)
    if (!(await change(ctx, decision.value))) return notFound()
    return seeOther(paths.show({ sessionId: session.id }), { did: did('close', session.id), say: 'smileys.closed' })
  }),

  act(paths.reopening, running, async (ctx) => {
    const { timing, vote, session } = ctx.subject
    const decision = reopening(timing, vote, momentOf(ctx))
    if (!decision.ok) return refused(<SmileysPage {...(await viewOf(ctx, { refusal: decision }))} />)
    if (!(await change(ctx, { ...decision.value, closedOn: null }))) return notFound()
    return seeOther(paths.show({ sessionId: session.id }), { did: did('reopen', session.id), say: 'smileys.reopened' })
  }),

  page(paths.wall, running, async (ctx) => {
    const { tx, services, subject } = ctx
    const { session, group } = subject
    const sign = await findSign(tx, services.siteKey, session.id)
    // When the code expires the page says so by itself: a sign that no longer works must not stay on the wall.
    const refresh = sign && { seconds: sign.seconds + 1, url: paths.wall({ sessionId: session.id }) }
    return show(
      <WallPage sessionId={session.id} group={group} publicUrl={services.publicUrl} sign={sign} />,
      refresh ? { refresh } : {},
    )
  }),

  act(paths.wall, running, async (ctx) => {
    const { tx, services, subject } = ctx
    const { timing, vote, session } = subject
    const decision = inviting(timing, vote, momentOf(ctx))
    if (!decision.ok) return refused(<SmileysPage {...(await viewOf(ctx, { refusal: decision }))} />)
    await prepareVote(tx, session.id, subject.grid)
    await addCode(tx, services.siteKey, { sessionId: session.id, kind: 'wall' })
    return seeOther(paths.wall({ sessionId: session.id }), { did: did('show-sign', session.id) })
  }),

  // As whenever the tablet is lent, the professional's own session ends: the next person must not find it.
  act(paths.tablet, running, async (ctx) => {
    const { tx, actor, services, subject } = ctx
    const { timing, vote, session } = subject
    const decision = inviting(timing, vote, momentOf(ctx))
    if (!decision.ok) return refused(<SmileysPage {...(await viewOf(ctx, { refusal: decision }))} />)
    await prepareVote(tx, session.id, subject.grid)
    const code = await addCode(tx, services.siteKey, { sessionId: session.id, kind: 'tablet' })
    await endSession(tx, actor.sessionId)
    return seeOther(votePaths.ballot({ code }), {
      did: did('lend-tablet', session.id),
      cookies: [
        { name: 'kiosk', value: '1', maxAge: 365 * 24 * 3600 },
        { name: 'staff', value: '' },
        { name: 'card', value: '' },
        { name: 'lang', value: '' },
      ],
    })
  }),

  page(paths.paper, running, async (ctx) => {
    const { vote, timing } = ctx.subject
    const decision = typing(timing, vote, momentOf(ctx))
    if (!decision.ok) return refused(<SmileysPage {...(await viewOf(ctx, { refusal: decision }))} />)
    return show(paperPage(ctx.subject))
  }),

  act(paths.paper, running, async (ctx) => {
    const { subject, typed } = ctx
    const { vote, timing, grid, session } = subject
    const decision = typing(timing, vote, momentOf(ctx))
    if (!decision.ok) return refused(<SmileysPage {...(await viewOf(ctx, { refusal: decision }))} />)
    const parsed = parsePaper(grid, typed)
    if (!parsed.ok) return invalid(paperPage(subject, formState(parsed)))
    if (!(await change(ctx, paperChange(subject, parsed.value.sheets, parsed.value.counts)))) return notFound()
    return seeOther(paths.show({ sessionId: session.id }), {
      did: did('type-paper', session.id),
      say: { key: 'smileys.paper.saved', params: { count: parsed.value.sheets } },
    })
  }),

  act(paths.sheet, running, async (ctx) => {
    const { subject, typed } = ctx
    const { vote, timing, grid, session } = subject
    const decision = typing(timing, vote, momentOf(ctx))
    if (!decision.ok) return refused(<SmileysPage {...(await viewOf(ctx, { refusal: decision }))} />)
    const sheets = (vote?.paper ?? 0) + 1
    if (sheets > 500) return invalid(paperPage(subject))
    const counts = addSheet(grid, vote?.paperCounts ?? {}, readBallot(grid, typed))
    if (!(await change(ctx, paperChange(subject, sheets, counts)))) return notFound()
    return seeOther(paths.paper({ sessionId: session.id }), {
      did: did('type-paper', session.id),
      say: { key: 'smileys.paper.saved', params: { count: sheets } },
    })
  }),

  page(paths.printed, reading, async ({ query, subject: { session, group, grid } }) =>
    show(
      <PrintedGridPage
        session={session}
        group={group}
        grid={grid}
        language={printLanguage(query.get('in'), group.language)}
      />,
    ),
  ),

  act(paths.talk, of(mayTalk), async (ctx) => {
    const { tx, actor, subject } = ctx
    const sessionId = subject.session.id
    const parsed = parseForm(talkFields, ctx.typed)
    const again = async (key?: string) =>
      viewOf(ctx, { talk: talkState(ctx.typed, parsed), ...(key ? { refusal: { ok: false, key, params: {} } } : {}) })
    if (!parsed.ok) return invalid(<SmileysPage {...(await again())} />)
    const [last] = await listTalks(tx, sessionId)
    if (last?.closes) return refused(<SmileysPage {...(await again('smileys.refused.talkClosed'))} />)
    const { wentWell, toChange, decided, number } = parsed.value
    const words = { wentWell: wentWell ?? '', toChange: toChange ?? '', decided: decided ?? '' }
    const closes = ctx.typed.get('closes') === 'yes'
    // Somebody else saved since this page was opened: their words must not be written over unseen.
    if (number !== (last?.number ?? 0) + 1 || !(await saveTalk(tx, actor, { sessionId, number, ...words, closes })))
      return refused(<SmileysPage {...(await again('smileys.refused.talkChanged'))} />)
    return seeOther(paths.show({ sessionId }), {
      did: did(closes ? 'close-talk' : 'write-talk', sessionId),
      say: closes ? 'smileys.talk.isClosed' : 'smileys.talk.saved',
    })
  }),
]

const talkState = (typed: Typed, parsed: Parameters<typeof formState>[0]) => {
  const { number: _, ...values } = typed.toValues()
  return { values, errors: formState(parsed).errors }
}

const paperPage = ({ session, group, grid, vote }: SmileySession, state?: ReturnType<typeof formState>) => (
  <PaperPage
    session={session}
    group={group}
    grid={grid}
    sheets={vote?.paper ?? 0}
    state={state ?? { values: paperValues(grid, vote?.paper ?? 0, vote?.paperCounts ?? {}) }}
  />
)
