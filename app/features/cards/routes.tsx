// The professional's side: one page per person, and the shared tablet.

import type { Tx } from '../../shared/db/database.ts'
import { act, page } from '../../shared/http/doors.tsx'
import { notFound, type Outcome, refused, seeOther, show, showOnce } from '../../shared/http/outcome.ts'
import type { Refusal } from '../../shared/rules.ts'
import type { Person } from '../people/person.ts'
import { findPerson } from '../people/store.ts'
import { endSession } from '../staff/sign-in/store.ts'
import type { Card } from './card.ts'
import { CardPage } from './pages/card.tsx'
import { PrintedPage } from './pages/printed.tsx'
import { TabletPage } from './pages/tablet.tsx'
import { paths } from './paths.ts'
import { mayLendTablet, mayManage } from './policy.ts'
import { issuing, unlocking } from './rules.ts'
import { newCardSecrets } from './secrets.ts'
import { clearPin, findCard, issueCard, revokeCard, unlockCard } from './store.ts'

const spec = {
  policy: mayManage,
  find: ({ tx, params }: { tx: Tx; params: { personId: string } }) => findPerson(tx, params.personId),
}

const did = (act: string, person: Person, cardId: string) => ({
  act: `cards.${act}`,
  on: ['card', cardId] as [string, string],
  person: person.id,
  classes: ['account' as const],
})

const refusal = (person: Person, card: Card | undefined, reason: Refusal): Outcome =>
  refused(<CardPage person={person} card={card} refusal={reason} />)

/** An act on the running card: nothing to act on is not found. */
async function onCard(
  tx: Tx,
  person: Person,
  name: 'revoke' | 'unlock' | 'clear-pin',
  change: (card: Card) => Promise<boolean>,
): Promise<Outcome> {
  const card = await findCard(tx, person.id)
  if (!card || !(await change(card))) return notFound()
  return seeOther(paths.card({ personId: person.id }), {
    did: did(name, person, card.id),
    say: `cards.${name}.done` as const,
  })
}

export const routes = [
  page(paths.card, spec, async ({ tx, subject: person }) =>
    show(<CardPage person={person} card={await findCard(tx, person.id)} />),
  ),

  act(paths.card, spec, async ({ tx, actor, typed, subject: person, services }) => {
    const running = await findCard(tx, person.id)
    const decision = issuing(running, typed.get('replaces'))
    if (!decision.ok) return refusal(person, running, decision)
    if (running && !(await revokeCard(tx, actor, running.id))) return notFound()
    const secrets = newCardSecrets()
    const cardId = await issueCard(tx, actor, { personId: person.id, secrets, siteKey: services.siteKey })
    if (!cardId) return refusal(person, await findCard(tx, person.id), issuing(undefined, 'another') as Refusal)
    return showOnce(<PrintedPage person={person} secrets={secrets} publicUrl={services.publicUrl} />, {
      did: [...(running ? [did('revoke', person, running.id)] : []), did('issue', person, cardId)],
    })
  }),

  act(paths.revocation, spec, ({ tx, actor, subject }) =>
    onCard(tx, subject, 'revoke', (card) => revokeCard(tx, actor, card.id)),
  ),

  act(paths.unlocking, spec, async ({ tx, subject: person }) => {
    const card = await findCard(tx, person.id)
    const decision = card && unlocking(card)
    if (decision && !decision.ok) return refusal(person, card, decision)
    return onCard(tx, person, 'unlock', ({ id }) => unlockCard(tx, id))
  }),

  act(paths.clearing, spec, ({ tx, subject }) => onCard(tx, subject, 'clear-pin', ({ id }) => clearPin(tx, id))),

  page(paths.tablet, { policy: mayLendTablet }, async ({ cookies }) =>
    show(<TabletPage lent={cookies.get('kiosk') === '1'} />),
  ),

  // The professional's own session ends here: whoever holds the tablet next must not find it.
  act(paths.tablet, { policy: mayLendTablet }, async ({ tx, actor }) => {
    await endSession(tx, actor.sessionId)
    return seeOther(paths.kiosk(), {
      did: { act: 'cards.lend-tablet', on: ['user', actor.id], classes: ['account'] },
      cookies: [
        { name: 'kiosk', value: '1', maxAge: 365 * 24 * 3600 },
        { name: 'staff', value: '' },
        { name: 'card', value: '' },
        { name: 'lang', value: '' },
      ],
    })
  }),

  act(paths.tabletEnd, { policy: mayLendTablet }, async ({ actor }) =>
    seeOther(paths.tablet(), {
      did: { act: 'cards.take-back-tablet', on: ['user', actor.id], classes: ['account'] },
      say: 'cards.tablet.ended',
      cookies: [
        { name: 'kiosk', value: '' },
        { name: 'card', value: '' },
      ],
    }),
  ),
]
