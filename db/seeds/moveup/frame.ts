// The programme, its sites and staff; the files of the neighbours and their registration.
import { infoSections } from '../../../app/blueprints/blueprint.ts'
import { paths as people } from '../../../app/features/people/paths.ts'
import { paths as programmes } from '../../../app/features/programmes/paths.ts'
import { paths as referrals } from '../../../app/features/referrals/paths.ts'
import { participantLanguages } from '../../../app/shared/i18n/languages.ts'
import { town } from './cast.ts'
import { type Neighbour, neighbours } from './folk.ts'
import { onDay, sent, type Tale } from './story.ts'
import * as texts from './texts.ts'

/** Days from today. Older than the other town's programme. */
export const founded = -330
export const sites = [
  {
    name: 'Département formation et emploi / Departement opleiding en werk',
    address: 'Rue des Tilleuls 14, 1999 Lindebourg',
  },
  { name: 'Antenne du Canal / Antenne Kanaal', address: 'Kanaalkaai 3, 1999 Lindeburg' },
]
/** The first day of both groups. */
export const groupsStart = -57

export function foundMoveup(tale: Tale): void {
  const { world } = tale
  world.plan(world.day(founded), undefined, async () => {
    tale.programmeId = await sent(tale, 'pauline', programmes.create(), {
      blueprint: 'moveup',
      startsOn: world.day(founded),
      endsOn: world.day(founded + 2 * 365),
    })
    const { programmeId } = tale
    const pauline = tale.as('pauline')
    await world.post(
      pauline,
      programmes.edit({ programmeId, section: 'sites' }),
      Object.fromEntries(
        sites.flatMap(({ name, address }, at) => [
          [`sites.${at}.name`, name],
          [`sites.${at}.address`, address],
        ]),
      ),
    )
    for (const colleague of ['joris', 'nele'] as const)
      await world.post(pauline, programmes.addStaff({ programmeId }), { userId: tale.accounts.ids[colleague] })
  })
}

/** When somebody was registered, counted from today: those of the groups half a year ago, the others since. */
export const registeredOn = ({ number, way }: Neighbour): number => {
  if (way.at === 'group') return -168 + number * 4
  if (way.at === 'elsewhere') return -120
  return { tested: -48, reviewed: -24, registered: -8, candidate: -2 }[way.at] - (number % 4) * 3
}

export function knowNeighbours(tale: Tale): void {
  for (const person of neighbours) {
    const day = registeredOn(person)
    onDay(tale, person, day - 12, async () => {
      tale.people.set(person.number, await sent(tale, person.holder, people.create(), fileOf(person)))
    })
  }
}

/** After the list, so that those who came by it are registered from it. */
export function registerNeighbours(tale: Tale): void {
  for (const person of neighbours)
    if (person.way.at !== 'candidate') onDay(tale, person, registeredOn(person), () => register(tale, person))
}

const fileOf = ({ number, firstName, lastName, gender, language, groupLanguage, born, oral }: Neighbour) => ({
  firstName,
  lastName,
  birthDate: `${10 + (number % 18)}.${String(1 + (number % 12)).padStart(2, '0')}.${born}`,
  gender,
  language,
  interpreter: oral === 'none' || (oral === 'pre-A1' && number % 2 === 0),
  phone: `0470 00 ${10 + number} ${10 + ((number * 7) % 90)}`,
  street: `${groupLanguage === 'fr' ? 'Rue des Tilleuls' : 'Lindestraat'} ${3 + number * 2}`,
  postalCode: town.postalCode,
  town: town[groupLanguage],
})

async function register(tale: Tale, person: Neighbour): Promise<void> {
  const { number, groupLanguage: language, holder } = person
  const chance = tale.world.random.branch(`registration ${number}`)
  const halfDays = ['mon', 'tue', 'wed', 'thu', 'fri'].flatMap((day) => [`${day}-am`, `${day}-pm`])
  // Who tells something, tells it; "not disclosed" is an answer like any other.
  const enrolmentId = await sent(tale, holder, referrals.refer({ personId: tale.people.get(number)! }), {
    programmeId: tale.programmeId,
    language,
    part: 'global',
    reason: chance.pick(texts.reasons[language]),
    expectation: chance.pick(texts.expectations[language]),
    explained: infoSections,
    sheetLanguage: (participantLanguages as readonly string[]).includes(person.language) ? person.language : language,
    birthYear: person.born,
    gender: person.gender,
    schooling: person.schooling,
    digital: chance.pick(['none', 'phone-only', 'phone-only', 'with-help']),
    place: sites[language === 'fr' ? 0 : 1]!.name.split(' / ')[language === 'fr' ? 0 : 1],
    mobile: chance.chance(0.8) ? 'yes' : 'no',
    halfDays: chance.chance(0.7) ? halfDays : halfDays.filter((half) => half.endsWith('am')),
    childcare: chance.pick(['no', 'no', 'yes', 'not-disclosed']),
    freeNow: true,
    vocationalTraining: chance.pick(['none', 'none', 'completed-abroad', 'not-disclosed']),
    yearsOutOfWork: chance.pick(['1-2', '3-5', 'never-worked', 'not-disclosed']),
    levelSource: 'self-declared',
    ...Object.fromEntries(
      (['oral-reception', 'oral-production'] as const).map((skill) => [`level.${language}.${skill}`, person.oral]),
    ),
    ...Object.fromEntries(
      (['reading', 'writing'] as const).map((skill) => [`level.${language}.${skill}`, person.written]),
    ),
  })
  tale.enrolments.set(number, enrolmentId)
}
