// A programme with people who wait, their sheets filled in, and two groups on offer: what tests of composing start from.
import { toWaitingList } from '../../app/features/compositions/list.ts'
import { findComposition } from '../../app/features/compositions/store.ts'
import { readSituation } from '../../app/features/compositions/view.ts'
import { addDays } from '../../app/shared/time/dates.ts'
import { newId, type TestSite, testToday } from './site.ts'

export type ComposeWorld = Awaited<ReturnType<typeof givenComposing>>

export type Waiting = { personId: string; enrolmentId: string }

/** `people` wait with complete sheets and are candidates; two offers of 2 to 3 people in French on Monday and Tuesday mornings. */
export async function givenComposing(site: TestSite, { people = 6, language = 'en', blueprint = 'focustravail' } = {}) {
  const { given, sql } = site
  const unit = await given.institution('programme-unit')
  const service = await given.institution('social-service')
  const coordinator = await given.staff('coordinator', { institutionId: unit, language })
  const office = await given.staff('programme-office', { institutionId: unit })
  const coach = await given.staff('coach', { institutionId: unit, name: 'Carla Coach' })
  const other = await given.staff('coach', { institutionId: unit, name: 'Otto Other' })
  const referrer = await given.staff('social-worker', { institutionId: service })
  const programmeId = await given.programme({ by: coordinator, office, blueprint })
  const compositionId = newId()
  await sql(
    `insert into compositions (id, programme_id, name, mode, made_by, made_on) values ($1, $2, 'January', 'mixed', $3, $4)`,
    [compositionId, programmeId, coordinator.id, testToday],
  )

  const sheet = async (personId: string, changes: Record<string, unknown> = {}) => {
    const row = {
      group_languages: ['fr'],
      schooling: 'up-to-12',
      place: 'Rivemont',
      mobile: true,
      half_days: ['mon-am', 'tue-am', 'wed-am', 'thu-am', 'fri-am'],
      childcare: 'no',
      earliest_start: testToday,
      ...changes,
    }
    const names = Object.keys(row)
    await sql('delete from positioning_sheets where person_id = $1', [personId])
    await sql(
      `insert into positioning_sheets (person_id, ${names.join(', ')}) values ($1, ${names.map((_, i) => `$${i + 2}`).join(', ')})`,
      [personId, ...Object.values(row)],
    )
  }
  const levels = async (personId: string, level = 'A2') => {
    for (const skill of ['oral-reception', 'oral-production', 'reading', 'writing'])
      await sql(
        `insert into language_levels (id, person_id, language, skill, level, source, assessed_on) values ($1, $2, 'fr', $3, $4, 'observed', $5)`,
        [newId(), personId, skill, level, testToday],
      )
  }
  const choose = (one: Waiting) =>
    sql(
      'insert into composition_candidates (composition_id, programme_id, enrolment_id, person_id, added_by) values ($1, $2, $3, $4, $5)',
      [compositionId, programmeId, one.enrolmentId, one.personId, coordinator.id],
    )
  /** Somebody who waits, informed, of whom nothing is known but the language they want. */
  const waiting = async (firstName: string): Promise<Waiting> => {
    const personId = await given.person({ by: referrer, firstName, lastName: null, birthDate: '1990-05-01' })
    return { personId, enrolmentId: await given.enrolment({ personId, programmeId, by: referrer, stage: 'informed' }) }
  }
  const candidates: Waiting[] = []
  for (let i = 0; i < people; i += 1) {
    const one = await waiting(`Person${i}`)
    await sheet(one.personId)
    await levels(one.personId)
    await choose(one)
    candidates.push(one)
  }

  const offer = async (changes: Record<string, unknown> = {}) => {
    const id = newId()
    const row = {
      id,
      composition_id: compositionId,
      programme_id: programmeId,
      position: 0,
      name: 'Lilas',
      language: 'fr',
      place: 'Rivemont',
      site: 'Maison du Lac',
      room: 'Salle 1',
      half_days: ['mon-am', 'tue-am', 'wed-am'],
      starts_on: addDays(testToday, 14),
      min: 2,
      max: 3,
      coach_id: coach.id,
      made_by: coordinator.id,
      ...changes,
    }
    const names = Object.keys(row)
    await sql(
      `insert into composition_offers (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    )
    return id
  }
  const offers = [
    await offer(),
    await offer({ name: 'Pont', position: 1, coach_id: other.id, room: 'Salle 2', childcare_seats: 1 }),
  ]
  return {
    coordinator,
    office,
    coach,
    other,
    referrer,
    programmeId,
    compositionId,
    candidates,
    offers,
    waiting,
    sheet,
    levels,
    choose,
    offer,
  }
}

/** A finished run and its plan as the engine would leave them: for each candidate the offer's position, or null for the list. */
export async function givenPlan(
  site: TestSite,
  world: Pick<ComposeWorld, 'coordinator' | 'programmeId' | 'compositionId' | 'candidates'>,
  places: readonly (number | null)[],
): Promise<string> {
  const { coordinator, programmeId, compositionId } = world
  return site.asActor(coordinator, async (tx) => {
    const composition = (await findComposition(tx, compositionId))!
    const { candidates, offers, programme } = await readSituation(tx, composition)
    const list = toWaitingList({
      ...{ candidates, offers, pairs: [], languages: programme.settings.languages, today: testToday },
    })
    const candidateAt = (id: string) => world.candidates.findIndex((one) => one.enrolmentId === id)
    const [runId, planId] = [newId(), newId()]
    const common = { programme_id: programmeId, composition_id: compositionId, made_by: coordinator.id }
    const engine = { seed: 1, engine_version: 'test' }
    const run = { run_id: runId, programme_id: programmeId }
    await tx
      .insertInto('composition_runs')
      .values({ id: runId, ...common, ...engine, mode: composition.mode, state: 'finished' })
      .execute()
    await tx
      .insertInto('composition_run_offers')
      .values(
        list.offers.map((facts, position) => ({
          ...{ ...run, position, offer_id: facts.id },
          facts: JSON.stringify({ ...facts, name: offers[position]!.name }),
        })),
      )
      .execute()
    const people = list.persons.map((facts, position) => ({
      ...{ ...run, position, facts: JSON.stringify(facts), enrolment_id: facts.id },
      person_id: candidates.find((one) => one.enrolmentId === facts.id)!.personId,
    }))
    await tx.insertInto('composition_run_people').values(people).execute()
    await tx
      .insertInto('composition_plans')
      .values({
        ...{ id: planId, ...common, ...engine, run_id: runId, number: 1, origin: 'proposed' },
        ...{ score: 0, seats: places.filter((place) => place !== null).length, soft_cost: 0, iterations: 1 },
      })
      .execute()
    await tx
      .insertInto('composition_plan_people')
      .values(
        people.map(({ enrolment_id, person_id }) => ({
          ...{ plan_id: planId, ...run, enrolment_id, person_id },
          offer: places[candidateAt(enrolment_id)] ?? null,
        })),
      )
      .execute()
    return planId
  })
}
