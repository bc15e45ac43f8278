import type { Tx } from '../../../shared/db/database.ts'
import { formState } from '../../../shared/forms/forms.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, seeOther, show } from '../../../shared/http/outcome.ts'
import { paths } from '../paths.ts'
import { mayAddInstitution, mayChangeInstitution, mayListInstitutions } from '../policy.ts'
import { parseInstitution } from './form.ts'
import { EditInstitutionPage, InstitutionsPage } from './pages.tsx'
import { addInstitution, findInstitution, listInstitutions, saveInstitution } from './store.ts'

const find = ({ tx, params }: { tx: Tx; params: Record<'institutionId', string> }) =>
  findInstitution(tx, params.institutionId)

export const routes = [
  page(paths.institutions, { policy: mayListInstitutions }, async ({ tx, actor }) => {
    const institutions = await listInstitutions(tx)
    const mine = institutions.filter((one) => mayChangeInstitution.allows(actor, one)).map(({ id }) => id)
    return show(<InstitutionsPage institutions={institutions} mine={mine} />)
  }),

  page(paths.newInstitution, { policy: mayAddInstitution }, async () => show(<EditInstitutionPage state={{}} />)),

  act(paths.newInstitution, { policy: mayAddInstitution }, async ({ tx, typed }) => {
    const parsed = parseInstitution(typed)
    if (!parsed.ok) return invalid(<EditInstitutionPage state={formState(parsed)} />)
    const id = await addInstitution(tx, parsed.value)
    return seeOther(paths.institutions(), {
      did: { act: 'institutions.add', on: ['institution', id] },
      say: { key: 'staff.institution.added', params: { name: parsed.value.name } },
    })
  }),

  page(
    paths.institution,
    { policy: mayChangeInstitution, find },
    async ({ subject: { id, hasAdministrator: _, ...details } }) =>
      show(
        <EditInstitutionPage
          institutionId={id}
          state={{ values: { ...details, languages: [...details.languages], phone: details.phone ?? '' } }}
        />,
      ),
  ),

  act(paths.institution, { policy: mayChangeInstitution, find }, async ({ tx, typed, subject }) => {
    const parsed = parseInstitution(typed)
    if (!parsed.ok) return invalid(<EditInstitutionPage institutionId={subject.id} state={formState(parsed)} />)
    if (!(await saveInstitution(tx, subject.id, parsed.value))) return notFound()
    return seeOther(paths.institutions(), {
      did: { act: 'institutions.save', on: ['institution', subject.id] },
      say: { key: 'staff.institution.saved', params: { name: parsed.value.name } },
    })
  }),
]
