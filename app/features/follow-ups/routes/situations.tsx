import { themeLabel } from '../../../data/carnet-de-bord/diagnosis.ts'
import { fields, formState, parseForm } from '../../../shared/forms/forms.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import type { Enrolled } from '../../modules/subject.ts'
import { isTheme, parseAims, parseSituations } from '../form.ts'
import { NotePage, SituationPage, ThemesPage } from '../pages/situations.tsx'
import { paths } from '../paths.ts'
import { mayActOnSituation, mayWrite, type OfSituation } from '../policy.ts'
import { isOpenSituation, settlingSituation } from '../rules/changes.ts'
import { chooseAims, endAim, listSituations, noteSituations, settleSituation } from '../store/index.ts'
import { findFollowUp, findOfSituation } from '../subject.ts'
import type { StaffCtx } from '../view.ts'
import { did, inWords } from './did.ts'

const viewNote = async ({ tx, services, words }: StaffCtx, enrolled: Enrolled, theme: string) => ({
  ...enrolled,
  theme,
  title: themeLabel(theme, words.lang),
  situations: await listSituations(tx, services.vault, enrolled.enrolment.id),
})

const viewSituation = ({ actor, words }: StaffCtx, of: OfSituation) => ({
  ...of,
  theme: themeLabel(of.situation.theme, words.lang),
  canAct: mayActOnSituation.allows(actor, of),
})

export const situationRoutes = [
  page(paths.situations, { policy: mayWrite, find: findFollowUp }, async (ctx) => {
    const theme = ctx.query.get('theme') ?? ''
    const read = did('read', ctx.subject)
    if (isTheme(theme)) return show(<NotePage {...(await viewNote(ctx, ctx.subject, theme))} state={{}} />, { read })
    const situations = await listSituations(ctx.tx, ctx.services.vault, ctx.subject.enrolment.id)
    return show(<ThemesPage {...ctx.subject} situations={situations} />, { read })
  }),

  act(paths.situations, { policy: mayWrite, find: findFollowUp }, async (ctx) => {
    const { tx, actor, typed, today, services, subject } = ctx
    const { enrolment } = subject
    const theme = typed.get('theme')
    if (!isTheme(theme)) return notFound()
    const parsed = parseSituations(typed)
    const view = await viewNote(ctx, subject, theme)
    if (!parsed.ok) return invalid(<NotePage {...view} state={formState(parsed)} />)
    const { situations, words, onDate } = parsed.value
    const on = onDate ?? today
    if (on > today)
      return invalid(
        <NotePage {...view} state={{ ...formState(parsed), errors: { onDate: { key: 'followUps.refuse.future' } } }} />,
      )
    // What stands there already is not noted twice (an old page, two devices).
    const open = new Set(view.situations.filter(({ settledOn }) => settledOn === null).map(({ code }) => code))
    const codes = situations.filter((code) => !open.has(code))
    const ids = await noteSituations(tx, services.vault, actor, enrolment, { theme, codes, words, on })
    return seeOther(paths.show({ enrolmentId: enrolment.id }), {
      did: ids.map((id) => did('note-situation', subject, ['situation', id])),
      say: { key: 'followUps.situations.noted', params: { count: ids.length } },
    })
  }),

  page(paths.situation, { policy: mayActOnSituation, find: findOfSituation }, async (ctx) =>
    show(<SituationPage {...viewSituation(ctx, ctx.subject)} />, { read: did('read', ctx.subject) }),
  ),

  act(paths.aims, { policy: mayActOnSituation, find: findOfSituation }, async (ctx) => {
    const { tx, actor, typed, today, subject } = ctx
    const { situation } = subject
    const parsed = parseAims(typed, situation.theme)
    const view = viewSituation(ctx, subject)
    if (!parsed.ok) return invalid(<SituationPage {...view} aimsForm={formState(parsed)} />)
    if (!isOpenSituation(situation))
      return refused(<SituationPage {...view} refusal={{ key: 'followUps.refuse.situationSettled' }} />)
    const { targets, actions, dueOn } = parsed.value
    await chooseAims(tx, actor, situation, { targets, actions, dueOn, on: today })
    return seeOther(paths.situation({ situationId: situation.id }), {
      did: did('choose-aims', subject, ['situation', situation.id]),
      say: 'followUps.aims.saved',
    })
  }),

  act(paths.aimOutcome, { policy: mayActOnSituation, find: findOfSituation }, async (ctx) => {
    const { tx, actor, typed, today, params, subject } = ctx
    const { situation } = subject
    const parsed = parseForm({ outcome: fields.choice(['done', 'dropped']) }, typed)
    if (!parsed.ok) return invalid(<SituationPage {...viewSituation(ctx, subject)} aimsForm={formState(parsed)} />)
    const aim = { id: params.aimId, situationId: situation.id }
    if (!(await endAim(tx, actor, aim, { outcome: parsed.value.outcome, on: today }))) return notFound()
    return seeOther(paths.situation({ situationId: situation.id }), {
      did: did('end-aim', subject, ['situation', situation.id]),
      say: 'followUps.aims.ended',
    })
  }),

  act(paths.settlement, { policy: mayActOnSituation, find: findOfSituation }, async (ctx) => {
    const { tx, actor, typed, today, subject, words } = ctx
    const { situation } = subject
    const parsed = parseForm({ onDate: fields.optionalDate() }, typed)
    const view = viewSituation(ctx, subject)
    if (!parsed.ok) return invalid(<SituationPage {...view} settleForm={formState(parsed)} />)
    const decision = settlingSituation(situation, { on: parsed.value.onDate ?? today, today })
    if (!decision.ok) return refused(<SituationPage {...view} refusal={inWords(decision, words)} />)
    if (!(await settleSituation(tx, actor, situation.id, decision.value))) return notFound()
    return seeOther(paths.show({ enrolmentId: situation.enrolmentId }), {
      did: did('settle-situation', subject, ['situation', situation.id]),
      say: 'followUps.situations.settled',
    })
  }),
]
