import type { Tx } from '../../../shared/db/database.ts'
import { formState } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { type FieldClass, invalid, seeOther, show } from '../../../shared/http/outcome.ts'
import { staffLanguages } from '../../../shared/i18n/languages.ts'
import { writesClass } from '../../mandates/classes.ts'
import type { Person } from '../../people/person.ts'
import { findPerson } from '../../people/store.ts'
import type { Programme } from '../../programmes/programme.ts'
import { findProgramme, listProgrammes } from '../../programmes/store.ts'
import { PositioningPage } from '../pages/positioning.tsx'
import { paths } from '../paths.ts'
import { mayEditPositioning, mayReadPositioning } from '../policy.ts'
import { latestLevels } from '../positioning.ts'
import { parsePositioning, positioningValues } from '../positioning-form.ts'
import { savePositioning } from '../positioning-save.ts'
import { findEvaluationFacts, findSheet, listLevels } from '../positioning-store.ts'
import { listEnrolmentsOf } from '../store.ts'

const find = ({ tx, params }: { tx: Tx; params: { personId: string } }) => findPerson(tx, params.personId)

async function load(tx: Tx, actor: StaffActor, person: Person) {
  const history = await listLevels(tx, person.id)
  const levels = latestLevels(history)
  const sheet = await findSheet(tx, person.id)
  const facts = await findEvaluationFacts(tx, person.id)
  const languages = await languagesFor(
    tx,
    person,
    levels.map((l) => l.language),
  )
  const can = {
    identity: writesClass(actor.role, 'identity'),
    language: writesClass(actor.role, 'language'),
    facts: writesClass(actor.role, 'social-aid'),
  }
  return { person, history, positioning: { sheet, levels, facts, languages, can } }
}

/** Languages of the programmes they are in, and those of which a level is known; else those in which any programme works. */
async function languagesFor(tx: Tx, person: Person, known: string[]): Promise<string[]> {
  const enrolments = await listEnrolmentsOf(tx, person.id)
  const programmes: (Programme | undefined)[] = []
  for (const id of new Set(enrolments.map((e) => e.programmeId))) programmes.push(await findProgramme(tx, id))
  const wanted = enrolments.flatMap((e) => e.language ?? [])
  const all = [...wanted, ...programmes.flatMap((p) => p?.settings.languages ?? []), ...known]
  if (all.length > 0) return [...new Set(all)]
  const anywhere = (await listProgrammes(tx)).flatMap((p) => p.settings.languages)
  return anywhere.length > 0 ? [...new Set(anywhere)] : [...staffLanguages]
}

const classes = (can: { facts: boolean }): FieldClass[] => [
  'identity',
  'language',
  ...(can.facts ? (['social-aid'] as const) : []),
]

export const positioningRoutes = [
  page(paths.positioning, { policy: mayReadPositioning, find }, async ({ tx, actor, subject: person }) => {
    const view = await load(tx, actor, person)
    const { sheet, facts, levels, can } = view.positioning
    return show(
      <PositioningPage
        {...view}
        can={{ edit: mayEditPositioning.allows(actor, person) }}
        state={{ values: positioningValues(sheet, facts, levels) }}
      />,
      { read: { act: 'positioning.read', on: ['person', person.id], person: person.id, classes: classes(can) } },
    )
  }),

  act(paths.positioning, { policy: mayEditPositioning, find }, async ({ tx, actor, typed, today, subject: person }) => {
    const view = await load(tx, actor, person)
    const { sheet, facts, levels, languages, can } = view.positioning
    const parsed = parsePositioning(typed, { today, languages, known: levels })
    if (!parsed.ok) return invalid(<PositioningPage {...view} can={{ edit: true }} state={formState(parsed)} />)
    await savePositioning(tx, actor, person, { ...parsed.value, before: { sheet, facts } })
    return seeOther(paths.positioning({ personId: person.id }), {
      did: { act: 'positioning.edit', on: ['person', person.id], person: person.id, classes: classes(can) },
      say: 'referrals.positioning.saved',
    })
  }),
]
