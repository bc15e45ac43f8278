/** What waits for those who accompany: people to be seen, appointments to be recorded, steps and actions past their day. */
import { blueprints } from '../../blueprints/blueprints.ts'
import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { addDays, type PlainDate } from '../../shared/time/dates.ts'
import { fullName } from '../people/person.ts'
import { sideOf } from '../professionals/professional.ts'
import { blueprintOf, type Programme } from '../programmes/programme.ts'
import { listProgrammes } from '../programmes/store.ts'
import { type Need, type NeedItem, type NeedReader, need } from '../today/need.ts'
import { paths } from './paths.ts'
import { readStandings, rhythmOf } from './store/index.ts'

const withFollowUp = blueprints.filter(({ followUp }) => followUp).map(({ id }) => id)

type Followed = {
  id: string
  name: string
  programme: Programme
  endedOn: null
  /** Who sees the person in the programme's own part; null when nobody does yet: then it waits for everyone who accompanies. */
  leads: Set<string> | null
}

/** Running enrolments of people whom the actor accompanies. */
async function listFollowed(tx: Tx, actor: StaffActor): Promise<Followed[]> {
  if (withFollowUp.length === 0) return []
  const rows = await tx
    .selectFrom('enrolments as e')
    .innerJoin('programmes as g', 'g.id', 'e.programme_id')
    .innerJoin('persons as p', 'p.id', 'e.person_id')
    .select(['e.id', 'e.programme_id', 'e.referrer_id', 'p.first_name', 'p.last_name'])
    .where('g.blueprint', 'in', withFollowUp)
    .where('e.ended_on', 'is', null)
    .limit(1000)
    .execute()
  if (rows.length === 0) return []
  const parts = Map.groupBy(
    await tx
      .selectFrom('enrolment_professionals')
      .select(['enrolment_id', 'part', 'user_id'])
      .where(
        'enrolment_id',
        'in',
        rows.map((row) => row.id),
      )
      .where('ended_on', 'is', null)
      .execute(),
    (row) => row.enrolment_id,
  )
  const programmes = new Map((await listProgrammes(tx)).map((one) => [one.id, one]))
  return rows.flatMap((row): Followed[] => {
    const programme = programmes.get(row.programme_id)
    if (!programme) return []
    const own = parts.get(row.id) ?? []
    const isMine = own.some((part) => part.user_id === actor.id) || row.referrer_id === actor.id
    const name = fullName({ firstName: row.first_name, lastName: row.last_name })
    return isMine ? [{ id: row.id, name, programme, endedOn: null, leads: leadsOf(own, programme) }] : []
  })
}

function leadsOf(parts: { part: string; user_id: string }[], programme: Programme): Set<string> | null {
  const led = blueprintOf(programme).followUp?.ledBy
  const users = parts.filter(({ part }) => part === led).map((part) => part.user_id)
  return users.length > 0 ? new Set(users) : null
}

async function dueNeeds(
  tx: Tx,
  followed: readonly Followed[],
  { words, today }: Pick<Parameters<NeedReader['read']>[0], 'words' | 'today'>,
): Promise<Need[]> {
  const { t, date } = words
  const standings = await readStandings(tx, followed, today)
  const items = followed.flatMap((one): (NeedItem & { dueOn: PlainDate; state: string })[] => {
    const standing = standings.get(one.id)
    if (!standing || standing.state === 'none' || standing.state === 'calm' || standing.state === 'planned') return []
    const due = date(standing.dueOn)
    const plan = { label: t('followUps.plan'), href: paths.plan({ enrolmentId: one.id }), testId: 'need-plan' }
    return [
      {
        key: one.id,
        title: one.name,
        note:
          standing.state === 'late'
            ? t('followUps.due.late', { due, date: date(standing.on) })
            : t(`followUps.due.${standing.state}`, { due }),
        late: standing.state === 'overdue',
        href: paths.show({ enrolmentId: one.id }),
        acts: standing.state === 'late' ? [] : [plan],
        dueOn: standing.dueOn,
        state: standing.state,
      },
    ]
  })
  const sorted = items.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  const plain = (one: (typeof items)[number]): NeedItem => {
    const { dueOn: _dueOn, state: _state, ...item } = one
    return item
  }
  return [
    need(
      { key: 'follow-up-overdue', title: 'followUps.need.overdue' },
      sorted.filter(({ state }) => state === 'overdue').map(plain),
    ),
    need(
      { key: 'follow-up-soon', title: 'followUps.need.soon' },
      sorted.filter(({ state }) => state !== 'overdue').map(plain),
    ),
  ]
}

export const followUpNeeds: NeedReader = {
  roles: ['social-worker', 'coach'],
  order: 40,
  async read({ tx, actor, words, today }) {
    const { t, date } = words
    const followed = await listFollowed(tx, actor)
    if (followed.length === 0) return []
    const named = new Map(followed.map((one) => [one.id, one.name]))
    const ids = [...named.keys()]
    const side = sideOf(actor.role)
    const appointments = await tx
      .selectFrom('appointments')
      .select(['id', 'enrolment_id', 'on_date', 'at_time', 'place'])
      .where('enrolment_id', 'in', ids)
      .where('with_user', '=', actor.id)
      .where('state', '=', 'planned')
      .orderBy('on_date')
      .orderBy('at_time')
      .execute()
    const ahead = Math.max(...followed.map(({ programme }) => blueprintOf(programme).followUp?.aheadDays ?? 0))
    const horizon = addDays(today, ahead)
    const appointment = (row: (typeof appointments)[number]): NeedItem => ({
      key: row.id,
      title: named.get(row.enrolment_id) ?? '',
      note: [t('followUps.when', { date: date(row.on_date, 'weekday'), time: row.at_time }), row.place ?? '']
        .filter(Boolean)
        .join(' · '),
      href: paths.appointment({ appointmentId: row.id }),
    })
    const steps = await tx
      .selectFrom('procedures as p')
      .innerJoin('procedure_states as s', 's.procedure_id', 'p.id')
      .distinctOn('p.id')
      .select(['p.id', 'p.enrolment_id', 'p.due_on', 's.state'])
      .where('p.enrolment_id', 'in', ids)
      .where('p.side', '=', side)
      .where('p.due_on', '<', today)
      .orderBy('p.id')
      .orderBy('s.on_date', 'desc')
      .orderBy('s.created_at', 'desc')
      .execute()
    const aims = await tx
      .selectFrom('situation_aims as a')
      .innerJoin('situations as s', 's.id', 'a.situation_id')
      .select(['a.id', 'a.situation_id', 'a.enrolment_id', 'a.due_on'])
      .where('a.enrolment_id', 'in', ids)
      .where('a.side', '=', side)
      .where('a.outcome', 'is', null)
      .where('s.settled_on', 'is', null)
      .where('a.due_on', '<', today)
      .orderBy('a.due_on')
      .execute()
    const past = (
      key: string,
      enrolmentId: string,
      dueOn: PlainDate,
      href: string,
      note: 'step' | 'aim',
    ): NeedItem => ({
      key,
      title: named.get(enrolmentId) ?? '',
      note: t(`followUps.need.${note}`, { date: date(dueOn) }),
      late: true,
      href,
    })
    const mine = followed.filter(({ leads }) => leads === null || leads.has(actor.id))
    return [
      ...(actor.role === 'social-worker' ? await dueNeeds(tx, mine.filter(hasRhythm), { words, today }) : []),
      need(
        { key: 'follow-up-record', title: 'followUps.need.record' },
        appointments.filter((row) => row.on_date < today).map((row) => ({ ...appointment(row), late: true })),
      ),
      need({ key: 'follow-up-steps', title: 'followUps.need.steps' }, [
        ...steps
          .filter(({ state }) => ['opened', 'sent', 'waiting'].includes(state))
          .map((row) => past(row.id, row.enrolment_id, row.due_on!, paths.procedure({ procedureId: row.id }), 'step')),
        ...aims.map((row) =>
          past(row.id, row.enrolment_id, row.due_on!, paths.situation({ situationId: row.situation_id }), 'aim'),
        ),
      ]),
      need(
        { key: 'follow-up-coming', title: 'followUps.need.coming', calm: true },
        appointments.filter((row) => row.on_date >= today && row.on_date <= horizon).map(appointment),
      ),
    ]
  },
}

const hasRhythm = ({ programme }: Followed) => rhythmOf(programme) !== undefined
