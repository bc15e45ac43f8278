/** A version for those who may read it, and the hand-over when the person asked a coach for it. */
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { notFound, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { StaffVersionPage } from '../pages/staff/behalf.tsx'
import { paths } from '../paths.ts'
import { mayDecideFor, mayReadVersion } from '../policy.ts'
import type { Profile } from '../profile.ts'
import { handingOver } from '../rules/deciding.ts'
import { findFrame, findProfile } from '../store/profiles.ts'
import { handOver, type ReadVersion, readVersion, receiverNames } from '../store/versions.ts'
import { loadWorkbook, workbookState } from '../store/workbook.ts'
import { didOn } from './own.tsx'
import { sendPdf, sendPrint } from './versions.tsx'

type Params = { profileId?: string; versionId?: string }

async function find({ tx, services, params }: Ctx): Promise<ReadVersion | undefined> {
  const { profileId, versionId = '' } = params as Params
  const version = await readVersion(tx, services.vault, versionId)
  return version?.profileId === profileId ? version : undefined
}
const spec = { policy: mayReadVersion, find }
const readOn = (act: string, { profileId, personId, id }: ReadVersion) => ({
  ...didOn(act, { id: profileId, personId, enrolmentId: '' }),
  on: ['profile-version', id] as [string, string],
})

async function viewOf(ctx: Pick<Ctx, 'tx' | 'services'>, actor: StaffActor, read: ReadVersion) {
  const profile = await findProfile(ctx.tx, read.profileId)
  const book = profile && (await loadWorkbook(ctx.tx, ctx.services.vault, profile))
  const version = book?.versions.find((v) => v.id === read.id)
  const frame = profile && (await findFrame(ctx.tx, profile.enrolmentId))
  const referrer = frame?.referrerId
  const paper = read.content.state === 'open' ? read.content.paper : null
  const newest = book?.versions.at(-1)?.id === read.id
  return {
    read,
    paper,
    name: paper?.personName ?? '',
    version,
    receiver: referrer ? ((await receiverNames(ctx.tx, [referrer])).get(referrer) ?? null) : null,
    can: {
      openProfile: profile !== undefined,
      handOver: profile !== undefined && mayDecideFor.allows(actor, profile) && newest && !version?.handOver,
    },
  }
}

export const versionRoutes = [
  page(paths.version, spec, async (ctx) =>
    show(<StaffVersionPage {...(await viewOf(ctx, ctx.actor, ctx.subject))} />, {
      read: readOn('readVersion', ctx.subject),
    }),
  ),
  page(paths.versionPdf, spec, async ({ query, subject }) =>
    sendPdf(
      subject,
      query,
      paths.versionPrint({ profileId: subject.profileId, versionId: subject.id }),
      readOn('printVersion', subject),
    ),
  ),
  page(paths.versionPrint, spec, async ({ subject }) =>
    sendPrint(
      subject,
      paths.version({ profileId: subject.profileId, versionId: subject.id }),
      readOn('printVersion', subject),
    ),
  ),
  act(
    paths.handOver,
    {
      policy: mayDecideFor,
      find: ({ tx, params }): Promise<Profile | undefined> => findProfile(tx, params.profileId),
    },
    async (ctx) => {
      const { tx, services, actor, params, typed, today, subject: profile } = ctx
      const read = await readVersion(tx, services.vault, params.versionId)
      const frame = await findFrame(tx, profile.enrolmentId)
      if (read?.profileId !== profile.id || !frame) return notFound()
      const book = await loadWorkbook(tx, services.vault, profile)
      const decision = handingOver(workbookState(book), book, {
        versionId: read.id,
        receiverId: frame.referrerId,
        today,
        days: frame.days,
        onBehalf: true,
        asked: typed.get('asked') === 'yes',
      })
      if (!decision.ok) return refused(<StaffVersionPage {...(await viewOf(ctx, actor, read))} refusal={decision} />)
      await handOver(tx, actor, profile, decision.value)
      return seeOther(paths.version({ profileId: profile.id, versionId: read.id }), {
        did: didOn('handOverFor', profile),
        say: 'profiles.behalf.handedOver',
      })
    },
  ),
]
