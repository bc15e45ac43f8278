// The individual follow-up by the training social worker: talks, quarterly interviews (one is overdue), steps with institutions,
// situations with what is done about them.
import { moveup } from '../../../app/blueprints/moveup.ts'
import { actionsOf, situationsOf, targetsOf } from '../../../app/data/carnet-de-bord/diagnosis.ts'
import { paths } from '../../../app/features/follow-ups/paths.ts'
import { listAppointments } from '../../../app/features/follow-ups/store/appointments.ts'
import { listSituations } from '../../../app/features/follow-ups/store/situations.ts'
import { typedDay } from '../story.ts'
import { type Neighbour, neighbours } from './folk.ts'
import { groupsStart, sites } from './frame.ts'
import { onDay, sent, type Tale } from './story.ts'
import * as texts from './texts.ts'

const { interview } = moveup.followUp!
/** Nobody has seen her since the group began, and things are not stable. */
const overdue = 4
const of = (tale: Tale, { number }: Neighbour) => ({ enrolmentId: tale.enrolments.get(number)! })

export function accompanyOneByOne(tale: Tale): void {
  for (const person of neighbours) {
    const { number, way, groupLanguage } = person
    if (way.at !== 'group' || way.ends === 'dropped') continue
    const said = texts.followUp[groupLanguage]
    onDay(tale, person, groupsStart + 5, async (on) => {
      await meet(tale, person, { kind: 'talk', on, purpose: said.purpose })
      await settle(tale, person, { state: 'held', result: said.result })
      await tale.world.post(tale.as('sofie'), paths.stability(of(tale, person)), {
        stable: number === overdue ? 'no' : 'yes',
      })
    })
    if (number === overdue) continue
    // Some were not there the first time.
    if (number % 5 === 1)
      onDay(tale, person, -34 + number, async (on) => {
        await meet(tale, person, { kind: 'interview', on, purpose: null })
        await settle(tale, person, { state: 'missed', result: null })
      })
    if (way.ends) continue
    onDay(tale, person, -26 + number, async (on) => {
      await meet(tale, person, { kind: 'interview', on, purpose: null })
      await hold(tale, person, on)
      if (number % 3 === 0)
        await meet(tale, person, { kind: 'talk', on: tale.world.workday(6 + number), purpose: said.purpose })
    })
  }
  institutions(tale)
  situations(tale)
}

type Meeting = { kind: 'talk' | 'interview'; on: string; purpose: string | null }

const meet = (tale: Tale, person: Neighbour, { kind, on, purpose }: Meeting) =>
  tale.world.post(tale.as('sofie'), paths.plan(of(tale, person)), {
    ...{ kind, onDate: typedDay(on), atTime: `${10 + (person.number % 6)}:00`, purpose },
    place: sites[0]!.address,
    withUser: tale.accounts.ids.sofie,
  })

/** The appointment of today, which is the only one still planned. */
async function open(tale: Tale, person: Neighbour): Promise<string> {
  const { enrolmentId } = of(tale, person)
  const all = await tale.world.as(tale.as('sofie'), (tx) =>
    listAppointments(tx, tale.world.services.vault, enrolmentId),
  )
  return all.find(({ state }) => state === 'planned')!.id
}

const settle = async (tale: Tale, person: Neighbour, form: { state: string; result: string | null }) =>
  tale.world.post(tale.as('sofie'), paths.result({ appointmentId: await open(tale, person) }), form)

/** Nothing has to be answered; of one question somebody would rather not speak. */
async function hold(tale: Tale, person: Neighbour, on: string) {
  const chance = tale.world.random.branch(`interview ${person.number}`)
  const said = texts.followUp[person.groupLanguage]
  const silent = person.number % 6 === 0 ? 'obstacles' : null
  await tale.world.post(tale.as('sofie'), paths.interview({ appointmentId: await open(tale, person) }), {
    heldOn: typedDay(on),
    ...Object.fromEntries(
      interview.flatMap(({ key, points }) => [
        ...(points ? [[`point.${key}`, chance.whole(2, points.length)]] : []),
        ...(key === silent ? [[`silent.${key}`, true]] : []),
        ...(key !== silent && key in said.interview
          ? [[`words.${key}`, said.interview[key as keyof typeof said.interview]]]
          : []),
      ]),
    ),
  })
}

type Procedure = {
  number: number
  kind: string
  opened: number
  /** Days from today by which it should be through. */
  due: number
  steps: readonly (readonly [day: number, state: string])[]
}

const procedures: readonly Procedure[] = [
  {
    number: 9,
    kind: 'diploma',
    opened: -50,
    due: 30,
    steps: [
      [-44, 'sent'],
      [-30, 'waiting'],
    ],
  },
  { number: 10, kind: 'diploma', opened: -47, due: -6, steps: [[-40, 'sent']] },
  {
    number: 17,
    kind: 'student-status',
    opened: -40,
    due: -12,
    steps: [
      [-33, 'sent'],
      [-15, 'granted'],
    ],
  },
  {
    number: 14,
    kind: 'student-status',
    opened: -28,
    due: -4,
    steps: [
      [-25, 'sent'],
      [-10, 'refused'],
    ],
  },
  { number: 5, kind: 'letter', opened: -20, due: -15, steps: [[-16, 'settled']] },
  { number: 2, kind: 'route', opened: -44, due: -40, steps: [[-41, 'settled']] },
  { number: 1, kind: 'letter', opened: -3, due: 4, steps: [] },
]

/** Equivalence of a diploma, student status, a letter, a route: each with its day and what came of it. */
function institutions(tale: Tale) {
  for (const { number, kind, opened, due, steps } of procedures) {
    const person = neighbours[number]!
    const said = texts.procedures[person.groupLanguage]
    onDay(tale, person, opened, async () => {
      const procedureId = await sent(tale, 'sofie', paths.newProcedure(of(tale, person)), {
        ...{ kind, institution: said.institution, dueOn: typedDay(tale.world.day(due)), words: said.words },
      })
      for (const [day, state] of steps)
        onDay(tale, person, day, () =>
          tale.world.post(tale.as('sofie'), paths.procedure({ procedureId }), { state, words: said[state as 'sent'] }),
        )
    })
  }
}

const noted: readonly { number: number; theme: string; day: number; settled?: number }[] = [
  { number: 0, theme: 'contraintes_familiales', day: -50, settled: -45 },
  { number: 3, theme: 'logement', day: -38 },
  { number: 9, theme: 'formation', day: -30 },
  { number: 11, theme: 'logement', day: -13 },
  { number: 12, theme: 'numerique', day: -27, settled: -9 },
  { number: 15, theme: 'mobilite', day: -22 },
]

/** Theme, situation, target, action: noted by the social worker; what is settled says who did and when. */
function situations(tale: Tale) {
  for (const { number, theme, day, settled } of noted) {
    const person = neighbours[number]!
    onDay(tale, person, day, async () => {
      const { enrolmentId } = of(tale, person)
      await tale.world.post(tale.as('sofie'), paths.situations({ enrolmentId }), {
        ...{ theme, situations: [situationsOf(theme)[0]!.code] },
      })
      const [found] = await tale.world.as(tale.as('sofie'), (tx) =>
        listSituations(tx, tale.world.services.vault, enrolmentId),
      )
      const situationId = found!.id
      await tale.world.post(tale.as('sofie'), paths.aims({ situationId }), {
        targets: targetsOf(theme)
          .slice(0, 1)
          .map(({ code }) => code),
        actions: actionsOf(theme)
          .slice(0, 1)
          .map(({ code }) => code),
        dueOn: typedDay(tale.world.day(day + 30)),
      })
      if (settled !== undefined)
        onDay(tale, person, settled, () => tale.world.post(tale.as('sofie'), paths.settlement({ situationId })))
    })
  }
}
