import { formState } from '../../../shared/forms/forms.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { readChanges, share } from '../../modules/store.ts'
import type { Enrolled } from '../../modules/subject.ts'
import { parseStability } from '../form.ts'
import { SharingPage } from '../pages/sharing.tsx'
import { ShowPage } from '../pages/show.tsx'
import { paths } from '../paths.ts'
import { mayRead, maySayStable, mayShare } from '../policy.ts'
import { sayStable } from '../store/index.ts'
import { findFollowUp } from '../subject.ts'
import { gather, type StaffCtx, viewFollowUp } from '../view.ts'
import { did } from './did.ts'

const sharable = ['appointment', 'procedure', 'situation', 'stability', 'rating'] as const

/** What the social service recorded, with whether it is shared. */
async function viewSharing(ctx: StaffCtx, enrolled: Enrolled) {
  const { enrolment, blueprint } = enrolled
  const all = await gather(ctx, enrolment.id)
  return { ...enrolled, ...all, changes: await readChanges(ctx.tx, ctx.services.vault, enrolment.id, blueprint) }
}

export const showRoutes = [
  page(paths.show, { policy: mayRead, find: findFollowUp }, async (ctx) =>
    // The timeline shows steps, reports and levels beside the follow-up.
    show(<ShowPage {...(await viewFollowUp(ctx, ctx.subject))} />, {
      read: { ...did('read', ctx.subject), classes: ['follow-up', 'attendance', 'language'] },
    }),
  ),

  act(paths.stability, { policy: maySayStable, find: findFollowUp }, async (ctx) => {
    const { tx, actor, typed, today, subject } = ctx
    const parsed = parseStability(typed)
    if (!parsed.ok) return invalid(<ShowPage {...(await viewFollowUp(ctx, subject))} state={formState(parsed)} />)
    const on = parsed.value.onDate ?? today
    if (on > today)
      return refused(<ShowPage {...(await viewFollowUp(ctx, subject))} refusal={{ key: 'followUps.refuse.future' }} />)
    await sayStable(tx, actor, subject.enrolment, { stable: parsed.value.stable === 'yes', on })
    return seeOther(paths.show({ enrolmentId: subject.enrolment.id }), {
      did: did('say-stable', subject),
      say: 'followUps.stability.saved',
    })
  }),

  page(paths.sharing, { policy: mayShare, find: findFollowUp }, async (ctx) =>
    show(<SharingPage {...(await viewSharing(ctx, ctx.subject))} />, { read: did('read', ctx.subject) }),
  ),

  // Every thing of the social service's is on the page: what is not ticked is not shared any more.
  act(paths.sharing, { policy: mayShare, find: findFollowUp }, async (ctx) => {
    const { tx, typed, subject } = ctx
    const view = await viewSharing(ctx, subject)
    const wanted = new Set(typed.all('shared'))
    const lists = {
      appointment: view.appointments,
      procedure: view.procedures,
      situation: view.situations,
      stability: view.stability,
      rating: view.changes.flatMap(({ ratings }) => ratings),
    }
    for (const what of sharable)
      for (const one of lists[what].filter(({ side }) => side === 'social')) {
        const agreed = wanted.has(`${what}:${one.id}`)
        if (agreed === (one.sharedOn !== null)) continue
        if (!(await share(tx, { what, id: one.id, agreed }))) return notFound()
      }
    return seeOther(paths.show({ enrolmentId: subject.enrolment.id }), {
      did: did('share', subject),
      say: 'followUps.sharing.saved',
    })
  }),
]
