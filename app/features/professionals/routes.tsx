import type { Tx } from '../../shared/db/database.ts'
import { fields, formState, parseForm } from '../../shared/forms/forms.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { act, page } from '../../shared/http/doors.tsx'
import { forbidden, invalid, notFound, refused, seeOther, show } from '../../shared/http/outcome.ts'
import { writesClass } from '../mandates/classes.ts'
import { fullName } from '../people/person.ts'
import { findPerson } from '../people/store.ts'
import { ProfessionalsPage, type ProfessionalsView } from './pages/list.tsx'
import { paths } from './paths.ts'
import { mayList, mayStaff, namesRole } from './policy.ts'
import { takePart } from './rules.ts'
import { addProfessional, endProfessional, listEligible, listProfessionals } from './store.ts'
import { type AccompaniedSubject, findAccompanied } from './subject.ts'

const find = ({ tx, params }: { tx: Tx; params: { enrolmentId: string } }) => findAccompanied(tx, params.enrolmentId)

async function load(tx: Tx, actor: StaffActor, subject: AccompaniedSubject): Promise<ProfessionalsView | undefined> {
  const { enrolment } = subject
  const person = await findPerson(tx, enrolment.personId)
  if (!person) return undefined
  const professionals = await listProfessionals(tx, [enrolment.id])
  // Coordinators by their programme, the others by the class on a file that is open to them.
  const staffs = mayStaff.allows(actor, subject) && (subject.programme.isMine || writesClass(actor.role, 'follow-up'))
  const add = staffs && enrolment.endedOn === null
  return {
    ...subject,
    name: fullName(person),
    professionals,
    eligible: add ? (await listEligible(tx, enrolment)).filter((one) => namesRole(actor, one.role)) : [],
    endable: new Set(
      professionals
        .filter((p) => p.endedOn === null && ((staffs && namesRole(actor, p.role)) || p.userId === actor.id))
        .map((p) => p.id),
    ),
    can: { add },
  }
}

const did = (act: string, { enrolment }: AccompaniedSubject) => ({
  act,
  on: ['enrolment', enrolment.id] as [string, string],
  person: enrolment.personId,
  classes: ['attendance' as const],
})

export const routes = [
  page(paths.list, { policy: mayList, find }, async ({ tx, actor, subject }) => {
    const view = await load(tx, actor, subject)
    return view ? show(<ProfessionalsPage {...view} />, { read: did('professionals.list', subject) }) : notFound()
  }),

  act(paths.list, { policy: mayStaff, find }, async ({ tx, actor, typed, subject }) => {
    const view = await load(tx, actor, subject)
    if (!view) return notFound()
    const parsed = parseForm({ part: fields.text(40, 'forms.choose'), userId: fields.id() }, typed)
    if (!parsed.ok) return invalid(<ProfessionalsPage {...view} state={formState(parsed)} />)
    const decision = takePart({
      ...parsed.value,
      parts: subject.parts,
      eligible: view.eligible,
      running: view.professionals.filter((p) => p.endedOn === null),
      ended: subject.enrolment.endedOn !== null,
    })
    if (!decision.ok) return refused(<ProfessionalsPage {...view} state={formState(parsed)} refusal={decision} />)
    const { replaces, ...taken } = decision.value
    const before = view.professionals.find((p) => p.id === replaces)
    if (before && !view.endable.has(before.id)) return forbidden()
    const id = await addProfessional(tx, { enrolmentId: subject.enrolment.id, ...taken })
    // The new one comes in first: whoever hands over their own part may have shut the file for themselves.
    if (id === null || (before && !(await endProfessional(tx, before.id)))) return forbidden()
    if (before)
      return seeOther(before.userId === actor.id ? '/' : paths.list({ enrolmentId: subject.enrolment.id }), {
        did: did('professionals.replace', subject),
        say: 'professionals.replaced',
      })
    return seeOther(paths.list({ enrolmentId: subject.enrolment.id }), {
      did: did('professionals.add', subject),
      say: 'professionals.added',
    })
  }),

  act(paths.end, { policy: mayStaff, find }, async ({ tx, actor, params, subject }) => {
    const view = await load(tx, actor, subject)
    if (!view) return notFound()
    const ending = view.professionals.find((p) => p.id === params.professionalId)
    if (!ending) return notFound()
    if (ending.endedOn !== null)
      return refused(<ProfessionalsPage {...view} refusal={{ key: 'professionals.endedAlready' }} />)
    if (!view.endable.has(ending.id) || !(await endProfessional(tx, ending.id))) return forbidden()
    // Whoever ended their own part may have shut the file for themselves.
    const url = ending.userId === actor.id ? '/' : paths.list({ enrolmentId: subject.enrolment.id })
    return seeOther(url, { did: did('professionals.end', subject), say: 'professionals.endedNow' })
  }),
]
