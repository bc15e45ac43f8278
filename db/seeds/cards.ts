// Personal cards for some people of the groups; four have chosen a PIN already.

import { paths } from '../../app/features/cards/paths.ts'
import { newCardSecrets } from '../../app/features/cards/secrets.ts'
import { issueCard } from '../../app/features/cards/store.ts'
import type { ParticipantLogin } from '../../app/features/demo/logins.ts'
import type { StaffActor } from '../../app/shared/http/actor.ts'
import { auditEntries } from '../../app/shared/http/audit.ts'
import { seeOther } from '../../app/shared/http/outcome.ts'
import { groups } from '../../app/shared/secrets/crockford.ts'
import type { Story } from './story.ts'
import type { Session } from './world.ts'

/** By the person's number. The PINs are in four languages: Arabic, French, German, English. */
export const withCard = [0, 1, 2, 3, 12, 13, 14, 24, 25, 26, 27, 50]
export const pins: ReadonlyMap<number, string> = new Map([
  [0, '7294'],
  [3, '5038'],
  [26, '8165'],
  [27, '3917'],
])

type Cardholder = { number: number; firstName: string; lastName: string | null; language: string }
export type IssuedCard = ParticipantLogin & { session: Session }

/** The card is printed for the person; who chooses a PIN does so at once, on their phone. */
export async function giveCard(
  { world, people, cards }: Pick<Story, 'world' | 'people' | 'cards'>,
  coach: Session,
  { person, pin, programme }: { person: Cardholder; pin: string | null; programme: string },
): Promise<void> {
  const personId = people.get(person.number)!
  const secrets = newCardSecrets()
  await world.as(coach, async (tx, actor) => {
    const cardId = await issueCard(tx, actor as StaffActor, { personId, secrets, siteKey: world.services.siteKey })
    const did = {
      act: 'cards.issue',
      on: ['card', cardId!] as [string, string],
      person: personId,
      classes: ['account' as const],
    }
    await auditEntries(tx, actor, [did], seeOther('/', { did }))
  })
  const cardPath = paths.scan({ token: secrets.token })
  let session = sessionIn(await world.get(undefined, cardPath))
  if (pin) session = sessionIn(await world.send(session, paths.pin(), { pin, again: pin }))
  cards.set(person.number, {
    name: [person.firstName, person.lastName].filter(Boolean).join(' '),
    language: person.language,
    programme,
    cardPath,
    code: groups(secrets.code),
    pin,
    session,
  })
}

function sessionIn(answer: Response): Session {
  const token = answer.headers.getSetCookie().flatMap((cookie) => /^card=([\w-]+)/.exec(cookie)?.[1] ?? [])[0]
  if (!token) throw new Error(`the card did not open (${answer.status})`)
  return { kind: 'card', token }
}
