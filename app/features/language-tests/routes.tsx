import { formState, uuid } from '../../shared/forms/forms.ts'
import { act, type Ctx, page } from '../../shared/http/doors.tsx'
import { invalid, seeOther, show } from '../../shared/http/outcome.ts'
import { findGroup } from '../groups/store.ts'
import { commonLanguages } from '../people/languages.ts'
import type { Person } from '../people/person.ts'
import { findPerson } from '../people/store.ts'
import { parseSchooling, parseTest, parseTriage, schoolingValues } from './form.ts'
import { groupRoutes } from './group.routes.tsx'
import { moments, withheld } from './language-test.ts'
import { NewTestPage } from './pages/new.tsx'
import { SchoolingPage } from './pages/schooling.tsx'
import { LanguagesPage } from './pages/show.tsx'
import { paths } from './paths.ts'
import { mayReadLanguage, mayTest } from './policy.ts'
import { addSchooling, addTriage, listSchooling } from './schooling.store.ts'
import { languagesOf, suggestionFor, viewLanguages } from './show.view.ts'
import { addTest, listDatedLevels, listTestNames } from './store.ts'

type Given = { tx: Ctx['tx']; params: { personId: string } }
const find = ({ tx, params }: Given) => findPerson(tx, params.personId)

/** What the form of a sitting needs around it; `group` leads back to the list of members. */
async function aroundTest(tx: Ctx['tx'], person: Person, asked: { language: string; group: string }) {
  const levels = await listDatedLevels(tx, [person.id])
  const languages = await languagesOf(
    tx,
    person.id,
    levels.map((one) => one.language),
  )
  const language = languages.find((one) => one === asked.language) ?? languages[0]!
  const group = uuid.test(asked.group) ? await findGroup(tx, asked.group) : undefined
  return {
    person,
    languages,
    language,
    testNames: await listTestNames(tx),
    before: levels.filter((one) => one.language === language).toReversed(),
    group: group && { id: group.id, name: group.name },
  }
}

export const routes = [
  page(paths.show, { policy: mayReadLanguage, find }, async (ctx) =>
    show(<LanguagesPage {...(await viewLanguages(ctx, ctx.subject))} />, {
      read: {
        act: 'languageTests.read',
        on: ['person', ctx.subject.id],
        person: ctx.subject.id,
        classes: ['language'],
      },
    }),
  ),

  page(paths.create, { policy: mayTest, find }, async ({ tx, query, subject: person }) => {
    const asked = { language: query.get('language') ?? '', group: query.get('group') ?? '' }
    const { language, ...around } = await aroundTest(tx, person, asked)
    const wanted = moments.find((one) => one === query.get('moment'))
    const values = {
      language,
      moment: wanted ?? (around.before.some((one) => one.source !== 'self-declared') ? 'between' : 'entry'),
      source: 'tested',
    }
    return show(<NewTestPage {...around} state={{ values }} />)
  }),

  act(paths.create, { policy: mayTest, find }, async ({ tx, actor, typed, today, subject: person }) => {
    const asked = { language: typed.get('language'), group: typed.get('group') }
    const { language, ...around } = await aroundTest(tx, person, asked)
    const parsed = parseTest(typed, { today, languages: around.languages, person })
    if (!parsed.ok) return invalid(<NewTestPage {...around} state={formState(parsed)} />)
    const id = await addTest(tx, actor, person.id, parsed.value)
    return seeOther(
      around.group
        ? paths.group({ groupId: around.group.id })
        : `${paths.show({ personId: person.id })}#${parsed.value.language}`,
      {
        did: { act: 'languageTests.add', on: ['language-test', id], person: person.id, classes: ['language'] },
        say: 'languageTests.saved',
      },
    )
  }),

  page(paths.schooling, { policy: mayTest, find }, async ({ tx, subject: person }) => {
    const [known] = await listSchooling(tx, person.id)
    return show(<SchoolingPage person={person} state={{ values: schoolingValues(known) }} />)
  }),

  act(paths.schooling, { policy: mayTest, find }, async ({ tx, actor, typed, today, subject: person }) => {
    const parsed = parseSchooling(typed, [...commonLanguages, withheld])
    if (!parsed.ok) return invalid(<SchoolingPage person={person} state={formState(parsed)} />)
    await addSchooling(tx, actor, { personId: person.id, schooling: parsed.value, today })
    return seeOther(`${paths.show({ personId: person.id })}#schooling`, {
      did: { act: 'languageTests.schooling', on: ['person', person.id], person: person.id, classes: ['language'] },
      say: 'languageTests.schooling.saved',
    })
  }),

  act(paths.triage, { policy: mayTest, find }, async (ctx) => {
    const { tx, actor, typed, today, services, subject: person } = ctx
    const levels = await listDatedLevels(tx, [person.id])
    const [schooling] = await listSchooling(tx, person.id)
    const suggested = (language: string) => suggestionFor(language, levels, schooling)?.profile ?? null
    const languages = await languagesOf(
      tx,
      person.id,
      levels.map((one) => one.language),
    )
    const parsed = parseTriage(typed, { languages, suggested })
    if (!parsed.ok) {
      const triage = { language: typed.get('language'), state: formState(parsed) }
      return invalid(<LanguagesPage {...(await viewLanguages(ctx, person))} triage={triage} />)
    }
    const triage = { ...parsed.value, suggested: suggested(parsed.value.language) }
    const id = await addTriage(tx, services.vault, actor, { personId: person.id, triage, today })
    return seeOther(`${paths.show({ personId: person.id })}#triage-${triage.language}`, {
      did: { act: 'languageTests.triage', on: ['language-triage', id], person: person.id, classes: ['language'] },
      say: 'languageTests.triage.saved',
    })
  }),

  ...groupRoutes,
]
