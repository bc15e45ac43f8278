import { changed, newId, sql, type Tx } from '../../../shared/db/database.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import type { Budget, Cents, Expense, StaffCost } from '../funding.ts'
import { firstDay, type Month, monthOf } from '../months.ts'

/** What the team cost, as it counts now; corrected amounts are left out. Oldest month first. */
export async function listStaffCosts(tx: Tx, programmeId: string): Promise<StaffCost[]> {
  const rows = await tx
    .selectFrom('staff_costs')
    .select(['month', 'member_id', 'cents'])
    .where('programme_id', '=', programmeId)
    .where('ended_at', 'is', null)
    .orderBy('month')
    .execute()
  return rows.map((row) => ({ month: monthOf(row.month), memberId: row.member_id, cents: row.cents }))
}

/** The sum per month. */
export const byMonth = (amounts: readonly { month: Month; cents: Cents }[]): Map<Month, Cents> => {
  const sums = new Map<Month, Cents>()
  for (const { month, cents } of amounts) sums.set(month, (sums.get(month) ?? 0) + cents)
  return sums
}

/** Replaces a month's amounts: those before are ended, not lost. */
export async function saveStaffCosts(
  tx: Tx,
  actor: StaffActor,
  { programmeId, month, costs }: { programmeId: string; month: Month; costs: readonly Omit<StaffCost, 'month'>[] },
): Promise<void> {
  await tx
    .updateTable('staff_costs')
    .set({ ended_at: sql`now()` })
    .where('programme_id', '=', programmeId)
    .where('month', '=', firstDay(month))
    .where('ended_at', 'is', null)
    .execute()
  if (costs.length === 0) return
  await tx
    .insertInto('staff_costs')
    .values(
      costs.map(({ memberId, cents }) => ({
        id: newId(),
        programme_id: programmeId,
        month: firstDay(month),
        member_id: memberId,
        cents,
        entered_by: actor.id,
      })),
    )
    .execute()
}

/** Everything spent on outings, what was struck out included; newest first. */
export async function listExpenses(tx: Tx, programmeId: string): Promise<Expense[]> {
  const rows = await tx
    .selectFrom('expenses')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('on_date', 'desc')
    .orderBy('entered_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    on: row.on_date,
    cents: row.cents,
    what: row.what,
    receiptNumber: row.receipt_number,
    receiptPlace: row.receipt_place,
    withdrawn: row.withdrawn_on === null ? null : { on: row.withdrawn_on, reason: row.withdrawn_reason ?? '' },
  }))
}

/** What counts of the expenses, per month. */
export const spentByMonth = (expenses: readonly Expense[]): Map<Month, Cents> =>
  byMonth(expenses.filter((one) => !one.withdrawn).map(({ on, cents }) => ({ month: monthOf(on), cents })))

export async function addExpense(
  tx: Tx,
  actor: StaffActor,
  programmeId: string,
  expense: Omit<Expense, 'id' | 'withdrawn'>,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('expenses')
    .values({
      id,
      programme_id: programmeId,
      on_date: expense.on,
      cents: expense.cents,
      what: expense.what,
      receipt_number: expense.receiptNumber,
      receipt_place: expense.receiptPlace,
      entered_by: actor.id,
    })
    .execute()
  return id
}

/** Strikes it out. @returns false when it was already, or is not there for the actor. */
export async function withdrawExpense(
  tx: Tx,
  actor: StaffActor,
  {
    programmeId,
    expenseId,
    reason,
    today,
  }: { programmeId: string; expenseId: string; reason: string; today: PlainDate },
): Promise<boolean> {
  const result = await tx
    .updateTable('expenses')
    .set({ withdrawn_on: today, withdrawn_by: actor.id, withdrawn_reason: reason })
    .where('id', '=', expenseId)
    .where('programme_id', '=', programmeId)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

export async function listBudgets(tx: Tx, programmeId: string): Promise<Budget[]> {
  const rows = await tx
    .selectFrom('outings_budgets')
    .select(['id', 'from_date', 'to_date', 'cents'])
    .where('programme_id', '=', programmeId)
    .where('ended_at', 'is', null)
    .orderBy('from_date')
    .execute()
  return rows.map((row) => ({ id: row.id, from: row.from_date, to: row.to_date, cents: row.cents }))
}

export async function addBudget(
  tx: Tx,
  actor: StaffActor,
  programmeId: string,
  { from, to, cents }: Omit<Budget, 'id'>,
): Promise<void> {
  await tx
    .insertInto('outings_budgets')
    .values({ id: newId(), programme_id: programmeId, from_date: from, to_date: to, cents, entered_by: actor.id })
    .execute()
}

export async function endBudget(tx: Tx, programmeId: string, budgetId: string): Promise<boolean> {
  const result = await tx
    .updateTable('outings_budgets')
    .set({ ended_at: sql`now()` })
    .where('id', '=', budgetId)
    .where('programme_id', '=', programmeId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return changed(result)
}
