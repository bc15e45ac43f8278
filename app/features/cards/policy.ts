import { policy } from '../../shared/http/policy.ts'
import type { Person } from '../people/person.ts'

/** Whoever works with a person on attendance and sees them; a measures officer does not. */
export const mayManage = policy(
  'cards.manage',
  ['coordinator', 'programme-office', 'coach', 'trainee', 'social-worker'],
  (_actor, _person: Person) => true,
)

/** Whoever stands in the room, or prepares it, may lend a browser to the participants. */
export const mayLendTablet = policy('cards.lendTablet', ['coordinator', 'programme-office', 'coach', 'trainee'])

/** A scanned card is asked for its PIN here, so scanning is enough. */
export const mayEnterPin = policy('cards.enterPin', ['card'], () => true, { scannedIsEnough: true })
