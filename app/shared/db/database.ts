import { createHash, randomUUID } from 'node:crypto'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  sql,
} from 'kysely'
import pg, { type ClientConfig } from 'pg'
import type { PlainDate } from '../time/dates.ts'
import type { DB } from './tables.gen.ts'

declare const inTransaction: unique symbol
/** A transaction that carries its actor. Only `asActor` makes one, so a query outside an actor does not compile. */
export type Tx = Kysely<DB> & { readonly [inTransaction]: true }

/** What the requester shows: the token of a staff session, a card session, a personal link or a job. */
export type Credential = { kind: 'staff' | 'card' | 'link' | 'job'; token: string }

/** Whom the database recognised behind a credential (type `app.entry`), and the day it is there. */
export type Entry = {
  kind: Credential['kind']
  id: string
  institution_id: string | null
  role: string
  name: string | null
  language: string | null
  person_id: string | null
  level: 'token' | 'pin' | null
  session_id: string | null
  factor_at: Date | null
  details: Record<string, unknown> | null
  today: PlainDate
  now: Date
}

export type Database = {
  /**
   * Runs `work` in one transaction in which the database knows who asks; `entry` is undefined when the credential is
   * missing or no longer valid, and then the transaction sees nothing that a policy protects.
   * Commits when `commit(result)` says so (default: always), rolls back otherwise and on a throw.
   */
  asActor<T>(
    credential: Credential | undefined,
    work: (tx: Tx, entry: Entry | undefined) => Promise<T>,
    commit?: (result: T) => boolean,
  ): Promise<T>
  pool: pg.Pool
  close(): Promise<void>
}

// Dates stay calendar dates; counts and amounts are numbers (all of ours are far below 2^53).
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

/** The pool of the role `app`. A pool of about eight suits two cores. */
export function openDatabase(connection: ClientConfig, { max = 8 } = {}): Database {
  const pool = new pg.Pool({ ...connection, max })
  // An idle connection that the server closes (a restart) must not end the process; the pool makes a new one.
  pool.on('error', () => {})
  // Nor one that is lost in the middle of a request: its query fails, and that is answered.
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    pool,
    close: () => pool.end(),
    async asActor(credential, work, commit = () => true) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query('begin')
        const entry = credential ? await enter(client, credential) : undefined
        const result = await work(transactionOn(client), entry)
        await client.query(commit(result) ? 'commit' : 'rollback')
        return result
      } catch (error) {
        await client.query('rollback').catch((rollbackError: Error) => {
          broken = rollbackError
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
  }
}

const doors = { staff: 'app.enter', card: 'app.enter_card', link: 'app.enter_link', job: 'app.enter_job' } as const

async function enter(client: pg.PoolClient, { kind, token }: Credential): Promise<Entry | undefined> {
  const { rows } = await client.query<Entry>({
    name: `enter-${kind}`,
    text: `select * from ${doors[kind]}($1)`,
    values: [token],
  })
  return rows[0]
}

const transactions = new WeakMap<pg.PoolClient, Tx>()

/** One Kysely per connection: making it costs more than a short query. */
function transactionOn(client: pg.PoolClient): Tx {
  const known = transactions.get(client)
  if (known) return known
  const made = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new OneConnection(client),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  }) as Tx
  transactions.set(client, made)
  return made
}

const names = new Map<string, string>()
const mostNames = 1000

/** The name of a prepared statement, from its text: each is planned once per connection. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known) return known
  if (names.size >= mostNames || text.length > 8000) return undefined
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
  names.set(text, name)
  return name
}

/** Kysely on a connection whose transaction somebody else opens and closes. */
class OneConnection implements Driver {
  readonly #connection: DatabaseConnection

  constructor(client: pg.PoolClient) {
    this.#connection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const name = nameOf(query.sql)
        const result = await client.query({ ...(name ? { name } : {}), text: query.sql, values: [...query.parameters] })
        return {
          rows: result.rows as R[],
          ...(result.command === 'SELECT' ? {} : { numAffectedRows: BigInt(result.rowCount ?? 0) }),
        }
      },
      async *streamQuery() {
        yield* []
        throw new Error('not streamed inside a transaction')
      },
    }
  }

  async init() {}
  async acquireConnection() {
    return this.#connection
  }
  async beginTransaction() {
    throw new Error('asActor opens the transaction')
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {}
}

/** A new random id: never meaningful, never a sequence. */
export const newId = (): string => randomUUID()

/** True when an update or delete changed at least one row; none means not found. */
export const changed = (result: { numUpdatedRows?: bigint; numDeletedRows?: bigint }): boolean =>
  (result.numUpdatedRows ?? result.numDeletedRows ?? 0n) > 0n

export { sql }
