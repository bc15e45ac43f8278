// The site is founded and its thirteen professionals join it, before the first day of the story: an account carries no
// date of the work, and an invitation lapses by the real clock.

import type { StaffLogin } from '../../app/features/demo/logins.ts'
import { foundSite } from '../../app/features/setup/store.ts'
import { timeZones } from '../../app/features/staff/institutions/institution.ts'
import { type Confirmed, startSecrets, toColumns } from '../../app/features/staff/joining/joining.ts'
import { newId, sql } from '../../app/shared/db/database.ts'
import { newRecoveryCodes } from '../../app/shared/secrets/recovery-codes.ts'
import { newToken, sha256 } from '../../app/shared/secrets/tokens.ts'
import { addDays } from '../../app/shared/time/dates.ts'
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
      programmes: [],
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
    foundSite(tx, world.services.siteKey, { foundation, secrets }, { demo: true }),
  )
  if (!id) throw new Error('the site is founded already')
  return new Map([[mathias.institution, id]])
}

async function openInstitutions(world: World, admin: Session, homes: Homes) {
  for (const { name, kind, phone } of Object.values(institutions)) {
    if (homes.has(kind)) continue
    const id = newId()
    await world.as(admin, (tx) =>
      tx
        .insertInto('institutions')
        .values({ id, name, kind, languages: ['fr', 'de'], time_zone: timeZones['CH-BE'], region: 'CH-BE', phone })
        .execute(),
    )
    homes.set(kind, id)
  }
}

/** Invited by the administrator, accepted by the link. */
async function join(
  world: World,
  admin: Session,
  { member, secrets, institutionId }: { member: Member; secrets: Confirmed; institutionId: string },
) {
  const token = newToken()
  await world.as(admin, async (tx, actor) => {
    await tx
      .insertInto('links')
      .values({
        id: newId(),
        token_hash: sha256(token),
        purpose: 'invitation',
        audience: emailOf(member.key),
        institution_id: institutionId,
        details: JSON.stringify({ role: member.role, field: member.field, language: member.language }),
        created_by: actor.id,
        expires_at: new Date(addDays(new Date().toISOString().slice(0, 10), 7)),
      })
      .execute()
  })
  const { salt, params, proofHash, factor, codeHashes } = toColumns(world.services.siteKey, secrets)
  await world.as({ kind: 'link', token }, async (tx) => {
    const { rows } = await sql<{ id: string | null }>`select app.accept_invitation(${secrets.userId}, ${member.name},
      ${member.language}, ${salt}, ${params}, ${proofHash}, ${factor}, ${codeHashes}) as id`.execute(tx)
    if (!rows[0]?.id) throw new Error(`the invitation of ${member.name} was not accepted`)
  })
}
