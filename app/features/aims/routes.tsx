import type { Tx } from '../../shared/db/database.ts'
import { formState } from '../../shared/forms/forms.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../shared/http/doors.tsx'
import { type Did, invalid, notFound, seeOther, show } from '../../shared/http/outcome.ts'
import { type Enrolled, findEnrolled } from '../modules/subject.ts'
import { blueprintOf } from '../programmes/programme.ts'
import { findProgramme } from '../programmes/store.ts'
import { currentOf } from './aim.ts'
import { parseAim, parseResult } from './form.ts'
import { AimFiguresPage } from './pages/figures.tsx'
import { NewAimPage } from './pages/new.tsx'
import { AimsPage } from './pages/show.tsx'
import { paths } from './paths.ts'
import { mayCountAims, mayNoteAim, mayReadAims, mayShareAim } from './policy.ts'
import { rowsOf } from './rules.ts'
import { addAim, addResult, countAims, currentAim, listAims, shareAim } from './store.ts'

/** Programmes without aims have no such page. */
async function find({ tx, params }: { tx: Tx; params: { enrolmentId: string } }): Promise<Enrolled | undefined> {
  const found = await findEnrolled(tx, params.enrolmentId)
  return found?.blueprint.aims && found
}

const did = (name: string, { enrolment }: Enrolled): Did => ({
  act: `aims.${name}`,
  on: ['enrolment', enrolment.id],
  person: enrolment.personId,
  classes: ['follow-up'],
})

const viewOf = async ({ tx, actor, services }: Ctx<string, StaffActor>, subject: Enrolled) => ({
  ...subject,
  aims: await listAims(tx, services.vault, subject.enrolment.id),
  can: { share: mayShareAim.allows(actor, subject) },
})

export const routes = [
  page(paths.show, { policy: mayReadAims, find }, async (ctx) =>
    show(<AimsPage {...(await viewOf(ctx, ctx.subject))} />, { read: did('read', ctx.subject) }),
  ),

  page(paths.create, { policy: mayNoteAim, find }, async ({ tx, actor, services, subject }) => {
    const current = await currentAim(tx, services.vault, subject.enrolment.id)
    const canShare = mayShareAim.allows(actor, subject)
    return show(<NewAimPage {...subject} current={current} canShare={canShare} state={{}} />, {
      read: did('read', subject),
    })
  }),

  act(paths.create, { policy: mayNoteAim, find }, async ({ tx, actor, services, typed, today, subject }) => {
    const { enrolment, blueprint } = subject
    const current = await currentAim(tx, services.vault, enrolment.id)
    const kinds = blueprint.aims!.kinds.map(({ key }) => key)
    const parsed = parseAim(typed, { today, kinds, current })
    const canShare = mayShareAim.allows(actor, subject)
    if (!parsed.ok)
      return invalid(<NewAimPage {...subject} current={current} canShare={canShare} state={formState(parsed)} />)
    await addAim(tx, services.vault, actor, { enrolment, aim: parsed.value, today })
    return seeOther(paths.show({ enrolmentId: enrolment.id }), { did: did('add', subject), say: 'aims.saved' })
  }),

  act(paths.result, { policy: mayNoteAim, find }, async (ctx) => {
    const { tx, actor, services, typed, today, subject } = ctx
    const view = await viewOf(ctx, subject)
    const aim = currentOf(view.aims)
    if (!aim) return notFound()
    const parsed = parseResult(typed, { today, from: aim.on })
    if (!parsed.ok) return invalid(<AimsPage {...view} state={formState(parsed)} />)
    const { enrolment } = subject
    await addResult(tx, services.vault, actor, { enrolment, aimId: aim.id, result: parsed.value, today })
    return seeOther(paths.show({ enrolmentId: enrolment.id }), {
      did: did('result', subject),
      say: 'aims.result.saved',
    })
  }),

  act(paths.share, { policy: mayShareAim, find }, async ({ tx, params, typed, today, subject }) => {
    const agreed = typed.get('agreed') === 'yes'
    if (!(await shareAim(tx, { id: params.aimId, enrolmentId: subject.enrolment.id }, agreed ? today : null)))
      return notFound()
    return seeOther(paths.show({ enrolmentId: subject.enrolment.id }), {
      did: did('share', subject),
      say: agreed ? 'aims.shared' : 'aims.unshared',
    })
  }),

  page(
    paths.figures,
    {
      policy: mayCountAims,
      find: async ({ tx, params }) => {
        const programme = await findProgramme(tx, params.programmeId)
        return programme && blueprintOf(programme).aims && programme
      },
    },
    async ({ tx, subject: programme }) => {
      const { kinds } = blueprintOf(programme).aims!
      const counts = await countAims(tx, programme.id)
      const rows = rowsOf(
        kinds.map(({ key }) => key),
        counts,
      )
      return show(<AimFiguresPage programme={programme} kinds={kinds} rows={rows} />)
    },
  ),
]
