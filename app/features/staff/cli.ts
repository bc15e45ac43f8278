// `passerelle institutions --json`: the institutions of the site with their running accounts, counted by role.
import pg from 'pg'
import type { Run } from '../../cli.ts'
import { exitCodes, Halt } from '../../shared/halt.ts'

type InstitutionLine = {
  id: string
  name: string
  kind: string
  languages: string[]
  region: string
  staff: Record<string, number>
}

/** Reads as role `backup`: the one that sees every row and writes none. */
export const run: Run = async (args, io) => {
  if (args.length > 0) throw new Halt('Usage: institutions [--json].', exitCodes.usage)
  const found = await io.withDatabase(async (site) => {
    const client = new pg.Client(site.roles.backup)
    await client.connect()
    try {
      return (await client.query<InstitutionLine>(query)).rows
    } finally {
      await client.end()
    }
  })
  io.answer(
    found,
    found.map(({ id, name, kind }) => `${id}  ${name} (${kind})`),
  )
  return exitCodes.ok
}

export const query = `
  select i.id, i.name, i.kind, i.languages, i.region,
    coalesce((select jsonb_object_agg(role, n)
      from (select role, count(*)::int as n from users where institution_id = i.id and ended_on is null group by role) r), '{}') as staff
    from institutions i order by i.name, i.id`
