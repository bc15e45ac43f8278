import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { page, type Services } from '../../shared/http/doors.tsx'
import { show } from '../../shared/http/outcome.ts'
import type { Words } from '../../shared/i18n/i18n.ts'
import { textIn } from '../../shared/i18n/text.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { stageLabel, titleIn } from '../programmes/programme.ts'
import { findProgramme } from '../programmes/store.ts'
import { type FigureKey, isFigure } from './figures.ts'
import { readFilter, readPage } from './form.ts'
import { type Need, readNeeds } from './need.ts'
import { coachNeeds } from './needs/coach.ts'
import { coordinatorNeeds } from './needs/coordinator.ts'
import { officeNeeds } from './needs/office.ts'
import { officerNeeds } from './needs/officer.ts'
import { socialWorkerNeeds } from './needs/social-worker.ts'
import { FigurePage } from './pages/figure.tsx'
import { FiguresPage } from './pages/figures.tsx'
import { TodayPage, type TodayView } from './pages/today.tsx'
import { paths } from './paths.ts'
import { mayRead, mayReadFigures } from './policy.ts'
import { readSiteState } from './store/administrator.ts'
import { listMyProgrammes } from './store/programme.ts'
import { countFigures, listFigure, listFilterWords } from './store/ways.ts'

type Ask = { tx: Tx; actor: StaffActor; words: Words; today: PlainDate; services: Services }

async function viewFor(ask: Ask): Promise<TodayView> {
  const { tx, actor, words, today } = ask
  const needs = (): Promise<Need[]> => {
    switch (actor.role) {
      case 'coach':
      case 'trainee':
        return coachNeeds(tx, words, today)
      case 'social-worker':
        return socialWorkerNeeds(tx, words, actor.id, today)
      case 'measures-officer':
        return officerNeeds(tx, words, actor.id, today)
      case 'programme-office':
        return officeNeeds(tx, words, today)
      case 'coordinator':
        return coordinatorNeeds(tx, words, today)
      case 'administrator':
        return Promise.resolve([])
    }
  }
  const own = await needs()
  // What is good to know comes after everything that waits.
  const view: TodayView = {
    needs: [...own.filter((one) => !one.calm), ...(await readNeeds(ask)), ...own.filter((one) => one.calm)],
  }
  if (actor.role === 'administrator') return { ...view, site: await readSiteState(tx) }
  if (actor.role !== 'coordinator') return view
  const programmes = []
  for (const { id, settings } of await listMyProgrammes(tx))
    programmes.push({
      id,
      settings,
      title: textIn(settings.title, words.lang).text,
      counts: await countFigures(tx, id, {}),
    })
  return { ...view, programmes }
}

const find = ({ tx, params }: { tx: Tx; params: { programmeId: string } }) => findProgramme(tx, params.programmeId)

async function filterWords(tx: Tx, programmeId: string, { lang }: Words) {
  const { languages, sites } = await listFilterWords(tx, programmeId)
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  return { sites, languages: languages.map((value) => ({ value, label: names.of(value) ?? value })) }
}

const perPage = 50

export const routes = [
  page(paths.today, { policy: mayRead }, async (ctx) =>
    show(<TodayPage {...(await viewFor(ctx))} />, {
      read:
        ctx.actor.role === 'administrator'
          ? []
          : { act: 'today.read', classes: ctx.actor.role === 'programme-office' ? ['identity'] : ['identity', 'plan'] },
    }),
  ),

  page(paths.figures, { policy: mayReadFigures, find }, async ({ tx, query, words, subject }) => {
    const filter = readFilter(query)
    return show(
      <FiguresPage
        programme={{ ...subject, title: titleIn(subject, words.lang) }}
        counts={await countFigures(tx, subject.id, filter)}
        filter={filter}
        {...(await filterWords(tx, subject.id, words))}
      />,
    )
  }),

  page(
    paths.figure,
    {
      policy: mayReadFigures,
      find: async ({ tx, params }) => (isFigure(params.figure) ? find({ tx, params }) : undefined),
    },
    async ({ tx, params, query, words, subject }) => {
      const figure = params.figure as FigureKey
      const filter = readFilter(query)
      const count = (await countFigures(tx, subject.id, filter))[figure]
      const pages = Math.max(1, Math.ceil(count / perPage))
      const at = Math.min(readPage(query), pages)
      const people = await listFigure(tx, subject.id, figure, filter, { limit: perPage, offset: (at - 1) * perPage })
      return show(
        <FigurePage
          programme={{ ...subject, title: titleIn(subject, words.lang) }}
          figure={figure}
          count={count}
          people={people.map((way) => ({
            ...way,
            stageLabel: stageLabel(subject.settings.stages, way.stage, words.lang),
          }))}
          page={at}
          pages={pages}
          filter={filter}
          {...(await filterWords(tx, subject.id, words))}
        />,
        { read: { act: 'figures.list', on: ['programme', subject.id], classes: ['identity', 'attendance'] } },
      )
    },
  ),
]
