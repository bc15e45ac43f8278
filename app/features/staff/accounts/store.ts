import { sql, type Tx } from '../../../shared/db/database.ts'
import type { StaffRole } from '../../../shared/http/actor.ts'
import { fold } from '../../people/fold.ts'
import type { Account } from './account.ts'
import type { NewRole } from './rules.ts'

export type StaffFilter = { q: string; institutionId: string | null; state: 'active' | 'ended' | 'all' }

const accounts = (tx: Tx) =>
  tx
    .selectFrom('users')
    .innerJoin('institutions', 'institutions.id', 'users.institution_id')
    .select([
      'users.id',
      'users.name',
      'users.email',
      'users.role',
      'users.field',
      'users.phone',
      'users.institution_id as institutionId',
      'institutions.name as institution',
      'users.ended_on as endedOn',
    ])

const toAccount = (row: { role: string } & Omit<Account, 'role'>): Account => ({ ...row, role: row.role as StaffRole })

/** By institution and name; the search forgives accents and looks at names and addresses. */
export async function listStaff(tx: Tx, { q, institutionId, state }: StaffFilter): Promise<Account[]> {
  let query = accounts(tx).orderBy('institutions.name').orderBy('users.name')
  if (institutionId) query = query.where('users.institution_id', '=', institutionId)
  if (state !== 'all') query = query.where('users.ended_on', state === 'active' ? 'is' : 'is not', null)
  const found = (await query.execute()).map(toAccount)
  const words = fold(q).split(' ').filter(Boolean)
  return found.filter(({ name, email }) => words.every((word) => fold(`${name} ${email}`).includes(word)))
}

export async function findAccount(tx: Tx, userId: string): Promise<Account | undefined> {
  const row = await accounts(tx).where('users.id', '=', userId).executeTakeFirst()
  return row && toAccount(row)
}

/** Whether the address has an account, running or ended, in any institution. */
export async function hasAccount(tx: Tx, email: string): Promise<boolean> {
  const row = await tx
    .selectFrom('users')
    .select('id')
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst()
  return row !== undefined
}

/** How many files only wait for this professional's mandate to end: a number, never which. */
export async function countMandatesOf(tx: Tx, userId: string): Promise<number> {
  const { rows } = await sql<{ n: number | null }>`select app.open_mandates_of(${userId}) as n`.execute(tx)
  return rows[0]?.n ?? 0
}

/** How many of them somebody must take over: those of a group stay with the group. */
export async function countFilesToPassOn(tx: Tx, userId: string): Promise<number> {
  const { rows } = await sql<{ n: number | null }>`select app.files_to_pass_on(${userId}) as n`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Colleagues of the same institution and role, who can take over the files. */
export async function listSuccessors(tx: Tx, account: Account): Promise<Account[]> {
  const found = await accounts(tx)
    .where('users.institution_id', '=', account.institutionId)
    .where('users.role', '=', account.role)
    .where('users.id', '!=', account.id)
    .where('users.ended_on', 'is', null)
    .orderBy('users.name')
    .execute()
  return found.map(toAccount)
}

/** Sessions stop at once; files pass to the successor; mandates end. False when it is not the actor's to end. */
export const endAccount = (tx: Tx, userId: string, successorId: string | null) =>
  done(tx, sql`select app.end_account(${userId}, ${successorId}) as done`)
export const reopenAccount = (tx: Tx, userId: string) => done(tx, sql`select app.reopen_account(${userId}) as done`)
/** Mandates that the old role held end. */
export const changeRole = (tx: Tx, userId: string, { role, field }: NewRole) =>
  done(tx, sql`select app.change_role(${userId}, ${role}, ${field}) as done`)

async function done(tx: Tx, query: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = await query.execute(tx)
  return (rows[0] as { done: boolean }).done
}
