import type { Tx } from '../../../shared/db/database.ts'
import { formState } from '../../../shared/forms/forms.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { type Did, invalid, notFound, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { addDays, type PlainDate } from '../../../shared/time/dates.ts'
import { listCandidates as listCoaches } from '../../groups/store.ts'
import { blueprintOf } from '../../programmes/programme.ts'
import { findProgramme, listProgrammes } from '../../programmes/store.ts'
import { groupStudyOf } from '../../studies/store.ts'
import type { Composition } from '../composition.ts'
import { find, hold } from '../find.ts'
import { parseBasics, parseNew } from '../form.ts'
import { addOffer, lastOffers } from '../offers.store.ts'
import { CompositionsPage, ProgrammeCompositionsPage } from '../pages/list.tsx'
import { NewCompositionPage } from '../pages/new.tsx'
import { Proposal } from '../pages/proposal.tsx'
import { CompositionPage, type CompositionView } from '../pages/show.tsx'
import { paths } from '../paths.ts'
import { listPlans } from '../plans.store.ts'
import { mayCreate, mayEdit, mayList, mayListOf, mayRead } from '../policy.ts'
import { changing, clashesOf } from '../rules.ts'
import { searchesOf } from '../run.searches.ts'
import { findRunning } from '../runs.store.ts'
import { createComposition, listCompositions, saveComposition, setAside } from '../store.ts'
import { readSituation } from '../view.ts'

const findOwn = ({ tx, params }: { tx: Tx; params: { programmeId: string } }) => findProgramme(tx, params.programmeId)

/** What the page of a composition shows. */
export async function viewComposition(
  { tx, services }: Pick<Ctx, 'tx' | 'services'>,
  composition: Composition,
  more: Pick<CompositionView, 'refusal'> & Partial<Pick<CompositionView, 'state'>> = {},
): Promise<CompositionView> {
  const situation = await readSituation(tx, composition)
  const coaches = await listCoaches(tx, situation.programme)
  const can = { edit: changing(composition).ok }
  return {
    ...situation,
    coaches: new Map(coaches.map((one) => [one.id, one.name])),
    clashes: clashesOf(situation.offers),
    can,
    children: (
      <Proposal
        composition={composition}
        plans={await listPlans(tx, composition.id)}
        runningId={await searchUnderWay({ tx, services }, composition)}
        can={can}
      />
    ),
    state: { values: { name: composition.name, mode: composition.mode } },
    ...more,
  }
}

async function searchUnderWay({ tx, services }: Pick<Ctx, 'tx' | 'services'>, { id }: Composition) {
  return searchesOf(services.db).isSearching(id) ? (await findRunning(tx, id))?.id : undefined
}

/** Names and sheets of everybody who is a candidate are on the page. */
export const readOf = (composition: Composition): Did => ({
  act: 'compositions.read',
  on: ['composition', composition.id],
  classes: ['identity', 'language'],
})

/** Days from composing to the start that the forms begin with: a default of ours, time to write to people. */
export const usualNotice = 21

const newView = async (tx: Tx, programme: { id: string }) => ({
  lastOffers: (await lastOffers(tx, programme.id)).map((offer) => offer.name),
})

export const compositionRoutes = [
  page(paths.list, { policy: mayList }, async ({ tx }) => {
    const parts = []
    for (const programme of (await listProgrammes(tx)).filter((one) => one.isMine))
      parts.push({ programme, compositions: await listCompositions(tx, programme.id) })
    return show(<CompositionsPage parts={parts} />)
  }),

  page(paths.ofProgramme, { policy: mayListOf, find: findOwn }, async ({ tx, subject: programme }) =>
    show(<ProgrammeCompositionsPage programme={programme} compositions={await listCompositions(tx, programme.id)} />),
  ),

  page(paths.create, { policy: mayCreate, find: findOwn }, async ({ tx, today, subject: programme }) => {
    const wanted = blueprintOf(programme).group?.composition
    const view = await newView(tx, programme)
    const values = {
      mode: wanted === 'homogeneous' ? 'homogeneous' : 'mixed',
      takeOver: view.lastOffers.length > 0 ? 'yes' : '',
      start: addDays(today, usualNotice),
    }
    return show(<NewCompositionPage programme={programme} {...view} state={{ values }} />)
  }),

  act(paths.create, { policy: mayCreate, find: findOwn }, async ({ tx, actor, typed, today, subject: programme }) => {
    const parsed = parseNew(typed, today)
    if (!parsed.ok)
      return invalid(
        <NewCompositionPage programme={programme} {...(await newView(tx, programme))} state={formState(parsed)} />,
      )
    const { name, mode, takeOver, start } = parsed.value
    const last = takeOver ? await lastOffers(tx, programme.id) : []
    const id = await createComposition(tx, actor, { programmeId: programme.id, name, mode, today })
    // Where a study allocates methods, an offer has none, whatever the last ones had.
    const free = (await groupStudyOf(tx, programme.id)) === null ? {} : { method: null }
    for (const offer of last)
      await addOffer(tx, actor, { id, programmeId: programme.id }, { ...offer, ...free, startsOn: start as PlainDate })
    return seeOther(paths.show({ compositionId: id }), {
      did: { act: 'compositions.create', on: ['composition', id] },
      say: 'compositions.created',
    })
  }),

  page(paths.show, { policy: mayRead, find }, async (ctx) =>
    show(<CompositionPage {...(await viewComposition(ctx, ctx.subject))} />, { read: readOf(ctx.subject) }),
  ),

  act(paths.show, { policy: mayEdit, find }, async (ctx) => {
    const { tx, typed, subject: composition } = ctx
    const open = changing(composition)
    if (!open.ok) return refused(<CompositionPage {...(await viewComposition(ctx, composition, { refusal: open }))} />)
    const parsed = parseBasics(typed)
    if (!parsed.ok)
      return invalid(<CompositionPage {...(await viewComposition(ctx, composition, { state: formState(parsed) }))} />)
    if (!(await saveComposition(tx, composition.id, parsed.value))) return notFound()
    return seeOther(paths.show({ compositionId: composition.id }), {
      did: { act: 'compositions.edit', on: ['composition', composition.id] },
      say: 'compositions.saved',
    })
  }),

  act(paths.settingAside, { policy: mayEdit, find: hold }, async (ctx) => {
    const { tx, actor, subject: composition } = ctx
    const open = changing(composition)
    if (!open.ok) return refused(<CompositionPage {...(await viewComposition(ctx, composition, { refusal: open }))} />)
    await setAside(tx, actor, composition.id)
    return seeOther(paths.ofProgramme({ programmeId: composition.programmeId }), {
      did: { act: 'compositions.setAside', on: ['composition', composition.id] },
      say: 'compositions.setAside.done',
    })
  }),
]
