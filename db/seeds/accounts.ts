// The site is founded and its thirteen professionals join it, before the first day of the story: an account carries no
// date of the work, and an invitation lapses by the real clock.

import type { StaffLogin } from '../../app/features/demo/logins.ts'
import { foundSite } from '../../app/features/setup/store.ts'
import { addInstitution } from '../../app/features/staff/institutions/store.ts'
import { makeInvitation } from '../../app/features/staff/invitations/store.ts'
import { type Confirmed, startSecrets } from '../../app/features/staff/joining/joining.ts'
import { acceptInvitation } from '../../app/features/staff/joining/store.ts'
import type { StaffActor } from '../../app/shared/http/actor.ts'
import { newRecoveryCodes } from '../../app/shared/secrets/recovery-codes.ts'
import { cast, emailOf, type InstitutionKey, institutions, type Member, type MemberKey, town } from './cast.ts'
import type { Session, World } from './world.ts'

export type Accounts = {
  ids: Record<MemberKey, string>
  sessions: Record<MemberKey, Session>
  logins: StaffLogin[]
}

/** Words for passwords that nobody has to guess: the demo prints them. */
const parts = 'amber basil cedar delta ember fjord grove heron island juniper kestrel lagoon maple nectar'.split(' ')

export async function openAccounts(world: World): Promise<Accounts> {
  const keys = Object.keys(cast) as MemberKey[]
  const chance = world.random.branch('passwords')
  const passwords = new Map(
    keys.map((key) => [
      key,
      `${chance.pick(parts)} ${chance.pick(parts)} ${chance.pick(parts)} ${chance.whole(10, 99)}`,
    ]),
  )
  const secrets = new Map<MemberKey, Confirmed>()
  await Promise.all(
    keys.map(async (key) => {
      const started = await startSecrets(passwords.get(key)!)
      secrets.set(key, { ...started, step: 0, codes: newRecoveryCodes() })
    }),
  )
  const homes = await found(world, secrets.get('mathias')!)
  const admin = await world.signIn(emailOf('mathias'))
  await openInstitutions(world, admin, homes)
  for (const key of keys.filter((one) => one !== 'mathias'))
    await join(world, admin, {
      member: cast[key],
      secrets: secrets.get(key)!,
      institutionId: homes.get(cast[key].institution)!,
    })
  const sessions = {} as Accounts['sessions']
  for (const key of keys) sessions[key] = await world.signIn(emailOf(key))
  return {
    ids: Object.fromEntries(keys.map((key) => [key, secrets.get(key)!.userId])) as Accounts['ids'],
    sessions,
    logins: keys.map((key) => ({
      name: cast[key].name,
      role: cast[key].role,
      institution: institutions[cast[key].institution].name,
      programmes: cast[key].institution === 'programme-unit' ? ['FocusTravail'] : [],
      email: emailOf(key),
      password: passwords.get(key)!,
      totpSecret: secrets.get(key)!.totpSecret,
    })),
  }
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

/** Invited by the administrator, accepted by the link. */
async function join(
  world: World,
  admin: Session,
  { member, secrets, institutionId }: { member: Member; secrets: Confirmed; institutionId: string },
) {
  const { key, name, role, language, field = null } = member
  const { token } = await world.as(admin, (tx, actor) =>
    makeInvitation(tx, actor as StaffActor, {
      email: emailOf(key),
      institutionId,
      details: { role, field, language },
    }),
  )
  const joined = await world.as({ kind: 'link', token }, (tx) =>
    acceptInvitation(tx, world.services.vault, { name, language, secrets }),
  )
  if (!joined) throw new Error(`the invitation of ${name} was not accepted`)
}
