// The programme is founded eight months before today, with its sites, dates and people.
import { paths } from '../../app/features/programmes/paths.ts'
import { idIn, type Story } from './story.ts'

/** Days from today. */
export const founded = -242

export const sites = [
  { name: 'Maison du Lac / Seehaus', address: 'Quai des Vernes 8, 2599 Rivemont' },
  { name: 'Alte Giesserei / Ancienne Fonderie', address: 'Giessereistrasse 21, 2599 Uferwil' },
]

export function foundProgramme(story: Story): void {
  const { world, accounts } = story
  const helene = story.as('helene')
  world.plan(world.day(founded), undefined, async () => {
    const startsOn = world.day(founded + 7)
    const endsOn = world.day(founded + 7 + 3 * 365)
    story.programmeId = idIn(await world.post(helene, paths.create(), { blueprint: 'focustravail', startsOn, endsOn }))
    const { programmeId } = story
    await world.post(
      helene,
      paths.edit({ programmeId, section: 'sites' }),
      Object.fromEntries(
        sites.flatMap(({ name, address }, at) => [
          [`sites.${at}.name`, name],
          [`sites.${at}.address`, address],
        ]),
      ),
    )
    await world.post(helene, paths.addStaff({ programmeId }), { userId: accounts.ids.brigitte })
  })
}
