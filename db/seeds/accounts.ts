// The site is founded and its thirteen professionals join it, before the first day of the story: an account carries no
// date of the work, and an invitation lapses by the real clock.

import type { StaffLogin } from '../../app/features/demo/logins.ts'
import { foundSite } from '../../app/features/setup/store.ts'
import { addInstitution } from '../../app/features/staff/institutions/store.ts'
import { makeInvitation } from '../../app/features/staff/invitations/store.ts'
import { type Confirmed, startSecrets } from '../../app/features/staff/joining/joining.ts'
import { acceptInvitation } from '../../app/features/staff/joining/store.ts'
import type { StaffActor, StaffRole } from '../../app/shared/http/actor.ts'
import type { Language } from '../../app/shared/i18n/languages.ts'
import { newRecoveryCodes } from '../../app/shared/secrets/recovery-codes.ts'
import { cast, emailOf, type InstitutionKey, institutions, type MemberKey, town } from './cast.ts'
import type { Random } from './random.ts'
import type { Session, World } from './world.ts'

export type Accounts<Key extends string = MemberKey> = {
  ids: Record<Key, string>
  sessions: Record<Key, Session>
  logins: StaffLogin[]
}
/** What somebody brings with them when they join. */
type Brought = { password: string; secrets: Confirmed }

/** Words for passwords that nobody has to guess: the demo prints them. */
const parts = 'amber basil cedar delta ember fjord grove heron island juniper kestrel lagoon maple nectar'.split(' ')

export async function openAccounts(world: World): Promise<Accounts> {
  const keys = Object.keys(cast) as MemberKey[]
  const brought = await bringSecrets(keys, world.random.branch('passwords'))
  const homes = await found(world, brought.get('mathias')!.secrets)
  const admin = await world.signIn(emailOf('mathias'))
  await openInstitutions(world, admin, homes)
  for (const key of keys.filter((one) => one !== 'mathias'))
    await join(world, admin, {
      member: { ...cast[key], email: emailOf(key) },
      secrets: brought.get(key)!.secrets,
      institutionId: homes.get(cast[key].institution)!,
    })
  return settleIn(world, brought, (key) => ({
    name: cast[key].name,
    role: cast[key].role,
    institution: institutions[cast[key].institution].name,
    programmes: cast[key].institution === 'programme-unit' ? ['FocusTravail'] : [],
    email: emailOf(key),
  }))
}

/** A password and a second factor each. */
export async function bringSecrets<Key extends string>(
  keys: readonly Key[],
  chance: Random,
): Promise<Map<Key, Brought>> {
  const passwords = keys.map(
    () => `${chance.pick(parts)} ${chance.pick(parts)} ${chance.pick(parts)} ${chance.whole(10, 99)}`,
  )
  const started = await Promise.all(passwords.map((password) => startSecrets(password)))
  return new Map(
    keys.map((key, at) => [
      key,
      { password: passwords[at]!, secrets: { ...started[at]!, step: 0, codes: newRecoveryCodes() } },
    ]),
  )
}

/** Everybody who has joined signs in, and the demo notes how. */
export async function settleIn<Key extends string>(
  world: World,
  brought: ReadonlyMap<Key, Brought>,
  who: (key: Key) => Omit<StaffLogin, 'password' | 'totpSecret'>,
): Promise<Accounts<Key>> {
  const accounts = { ids: {}, sessions: {}, logins: [] } as unknown as Accounts<Key>
  for (const [key, { password, secrets }] of brought) {
    const login = who(key)
    accounts.ids[key] = secrets.userId
    accounts.sessions[key] = await world.signIn(login.email)
    accounts.logins.push({ ...login, password, totpSecret: secrets.totpSecret })
  }
  return accounts
}

type Homes = Map<InstitutionKey, string>

async function found(world: World, secrets: Confirmed): Promise<Homes> {
  const { mathias } = cast
  const home = institutions[mathias.institution]
  const foundation = {
    siteName: town.name,
    institutionName: home.name,
    kind: home.kind,
    languages: ['fr' as const, 'de' as const],
    region: 'CH-BE' as const,
    name: mathias.name,
    email: emailOf(mathias.key),
    language: mathias.language,
  }
  const id = await world.as(undefined, (tx) =>
    foundSite(tx, world.services.vault, { foundation, secrets }, { demo: true }),
  )
  if (!id) throw new Error('the site is founded already')
  return new Map([[mathias.institution, id]])
}

async function openInstitutions(world: World, admin: Session, homes: Homes) {
  for (const { name, kind, phone } of Object.values(institutions)) {
    if (homes.has(kind)) continue
    const details = { name, kind, languages: ['fr' as const, 'de' as const], region: 'CH-BE' as const, phone }
    homes.set(kind, await world.as(admin, (tx) => addInstitution(tx, details)))
  }
}

type Joining = { name: string; email: string; role: StaffRole; language: Language; field?: string }

/** Invited by the administrator, accepted by the link. */
export async function join(
  world: World,
  admin: Session,
  { member, secrets, institutionId }: { member: Joining; secrets: Confirmed; institutionId: string },
): Promise<void> {
  const { name, email, role, language, field = null } = member
  const { token } = await world.as(admin, (tx, actor) =>
    makeInvitation(tx, actor as StaffActor, {
      email,
      institutionId,
      details: { role, field, language },
    }),
  )
  const joined = await world.as({ kind: 'link', token }, (tx) =>
    acceptInvitation(tx, world.services.vault, { name, language, secrets }),
  )
  if (!joined) throw new Error(`the invitation of ${name} was not accepted`)
}
