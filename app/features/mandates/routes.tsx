import type { Tx } from '../../shared/db/database.ts'
import { fields, formState, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { act, page } from '../../shared/http/doors.tsx'
import { invalid, notFound, refused, seeOther, show } from '../../shared/http/outcome.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { FormState } from '../../shared/ui/index.ts'
import { paths as people } from '../people/paths.ts'
import { fullName, type Person } from '../people/person.ts'
import { findPerson } from '../people/store.ts'
import { EndRefusedPage, GiveMandatePage } from './pages/give.tsx'
import { paths } from './paths.ts'
import { mayEnd, mayGive } from './policy.ts'
import { ending } from './rules.ts'
import { endMandate, giveMandate, listColleagues, listMandatesOf } from './store.ts'

const find = ({ tx, params }: { tx: Tx; params: { personId: string } }) => findPerson(tx, params.personId)

export const routes = [
  page(paths.give, { policy: mayGive, find }, async ({ tx, actor, subject: person }) =>
    show(await givePage(tx, actor, person, {})),
  ),

  act(paths.give, { policy: mayGive, find }, async ({ tx, actor, typed, today, subject: person }) => {
    const parsed = parseMandate(typed, today)
    if (!parsed.ok) return invalid(await givePage(tx, actor, person, formState(parsed)))
    const id = await giveMandate(tx, person.id, parsed.value)
    if (!id) return refused(await givePage(tx, actor, person, formState(parsed), 'mandates.give.refused'))
    return seeOther(`${people.show({ personId: person.id })}#mandates`, {
      did: { act: 'mandates.give', on: ['mandate', id], person: person.id, classes: ['identity'] },
      say: 'mandates.given',
    })
  }),

  act(paths.end, { policy: mayEnd, find }, async ({ tx, actor, params, today, subject: person }) => {
    const all = await listMandatesOf(tx, person.id)
    const mandate = all.find((one) => one.id === params.mandateId)
    if (!mandate) return notFound()
    const { id: actorId, institutionId } = actor
    const decision = ending(mandate, { all, holder: person.institutionId, actorId, institutionId, today })
    if (!decision.ok) return refused(<EndRefusedPage personId={person.id} name={fullName(person)} refusal={decision} />)
    if (!(await endMandate(tx, mandate.id))) return notFound()
    const isOwn = mandate.professionalId === actor.id
    return seeOther(isOwn ? people.list() : `${people.show({ personId: person.id })}#mandates`, {
      did: { act: 'mandates.end', on: ['mandate', mandate.id], person: person.id, classes: ['identity'] },
      say: 'mandates.ended',
    })
  }),
]

async function givePage(tx: Tx, actor: StaffActor, person: Person, state: FormState, refusal?: string) {
  const colleagues = await listColleagues(tx, actor, await listMandatesOf(tx, person.id))
  return (
    <GiveMandatePage
      personId={person.id}
      name={fullName(person)}
      colleagues={colleagues}
      state={state}
      {...(refusal ? { refusal } : {})}
    />
  )
}

/** Who, why, and perhaps until when. */
function parseMandate(typed: Typed, today: PlainDate) {
  const parsed = parseForm(
    {
      colleagueId: fields.id('mandates.colleague.missing'),
      reason: fields.text(300, 'mandates.reason.missing'),
      until: fields.optionalDate(),
    },
    typed,
  )
  if (parsed.ok && parsed.value.until && parsed.value.until < today)
    return withErrors(parsed, { until: { key: 'mandates.until.past' } })
  return parsed
}
