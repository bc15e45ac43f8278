// Voting with a personal card. The request itself writes nothing: what it leads to happens after it, in transactions of their own.
import { randomUUID } from 'node:crypto'
import type { Tx } from '../../shared/db/database.ts'
import type { Actor } from '../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../shared/http/doors.tsx'
import { refused, seeOther, show } from '../../shared/http/outcome.ts'
import { momentOf } from '../../shared/time/moment.ts'
import { castByCard } from './casting.ts'
import { readBallot, readWanted } from './form.ts'
import { isFirst } from './once.ts'
import { findOwnBallot, type OwnBallot } from './own.ts'
import { BallotPage, OverPage, ThanksPage } from './pages/ballot.tsx'
import { me as paths } from './paths.ts'
import { mayBeThanked, mayVote } from './policy.ts'
import { unanswered } from './rules.ts'
import type { Ballot } from './smileys.ts'
import { listVoices } from './voices.store.ts'

const spec = {
  policy: mayVote,
  find: async ({ tx, actor, params }: { tx: Tx; actor: Actor; params: { sessionId: string } }) =>
    actor.kind === 'card' ? findOwnBallot(tx, actor.personId, params.sessionId) : undefined,
}

const home = (t: (key: 'space.back') => string) => ({ href: '/me', label: t('space.back') })

export const cardRoutes = [
  page(paths.thanks, { policy: mayBeThanked }, async ({ t }) => show(<ThanksPage back={home(t)} />)),

  page(paths.ballot, spec, async (ctx) => {
    const { subject: own, t } = ctx
    if (own.voted) return show(<ThanksPage already back={home(t)} />)
    if (!own.isOpen(momentOf(ctx))) return show(<OverPage why="closed" back={home(t)} />)
    return ask(ctx, {}, undefined, randomUUID())
  }),

  act(paths.ballot, spec, async (ctx) => {
    const { subject: own, typed, t, services, cookies } = ctx
    const { grid, sessionId } = own
    if (own.voted) return show(<ThanksPage already back={home(t)} />)
    if (!own.isOpen(momentOf(ctx))) return refused(<OverPage why="closed" back={home(t)} />)
    const ballot = readBallot(grid, typed)
    const nonce = typed.get('nonce')
    const wanted = readWanted(grid, typed)
    if (wanted || typed.get('send') !== 'yes' || unanswered(grid, ballot).length > 0)
      return ask(ctx, ballot, wanted, nonce)
    const card = cookies.get('card')
    return seeOther(paths.thanks(), {
      // On record is that votes changed, under nobody's name, where they change.
      did: [],
      ...(card && isFirst(nonce) ? { after: () => castByCard(services, card, { sessionId, grid, ballot }) } : {}),
    })
  }),
]

async function ask(
  { tx, words, t, subject: own }: Pick<Ctx, 'tx' | 'words' | 't'> & { subject: OwnBallot },
  ballot: Ballot,
  wanted: string | undefined,
  nonce: string,
) {
  return show(
    <BallotPage
      action={paths.ballot({ sessionId: own.sessionId })}
      grid={own.grid}
      ballot={ballot}
      line={wanted ?? unanswered(own.grid, ballot)[0]}
      nonce={nonce}
      voices={await listVoices(tx, own.sessionId, words.lang)}
      back={home(t)}
    />,
  )
}
