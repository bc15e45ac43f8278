import { findBlueprint } from '../../blueprints/blueprints.ts'
import type { Tx } from '../../shared/db/database.ts'
import { renderPdf } from '../../shared/documents/pdf.ts'
import { type FieldErrors, formState } from '../../shared/forms/forms.ts'
import type { Actor, StaffActor } from '../../shared/http/actor.ts'
import type { Ctx } from '../../shared/http/doors.tsx'
import { act, page } from '../../shared/http/doors.tsx'
import { type Did, download, invalid, notFound, refused, seeOther, show } from '../../shared/http/outcome.ts'
import { addStep as addPlanStep } from '../plans/store.ts'
import { fieldOf, parseDirection, parseEntry, parseMeasure } from './form.ts'
import type { HandOver, PassedOn } from './handover.ts'
import { DirectionPage } from './pages/direction.tsx'
import { HandOverListPage, type Shelf, shelves } from './pages/list.tsx'
import { PassedOnListPage, PassedOnPage } from './pages/passed-on.tsx'
import { HandOverPage, type HandOverView } from './pages/show.tsx'
import { paths } from './paths.ts'
import {
  mayAssign,
  mayDecide,
  mayEnter,
  mayList,
  mayListPassedOn,
  mayRead,
  mayReadPaper,
  mayReadPassedOn,
} from './policy.ts'
import { decide, enter, takeBack, waitingFor } from './rules.ts'
import {
  addStep,
  assignMeasure,
  blueprintIdOf,
  findHandOver,
  listEndedDirections,
  listHandOvers,
  listOfficers,
  listPassedOn,
  removeStep,
  startDirection,
} from './store.ts'
import { readVersionDocument, type VersionRead } from './version.ts'

const find = ({ tx, params }: { tx: Tx; params: { handOverId: string } }) => findHandOver(tx, params.handOverId)
const findPassed = async ({ tx, actor, params }: { tx: Tx; actor: Actor; params: { directionId: string } }) =>
  actor.kind === 'staff' ? (await listPassedOn(tx, actor.id, params.directionId))[0] : undefined

const didOn = (act: string, handOver: HandOver): Did => ({
  act,
  on: ['hand-over', handOver.id],
  person: handOver.person.id,
  classes: ['plan'],
})
const readOf = (what: string, on: [string, string], person: string, version: VersionRead | undefined): Did => ({
  act: what,
  on,
  person,
  classes: version ? ['plan', 'profile'] : ['plan'],
})

/** Everything the page of a hand-over shows, with what a rule said no to. */
async function handOverPage(
  ctx: Pick<Ctx, 'tx' | 'services'> & { actor: StaffActor },
  handOver: HandOver,
  refusal?: HandOverView['refusal'],
) {
  const version = await readVersionDocument(ctx.tx, ctx.services.vault, handOver.versionId)
  const view = (
    <HandOverPage
      handOver={handOver}
      version={version}
      ended={await listEndedDirections(ctx.tx, handOver.id)}
      viewerId={ctx.actor.id}
      can={{ enter: mayEnter.allows(ctx.actor, handOver), decide: mayDecide.allows(ctx.actor, handOver) }}
      refusal={refusal}
    />
  )
  return { view, version }
}

async function pdfOf(version: VersionRead | undefined, read: Did) {
  if (version?.content.state !== 'open') return notFound()
  const { document } = version.content
  const { bytes } = await renderPdf(document)
  return download(bytes, { contentType: 'application/pdf', name: `${document.title}.pdf`, read })
}

async function directionPage(ctx: Pick<Ctx, 'tx'> & { actor: StaffActor }, handOver: HandOver) {
  const blueprint = findBlueprint((await blueprintIdOf(ctx.tx, handOver.programmeId)) ?? '')
  const { to } = handOver
  return {
    handOver,
    offered: blueprint?.directions ?? [],
    officers: await listOfficers(ctx.tx),
    socialWorkers:
      to.id === ctx.actor.id
        ? [{ id: to.id, name: to.name }]
        : [
            { id: ctx.actor.id, name: ctx.actor.name },
            { id: to.id, name: to.name },
          ],
  }
}

const passedPage = async (ctx: Pick<Ctx, 'tx' | 'services'>, passed: PassedOn) =>
  passed.profilePassed ? readVersionDocument(ctx.tx, ctx.services.vault, passed.versionId) : undefined

export const routes = [
  page(paths.list, { policy: mayList }, async ({ tx, actor, query, today }) => {
    const handOvers = await listHandOvers(tx)
    const on: Record<Shelf, HandOver[]> = {
      open: handOvers.filter((h) => !h.direction),
      late: handOvers.filter((h) => waitingFor(h, today)?.late),
      closed: handOvers.filter((h) => h.direction),
      all: handOvers,
    }
    const shelf = shelves.find((key) => key === query.get('shelf')) ?? 'open'
    const counts = Object.fromEntries(shelves.map((key) => [key, on[key].length])) as Record<Shelf, number>
    return show(
      <HandOverListPage
        handOvers={on[shelf]}
        shelf={shelf}
        counts={counts}
        isCoordinator={actor.role === 'coordinator'}
      />,
      { read: { act: 'hand-overs.list', classes: ['plan'] } },
    )
  }),

  page(paths.show, { policy: mayRead, find }, async (ctx) => {
    const { subject } = ctx
    const { view, version } = await handOverPage(ctx, subject)
    return show(view, { read: readOf('hand-overs.read', ['hand-over', subject.id], subject.person.id, version) })
  }),

  page(paths.pdf, { policy: mayReadPaper, find }, async ({ tx, services, subject }) => {
    const version = await readVersionDocument(tx, services.vault, subject.versionId)
    return pdfOf(version, readOf('hand-overs.pdf', ['hand-over', subject.id], subject.person.id, version))
  }),

  act(paths.enter, { policy: mayEnter, find }, async (ctx) => {
    const { tx, actor, typed, subject, today } = ctx
    const parsed = parseEntry(typed)
    const decision = parsed.ok
      ? enter(subject, parsed.value.kind, parsed.value.onDate ?? today, today)
      : { ok: false as const, key: Object.values(parsed.errors)[0]!.key, params: {} }
    if (!decision.ok) return refused((await handOverPage(ctx, subject, { reason: decision })).view)
    const { kind, onDate } = decision.value
    const stepId = await addStep(tx, actor, subject, { kind, onDate })
    return seeOther(paths.show({ handOverId: subject.id }), {
      did: didOn(`hand-overs.${kind}`, subject),
      say: { key: `handovers.said.${kind}`, undo: paths.takeBack({ handOverId: subject.id, stepId }) },
    })
  }),

  act(paths.takeBack, { policy: mayEnter, find }, async (ctx) => {
    const { tx, actor, params, subject } = ctx
    if (!subject.steps.some((step) => step.id === params.stepId)) return notFound()
    const decision = takeBack(subject, params.stepId, actor.id)
    if (!decision.ok) return refused((await handOverPage(ctx, subject, { reason: decision })).view)
    if (!(await removeStep(tx, params.stepId))) return notFound()
    return seeOther(paths.show({ handOverId: subject.id }), {
      did: didOn('hand-overs.takeBack', subject),
      say: 'handovers.said.takenBack',
    })
  }),

  page(paths.direction, { policy: mayDecide, find }, async (ctx) => {
    const { subject } = ctx
    if (subject.steps.at(-1)?.kind !== 'talk-held')
      return refused((await handOverPage(ctx, subject, { reason: { key: 'handovers.refused.noTalk' } })).view)
    return show(<DirectionPage {...(await directionPage(ctx, subject))} state={{}} />)
  }),

  act(paths.direction, { policy: mayDecide, find }, async (ctx) => {
    const { tx, actor, typed, subject, today } = ctx
    const view = await directionPage(ctx, subject)
    const parsed = parseDirection(typed, view, today)
    if (!parsed.ok) return invalid(<DirectionPage {...view} state={formState(parsed)} />)
    const decision = decide(subject, view.offered, parsed.value.answer, today)
    if (!decision.ok) {
      const field = fieldOf(decision.key)
      if (!field) return refused((await handOverPage(ctx, subject, { reason: decision })).view)
      const errors: FieldErrors = { [field]: decision }
      return invalid(<DirectionPage {...view} state={{ values: typed.toValues(), errors }} />)
    }
    const directionId = await startDirection(tx, actor, subject, decision.value, today)
    for (const step of parsed.value.steps)
      await addPlanStep(tx, actor, subject.person.id, { ...step, enrolmentId: subject.enrolmentId }, today)
    return seeOther(paths.show({ handOverId: subject.id }), {
      did: {
        act: subject.direction ? 'directions.change' : 'directions.decide',
        on: ['direction', directionId],
        person: subject.person.id,
        classes: decision.value.profileGoes ? ['plan', 'profile'] : ['plan'],
      },
      say: decision.value.takenUp.by === 'officer' ? 'handovers.said.passedOn' : 'handovers.said.directed',
    })
  }),

  page(paths.passedOn, { policy: mayListPassedOn }, async ({ tx, actor }) =>
    show(<PassedOnListPage passedOn={await listPassedOn(tx, actor.id)} />, {
      read: { act: 'passed-on.list', classes: ['plan'] },
    }),
  ),

  page(paths.passedOnOne, { policy: mayReadPassedOn, find: findPassed }, async (ctx) => {
    const { subject } = ctx
    const version = await passedPage(ctx, subject)
    return show(<PassedOnPage passed={subject} version={version} state={{}} />, {
      read: readOf('passed-on.read', ['direction', subject.directionId], subject.person.id, version),
    })
  }),

  page(paths.passedOnPdf, { policy: mayReadPassedOn, find: findPassed }, async (ctx) => {
    const { subject } = ctx
    const version = await passedPage(ctx, subject)
    return pdfOf(version, readOf('passed-on.pdf', ['direction', subject.directionId], subject.person.id, version))
  }),

  act(paths.assign, { policy: mayAssign, find: findPassed }, async (ctx) => {
    const { tx, actor, typed, subject, today } = ctx
    const parsed = parseMeasure(typed)
    if (!parsed.ok)
      return invalid(
        <PassedOnPage passed={subject} version={await passedPage(ctx, subject)} state={formState(parsed)} />,
      )
    await assignMeasure(tx, actor, subject, parsed.value, today)
    return seeOther(paths.passedOnOne({ directionId: subject.directionId }), {
      did: {
        act: 'measures.assign',
        on: ['direction', subject.directionId],
        person: subject.person.id,
        classes: ['plan'],
      },
      say: 'handovers.said.assigned',
    })
  }),
]
