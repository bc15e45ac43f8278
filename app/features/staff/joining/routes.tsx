// What an invitation leads to: name and password, phone, codes. The token is in a cookie; the answers travel sealed.
import { fields, formState, parseForm, withErrors } from '../../../shared/forms/forms.ts'
import type { LinkActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page, publicPage } from '../../../shared/http/doors.tsx'
import { invalid, type Outcome, redirect, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { staffLanguages } from '../../../shared/i18n/languages.ts'
import type { InvitationDetails } from '../invitations/store.ts'
import { paths } from '../paths.ts'
import { mayAcceptInvitation } from '../policy.ts'
import {
  answersOf,
  type Confirmed,
  confirmPhone,
  keepAnswers,
  passwordErrors,
  type Started,
  signInWith,
  startSecrets,
} from './joining.ts'
import { JoinCodesPage, JoinPage, JoinPhonePage, LinkEndedPage } from './pages.tsx'
import { acceptInvitation, institutionOf, isOpenLink } from './store.ts'

const DAYS_7 = 7 * 24 * 3600

type Guest = Ctx<string, LinkActor>
type Answers<S extends Started = Started> = { name: string; language: string; secrets: S }

export const routes = [
  publicPage(paths.linkEnded, async () => show(<LinkEndedPage />)),

  publicPage(paths.openInvitation, async ({ tx, params }) =>
    (await isOpenLink(tx, params.token))
      ? redirect(paths.invitation(), [{ name: 'link', value: params.token, maxAge: DAYS_7 }])
      : redirect(paths.linkEnded()),
  ),

  page(paths.invitation, { policy: mayAcceptInvitation }, async (ctx) => {
    const values = { name: renewed(ctx.actor).name ?? '', language: ctx.words.lang }
    return show(await joinPage(ctx, { values }))
  }),

  act(paths.invitation, { policy: mayAcceptInvitation }, async (ctx): Promise<Outcome> => {
    switch (ctx.typed.get('stage')) {
      case 'phone':
        return phone(ctx)
      case 'codes':
        return join(ctx)
      default:
        return details(ctx)
    }
  }),
]

/** The account whose secrets the link renews, if it does. */
const renewed = ({ details }: LinkActor): { account?: string; name?: string } =>
  typeof details.account === 'string' ? { account: details.account, name: String(details.name ?? '') } : {}

async function details(ctx: Guest): Promise<Outcome> {
  const { tx, actor, typed, services } = ctx
  const { account } = renewed(actor)
  const parsed = parseForm(
    { name: fields.text(200, 'staff.name.missing'), language: fields.choice(staffLanguages) },
    typed,
  )
  const errors = passwordErrors(typed, [actor.audience, typed.get('name'), await institutionOf(tx, actor)])
  if (!parsed.ok || Object.keys(errors).length > 0)
    return invalid(await joinPage(ctx, formState(withErrors(parsed, errors))))
  const answers: Answers = { ...parsed.value, secrets: await startSecrets(typed.get('password'), account) }
  const sealed = keepAnswers(services.siteKey, `join/phone/${actor.id}`, answers)
  return show(<JoinPhonePage account={actor.audience} secret={answers.secrets.totpSecret} sealed={sealed} />)
}

async function phone(ctx: Guest): Promise<Outcome> {
  const { actor, typed, services } = ctx
  const answers = answersOf<Answers>(services.siteKey, `join/phone/${actor.id}`, typed)
  if (!answers) return refused(await joinPage(ctx, {}, true))
  const secrets = confirmPhone(answers.secrets, typed.get('code'))
  if (!secrets)
    return refused(
      <JoinPhonePage
        account={actor.audience}
        secret={answers.secrets.totpSecret}
        sealed={typed.get('answers')}
        refused
      />,
    )
  const sealed = keepAnswers(services.siteKey, `join/codes/${actor.id}`, { ...answers, secrets })
  return show(<JoinCodesPage account={actor.audience} codes={secrets.codes} sealed={sealed} />)
}

async function join(ctx: Guest): Promise<Outcome> {
  const { tx, actor, typed, services, device } = ctx
  const answers = answersOf<Answers<Confirmed>>(services.siteKey, `join/codes/${actor.id}`, typed)
  if (!answers) return refused(await joinPage(ctx, {}, true))
  const { secrets } = answers
  if (typed.get('noted') === '')
    return invalid(
      <JoinCodesPage account={actor.audience} codes={secrets.codes} sealed={typed.get('answers')} unticked />,
    )
  if (!(await acceptInvitation(tx, services.vault, answers))) return refused(<LinkEndedPage />)
  const token = await signInWith(tx, { email: actor.audience, device, ...secrets })
  return seeOther('/', {
    did: {
      act: renewed(actor).account ? 'staff.accept-renewal' : 'staff.join',
      on: ['user', secrets.userId],
      classes: ['account'],
    },
    say: 'staff.join.done',
    cookies: [
      { name: 'staff', value: token },
      { name: 'link', value: '' },
    ],
  })
}

async function joinPage({ tx, actor }: Guest, state: Parameters<typeof JoinPage>[0]['state'], tooLate = false) {
  return (
    <JoinPage
      email={actor.audience}
      role={(actor.details as InvitationDetails).role}
      institution={await institutionOf(tx, actor)}
      renews={renewed(actor).account !== undefined}
      state={state}
      tooLate={tooLate}
    />
  )
}
