import type { Tx } from '../../../shared/db/database.ts'
import { fields, formState, parseForm, Typed } from '../../../shared/forms/forms.ts'
import { staffRoles } from '../../../shared/http/actor.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, type Outcome, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { listInstitutions } from '../institutions/store.ts'
import { listInvitations } from '../invitations/store.ts'
import { paths } from '../paths.ts'
import { mayAdminister, mayListStaff, mayReadAccount, mayRevokeInvitation } from '../policy.ts'
import { AccountDetailsPage, EndingPage, RolePage } from './account.pages.tsx'
import type { Account } from './account.ts'
import { StaffListPage } from './list.page.tsx'
import { changingRole, ending, reopening } from './rules.ts'
import {
  changeRole,
  countFilesToPassOn,
  countMandatesOf,
  endAccount,
  findAccount,
  listStaff,
  listSuccessors,
  reopenAccount,
  type StaffFilter,
} from './store.ts'

const find = ({ tx, params }: { tx: Tx; params: Record<'userId', string> }) => findAccount(tx, params.userId)
const did = (act: string, { id }: Account) => ({
  act,
  on: ['user', id] as [string, string],
  classes: ['account' as const],
})

export const routes = [
  page(paths.list, { policy: mayListStaff }, async ({ tx, actor, query }) => {
    const filter = filterOf(query)
    return show(
      <StaffListPage
        filter={filter}
        accounts={await listStaff(tx, filter)}
        institutions={await listInstitutions(tx)}
        invitations={(await listInvitations(tx)).filter((one) => mayRevokeInvitation.allows(actor, one))}
      />,
    )
  }),

  page(paths.show, { policy: mayReadAccount, find }, async ({ actor, subject: account }) =>
    show(<AccountDetailsPage account={account} can={canDo(actor, account)} />),
  ),

  page(paths.role, { policy: mayAdminister, find }, async ({ subject: account }) =>
    show(<RolePage account={account} state={{ values: { role: account.role, field: account.field ?? '' } }} />),
  ),
  act(paths.role, { policy: mayAdminister, find }, async ({ tx, typed, subject: account }): Promise<Outcome> => {
    const parsed = parseForm({ role: fields.choice(staffRoles), field: fields.optionalText(100) }, typed)
    if (!parsed.ok) return invalid(<RolePage account={account} state={formState(parsed)} />)
    const decision = changingRole(account, parsed.value)
    if (!decision.ok) return refused(<RolePage account={account} state={formState(parsed)} refusal={decision} />)
    if (!(await changeRole(tx, account.id, decision.value))) return notFound()
    return seeOther(paths.show({ userId: account.id }), {
      did: did('staff.change-role', account),
      say: { key: 'staff.role.changed', params: { name: account.name } },
    })
  }),

  page(paths.ending, { policy: mayAdminister, find }, async ({ tx, subject: account }) =>
    show(<EndingPage account={account} {...(await endingFacts(tx, account))} />),
  ),
  act(paths.ending, { policy: mayAdminister, find }, async ({ tx, typed, subject: account }): Promise<Outcome> => {
    const facts = await endingFacts(tx, account)
    const parsed = parseForm({ successorId: fields.optionalId() }, typed)
    if (!parsed.ok) return invalid(<EndingPage account={account} {...facts} state={formState(parsed)} />)
    const decision = ending(account, { ...facts, ...parsed.value })
    if (!decision.ok)
      return refused(<EndingPage account={account} {...facts} state={formState(parsed)} refusal={decision} />)
    if (!(await endAccount(tx, account.id, decision.value.successorId))) return notFound()
    return seeOther(paths.show({ userId: account.id }), {
      did: did('staff.end-account', account),
      say: { key: 'staff.ended', params: { name: account.name } },
    })
  }),

  act(paths.reopening, { policy: mayAdminister, find }, async ({ tx, actor, subject: account }): Promise<Outcome> => {
    const decision = reopening(account)
    if (!decision.ok)
      return refused(<AccountDetailsPage account={account} can={canDo(actor, account)} refusal={decision} />)
    if (!(await reopenAccount(tx, account.id))) return notFound()
    return seeOther(paths.show({ userId: account.id }), {
      did: did('staff.reopen-account', account),
      say: { key: 'staff.reopened', params: { name: account.name } },
    })
  }),
]

async function endingFacts(tx: Tx, account: Account) {
  return {
    files: await countMandatesOf(tx, account.id),
    toPassOn: await countFilesToPassOn(tx, account.id),
    successors: await listSuccessors(tx, account),
  }
}

export const canDo = (actor: Parameters<typeof mayAdminister.allows>[0], account: Account) => ({
  administer: mayAdminister.allows(actor, account),
  itself: actor.id === account.id,
})

const states = ['active', 'ended', 'all'] as const

function filterOf(query: URLSearchParams): StaffFilter {
  const parsed = parseForm(
    { q: fields.optionalText(100), institution: fields.optionalId(), state: fields.choice(states) },
    Typed.of({
      q: query.get('q'),
      institution: query.get('institution'),
      state: query.get('state') ?? 'active',
    }),
  )
  if (!parsed.ok) return { q: '', institutionId: null, state: 'active' }
  return { q: parsed.value.q ?? '', institutionId: parsed.value.institution, state: parsed.value.state }
}
