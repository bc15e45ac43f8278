import { formState } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, type Outcome, seeOther, show } from '../../../shared/http/outcome.ts'
import { paths } from '../paths.ts'
import { mayKeepOwnAccount } from '../policy.ts'
import { endSession } from '../sign-in/store.ts'
import { AccountPage } from './account.page.tsx'
import { parseOwnAccount } from './form.ts'
import { endOtherSessions, getOwnAccount, listOwnSessions, saveOwnAccount } from './store.ts'

const YEAR = 365 * 24 * 3600
const classes: ['account'] = ['account']

export const routes = [
  page(paths.account, { policy: mayKeepOwnAccount }, async (ctx) => {
    const { name, phone, language } = await getOwnAccount(ctx.tx, ctx.actor)
    const theme = ctx.cookies.get('theme') ?? 'auto'
    return show(await accountPage(ctx, { values: { name, phone: phone ?? '', language, theme } }))
  }),

  act(paths.account, { policy: mayKeepOwnAccount }, async (ctx): Promise<Outcome> => {
    const parsed = parseOwnAccount(ctx.typed)
    if (!parsed.ok) return invalid(await accountPage(ctx, formState(parsed)))
    const { theme, ...details } = parsed.value
    await saveOwnAccount(ctx.tx, ctx.actor, details)
    return seeOther(paths.account(), {
      did: { act: 'account.save', on: ['user', ctx.actor.id], classes },
      say: 'staff.account.saved',
      cookies: [
        { name: 'lang', value: details.language, maxAge: YEAR },
        { name: 'theme', value: theme === 'auto' ? '' : theme, maxAge: YEAR },
      ],
    })
  }),

  act(paths.otherSessionsEnding, { policy: mayKeepOwnAccount }, async ({ tx, actor }) => {
    const count = await endOtherSessions(tx)
    return seeOther(paths.account(), {
      did: { act: 'account.end-other-sessions', on: ['user', actor.id], classes },
      say: { key: 'staff.sessions.ended', params: { count } },
    })
  }),

  act(paths.sessionEnding, { policy: mayKeepOwnAccount }, async ({ tx, actor, params }) => {
    if (!(await endSession(tx, params.sessionId))) return notFound()
    return seeOther(paths.account(), {
      did: { act: 'account.end-session', on: ['session', params.sessionId], classes },
      say: { key: 'staff.sessions.ended', params: { count: 1 } },
      ...(params.sessionId === actor.sessionId ? { cookies: [{ name: 'staff', value: '' }] } : {}),
    })
  }),
]

async function accountPage({ tx, actor }: Ctx<string, StaffActor>, state: Parameters<typeof AccountPage>[0]['state']) {
  return <AccountPage account={await getOwnAccount(tx, actor)} sessions={await listOwnSessions(tx)} state={state} />
}
