// A command of the site's owner acts as somebody of the site, through the same locks, and the act is on record under their name.
import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { openDatabase, type Tx } from './shared/db/database.ts'
import { exitCodes, Halt } from './shared/halt.ts'
import { actorOf, type StaffActor, type StaffRole } from './shared/http/actor.ts'
import type { Site } from './site.ts'

/**
 * One transaction as a member of staff, in a session that ends with it; without an e-mail, whoever is longest on the site.
 * @throws Halt 2 when there is no such account
 */
export async function asSomebody<T>(
  site: Site,
  who: { email?: string; role?: StaffRole },
  work: (tx: Tx, actor: StaffActor) => Promise<T>,
): Promise<T> {
  const token = await openSession(site, who)
  const db = openDatabase(site.roles.app, { max: 1 })
  const credential = { kind: 'staff', token } as const
  try {
    return await db.asActor(credential, async (tx, entry) => {
      const actor = actorOf(entry)
      if (actor.kind !== 'staff' || (who.role && actor.role !== who.role))
        throw new Halt(`This needs an account with the role ${who.role}.`, exitCodes.usage)
      return work(tx, actor)
    })
  } finally {
    // In a transaction of its own, so that the session ends also when the work was rolled back.
    await db.asActor(credential, async (tx, entry) => {
      const id = entry?.session_id ?? null
      await tx.selectNoFrom((eb) => eb.fn('app.end_session', [eb.val(id)]).as('ended')).execute()
    })
    await db.close()
  }
}

async function openSession(site: Site, { email, role }: { email?: string; role?: StaffRole }): Promise<string> {
  const client = new pg.Client(site.owner)
  await client.connect()
  try {
    const account = email ?? (await longestOnSite(client, role))
    const token = randomBytes(32).toString('base64url')
    const hash = createHash('sha256').update(token).digest()
    await client.query('set role owner')
    const { rows } = await client.query<{ id: string | null }>('select app.open_local_session($1, $2) as id', [
      account,
      hash,
    ])
    if (!rows[0]?.id) throw new Halt(noAccount(email, role), exitCodes.usage)
    return token
  } finally {
    await client.end()
  }
}

async function longestOnSite(client: pg.Client, role: StaffRole | undefined): Promise<string | undefined> {
  await client.query('set role definer')
  const { rows } = await client.query<{ email: string }>(
    'select email from users where ended_on is null and ($1::text is null or role = $1) order by created_at, id limit 1',
    [role ?? null],
  )
  return rows[0]?.email
}

const noAccount = (email: string | undefined, role: StaffRole | undefined) =>
  email
    ? `There is no account ${email}.`
    : `There is no ${role ?? 'member of staff'} on this site yet; invite one first.`
