// Asks the site's database as a member of staff, for `bin/db psql-as EMAIL`. Every line is a statement in a transaction
// of its own that is taken back at the end: to see what the policies let somebody see, not to mend data.
import { createHash, randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import pg from 'pg'
import { readEnvironment } from '../../app/environment.ts'
import { Halt } from '../../app/shared/halt.ts'
import { withSite } from '../../app/site.ts'

const email = process.argv[2]!
const token = randomBytes(32).toString('base64url')

try {
  await withSite(readEnvironment(process.env), console.error, 'psql-as', async (site) => {
    const owner = new pg.Client(site.owner)
    await owner.connect()
    await owner.query('set role owner')
    const hash = createHash('sha256').update(token).digest()
    const { rows } = await owner.query<{ id: string | null }>('select app.open_local_session($1, $2) as id', [
      email,
      hash,
    ])
    await owner.end()
    if (!rows[0]?.id) throw new Halt(`There is no account ${email}.`, 2)
    const client = new pg.Client(site.roles.app)
    await client.connect()
    try {
      await readStatements(client)
      await inTransaction(client, 'select app.end_session(app.session_id())', 'commit')
    } finally {
      await client.end()
    }
  })
} catch (error) {
  if (!(error instanceof Halt)) throw error
  console.error(error.message)
  process.exitCode = error.code
}

async function readStatements(client: pg.Client) {
  const lines = createInterface({ input: process.stdin, output: process.stderr, prompt: `${email}> ` })
  lines.prompt()
  for await (const line of lines) {
    if (line.trim() === '\\q') break
    if (line.trim()) await answer(client, line)
    lines.prompt()
  }
  lines.close()
}

async function answer(client: pg.Client, statement: string) {
  try {
    const { rows, rowCount } = await inTransaction(client, statement, 'rollback')
    if (rows.length > 0) console.table(rows)
    console.log(`${rowCount ?? 0} rows`)
  } catch (error) {
    console.error((error as Error).message)
  }
}

async function inTransaction(client: pg.Client, statement: string, end: 'commit' | 'rollback') {
  await client.query('begin')
  try {
    await client.query('select app.enter($1)', [token])
    return await client.query(statement)
  } finally {
    await client.query(end)
  }
}
