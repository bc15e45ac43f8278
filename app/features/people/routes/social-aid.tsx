import type { Tx } from '../../../shared/db/database.ts'
import { fields, formState, type Parsed, parseForm, type Typed, withErrors } from '../../../shared/forms/forms.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { type Did, invalid, seeOther, show } from '../../../shared/http/outcome.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import { SensitivePage, SocialAidPage } from '../pages/social-aid.tsx'
import { paths } from '../paths.ts'
import { fullName, type Person } from '../person.ts'
import { mayEditSocialAid, maySeeSensitive } from '../policy.ts'
import {
  readSensitive,
  readSocialAid,
  type SocialAid,
  saveSensitive,
  saveSocialAid,
  vocationalTraining,
  yearsOutOfWork,
} from '../social-aid.store.ts'
import { findPerson } from '../store.ts'

const find = ({ tx, params }: { tx: Tx; params: { personId: string } }) => findPerson(tx, params.personId)
const given = (person: Person) => ({ personId: person.id, name: fullName(person) })
const did = (act: string, person: Person, classes: Did['classes']): Did => ({
  act,
  on: ['person', person.id],
  person: person.id,
  ...(classes ? { classes } : {}),
})

export const socialAidRoutes = [
  page(paths.socialAid, { policy: mayEditSocialAid, find }, async ({ tx, subject: person }) => {
    const aid = await readSocialAid(tx, person.id)
    const values = Object.fromEntries(Object.entries(aid).map(([name, value]) => [name, value ?? '']))
    return show(<SocialAidPage {...given(person)} state={{ values }} />, {
      read: did('people.readSocialAid', person, ['social-aid']),
    })
  }),

  act(paths.socialAid, { policy: mayEditSocialAid, find }, async ({ tx, actor, typed, today, subject: person }) => {
    const parsed = parseSocialAid(typed, today)
    if (!parsed.ok) return invalid(<SocialAidPage {...given(person)} state={formState(parsed)} />)
    await saveSocialAid(tx, actor, person.id, parsed.value)
    return seeOther(paths.show({ personId: person.id }), {
      did: did('people.editSocialAid', person, ['social-aid']),
      say: 'people.socialAid.saved',
    })
  }),

  page(paths.sensitive, { policy: maySeeSensitive, find }, async ({ tx, services, subject: person }) => {
    const found = Object.entries(await readSensitive(tx, services.vault, person.id))
    const values = Object.fromEntries(found.map(([name, one]) => [name, one?.state === 'open' ? one.text : '']))
    const closed = [...new Set(found.flatMap(([, one]) => (one && one.state !== 'open' ? [one.state] : [])))]
    return show(<SensitivePage {...given(person)} state={{ values }} closed={closed} />, {
      read: did('people.readSensitive', person, ['health', 'residence']),
    })
  }),

  act(paths.sensitive, { policy: maySeeSensitive, find }, async ({ tx, actor, typed, services, subject: person }) => {
    const parsed = parseForm(
      { health: fields.optionalText(4_000), permit: fields.optionalText(60), validUntil: fields.optionalDate() },
      typed,
    )
    if (!parsed.ok) return invalid(<SensitivePage {...given(person)} state={formState(parsed)} closed={[]} />)
    await saveSensitive(tx, services.vault, actor, person.id, parsed.value)
    return seeOther(paths.show({ personId: person.id }), {
      did: did('people.editSensitive', person, ['health', 'residence']),
      say: 'people.socialAid.saved',
    })
  }),
]

function parseSocialAid(typed: Typed, today: PlainDate): Parsed<SocialAid> {
  const parsed = parseForm(
    {
      reference: fields.optionalText(60),
      firstAidOn: fields.optionalDate(),
      yearsOutOfWork: fields.optionalChoice(yearsOutOfWork),
      vocationalTraining: fields.optionalChoice(vocationalTraining),
    },
    typed,
  )
  if (parsed.ok && parsed.value.firstAidOn && parsed.value.firstAidOn > today)
    return withErrors(parsed, { firstAidOn: { key: 'people.firstAidOn.future' } })
  return parsed
}
