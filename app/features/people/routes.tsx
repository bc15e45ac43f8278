import { formState } from '../../shared/forms/forms.ts'
import { act, page } from '../../shared/http/doors.tsx'
import { invalid, notFound, refused, seeOther, show } from '../../shared/http/outcome.ts'
import { listLikely, saveNotTheSame } from './duplicates.store.ts'
import { parsePerson, toValues } from './form.ts'
import { contactLanguages } from './languages.ts'
import { DuplicatesPage } from './pages/duplicates.tsx'
import { EditPersonPage } from './pages/edit.tsx'
import { PersonPage } from './pages/show.tsx'
import { paths } from './paths.ts'
import { fullName } from './person.ts'
import { mayCreate, mayEdit, mayRead } from './policy.ts'
import { listRoutes } from './routes/list.tsx'
import { socialAidRoutes } from './routes/social-aid.tsx'
import { classesShown, viewPerson } from './show.view.ts'
import { createPerson, findPerson, savePerson } from './store.ts'

export const routes = [
  ...listRoutes,
  ...socialAidRoutes,

  page(paths.create, { policy: mayCreate }, async ({ words }) =>
    show(<EditPersonPage state={{}} languages={contactLanguages(words)} />),
  ),

  act(paths.create, { policy: mayCreate }, async ({ tx, actor, typed, today, words }) => {
    const parsed = parsePerson(typed, today)
    if (!parsed.ok) return invalid(<EditPersonPage state={formState(parsed)} languages={contactLanguages(words)} />)
    const likely = await listLikely(tx, parsed.value)
    const looked = new Set(typed.all('notTheSame'))
    if (typed.get('back') === 'yes')
      return show(<EditPersonPage state={{ values: typed.toValues() }} languages={contactLanguages(words)} />)
    if (likely.some(({ person }) => !looked.has(person.id)))
      return refused(<DuplicatesPage typed={toValues(parsed.value)} details={parsed.value} likely={likely} />)
    const personId = await createPerson(tx, actor, parsed.value)
    const others = likely.map(({ person }) => person.id)
    await saveNotTheSame(tx, actor, personId, others)
    return seeOther(paths.show({ personId }), {
      did: { act: 'people.create', on: ['person', personId], person: personId, classes: ['identity'] },
      say: 'people.created',
    })
  }),

  page(
    paths.show,
    { policy: mayRead, find: ({ tx, params }) => findPerson(tx, params.personId) },
    async ({ tx, actor, today, services, words, subject: person }) => {
      const view = await viewPerson({ tx, actor, today, services, words }, person)
      return show(<PersonPage {...view} />, {
        read: { act: 'people.read', on: ['person', person.id], person: person.id, classes: classesShown(view) },
      })
    },
  ),

  page(
    paths.edit,
    { policy: mayEdit, find: ({ tx, params }) => findPerson(tx, params.personId) },
    async ({ subject: person, words }) =>
      show(
        <EditPersonPage
          personId={person.id}
          name={fullName(person)}
          state={{ values: toValues(person) }}
          languages={contactLanguages(words)}
        />,
      ),
  ),

  act(
    paths.edit,
    { policy: mayEdit, find: ({ tx, params }) => findPerson(tx, params.personId) },
    async ({ tx, typed, subject: person, today, words }) => {
      const parsed = parsePerson(typed, today)
      if (!parsed.ok)
        return invalid(
          <EditPersonPage
            personId={person.id}
            name={fullName(person)}
            state={formState(parsed)}
            languages={contactLanguages(words)}
          />,
        )
      if (!(await savePerson(tx, person.id, parsed.value))) return notFound()
      return seeOther(paths.show({ personId: person.id }), {
        did: { act: 'people.edit', on: ['person', person.id], person: person.id, classes: ['identity'] },
        say: 'people.saved',
      })
    },
  ),
]
