// What votes say over time, and what is asked: of a group for its trainers, of a programme for its coordinator.
import { programmeSettings } from '../../blueprints/settings.ts'
import type { Tx } from '../../shared/db/database.ts'
import { formState, withErrors } from '../../shared/forms/forms.ts'
import { act, page } from '../../shared/http/doors.tsx'
import { invalid, notFound, seeOther, show } from '../../shared/http/outcome.ts'
import { type Moment, momentOf } from '../../shared/time/moment.ts'
import { paths as groups } from '../groups/paths.ts'
import { findGroup, listCoaches } from '../groups/store.ts'
import { paths as programmes } from '../programmes/paths.ts'
import { blueprintOf, type Programme, titleIn } from '../programmes/programme.ts'
import { findProgramme, saveSettings } from '../programmes/store.ts'
import { lineValues, parseLines } from './form.ts'
import { LinesPage } from './pages/lines.tsx'
import { TrendPage } from './pages/trend.tsx'
import { paths } from './paths.ts'
import { mayEditLines, mayReadGroup, mayReadProgramme } from './policy.ts'
import { stateOf } from './rules.ts'
import { gridOf, listVotedSessions, listWindows, readResults } from './store.ts'

type Given = { tx: Tx; params: { programmeId: string } }

/** A programme that asks something. */
const findAsking = async ({ tx, params }: Given): Promise<Programme | undefined> => {
  const programme = await findProgramme(tx, params.programmeId)
  return programme && gridOf(programme) ? programme : undefined
}

async function readTrend(tx: Tx, of: { groupId: string } | { programmeId: string }, now: Moment) {
  const sessions = await listVotedSessions(tx, of)
  const ids = sessions.filter((session) => session.hasVote).map((session) => session.sessionId)
  const windows = await listWindows(tx, ids)
  const coaches = await listCoaches(tx, [...new Set(sessions.map((session) => session.groupId))])
  return {
    sessions: sessions.map((session) => ({
      ...session,
      state: stateOf(session, windows.get(session.sessionId), now),
      // Who led the group on that day, trainees apart.
      team: coaches
        .filter(
          (coach) =>
            coach.groupId === session.groupId &&
            coach.part !== 'trainee' &&
            coach.fromDate <= session.onDate &&
            (coach.endedOn === null || coach.endedOn > session.onDate),
        )
        .map((coach) => coach.name)
        .sort()
        .join(', '),
    })),
    results: await readResults(tx, ids),
  }
}

export const trendRoutes = [
  page(
    paths.ofGroup,
    { policy: mayReadGroup, find: ({ tx, params }) => findGroup(tx, params.groupId) },
    async (ctx) => {
      const { tx, subject: group } = ctx
      const crumbs = [{ href: groups.show({ groupId: group.id }), label: group.name }]
      return show(
        <TrendPage {...(await readTrend(tx, { groupId: group.id }, momentOf(ctx)))} crumbs={crumbs} byTeam={false} />,
      )
    },
  ),

  page(paths.ofProgramme, { policy: mayReadProgramme, find: findAsking }, async (ctx) => {
    const { tx, subject: programme, words } = ctx
    const programmeId = programme.id
    return show(
      <TrendPage
        {...(await readTrend(tx, { programmeId }, momentOf(ctx)))}
        crumbs={[{ href: programmes.show({ programmeId }), label: titleIn(programme, words.lang) }]}
        byTeam
        modules={blueprintOf(programme).modules}
        linesHref={paths.lines({ programmeId })}
      />,
    )
  }),

  page(paths.lines, { policy: mayEditLines, find: findAsking }, async ({ subject: programme }) =>
    show(<LinesPage programme={programme} state={{ values: lineValues(gridOf(programme)!) }} />),
  ),

  act(paths.lines, { policy: mayEditLines, find: findAsking }, async ({ tx, typed, subject: programme }) => {
    const parsed = parseLines(typed)
    if (!parsed.ok) return invalid(<LinesPage programme={programme} state={formState(parsed)} />)
    const settings = programmeSettings.safeParse({ ...programme.settings, smileys: parsed.value })
    if (!settings.success) {
      const missing = { key: 'blueprints.settings.textMissing' }
      const errors = { [`lines.0.${programme.settings.languages[0] ?? 'fr'}`]: missing }
      return invalid(<LinesPage programme={programme} state={formState(withErrors(parsed, errors))} />)
    }
    if (!(await saveSettings(tx, programme.id, settings.data))) return notFound()
    return seeOther(paths.lines({ programmeId: programme.id }), {
      did: { act: 'smileys.edit-lines', on: ['programme', programme.id] },
      say: 'smileys.lines.saved',
    })
  }),
]
