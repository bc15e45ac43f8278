import type { Tx } from '../../../shared/db/database.ts'
import { formState, withErrors } from '../../../shared/forms/forms.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, redirect, seeOther, show } from '../../../shared/http/outcome.ts'
import type { Words } from '../../../shared/i18n/i18n.ts'
import type { Refusal } from '../../../shared/rules.ts'
import type { FormState } from '../../../shared/ui/index.ts'
import type { Programme } from '../../programmes/programme.ts'
import { hundredthsText, parseBudget, parseExpense, parseStaffCosts, parseWithdrawal } from '../form.ts'
import { firstDay, isMonth, lastDay, type Month } from '../months.ts'
import { MonthPage } from '../pages/month.tsx'
import { OutingsPage } from '../pages/outings.tsx'
import { paths } from '../paths.ts'
import { mayEdit } from '../policy.ts'
import { addBudget as budgetRule, addExpense as expenseRule, standingOf } from '../rules/outings.ts'
import { enterStaffCost } from '../rules/team.ts'
import {
  addBudget,
  addExpense,
  endBudget,
  listBudgets,
  listExpenses,
  listStaffCosts,
  saveStaffCosts,
  withdrawExpense,
} from '../store/costs.ts'
import { listMembers } from '../store/team.ts'
import { findFunded, findToChange } from '../subject.ts'

const subject = { policy: mayEdit, find: findFunded }
const change = { policy: mayEdit, find: findToChange }
const on = (programme: Programme): [string, string] => ['programme', programme.id]

/** A rule's reason with its dates written out, for a field. */
const fieldError = ({ key, params }: Refusal, { date }: Words) => ({
  key,
  params: Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      ['on', 'from', 'to'].includes(name) ? date(String(value)) : value,
    ]),
  ),
})

/** Those who worked in the month, and whoever has an amount in it. */
async function monthOfTeam(tx: Tx, programme: Programme, month: Month) {
  const costs = (await listStaffCosts(tx, programme.id)).filter((cost) => cost.month === month)
  const members = (await listMembers(tx, programme.id)).filter(
    ({ id, from, to }) =>
      (from <= lastDay(month) && (to === null || to >= firstDay(month))) ||
      costs.some(({ memberId }) => memberId === id),
  )
  return { costs, members }
}

async function outingsPage(
  tx: Tx,
  programme: Programme,
  states: { expense?: FormState; budget?: FormState; withdraw?: FormState & { id: string } } = {},
) {
  const expenses = await listExpenses(tx, programme.id)
  return (
    <OutingsPage
      programme={programme}
      expenses={expenses}
      standings={standingOf(await listBudgets(tx, programme.id), expenses)}
      state={states.expense ?? {}}
      budgetState={states.budget ?? {}}
      {...(states.withdraw ? { withdrawState: states.withdraw } : {})}
    />
  )
}

export const costRoutes = [
  page(paths.month, subject, async ({ tx, params, subject: programme }) => {
    if (!isMonth(params.month)) return notFound()
    const { costs, members } = await monthOfTeam(tx, programme, params.month)
    const values = Object.fromEntries(
      costs.map(({ memberId, cents }) => [memberId ? `member.${memberId}` : 'sum', hundredthsText(cents)]),
    )
    return show(<MonthPage programme={programme} month={params.month} members={members} state={{ values }} />)
  }),

  act(paths.month, change, async ({ tx, actor, typed, params, subject: programme }) => {
    const { month } = params
    if (!isMonth(month)) return notFound()
    const { members } = await monthOfTeam(tx, programme, month)
    const again = (state: FormState) =>
      invalid(<MonthPage programme={programme} month={month} members={members} state={state} />)
    const parsed = parseStaffCosts(
      typed,
      members.map(({ id }) => id),
    )
    if (!parsed.ok) return again(formState(parsed))
    const decision = enterStaffCost(parsed.value)
    if (!decision.ok) return again(formState(withErrors(parsed, { sum: { key: decision.key } })))
    await saveStaffCosts(tx, actor, { programmeId: programme.id, month, costs: decision.value })
    return seeOther(`${paths.overview({ programmeId: programme.id })}#staff-cost`, {
      did: { act: 'funding.saveStaffCost', on: on(programme) },
      say: 'funding.costs.saved',
    })
  }),

  page(paths.outings, subject, async ({ tx, subject: programme }) => show(await outingsPage(tx, programme))),

  act(paths.outings, change, async ({ tx, actor, typed, today, words, subject: programme }) => {
    const parsed = parseExpense(typed)
    if (!parsed.ok) return invalid(await outingsPage(tx, programme, { expense: formState(parsed) }))
    const inFuture = parsed.value.on > today
    const decision = expenseRule(await listExpenses(tx, programme.id), parsed.value)
    if (inFuture || !decision.ok) {
      const errors = {
        ...(inFuture ? { on: { key: 'funding.expense.future' } } : {}),
        ...(decision.ok ? {} : { receiptNumber: fieldError(decision, words) }),
      }
      return invalid(await outingsPage(tx, programme, { expense: formState(withErrors(parsed, errors)) }))
    }
    const id = await addExpense(tx, actor, programme.id, decision.value)
    return seeOther(paths.outings({ programmeId: programme.id }), {
      did: { act: 'funding.addExpense', on: ['expense', id] },
      say: 'funding.expense.added',
    })
  }),

  act(paths.withdraw, change, async ({ tx, actor, typed, params, today, subject: programme }) => {
    const parsed = parseWithdrawal(typed)
    if (!parsed.ok)
      return invalid(await outingsPage(tx, programme, { withdraw: { id: params.expenseId, ...formState(parsed) } }))
    const { expenseId } = params
    const back = paths.outings({ programmeId: programme.id })
    const { reason } = parsed.value
    if (!(await withdrawExpense(tx, actor, { programmeId: programme.id, expenseId, reason, today })))
      return redirect(back)
    return seeOther(back, {
      did: { act: 'funding.withdrawExpense', on: ['expense', expenseId] },
      say: 'funding.expense.withdrawn',
    })
  }),

  act(paths.budgets, change, async ({ tx, actor, typed, words, subject: programme }) => {
    const parsed = parseBudget(typed)
    if (!parsed.ok) return invalid(await outingsPage(tx, programme, { budget: formState(parsed) }))
    const decision = budgetRule(await listBudgets(tx, programme.id), parsed.value)
    if (!decision.ok) {
      const field = decision.key === 'funding.order' ? 'to' : 'from'
      const state = formState(withErrors(parsed, { [field]: fieldError(decision, words) }))
      return invalid(await outingsPage(tx, programme, { budget: state }))
    }
    await addBudget(tx, actor, programme.id, decision.value)
    return seeOther(paths.outings({ programmeId: programme.id }), {
      did: { act: 'funding.addBudget', on: on(programme) },
      say: 'funding.saved',
    })
  }),

  act(paths.endBudget, change, async ({ tx, params, subject: programme }) => {
    const back = paths.outings({ programmeId: programme.id })
    if (!(await endBudget(tx, programme.id, params.budgetId))) return redirect(back)
    return seeOther(back, { did: { act: 'funding.endBudget', on: on(programme) }, say: 'funding.budget.removed' })
  }),
]
