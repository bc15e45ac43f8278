import pg, { type ClientConfig } from 'pg'

/** The database roles that the policies name; see TRUST in docs/decisions. Only these three sign in. */
export const signingIn = ['app', 'audit_writer', 'backup'] as const
export type SigningInRole = (typeof signingIn)[number]
const withoutLogin = ['owner', 'definer', 'stats'] as const

/**
 * Makes the roles and the database of a site, or puts them right; safe to repeat.
 * `admin` must be a superuser, or may create roles and owns the database.
 * @returns the connection for migrations: as `admin`, to the site's database.
 */
export async function bootstrap(
  admin: ClientConfig,
  { database, passwords }: { database: string; passwords: Record<SigningInRole, string> },
): Promise<ClientConfig> {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    // Two starts at once would trip over each other's CREATE ROLE.
    await client.query(`select pg_advisory_lock(hashtext('passerelle roles'))`)
    const version = Number((await client.query('show server_version_num')).rows[0].server_version_num)
    for (const role of withoutLogin) await makeRole(client, role, 'nologin noinherit')
    for (const role of signingIn) {
      await makeRole(client, role, 'login noinherit')
      await client.query(`alter role ${role} password ${client.escapeLiteral(passwords[role])}`)
      await client.query(`alter role ${role} set search_path = public, ext, pg_temp`)
      await client.query(`alter role ${role} set idle_in_transaction_session_timeout = '30s'`)
    }
    await client.query(`alter role app set statement_timeout = '20s'`)
    // Policies make estimates high and plans short-lived: compiling them costs more than running them.
    await client.query('alter role app set jit = off')
    const me = (await client.query('select current_user as name')).rows[0].name as string
    // SET without INHERIT: the policies made for definer must not open anything to owner.
    const set = version >= 160000 ? ' with inherit false, set true' : ''
    await client.query(`grant definer to owner${set}`)
    if (me !== 'owner') {
      await client.query(`grant owner to ${client.escapeIdentifier(me)}${set}`)
      await client.query(`grant definer to ${client.escapeIdentifier(me)}${set}`)
    }
    const exists = await client.query('select 1 from pg_database where datname = $1', [database])
    if (!exists.rowCount) {
      await client.query(
        `create database ${client.escapeIdentifier(database)} encoding 'UTF8' template template0 locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
      )
    }
    await client.query(`alter database ${client.escapeIdentifier(database)} owner to owner`)
    await client.query(`revoke all on database ${client.escapeIdentifier(database)} from public`)
    await client.query(`grant connect on database ${client.escapeIdentifier(database)} to app, audit_writer, backup`)
    await client.query(`select pg_advisory_unlock(hashtext('passerelle roles'))`)
  } finally {
    await client.end()
  }
  return { ...admin, database }
}

async function makeRole(client: pg.Client, name: string, attributes: string) {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [name])
  await client.query(`${found.rowCount ? 'alter' : 'create'} role ${name} ${attributes} nosuperuser nobypassrls`)
}
