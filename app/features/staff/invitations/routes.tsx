import type { Tx } from '../../../shared/db/database.ts'
import { fields, formState, type Parsed, parseForm } from '../../../shared/forms/forms.ts'
import { type StaffActor, staffRoles } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, type Outcome, refused, seeOther, show, showOnce } from '../../../shared/http/outcome.ts'
import { wordsIn } from '../../../shared/i18n/i18n.ts'
import { isLanguage, staffLanguages } from '../../../shared/i18n/languages.ts'
import type { Refusal } from '../../../shared/rules.ts'
import { rolesWithField } from '../accounts/account.ts'
import { findAccount, hasAccount } from '../accounts/store.ts'
import { listInstitutions } from '../institutions/store.ts'
import { paths } from '../paths.ts'
import { mayAdminister, mayInvite, mayLookAfter, mayRevokeInvitation } from '../policy.ts'
import { InvitedPage, InvitePage, RenewalPage } from './pages.tsx'
import { INVITATION_DAYS, inviting, renewing } from './rules.ts'
import { findInvitation, type InvitationDetails, isInvited, makeInvitation, revokeInvitation } from './store.ts'

type Admin = Ctx<string, StaffActor>

const shape = {
  email: fields.email(),
  institutionId: fields.id('staff.invite.institution.missing'),
  role: fields.choice(staffRoles),
  field: fields.optionalText(100),
  language: fields.choice(staffLanguages),
}
const findUser = ({ tx, params }: { tx: Tx; params: Record<'userId', string> }) => findAccount(tx, params.userId)

export const routes = [
  page(paths.invite, { policy: mayInvite }, async (ctx) =>
    show(await invitePage(ctx, { values: { institutionId: ctx.actor.institutionId, language: ctx.words.lang } })),
  ),

  act(paths.invite, { policy: mayInvite }, async (ctx): Promise<Outcome> => {
    const parsed = parseForm(shape, ctx.typed)
    if (!parsed.ok) return invalid(await invitePage(ctx, formState(parsed)))
    const { email, institutionId, role, language } = parsed.value
    const isKnown = (await invitable(ctx)).some(({ id }) => id === institutionId)
    if (!isKnown) return notFound()
    const facts = { email, hasAccount: await hasAccount(ctx.tx, email), isInvited: await isInvited(ctx.tx, email) }
    const decision = inviting(facts)
    if (!decision.ok) return refused(await invitePage(ctx, formState(parsed as Parsed<unknown>), decision))
    const field = rolesWithField.includes(role) ? parsed.value.field : null
    return invite(ctx, { email, institutionId, details: { role, field, language } })
  }),

  act(
    paths.revocation,
    {
      policy: mayRevokeInvitation,
      find: ({ tx, params }: { tx: Tx; params: Record<'invitationId', string> }) =>
        findInvitation(tx, params.invitationId),
    },
    async ({ tx, subject: invitation }) => {
      if (!(await revokeInvitation(tx, invitation.id))) return notFound()
      return seeOther(paths.list(), {
        did: { act: 'staff.revoke-invitation', on: ['link', invitation.id], classes: ['account'] },
        say: { key: 'staff.invitation.revoked', params: { email: invitation.email } },
      })
    },
  ),

  page(paths.renewal, { policy: mayAdminister, find: findUser }, async ({ subject: account }) =>
    show(<RenewalPage account={account} />),
  ),

  act(paths.renewal, { policy: mayAdminister, find: findUser }, async (ctx): Promise<Outcome> => {
    const { tx, subject: account, words } = ctx
    const { id, name, email, role, field, institutionId } = account
    const decision = renewing({ email, name, ended: account.endedOn !== null, isInvited: await isInvited(tx, email) })
    if (!decision.ok) return refused(<RenewalPage account={account} refusal={decision} />)
    const chosen = await tx.selectFrom('users').select('language').where('id', '=', id).executeTakeFirstOrThrow()
    const language = isLanguage(chosen.language) ? chosen.language : words.lang
    return invite(ctx, { email, institutionId, details: { role, field, language, account: id, name } })
  }),
]

/** Where the actor may let somebody in. */
const invitable = async ({ tx, actor }: Admin) =>
  (await listInstitutions(tx)).filter((institution) => mayLookAfter.allows(actor, institution))

async function invitePage(ctx: Admin, state: Parameters<typeof InvitePage>[0]['state'], refusal?: Refusal) {
  return <InvitePage institutions={await invitable(ctx)} state={state} refusal={refusal} />
}

/** Makes the link and sends it; without mail it is shown, once, to be copied. */
async function invite(
  { tx, actor, services }: Admin,
  invitation: { email: string; institutionId: string; details: InvitationDetails },
): Promise<Outcome> {
  const { id, token } = await makeInvitation(tx, actor, invitation)
  const link = services.publicUrl + paths.openInvitation({ token })
  const { t } = wordsIn(invitation.details.language)
  await services.mail?.({
    to: invitation.email,
    subject: t('staff.invitation.mail.subject'),
    text: t('staff.invitation.mail.text', { link, days: INVITATION_DAYS, from: actor.name }),
  })
  const did = {
    act: invitation.details.account ? 'staff.renew-access' : 'staff.invite',
    on: ['link', id] as [string, string],
    classes: ['account' as const],
  }
  if (services.mail)
    return seeOther(paths.list(), { did, say: { key: 'staff.invitation.sent', params: { email: invitation.email } } })
  return showOnce(<InvitedPage email={invitation.email} link={link} days={INVITATION_DAYS} />, { did })
}
