// `passerelle programme list` and `passerelle programme create --blueprint ID [--as EMAIL]`.
// Both go through the stores as somebody of the site, so that the same locks hold and the act is on record.
import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { findBlueprint } from '../../blueprints/blueprints.ts'
import { defaultSettings } from '../../blueprints/settings.ts'
import type { Run } from '../../cli.ts'
import { openDatabase, type Tx } from '../../shared/db/database.ts'
import { exitCodes, Halt } from '../../shared/halt.ts'
import { actorOf, type StaffActor, type StaffRole } from '../../shared/http/actor.ts'
import { auditEntries } from '../../shared/http/audit.ts'
import { seeOther } from '../../shared/http/outcome.ts'
import type { Site } from '../../site.ts'
import { titleIn } from './programme.ts'
import { createProgramme, listProgrammes } from './store.ts'

/** `programme list`: id, blueprint, title per language and dates of every programme. */
export const runList: Run = async (args, io) => {
  if (args.length > 0) throw new Halt('Usage: programme list [--json]', exitCodes.usage)
  const programmes = await io.withDatabase((site) => asSomebody(site, {}, (tx) => listProgrammes(tx)))
  io.answer(
    programmes.map(({ id, blueprint, settings }) => ({
      id,
      blueprint,
      title: settings.title,
      startsOn: settings.startsOn,
      endsOn: settings.endsOn,
    })),
    programmes.map((p) => `${p.id}  ${p.blueprint}  ${titleIn(p, 'en')}`),
  )
  return exitCodes.ok
}

/** `programme create`: founded by the coordinator named with `--as`, else by the one who is longest on the site. */
export const runCreate: Run = async (args, io) => {
  const { blueprint: id, as } = readArguments(args)
  const blueprint = findBlueprint(id)
  if (!blueprint) throw new Halt(`There is no blueprint “${id}”.`, exitCodes.usage)
  const created = await io.withDatabase((site) =>
    asSomebody(site, { email: as, role: 'coordinator' }, async (tx, actor) => {
      const programmeId = await createProgramme(tx, actor, blueprint.id, defaultSettings(blueprint))
      const did = { act: 'programmes.create', on: ['programme', programmeId] as [string, string] }
      const outcome = seeOther('/', { did })
      await auditEntries(tx, actor, [did], outcome)
      return programmeId
    }),
  )
  io.answer({ id: created, blueprint: blueprint.id }, [`Programme ${created} was made from ${blueprint.id}.`])
  return exitCodes.ok
}

function readArguments(args: string[]): { blueprint: string; as?: string } {
  const usage = new Halt('Usage: programme create --blueprint ID [--as EMAIL] [--json]', exitCodes.usage)
  const found: Record<string, string> = {}
  for (let at = 0; at < args.length; at += 2) {
    const [name, value] = [args[at]!, args[at + 1]]
    if ((name !== '--blueprint' && name !== '--as') || !value || value.startsWith('--')) throw usage
    found[name.slice(2)] = value
  }
  if (!found.blueprint) throw usage
  return { blueprint: found.blueprint, as: found.as }
}

/** One transaction as a member of staff, in a session that ends with it. */
async function asSomebody<T>(
  site: Site,
  who: { email?: string; role?: StaffRole },
  work: (tx: Tx, actor: StaffActor) => Promise<T>,
): Promise<T> {
  const token = await openSession(site, who)
  const db = openDatabase(site.roles.app, { max: 1 })
  try {
    return await db.asActor({ kind: 'staff', token }, async (tx, entry) => {
      const actor = actorOf(entry)
      if (actor.kind !== 'staff' || (who.role && actor.role !== who.role))
        throw new Halt(`This needs an account with the role ${who.role}.`, exitCodes.usage)
      const result = await work(tx, actor)
      await tx.selectNoFrom((eb) => eb.fn('app.end_session', [eb.val(actor.sessionId)]).as('ended')).execute()
      return result
    })
  } finally {
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
