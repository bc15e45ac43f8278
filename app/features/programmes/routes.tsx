import { findBlueprint } from '../../blueprints/blueprints.ts'
import { defaultSettings, programmeSettings } from '../../blueprints/settings.ts'
import type { Tx } from '../../shared/db/database.ts'
import { fields, formState, parseForm, withErrors } from '../../shared/forms/forms.ts'
import { act, page } from '../../shared/http/doors.tsx'
import { invalid, notFound, refused, seeOther, show } from '../../shared/http/outcome.ts'
import {
  isSection,
  newThemeKey,
  parseSection,
  parseTheme,
  type Section,
  sectionValues,
  textValues,
  withThemes,
} from './form.ts'
import { programmeLinks } from './links.ts'
import { EditProgrammePage } from './pages/edit.tsx'
import { NewProgrammePage, ProgrammesPage } from './pages/list.tsx'
import { ProgrammePage } from './pages/show.tsx'
import { ThemePage } from './pages/theme.tsx'
import { paths } from './paths.ts'
import { mayCreate, mayEdit, mayList, mayRead } from './policy.ts'
import type { Programme } from './programme.ts'
import { changeStages, endColleague as endRule } from './rules.ts'
import {
  addColleague,
  createProgramme,
  endColleague,
  findProgramme,
  listCandidates,
  listColleagues,
  listProgrammes,
  listUsedStages,
  saveSettings,
} from './store.ts'

const find = ({ tx, params }: { tx: Tx; params: { programmeId: string } }) => findProgramme(tx, params.programmeId)

/** What is edited: the programme, and one of its sections. Another word in the address is not found. */
async function findSection({ tx, params }: { tx: Tx; params: { programmeId: string; section: string } }) {
  if (!isSection(params.section)) return undefined
  return findProgramme(tx, params.programmeId)
}

/** A programme with half-days, and the theme in the address: one of its own, or `new`. */
async function findTheme({ tx, params }: { tx: Tx; params: { programmeId: string; theme: string } }) {
  const programme = await findProgramme(tx, params.programmeId)
  const themes = programme?.settings.calendar?.themes
  if (!programme || !themes) return undefined
  if (params.theme !== 'new' && !themes.some((t) => t.key === params.theme)) return undefined
  return programme
}

const changedProgramme = (programme: Programme) => ({
  act: 'programmes.edit',
  on: ['programme', programme.id] as [string, string],
})

export const routes = [
  page(paths.list, { policy: mayList }, async ({ tx, actor }) =>
    show(<ProgrammesPage programmes={await listProgrammes(tx)} can={{ create: mayCreate.allows(actor, undefined) }} />),
  ),

  page(paths.create, { policy: mayCreate }, async () => show(<NewProgrammePage state={{}} />)),

  act(paths.create, { policy: mayCreate }, async ({ tx, actor, typed }) => {
    const parsed = parseForm(
      { blueprint: fields.text(60), startsOn: fields.optionalDate(), endsOn: fields.optionalDate() },
      typed,
    )
    const again = (state: ReturnType<typeof formState>) => invalid(<NewProgrammePage state={state} />)
    if (!parsed.ok) return again(formState(parsed))
    const { blueprint: id, startsOn, endsOn } = parsed.value
    const blueprint = findBlueprint(id)
    if (!blueprint) return again(formState(withErrors(parsed, { blueprint: { key: 'forms.choose' } })))
    const settings = programmeSettings.safeParse({ ...defaultSettings(blueprint), startsOn, endsOn })
    if (!settings.success)
      return again(formState(withErrors(parsed, { endsOn: { key: 'blueprints.settings.datesOrder' } })))
    const programmeId = await createProgramme(tx, actor, blueprint.id, settings.data)
    return seeOther(paths.show({ programmeId }), {
      did: { act: 'programmes.create', on: ['programme', programmeId] },
      say: 'programmes.created',
    })
  }),

  page(paths.show, { policy: mayRead, find }, async ({ tx, actor, t, subject: programme }) =>
    show(
      <ProgrammePage
        {...(await viewOf(tx, programme, mayEdit.allows(actor, programme)))}
        links={programmeLinks(actor, programme, t)}
      />,
    ),
  ),

  page(paths.edit, { policy: mayEdit, find: findSection }, async ({ params, subject }) =>
    show(
      <EditProgrammePage
        programme={subject}
        section={params.section as Section}
        state={{ values: sectionValues(params.section as Section, subject.settings) }}
      />,
    ),
  ),

  act(paths.edit, { policy: mayEdit, find: findSection }, async ({ tx, params, typed, subject }) => {
    const section = params.section as Section
    const parsed = parseSection(section, typed, subject.settings)
    if (!parsed.ok)
      return invalid(<EditProgrammePage programme={subject} section={section} state={formState(parsed)} />)
    if (section === 'stages') {
      const used = await listUsedStages(tx, subject.id)
      const decision = changeStages(subject.settings.stages, parsed.value.stages, used)
      if (!decision.ok)
        return refused(
          <EditProgrammePage programme={subject} section={section} state={formState(parsed)} refusal={decision} />,
        )
    }
    if (!(await saveSettings(tx, subject.id, parsed.value))) return notFound()
    return seeOther(paths.show({ programmeId: subject.id }), {
      did: changedProgramme(subject),
      say: 'programmes.saved',
    })
  }),

  page(paths.theme, { policy: mayEdit, find: findTheme }, async ({ params, subject }) => {
    const theme = subject.settings.calendar!.themes.find((t) => t.key === params.theme)
    const values = Object.assign(
      {},
      ...(['title', 'aim', 'material', 'bring', 'homework', 'outing'] as const).map((name) =>
        textValues(name, theme?.[name]),
      ),
    )
    return show(<ThemePage programme={subject} theme={params.theme} state={{ values }} />)
  }),

  act(paths.theme, { policy: mayEdit, find: findTheme }, async ({ tx, params, typed, subject }) => {
    const key = params.theme === 'new' ? newThemeKey(subject.settings) : params.theme
    const parsed = parseTheme(key, typed, subject.settings)
    if (!parsed.ok) return invalid(<ThemePage programme={subject} theme={params.theme} state={formState(parsed)} />)
    if (!(await saveSettings(tx, subject.id, parsed.value))) return notFound()
    return seeOther(paths.show({ programmeId: subject.id }), {
      did: changedProgramme(subject),
      say: 'programmes.saved',
    })
  }),

  act(paths.moveTheme, { policy: mayEdit, find: findTheme }, async ({ tx, params, typed, subject }) => {
    const calendar = subject.settings.calendar!
    const at = calendar.themes.findIndex((t) => t.key === params.theme)
    const to = typed.get('to') === 'earlier' ? at - 1 : at + 1
    if (at < 0 || to < 0 || to >= calendar.themes.length) return notFound()
    const themes = calendar.themes.toSpliced(at, 1).toSpliced(to, 0, calendar.themes[at]!)
    await saveSettings(tx, subject.id, { ...subject.settings, calendar: { ...calendar, themes } })
    return seeOther(paths.theme({ programmeId: subject.id, theme: params.theme }), {
      did: changedProgramme(subject),
      say: 'programmes.saved',
    })
  }),

  act(paths.removeTheme, { policy: mayEdit, find: findTheme }, async ({ tx, params, subject }) => {
    const calendar = subject.settings.calendar!
    const themes = calendar.themes.filter((t) => t.key !== params.theme)
    if (themes.length === 0 || themes.length === calendar.themes.length) return notFound()
    await saveSettings(tx, subject.id, { ...subject.settings, calendar: withThemes(calendar, themes) })
    return seeOther(paths.show({ programmeId: subject.id }), {
      did: changedProgramme(subject),
      say: 'programmes.saved',
    })
  }),

  act(paths.addStaff, { policy: mayEdit, find }, async ({ tx, actor, t, typed, today, subject: programme }) => {
    const parsed = parseForm({ userId: fields.id() }, typed)
    const view = await viewOf(tx, programme, true)
    const again = { ...view, links: programmeLinks(actor, programme, t) }
    if (!parsed.ok) return invalid(<ProgrammePage {...again} state={formState(parsed)} />)
    const { userId } = parsed.value
    if (!view.candidates.some((c) => c.id === userId))
      return invalid(
        <ProgrammePage {...again} state={formState(withErrors(parsed, { userId: { key: 'forms.choose' } }))} />,
      )
    await addColleague(tx, { programmeId: programme.id, userId, by: actor.id, today })
    return seeOther(`${paths.show({ programmeId: programme.id })}#staff`, {
      did: { act: 'programmes.addStaff', on: ['programme', programme.id] },
      say: 'programmes.staff.added',
    })
  }),

  act(paths.endStaff, { policy: mayEdit, find }, async ({ tx, actor, t, params, today, subject: programme }) => {
    const view = await viewOf(tx, programme, true)
    const decision = endRule(view.colleagues, params.userId, today)
    if (!decision.ok)
      return refused(<ProgrammePage {...view} links={programmeLinks(actor, programme, t)} refusal={decision} />)
    await endColleague(tx, { programmeId: programme.id, userId: params.userId, today })
    return seeOther(`${paths.show({ programmeId: programme.id })}#staff`, {
      did: { act: 'programmes.endStaff', on: ['programme', programme.id] },
      say: 'programmes.staff.ended',
    })
  }),
]

async function viewOf(tx: Tx, programme: Programme, edit: boolean) {
  return {
    programme,
    can: { edit },
    colleagues: programme.isMine ? await listColleagues(tx, programme.id) : [],
    candidates: edit ? await listCandidates(tx, programme.institutionId) : [],
  }
}
