/** Money for outings: periods of a budget do not overlap, and a receipt is entered once. */
import { accept, type Decision, refuse } from '../../../shared/rules.ts'
import type { Budget, Cents, Expense, Period } from '../funding.ts'

const isIn = ({ from, to }: Period, day: string) => from <= day && day <= to

export function addBudget<T extends Period>(budgets: readonly Budget[], added: T): Decision<T> {
  if (added.from > added.to) return refuse('funding.order')
  const other = budgets.find(({ from, to }) => from <= added.to && added.from <= to)
  return other ? refuse('funding.budget.overlap', { from: other.from, to: other.to }) : accept(added)
}

export function addExpense<T extends Pick<Expense, 'receiptNumber'>>(
  expenses: readonly Expense[],
  added: T,
): Decision<T> {
  const same = (one: Expense) => one.receiptNumber.toLowerCase() === added.receiptNumber.toLowerCase()
  const twin = expenses.find((one) => one.withdrawn === null && same(one))
  return twin ? refuse('funding.expense.receiptTwice', { on: twin.on, what: twin.what }) : accept(added)
}

/** Spent within each budget's period, and what is left of it (below 0: overspent). */
export const standingOf = (budgets: readonly Budget[], expenses: readonly Expense[]) =>
  budgets.map((budget) => {
    const spent = spentIn(expenses, budget)
    return { budget, spent, left: budget.cents - spent }
  })

export const spentIn = (expenses: readonly Expense[], period: Period): Cents =>
  expenses.filter((one) => one.withdrawn === null && isIn(period, one.on)).reduce((all, { cents }) => all + cents, 0)
