// Password, phone, codes: each asks for a fresh second factor first (the policy says so).

import type { FieldErrors } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { invalid, type Outcome, refused, refusedAndNoted, seeOther, show } from '../../../shared/http/outcome.ts'
import { attemptKeys } from '../../../shared/secrets/attempt-keys.ts'
import { newRecoveryCodes } from '../../../shared/secrets/recovery-codes.ts'
import { newTotpSecret, verifyTotp } from '../../../shared/secrets/totp.ts'
import { answersOf, keepAnswers, passwordErrors } from '../joining/joining.ts'
import { ownPath } from '../own-path.ts'
import { paths } from '../paths.ts'
import { mayChangeOwnSecrets, mayKeepOwnAccount } from '../policy.ts'
import { sealFactor, stepOf } from '../second-factor.ts'
import { isBlocked, noteFailure } from '../sign-in/store.ts'
import { ConfirmationPage, NewCodesPage, NewPhonePage, PasswordPage } from './secrets.pages.tsx'
import {
  changePassword,
  getOwnAccount,
  getOwnFactor,
  isOwnPassword,
  renewFactor,
  replaceFactor,
  replaceRecoveryCodes,
} from './store.ts'

type Own = Ctx<string, StaffActor>
const did = (act: string, { id }: StaffActor) => ({
  act,
  on: ['user', id] as [string, string],
  classes: ['account' as const],
})

export const routes = [
  page(paths.confirmation, { policy: mayKeepOwnAccount }, async ({ query }) =>
    show(<ConfirmationPage next={ownPath(query.get('next') ?? '')} />),
  ),
  act(paths.confirmation, { policy: mayKeepOwnAccount }, async (ctx): Promise<Outcome> => {
    const { tx, actor, typed, services, address } = ctx
    const next = ownPath(typed.get('next'))
    const { email } = await getOwnAccount(tx, actor)
    const keys = attemptKeys(services.siteKey, email, address)
    const step = stepOf(services.vault, actor.id, await getOwnFactor(tx), typed.get('code'))
    const confirmed = step !== null && !(await isBlocked(tx, keys)) && (await renewFactor(tx, step))
    if (!confirmed) {
      await noteFailure(tx, keys)
      return refusedAndNoted(<ConfirmationPage next={next} refused />, did('account.confirm', actor))
    }
    return seeOther(next, { did: did('account.confirm', actor) })
  }),

  page(paths.password, { policy: mayChangeOwnSecrets }, async () => show(<PasswordPage />)),
  act(paths.password, { policy: mayChangeOwnSecrets }, async (ctx): Promise<Outcome> => {
    const { tx, actor, typed, services, address } = ctx
    const { email, name, institution } = await getOwnAccount(tx, actor)
    const errors = passwordErrors(typed, [email, name, institution])
    if (Object.keys(errors).length > 0) return invalid(<PasswordPage errors={errors} />)
    const keys = attemptKeys(services.siteKey, email, address)
    if (!(await isOwnPassword(tx, email, typed.get('current'), keys))) {
      const wrong: FieldErrors = { current: { key: 'staff.password.current.wrong' } }
      return refusedAndNoted(<PasswordPage errors={wrong} />, did('account.change-password', actor))
    }
    await changePassword(tx, typed.get('password'))
    return seeOther(paths.account(), { did: did('account.change-password', actor), say: 'staff.password.changed' })
  }),

  page(paths.phone, { policy: mayChangeOwnSecrets }, async (ctx) => show(await phonePage(ctx, newTotpSecret()))),
  act(paths.phone, { policy: mayChangeOwnSecrets }, async (ctx): Promise<Outcome> => {
    const { tx, actor, typed, services } = ctx
    const secret = answersOf<string>(services.siteKey, `phone/${actor.id}`, typed)
    if (!secret) return refused(await phonePage(ctx, newTotpSecret(), true))
    const step = verifyTotp(secret, typed.get('code'), Date.now())
    if (step === null) return refused(await phonePage(ctx, secret, true))
    await replaceFactor(tx, sealFactor(services.vault, actor.id, secret), step)
    return seeOther(paths.account(), { did: did('account.change-phone', actor), say: 'staff.phone.changed' })
  }),

  page(paths.recoveryCodes, { policy: mayChangeOwnSecrets }, async (ctx) =>
    show(await codesPage(ctx, newRecoveryCodes())),
  ),
  act(paths.recoveryCodes, { policy: mayChangeOwnSecrets }, async (ctx): Promise<Outcome> => {
    const { tx, actor, typed, services } = ctx
    const codes = answersOf<string[]>(services.siteKey, `codes/${actor.id}`, typed)
    if (!codes) return refused(await codesPage(ctx, newRecoveryCodes(), true))
    if (typed.get('noted') === '') return invalid(await codesPage(ctx, codes, true))
    await replaceRecoveryCodes(tx, codes)
    return seeOther(paths.account(), { did: did('account.new-recovery-codes', actor), say: 'staff.codes.changed' })
  }),
]

async function phonePage({ tx, actor, services }: Own, secret: string, wrong = false) {
  const { email } = await getOwnAccount(tx, actor)
  const answers = keepAnswers(services.siteKey, `phone/${actor.id}`, secret)
  return <NewPhonePage account={email} secret={secret} answers={answers} refused={wrong} />
}

/** The codes become valid only when they are on paper; until then the old ones work. */
async function codesPage({ tx, actor, services }: Own, codes: string[], unticked = false) {
  const { email } = await getOwnAccount(tx, actor)
  const answers = keepAnswers(services.siteKey, `codes/${actor.id}`, codes)
  return <NewCodesPage account={email} codes={codes} answers={answers} unticked={unticked} />
}
