// A study that is about to begin: its design stands, a colleague has drawn the seed, and the groups wait for their method. What chance
// allots is left to whoever visits: the seed is a secret of each world, and two worlds of the same seed and day are the same.
import { paths } from '../../app/features/studies/paths.ts'
import { newId } from '../../app/shared/db/database.ts'
import type { Story } from './story.ts'

export function planStudy(story: Story): void {
  const { world } = story
  world.plan(world.workday(-4), undefined, async () => {
    const studyId = newId()
    await world.post(story.as('helene'), paths.create({ programmeId: story.programmeId }), {
      id: studyId,
      unit: 'group',
      method: 'minimisation-v1',
      name: 'Trois entrées / Drei Einstiege',
      'arm-1': 'Atelier',
      'arm-2': 'Portfolio',
      'arm-3': 'Tandem',
      'weight-language': '1',
      'weight-site': '1',
      'weight-women': '0.5',
      p: '0.8',
      measure: 'range',
      intent: 'confirm',
    })
    await world.post(story.as('brigitte'), paths.seed({ studyId }))
  })
}
