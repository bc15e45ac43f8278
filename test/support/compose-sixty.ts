// Sixty people who wait and three groups on offer: the exchange format's example as a site has it, for looking at whole plans.
import { addDays } from '../../app/shared/time/dates.ts'
import { type ComposeWorld, givenComposing, type Waiting } from './compose-world.ts'
import { example } from './lists.ts'
import { newId, type TestSite, testToday } from './site.ts'

const firstNames = [
  'Amina',
  'Bilal',
  'Chiara',
  'Dragan',
  'Elif',
  'Farid',
  'Grace',
  'Hamid',
  'Irina',
  'Jamal',
  'Karima',
  'Luis',
]
const lastNames = ['Haddad', 'Kovač', 'Mendes', 'Okafor', 'Yilmaz']
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri']
const halfDayOf = (slot: number) => `${weekdays[Math.floor(slot / 2)]}-${slot % 2 === 0 ? 'am' : 'pm'}`
const schooling = ['never', 'up-to-6', 'up-to-12', 'more']
const levels = ['none', 'A1.1', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2']

/** After the holidays: twelve half-days follow without a gap. */
const start = addDays(testToday, 49)

/** Everybody is a candidate and every sheet is complete: a proposal can start at once. */
export async function givenSixty(site: TestSite, { language = 'en' } = {}): Promise<ComposeWorld> {
  const { sql, given } = site
  const world = await givenComposing(site, { people: 0, language })
  const { programmeId, compositionId, coordinator, referrer } = world
  await sql('update composition_offers set withdrawn_at = now() where composition_id = $1', [compositionId])
  const list = example(60)
  const enrolmentOf = new Map<string, Waiting>()
  for (const [i, person] of list.persons.entries()) {
    const personId = await given.person({
      by: referrer,
      firstName: firstNames[i % firstNames.length]!,
      lastName: lastNames[Math.floor(i / firstNames.length)]!,
      birthDate: `${Number(testToday.slice(0, 4)) - person.age!}-05-01`,
      gender: person.gender,
    })
    const enrolmentId = await given.enrolment({ personId, programmeId, by: referrer, stage: 'informed' })
    await sql('update enrolments set created_on = $2, language = $3 where id = $1', [
      enrolmentId,
      addDays(testToday, -person.waitedDays),
      person.langs[0]!.toLowerCase(),
    ])
    await world.sheet(personId, {
      group_languages: person.langs.map((one) => one.toLowerCase()),
      schooling: schooling[person.schooling!],
      place: person.place,
      mobile: person.mobile,
      half_days: person.avail.flatMap((free, slot) => (free === 1 ? [halfDayOf(slot)] : [])),
      childcare: person.childcare ? 'yes' : 'no',
      earliest_start: addDays(start, person.earliestStart),
    })
    for (const [skill, level] of [
      ['oral-reception', person.oral],
      ['oral-production', person.oral],
      ['reading', person.reading],
      ['writing', person.writing],
    ] as const)
      await sql(
        `insert into language_levels (id, person_id, language, skill, level, source, assessed_on) values ($1, $2, $3, $4, $5, 'observed', $6)`,
        [newId(), personId, person.langs[0]!.toLowerCase(), skill, levels[level!], testToday],
      )
    const one = { personId, enrolmentId }
    await world.choose(one)
    enrolmentOf.set(person.id, one)
    world.candidates.push(one)
  }
  const names = ['Lilas', 'Pont', 'Seeufer']
  const offers: string[] = []
  for (const [position, offer] of list.offers.entries())
    offers.push(
      await world.offer({
        position,
        name: names[position],
        language: offer.language.toLowerCase(),
        place: offer.place,
        half_days: offer.slots.map(halfDayOf),
        starts_on: start,
        min: offer.min,
        max: offer.max,
        childcare_seats: offer.childcareSeats,
        coach_id: position === 2 ? world.other.id : world.coach.id,
        room: `Salle ${position + 1}`,
      }),
    )
  for (const kind of ['apart', 'together'] as const)
    for (const pair of list[kind]) {
      const [a, b] = pair.map((id) => enrolmentOf.get(id)!.personId)
      await sql(
        `insert into person_pairs (id, programme_id, person_id, other_id, kind, reason, made_by, made_on) values ($1, $2, $3, $4, $5, '', $6, $7)`,
        [newId(), programmeId, a, b, kind, coordinator.id, testToday],
      )
    }
  return { ...world, offers }
}
