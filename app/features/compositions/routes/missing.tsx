import { formState, Typed } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, redirect, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { writesClass } from '../../mandates/classes.ts'
import { findPerson } from '../../people/store.ts'
import { latestLevels } from '../../referrals/positioning.ts'
import { parsePositioning, positioningValues } from '../../referrals/positioning-form.ts'
import { savePositioning } from '../../referrals/positioning-save.ts'
import { findSheet, listLevels } from '../../referrals/positioning-store.ts'
import type { Composition } from '../composition.ts'
import { find } from '../find.ts'
import { languagesOf, type Question } from '../list.ts'
import { AskPage, type AskView, MissingPage } from '../pages/missing.tsx'
import { paths } from '../paths.ts'
import { mayEdit } from '../policy.ts'
import { changing } from '../rules.ts'
import { type AskedCandidate, readSituation } from '../view.ts'
import { readOf } from './compositions.tsx'

/** The names of the sheet's fields for what is missing; a level is asked in the language of the group, with where it comes from. */
function fieldsOf(missing: readonly Question[], language: string | undefined): Set<string> {
  const names = missing.flatMap((question): string[] => {
    switch (question) {
      case 'oral-reception':
      case 'oral-production':
      case 'reading':
      case 'writing':
        return [`level.${language}.${question}`, 'levelSource']
      default:
        return [question]
    }
  })
  return new Set(names)
}

async function load(
  { tx, params }: Pick<Ctx<string>, 'tx'> & { params: { enrolmentId: string } },
  composition: Composition,
  actor: StaffActor,
) {
  const situation = await readSituation(tx, composition)
  const candidate = situation.candidates.find((one) => one.enrolmentId === params.enrolmentId)
  if (!candidate) return undefined
  const { languages } = situation.programme.settings
  const sheet = await findSheet(tx, candidate.personId)
  const levels = latestLevels(await listLevels(tx, candidate.personId))
  const open = situation.candidates.filter((one) => one.missing.length > 0)
  const view: Omit<AskView, 'state'> = {
    composition,
    programme: situation.programme,
    candidate,
    left: open.length,
    next: nextOf(open, candidate)?.enrolmentId ?? null,
    asked: fieldsOf(candidate.missing, languagesOf(candidate, languages)[0]),
    positioning: {
      sheet,
      levels,
      facts: undefined,
      languages,
      can: {
        identity: writesClass(actor.role, 'identity'),
        language: writesClass(actor.role, 'language'),
        facts: false,
      },
    },
  }
  return view
}

/** Who comes after this person; after the last one those who were left out. */
const nextOf = (open: readonly AskedCandidate[], { enrolmentId, registeredOn }: AskedCandidate) => {
  const others = open.filter((one) => one.enrolmentId !== enrolmentId)
  const isAfter = (one: AskedCandidate) =>
    one.registeredOn > registeredOn || (one.registeredOn === registeredOn && one.enrolmentId > enrolmentId)
  return others.find(isAfter) ?? others[0]
}

export const missingRoutes = [
  page(paths.missing, { policy: mayEdit, find }, async ({ tx, subject: composition }) =>
    show(<MissingPage {...(await readSituation(tx, composition))} />, { read: readOf(composition) }),
  ),

  page(paths.ask, { policy: mayEdit, find }, async (ctx) => {
    const view = await load(ctx, ctx.subject, ctx.actor)
    if (!view) return notFound()
    const { composition, candidate } = view
    if (view.asked.size === 0) return redirect(paths.missing({ compositionId: composition.id }))
    return show(<AskPage {...view} state={{}} />, { read: { ...readOf(composition), person: candidate.personId } })
  }),

  act(paths.ask, { policy: mayEdit, find }, async (ctx) => {
    const { tx, actor, typed, today } = ctx
    const view = await load(ctx, ctx.subject, actor)
    if (!view) return notFound()
    const { composition, candidate, asked, positioning } = view
    const { sheet, levels, languages } = positioning
    const open = changing(composition)
    if (!open.ok) return refused(<AskPage {...view} state={{ values: typed.toValues() }} refusal={open} />)
    // What was not asked stays as it is on the sheet.
    const also = [...asked, 'birthYearWithheld', 'freeNow'].filter((name) => typed.has(name))
    const whole = Typed.of({
      ...positioningValues(sheet, undefined, levels),
      ...Object.fromEntries(also.map((name) => [name, typed.all(name)])),
    })
    const parsed = parsePositioning(whole, { today, languages, known: levels })
    if (!parsed.ok) return invalid(<AskPage {...view} state={{ ...formState(parsed), values: typed.toValues() }} />)
    const person = await findPerson(tx, candidate.personId)
    if (!person) return notFound()
    await savePositioning(tx, actor, person, { ...parsed.value, before: { sheet, facts: undefined } })
    const { compositionId, enrolmentId } = ctx.params
    const after = await load(ctx, composition, actor)
    const stays = after !== undefined && after.asked.size > 0 && !sameAsked(after.asked, asked)
    const to = stays
      ? paths.ask({ compositionId, enrolmentId })
      : view.next
        ? paths.ask({ compositionId, enrolmentId: view.next })
        : paths.missing({ compositionId })
    return seeOther(to, {
      did: { act: 'positioning.edit', on: ['person', person.id], person: person.id, classes: ['identity', 'language'] },
      say: 'compositions.ask.saved',
    })
  }),
]

/** New questions, such as the levels once the language is known, are asked of the same person at once. */
const sameAsked = (after: ReadonlySet<string>, before: ReadonlySet<string>) =>
  [...after].every((name) => before.has(name))
