import type { Tx } from '../../shared/db/database.ts'
import { fields, formState, parseForm } from '../../shared/forms/forms.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../shared/http/doors.tsx'
import { type Did, invalid, notFound, refused, seeOther, show } from '../../shared/http/outcome.ts'
import type { Refusal } from '../../shared/rules.ts'
import { seesClass } from '../mandates/classes.ts'
import { blueprintOf, type Programme } from '../programmes/programme.ts'
import { findProgramme, saveSettings } from '../programmes/store.ts'
import { parseRatings, parseSettings } from './form.ts'
import { RatePage } from './pages/rate.tsx'
import { ModuleSettingsPage } from './pages/settings.tsx'
import { ModulesPage } from './pages/show.tsx'
import { paths } from './paths.ts'
import { mayJoin, mayRate, mayRead, mayReadSettings, maySet } from './policy.ts'
import { joining, leaving, rating, standingOf } from './rules.ts'
import { addMembership, addRating, countMembers, endMembership, listMemberships, readChanges } from './store.ts'
import { type Enrolled, findEnrolled, type InModule } from './subject.ts'
import { viewModules } from './view.ts'

type StaffCtx = Ctx<string, StaffActor>

/** Programmes without modules have no such page. */
async function find({ tx, params }: { tx: Tx; params: { enrolmentId: string } }): Promise<Enrolled | undefined> {
  const found = await findEnrolled(tx, params.enrolmentId)
  return found?.blueprint.modules && found
}
async function findModule(ctx: {
  tx: Tx
  params: { enrolmentId: string; module: string }
}): Promise<InModule | undefined> {
  const found = await find(ctx)
  const module = found?.blueprint.modules?.find(({ key }) => key === ctx.params.module)
  return found && module && { ...found, module }
}
async function findSettings({ tx, params }: { tx: Tx; params: { programmeId: string } }) {
  const programme = await findProgramme(tx, params.programmeId)
  return programme && blueprintOf(programme).modules && programme
}

const viewOf = async ({ tx, actor, today, services }: StaffCtx, enrolled: Enrolled) => ({
  ...enrolled,
  modules: await viewModules(tx, services.vault, actor, enrolled, today),
})

/** The reason with its date as the reader writes dates. */
export const inWords = (refusal: Refusal, words: StaffCtx['words']) => ({
  key: refusal.key,
  params: Object.fromEntries(
    Object.entries(refusal.params).map(([name, value]) => [name, name === 'date' ? words.date(String(value)) : value]),
  ),
})

const did = (act: string, { enrolment }: Enrolled, classes: Did['classes']): Did => ({
  act: `modules.${act}`,
  on: ['enrolment', enrolment.id],
  person: enrolment.personId,
  classes,
})

export const routes = [
  page(paths.show, { policy: mayRead, find }, async (ctx) =>
    show(<ModulesPage {...(await viewOf(ctx, ctx.subject))} />, {
      read: did(
        'read',
        ctx.subject,
        seesClass(ctx.actor.role, 'follow-up') ? ['attendance', 'follow-up'] : ['attendance'],
      ),
    }),
  ),

  act(paths.join, { policy: mayJoin, find: findModule }, async (ctx) => {
    const { tx, actor, typed, today, subject } = ctx
    const { module, enrolment, programme } = subject
    const parsed = parseForm({ from: fields.optionalDate() }, typed)
    if (!parsed.ok)
      return invalid(
        <ModulesPage {...(await viewOf(ctx, subject))} state={{ ...formState(parsed), module: module.key }} />,
      )
    const decision = joining(module, {
      openings: programme.settings.moduleOpenings,
      memberships: await listMemberships(tx, enrolment.id),
      enrolmentEndedOn: enrolment.endedOn,
      from: parsed.value.from ?? today,
      today,
    })
    if (!decision.ok)
      return refused(<ModulesPage {...(await viewOf(ctx, subject))} refusal={inWords(decision, ctx.words)} />)
    await addMembership(tx, actor, enrolment, { module: module.key, from: decision.value })
    return seeOther(`${paths.show({ enrolmentId: enrolment.id })}#${module.key}`, {
      did: did('join', subject, ['attendance']),
      say: 'modules.joined',
    })
  }),

  act(paths.leave, { policy: mayJoin, find: findModule }, async (ctx) => {
    const { tx, actor, typed, today, subject } = ctx
    const { module, enrolment } = subject
    const parsed = parseForm({ until: fields.optionalDate() }, typed)
    if (!parsed.ok)
      return invalid(
        <ModulesPage {...(await viewOf(ctx, subject))} state={{ ...formState(parsed), module: module.key }} />,
      )
    const membership = (await listMemberships(tx, enrolment.id)).find(
      (one) => one.module === module.key && one.until === null,
    )
    if (!membership) return notFound()
    const decision = leaving(membership, parsed.value.until ?? today, today)
    if (!decision.ok)
      return refused(<ModulesPage {...(await viewOf(ctx, subject))} refusal={inWords(decision, ctx.words)} />)
    if (!(await endMembership(tx, actor, membership.id, decision.value))) return notFound()
    return seeOther(`${paths.show({ enrolmentId: enrolment.id })}#${module.key}`, {
      did: did('leave', subject, ['attendance']),
      say: 'modules.left',
    })
  }),

  page(paths.rate, { policy: mayRate, find: findModule }, async (ctx) =>
    show(<RatePage {...(await viewRate(ctx, ctx.subject))} state={{}} />, {
      read: did('read', ctx.subject, ['follow-up']),
    }),
  ),

  act(paths.rate, { policy: mayRate, find: findModule }, async (ctx) => {
    const { tx, actor, typed, today, services, subject } = ctx
    const { module, enrolment } = subject
    const parsed = parseRatings(module, typed, today)
    if (!parsed.ok) return invalid(<RatePage {...(await viewRate(ctx, subject))} state={formState(parsed)} />)
    const { on, rated } = parsed.value
    const decision = rating(await listMemberships(tx, enrolment.id), { module: module.key, on, today })
    if (!decision.ok)
      return refused(
        <RatePage
          {...(await viewRate(ctx, subject))}
          state={formState(parsed)}
          refusal={inWords(decision, ctx.words)}
        />,
      )
    for (const one of rated) await addRating(tx, services.vault, actor, enrolment, { module: module.key, on, ...one })
    return seeOther(`${paths.show({ enrolmentId: enrolment.id })}#${module.key}`, {
      did: did('rate', subject, ['follow-up']),
      say: { key: 'modules.rated', params: { count: rated.length } },
    })
  }),

  page(paths.settings, { policy: mayReadSettings, find: findSettings }, async (ctx) =>
    show(<ModuleSettingsPage {...(await viewSettings(ctx, ctx.subject))} />),
  ),

  act(paths.settings, { policy: maySet, find: findSettings }, async (ctx) => {
    const { tx, typed, subject: programme } = ctx
    const blueprint = blueprintOf(programme)
    const planned = (blueprint.modules ?? []).filter(({ state }) => state === 'planned')
    const parsed = parseSettings(planned, blueprint.followUp !== undefined, typed)
    if (!parsed.ok)
      return invalid(<ModuleSettingsPage {...(await viewSettings(ctx, programme))} state={formState(parsed)} />)
    const { moduleOpenings, followUp } = parsed.value
    const settings = { ...programme.settings, moduleOpenings, ...(followUp && { followUp }) }
    if (!(await saveSettings(tx, programme.id, settings))) return notFound()
    return seeOther(paths.settings({ programmeId: programme.id }), {
      did: { act: 'modules.set', on: ['programme', programme.id] },
      say: 'modules.settings.saved',
    })
  }),
]

async function viewRate({ tx, services }: StaffCtx, subject: InModule) {
  const changes = await readChanges(tx, services.vault, subject.enrolment.id, subject.blueprint)
  return { ...subject, changes: changes.filter((change) => change.module.key === subject.module.key) }
}

async function viewSettings({ tx, actor, today }: StaffCtx, programme: Programme) {
  const blueprint = blueprintOf(programme)
  const { moduleOpenings, followUp = blueprint.followUp } = programme.settings
  const members = await countMembers(tx, programme.id)
  return {
    programme,
    modules: (blueprint.modules ?? []).map((module) => ({
      module,
      standing: standingOf(module, moduleOpenings, today),
      members: members.get(module.key) ?? 0,
    })),
    rhythm: followUp,
    canSet: maySet.allows(actor, programme),
    state: {
      values: {
        ...Object.fromEntries(Object.entries(moduleOpenings ?? {}).map(([key, day]) => [`opensOn.${key}`, day])),
        ...(followUp && {
          stableMonths: String(followUp.stableMonths),
          otherwiseWeeks: String(followUp.otherwiseWeeks),
        }),
      },
    },
  }
}
