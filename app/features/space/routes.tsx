import { blueprints } from '../../blueprints/blueprints.ts'
import type { Tx } from '../../shared/db/database.ts'
import type { Actor, CardActor } from '../../shared/http/actor.ts'
import { act, type Ctx, page, publicPage } from '../../shared/http/doors.tsx'
import { refused, seeOther, show } from '../../shared/http/outcome.ts'
import { momentOf } from '../../shared/time/moment.ts'
import { leaveCard } from '../cards/entry.ts'
import { hasReport } from '../final-reports/sent-store.ts'
import { hasFollowUp } from '../follow-ups/store/index.ts'
import { worksOnProfile } from '../profiles/store/index.ts'
import { findOpenVote } from '../smileys/own.ts'
import { neutralSite } from './neutral-site.ts'
import { HomePage } from './pages/home.tsx'
import { SessionsPage } from './pages/sessions.tsx'
import { paths } from './paths.ts'
import { mayAnnounce, mayReadSessions } from './policy.ts'
import { announcing, isComing, upcoming } from './rules.ts'
import type { OwnSession } from './session.ts'
import { announceAbsence, findOwnSession, listContacts, listOwnSessions, withdrawAnnouncement } from './store.ts'

const ownSession = {
  policy: mayAnnounce,
  find: async ({ tx, actor, params }: { tx: Tx; actor: Actor; params: { sessionId: string } }) =>
    actor.kind === 'card' ? findOwnSession(tx, actor.personId, params.sessionId) : undefined,
}

export const routes = [
  page(paths.home, { policy: mayReadSessions }, async (ctx) => show(<HomePage {...(await viewHome(ctx))} />)),

  page(paths.sessions, { policy: mayReadSessions }, async (ctx) =>
    show(<SessionsPage {...(await viewSessions(ctx))} />),
  ),

  act(paths.absence, ownSession, async (ctx) => {
    const { tx, actor, subject: session } = ctx
    const decision = announcing(session, momentOf(ctx))
    if (!decision.ok) return refused(<SessionsPage {...(await viewSessions(ctx))} refusal={decision} />)
    await announceAbsence(tx, actor, session.id)
    return seeOther(paths.home(), {
      did: did('announce-absence', actor, session),
      say: { key: 'space.absent.done', undo: paths.withdrawal({ sessionId: session.id }) },
    })
  }),

  act(paths.withdrawal, ownSession, async (ctx) => {
    const { tx, actor, subject: session } = ctx
    const decision = announcing(session, momentOf(ctx))
    if (!decision.ok) return refused(<SessionsPage {...(await viewSessions(ctx))} refusal={decision} />)
    // Taken back twice (an old page, two devices): the person comes, which is what they wanted to say.
    const withdrawn = await withdrawAnnouncement(tx, actor, session.id)
    return seeOther(paths.home(), {
      did: withdrawn ? did('withdraw-absence', actor, session) : [],
      say: 'space.absent.undone',
    })
  }),

  // A GET, because it must work as a plain link, at once, whatever state the page or the session is in.
  publicPage(paths.leave, async ({ tx, actor, cookies, words }) => {
    if (actor.kind === 'card') await leaveCard(tx)
    const kiosk = cookies.get('kiosk') === '1'
    return seeOther(kiosk ? '/card/kiosk' : neutralSite(words.lang), {
      did:
        actor.kind === 'card'
          ? { act: 'space.leave', on: ['card', actor.id], person: actor.personId, classes: ['account'] }
          : [],
      cookies: (['card', 'say', 'lang'] as const).map((name) => ({ name, value: '' })),
      // Not "everything": on the shared tablet the tablet's own mark must stay.
      forget: 'storage',
    })
  }),
]

const did = (name: string, actor: CardActor, session: OwnSession) => ({
  act: `space.${name}`,
  on: ['session', session.id] as [string, string],
  person: actor.personId,
  classes: ['attendance' as const],
})

type CardCtx = Ctx<string, CardActor>

const withFollowUp = blueprints.filter(({ followUp }) => followUp).map(({ id }) => id)

async function viewHome(ctx: CardCtx) {
  const sessions = await listOwnSessions(ctx.tx, ctx.actor.personId)
  const now = momentOf(ctx)
  const { next, homework, cancelled } = upcoming(sessions, now)
  return {
    next,
    homework,
    cancelled,
    contacts: next ? await listContacts(ctx.tx, next.groupId) : [],
    hasFollowUp: await hasFollowUp(ctx.tx, ctx.actor.personId, withFollowUp),
    hasProfile: await worksOnProfile(ctx.tx, ctx.actor),
    // Without the PIN not even that there is one.
    hasReport: ctx.actor.level === 'pin' && (await hasReport(ctx.tx, ctx.actor.personId)),
    vote: await findOpenVote(
      ctx.tx,
      sessions.map((session) => ({ ...session, startsAt: session.from })),
      now,
    ),
  }
}

async function viewSessions(ctx: CardCtx) {
  const sessions = await listOwnSessions(ctx.tx, ctx.actor.personId)
  const now = momentOf(ctx)
  return {
    coming: sessions.filter((session) => isComing(session, now)),
    past: sessions.filter((session) => !isComing(session, now)).reverse(),
  }
}
