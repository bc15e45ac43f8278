import { published } from '../../data/funding/indicators.ts'
import { askedAt, type Moment, moments } from '../../data/funding/status.ts'
import type { Tx } from '../../shared/db/database.ts'
import { formState } from '../../shared/forms/forms.ts'
import { act, page } from '../../shared/http/doors.tsx'
import { type Did, invalid, notFound, seeOther, show } from '../../shared/http/outcome.ts'
import { type Asked, findAsked, whereOf } from './asked.ts'
import { momentsOf } from './asking.ts'
import { isMoment, parseAnswers, parseEntered, readAddress } from './form.ts'
import { PeoplePage } from './pages/people.tsx'
import { RegisterPage } from './pages/register.tsx'
import { IndicatorsPage } from './pages/show.tsx'
import { AskPage, StatusesPage } from './pages/statuses.tsx'
import { paths } from './paths.ts'
import { mayAsk, mayEnter, mayRead, mayReadStatuses } from './policy.ts'
import { ageOf } from './rules/answers.ts'
import { registerOf } from './rules/register.ts'
import { addStatusEvents, lastAnswers, listStatusEvents, type StatusEvent } from './status-store.ts'
import { enterIndicator } from './store.ts'
import { findCounted, planOf, readParticipants, readResults, usualPeriod } from './view.ts'

/** People stand behind the figures: reading them is on record. */
const readOf = (programmeId: string, what: string): { read: Did } => ({
  read: {
    act: `indicators.${what}`,
    on: ['programme', programmeId],
    classes: ['identity', 'attendance', 'social-aid'],
  },
})

export const routes = [
  page(paths.show, { policy: mayRead, find: findCounted }, async ({ tx, subject: programme, query, today }) => {
    const { acts } = planOf(programme)
    const { act: which, period } = readAddress(query, acts, usualPeriod(programme, today))
    const { results } = await readResults(tx, programme, which, period)
    return show(
      <IndicatorsPage programme={programme} acts={acts} act={which} period={period} results={results} />,
      readOf(programme.id, 'read'),
    )
  }),

  page(paths.register, { policy: mayRead, find: findCounted }, async ({ tx, subject: programme, query, today }) => {
    const { period } = readAddress(query, planOf(programme).acts, usualPeriod(programme, today))
    const rows = registerOf(await readParticipants(tx, programme), period)
    return show(<RegisterPage programme={programme} period={period} rows={rows} />, readOf(programme.id, 'register'))
  }),

  page(
    paths.people,
    { policy: mayRead, find: findCounted },
    async ({ tx, subject: programme, params, query, today }) => {
      const { acts } = planOf(programme)
      const which = acts.find((one) => published[one].some(({ code }) => code === params.code))
      if (!which) return notFound()
      const { period } = readAddress(query, acts, usualPeriod(programme, today))
      const { people, results } = await readResults(tx, programme, which, period)
      const result = results.find(({ code }) => code === params.code)
      if (!result || !('counted' in result)) return notFound()
      const behind = people.filter(({ personId }) => result.counted.personIds.includes(personId))
      return show(
        <PeoplePage programme={programme} act={which} code={params.code} period={period} people={behind} />,
        readOf(programme.id, 'list'),
      )
    },
  ),

  act(
    paths.people,
    { policy: mayEnter, find: findCounted },
    async ({ tx, actor, typed, params, today, subject: programme }) => {
      const { acts } = planOf(programme)
      const period = usualPeriod(programme, today)
      const which = acts.find((one) => published[one].some(({ code }) => code === params.code))
      if (!which) return notFound()
      const { results } = await readResults(tx, programme, which, period)
      if (!results.some((one) => one.code === params.code && 'byHand' in one)) return notFound()
      const parsed = parseEntered(typed)
      if (!parsed.ok)
        return invalid(
          <IndicatorsPage
            programme={programme}
            acts={acts}
            act={which}
            period={period}
            results={results}
            state={{ code: params.code, ...formState(parsed) }}
          />,
        )
      await enterIndicator(tx, actor, { programmeId: programme.id, code: params.code, ...parsed.value, today })
      return seeOther(paths.show({ programmeId: programme.id }, { act: which }), {
        did: { act: 'indicators.enter', on: ['programme', programme.id] },
        say: 'funding.saved',
      })
    },
  ),

  page(paths.statuses, { policy: mayReadStatuses, find: findAsked }, async ({ tx, actor, subject: asked }) => {
    const history = await listStatusEvents(tx, asked.enrolment.id)
    const { createdOn: registeredOn, endedOn: leftOn } = asked.enrolment
    const answers = Object.fromEntries(
      moments.map((moment) => [moment, [...lastAnswers(history, moment).values()]]),
    ) as Record<Moment, StatusEvent[]>
    return show(
      <StatusesPage
        where={whereOf(asked)}
        due={momentsOf({ registeredOn, leftOn })}
        answers={answers}
        history={history}
        mayAsk={mayAsk.allows(actor, asked)}
      />,
      {
        read: {
          act: 'statuses.read',
          on: ['enrolment', asked.enrolment.id],
          person: asked.enrolment.personId,
          classes: ['social-aid'],
        },
      },
    )
  }),

  page(paths.ask, { policy: mayAsk, find: findAsked }, async ({ tx, subject: asked, params, today }) => {
    if (!isMoment(params.moment)) return notFound()
    const { moment } = params
    const form = await formOf(tx, asked, moment)
    if (!form || form.from > today) return notFound()
    const known = lastAnswers(form.history, moment)
    const values = Object.fromEntries([...known.values()].map(({ kind, value }) => [kind, value]))
    const issuer = known.get('qualification')?.issuer ?? ''
    const on = [...known.values()][0]?.on ?? form.from
    return show(
      <AskPage
        where={whereOf(asked)}
        moment={moment}
        asked={form.kinds}
        state={{ values: { ...values, issuer, on } }}
      />,
    )
  }),

  act(paths.ask, { policy: mayAsk, find: findAsked }, async ({ tx, actor, typed, subject: asked, params, today }) => {
    if (!isMoment(params.moment)) return notFound()
    const { moment } = params
    const { enrolment } = asked
    const form = await formOf(tx, asked, moment)
    if (!form || form.from > today) return notFound()
    const parsed = parseAnswers(typed, form.kinds, { today, notBefore: moment === 'entry' ? '1900-01-01' : form.from })
    if (!parsed.ok)
      return invalid(<AskPage where={whereOf(asked)} moment={moment} asked={form.kinds} state={formState(parsed)} />)
    await addStatusEvents(tx, actor, { enrolment, moment, ...parsed.value })
    return seeOther(paths.statuses({ enrolmentId: enrolment.id }), {
      did: {
        act: `statuses.${moment}`,
        on: ['enrolment', enrolment.id],
        person: enrolment.personId,
        classes: ['social-aid'],
      },
      say: 'indicators.ask.saved',
    })
  }),
]

/** The questions of a moment for this person, what was said already, and since when they may be asked. */
async function formOf(tx: Tx, asked: Asked, moment: Moment) {
  const { createdOn: registeredOn, endedOn: leftOn } = asked.enrolment
  const due = momentsOf({ registeredOn, leftOn }).find((one) => one.moment === moment)
  if (!due) return undefined
  const history = await listStatusEvents(tx, asked.enrolment.id)
  const age = ageOf({ ...asked.person, registeredOn })
  const worked = lastAnswers(history, 'entry').get('labour')?.value === 'employed'
  return { from: due.from, history, kinds: askedAt(moment, { minor: age !== null && age.least < 18, worked }) }
}
