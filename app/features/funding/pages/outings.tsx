import {
  Actions,
  Button,
  Disclosure,
  EmptyState,
  Field,
  Form,
  type FormState,
  Section,
  Status,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import type { Programme } from '../../programmes/programme.ts'
import type { Budget, Cents, Expense } from '../funding.ts'
import { paths } from '../paths.ts'
import { FundingFrame, useMoney } from './frame.tsx'

type Props = {
  programme: Programme
  expenses: Expense[]
  standings: { budget: Budget; spent: Cents; left: Cents }[]
  state: FormState
  budgetState: FormState
  /** The form of the expense that is being struck out. */
  withdrawState?: FormState & { id: string }
}

const isWrong = (state: FormState | undefined) => Object.keys(state?.errors ?? {}).length > 0

/** Money for outings: what there is, what was spent, with which receipts. */
export function OutingsPage({ programme, expenses, standings, state, budgetState, withdrawState }: Props) {
  const { t, date } = useView()
  const { money, currency } = useMoney(programme)
  const of = { programmeId: programme.id }
  return (
    <FundingFrame
      programme={programme}
      part="outings"
      title={t('funding.outings.title')}
      lead={t('funding.outings.lead')}
      invalid={[state, budgetState, withdrawState].some(isWrong)}
    >
      <Section title={t('funding.budget.title')}>
        <Table
          caption={t('funding.budget.title')}
          hideCaption
          rows={standings}
          rowKey={({ budget }) => budget.id}
          highlight={({ left }) => left < 0}
          empty={<EmptyState title={t('funding.budget.none')} />}
          testId="outings-budgets"
          columns={[
            {
              label: t('funding.period'),
              head: true,
              cell: ({ budget }) => t('funding.fromTo', { from: date(budget.from), to: date(budget.to) }),
            },
            { label: t('funding.budget.amount'), number: true, cell: ({ budget }) => money(budget.cents) },
            { label: t('funding.budget.spent'), number: true, cell: ({ spent }) => money(spent) },
            {
              label: t('funding.budget.left'),
              number: true,
              cell: ({ left }) =>
                left < 0 ? (
                  <Status kind="attention">{t('funding.budget.over', { amount: money(-left) })}</Status>
                ) : (
                  money(left)
                ),
            },
            {
              label: t('funding.remove'),
              hideLabel: true,
              cell: ({ budget }) => (
                <Form inline id={`end-${budget.id}`} action={paths.endBudget({ ...of, budgetId: budget.id })}>
                  <Button
                    kind="quiet"
                    size="small"
                    label={t('funding.budget.remove', { from: date(budget.from), to: date(budget.to) })}
                  >
                    {t('funding.remove')}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
        <Form inline id="budget" action={paths.budgets(of)} {...budgetState} testId="budget-form">
          <Field name="from" type="date" label={t('funding.from')} />
          <Field name="to" type="date" label={t('funding.to')} />
          <Field name="amount" label={t('funding.budget.amount')} inputmode="decimal" width="short" unit={currency} />
          <Button testId="add-budget">{t('funding.budget.add')}</Button>
        </Form>
      </Section>
      <Section title={t('funding.expense.add')} card>
        <Form id="expense" action={paths.outings(of)} {...state} testId="expense-form">
          <Field name="on" type="date" label={t('funding.expense.on')} />
          <Field name="amount" label={t('funding.expense.amount')} inputmode="decimal" width="short" unit={currency} />
          <Field name="what" label={t('funding.expense.what')} hint={t('funding.expense.what.hint')} />
          <Field name="receiptNumber" label={t('funding.expense.receiptNumber')} width="medium" />
          <Field
            name="receiptPlace"
            label={t('funding.expense.receiptPlace')}
            hint={t('funding.expense.receiptPlace.hint')}
            optional
          />
          <Actions>
            <Button kind="primary" testId="add-expense">
              {t('funding.expense.add.do')}
            </Button>
          </Actions>
        </Form>
      </Section>
      <Section title={t('funding.expense.list')}>
        <Table
          caption={t('funding.expense.list')}
          hideCaption
          rows={expenses}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('funding.expense.none')} />}
          testId="expenses"
          columns={[
            { label: t('funding.expense.on'), cell: (one) => date(one.on) },
            { label: t('funding.expense.what'), head: true, cell: (one) => one.what },
            {
              label: t('funding.expense.amount'),
              number: true,
              cell: (one) => (one.withdrawn ? <s>{money(one.cents)}</s> : money(one.cents)),
            },
            {
              label: t('funding.expense.receiptNumber'),
              cell: (one) =>
                one.receiptPlace
                  ? t('funding.expense.receiptAt', { number: one.receiptNumber, place: one.receiptPlace })
                  : one.receiptNumber,
            },
            {
              label: t('funding.expense.state'),
              cell: (one) =>
                one.withdrawn ? (
                  <Status kind="stopped">
                    {t('funding.expense.withdrawnBecause', {
                      date: date(one.withdrawn.on),
                      reason: one.withdrawn.reason,
                    })}
                  </Status>
                ) : (
                  <Disclosure summary={t('funding.expense.withdraw')} open={withdrawState?.id === one.id}>
                    <Form
                      inline
                      id={`withdraw-${one.id}`}
                      action={paths.withdraw({ ...of, expenseId: one.id })}
                      {...(withdrawState?.id === one.id ? withdrawState : {})}
                    >
                      <Field name="reason" label={t('funding.expense.reason')} />
                      <Button kind="danger" size="small" label={t('funding.expense.withdraw.of', { what: one.what })}>
                        {t('funding.expense.withdraw')}
                      </Button>
                    </Form>
                  </Disclosure>
                ),
            },
          ]}
        />
      </Section>
    </FundingFrame>
  )
}
