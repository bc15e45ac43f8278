// The next groups are being composed: everybody who waits, five groups that could be opened, and what is still to ask.
import { paths } from '../../app/features/compositions/paths.ts'
import type { MemberKey } from './cast.ts'
import type { Folk } from './folk.ts'
import { sites } from './programme.ts'
import { idIn, type Story, typedDay } from './story.ts'

/** Days from today. */
const start = 28

type Offered = {
  name: string
  language: 'fr' | 'de'
  place: string
  site: number
  room: string
  halfDays: string[]
  coach: MemberKey
  trainee?: MemberKey
  childcareSeats: number
}
/** Three that can be filled from who waits, and one that shows why a group is not opened. */
/** Many who wait need a place for a child, and are free in the mornings only: the groups have their half-days accordingly. */
const offers: Offered[] = [
  {
    ...{ name: 'Sureau', language: 'fr', place: 'Les Vernes', site: 0, room: 'Salle 1', coach: 'marc' },
    ...{ halfDays: ['mon-am', 'tue-am', 'thu-am'], childcareSeats: 4, trainee: 'ivana' },
  },
  {
    ...{ name: 'Platane', language: 'fr', place: 'Rivemont-Centre', site: 0, room: 'Salle 2', coach: 'marc' },
    ...{ halfDays: ['mon-pm', 'wed-pm', 'thu-pm'], childcareSeats: 2 },
  },
  {
    ...{ name: 'Ahorn', language: 'de', place: 'Uferwil-Dorf', site: 1, room: 'Raum 3', coach: 'lukas' },
    ...{ halfDays: ['mon-am', 'tue-am', 'wed-am'], childcareSeats: 8 },
  },
  {
    ...{ name: 'Linde', language: 'de', place: 'Rivemont-Centre', site: 0, room: 'Salle 1', coach: 'lukas' },
    ...{ halfDays: ['mon-pm', 'tue-pm', 'fri-pm'], childcareSeats: 6 },
  },
  {
    ...{ name: 'Buche', language: 'de', place: 'Rivemont-Gare', site: 0, room: 'Salle 2', coach: 'selin' },
    ...{ halfDays: ['tue-am', 'wed-am', 'thu-am'], childcareSeats: 6 },
  },
]

export function composeGroups(story: Story): void {
  const { world, accounts } = story
  const helene = story.as('helene')
  world.plan(world.workday(-1), undefined, async () => {
    const { programmeId } = story
    const compositionId = idIn(
      (await world.post(helene, paths.create({ programmeId }), { name: 'Départs de l’hiver', mode: 'mixed' })).replace(
        programmeId,
        '',
      ),
    )
    await world.post(helene, paths.candidates({ compositionId }), { do: 'all' })
    for (const { site, coach, trainee, ...offer } of offers)
      await world.post(helene, paths.newOffer({ compositionId }), {
        ...offer,
        site: sites[site]!.name,
        startsOn: typedDay(world.day(start)),
        ...{ min: 6, max: 12 },
        coachId: accounts.ids[coach],
        traineeId: trainee && accounts.ids[trainee],
      })
    const waiting = story.folk.filter(({ way, groupLanguage }) => way.kind === 'waiting' && groupLanguage === 'fr')
    const pair = (a: number, b: number, kind: 'apart' | 'together', reason: string) =>
      world.post(helene, paths.pairs({ programmeId }), {
        ...{ one: idOf(story, waiting[a]!), other: idOf(story, waiting[b]!), kind, reason },
      })
    await pair(3, 11, 'apart', 'Conflit de voisinage ; les deux le demandent.')
    await pair(6, 14, 'together', 'Se soutiennent pour les trajets et les enfants.')
  })
}

const idOf = (story: Story, { number }: Folk) => story.people.get(number)
