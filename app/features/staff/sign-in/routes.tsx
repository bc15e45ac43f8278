import { fields, formState, parseForm, withErrors } from '../../../shared/forms/forms.ts'
import { type Ctx, publicAct, publicPage } from '../../../shared/http/doors.tsx'
import { invalid, type Outcome, redirect, refusedAndNoted, seeOther, show } from '../../../shared/http/outcome.ts'
import { attemptKeys } from '../../../shared/secrets/attempt-keys.ts'
import { recoveryCodeHash } from '../../../shared/secrets/recovery-codes.ts'
import { ownPath } from '../own-path.ts'
import { paths } from '../paths.ts'
import { stepOf } from '../second-factor.ts'
import { CodePage } from './code.page.tsx'
import { SignInPage } from './sign-in.page.tsx'
import { endSession, findPending, isFounded, noteFailure, type Pending, proveFirst, proveSecond } from './store.ts'

const PENDING_SECONDS = 5 * 60

export const routes = [
  publicPage(paths.signIn, async ({ tx, actor, query }) => {
    if (!(await isFounded(tx))) return redirect('/setup')
    if (actor.kind === 'staff') return redirect('/')
    return show(<SignInPage next={ownPath(query.get('next') ?? '')} />)
  }),

  publicAct(paths.signIn, async ({ tx, typed, services, address, device }) => {
    const next = ownPath(typed.get('next'))
    const parsed = parseForm({ email: fields.text(320, 'staff.signIn.email.missing') }, typed)
    // Exactly as typed: spaces and signs may belong to a password.
    const password = typed.get('password')
    const filled = password === '' ? withErrors(parsed, { password: { key: 'staff.signIn.password.missing' } }) : parsed
    if (!filled.ok) return invalid(<SignInPage next={next} state={formState(filled)} />)
    const { email } = filled.value
    const keys = attemptKeys(services.siteKey, email, address)
    const pending = await proveFirst(tx, { email, password, device, keys })
    if (!pending)
      return refusedAndNoted(<SignInPage next={next} state={{ values: { email } }} refused />, {
        act: 'staff.sign-in',
        classes: ['account'],
      })
    return redirect(paths.code({ next: next === '/' ? undefined : next }), [
      { name: 'pending', value: pending, maxAge: PENDING_SECONDS },
    ])
  }),

  publicPage(paths.code, async ({ tx, cookies, query }) => {
    const next = ownPath(query.get('next') ?? '')
    if (!(await findPending(tx, cookies.get('pending')))) return redirect(paths.signIn({ next }))
    return show(<CodePage next={next} />)
  }),

  publicAct(paths.code, async (ctx) => {
    const token = ctx.cookies.get('pending')
    const pending = await findPending(ctx.tx, token)
    const next = ownPath(ctx.typed.get('next'))
    return pending ? confirm(ctx, { pending, token: token!, next }) : redirect(paths.signIn({ next }))
  }),

  publicAct(paths.signOut, async ({ tx, actor }) => {
    const cookies = [{ name: 'staff', value: '' }]
    if (actor.kind !== 'staff') return redirect(paths.signIn(), cookies)
    await endSession(tx, actor.sessionId)
    return seeOther(paths.signIn(), {
      did: { act: 'staff.sign-out', on: ['user', actor.id], classes: ['account'] },
      say: 'staff.signOut.done',
      cookies,
      forget: 'storage',
    })
  }),
]

async function confirm(
  { tx, typed, services, address }: Ctx,
  { pending, token, next }: { pending: Pending; token: string; next: string },
): Promise<Outcome> {
  const keys = attemptKeys(services.siteKey, pending.email, address)
  const recoveryHash = recoveryCodeHash(typed.get('recoveryCode'))
  const step = recoveryHash ? null : stepOf(services.vault, pending.userId, pending.factor, typed.get('code'))
  const session =
    step === null && recoveryHash === null ? undefined : await proveSecond(tx, token, { step, recoveryHash, keys })
  const did = { on: ['user', pending.userId] as [string, string], classes: ['account' as const] }
  if (!session) {
    if (step === null && recoveryHash === null) await noteFailure(tx, keys)
    return refusedAndNoted(<CodePage next={next} refused />, { act: 'staff.second-factor', ...did })
  }
  return seeOther(next, {
    did: { act: recoveryHash ? 'staff.sign-in-by-recovery-code' : 'staff.sign-in', ...did },
    ...(recoveryHash ? { say: 'staff.code.recoveryUsed' as const } : {}),
    cookies: [
      { name: 'staff', value: session },
      { name: 'pending', value: '' },
    ],
  })
}
