// The demo: the invented town Rivemont / Uferwil, eight months into its first FocusTravail programme.
import type pg from 'pg'
import type { DemoRecord } from '../../app/features/demo/logins.ts'
import type { PlainDate } from '../../app/shared/time/dates.ts'
import type { Site } from '../../app/site.ts'
import { openAccounts } from './accounts.ts'
import { inventPeople } from './folk.ts'
import { openFile } from './intake.ts'
import { foundProgramme } from './programme.ts'
import type { Story } from './story.ts'
import { openWorld } from './world.ts'

export async function buildDemo(
  site: Site,
  owner: pg.Client,
  { seed, today, log }: { seed: number; today: PlainDate; log: (line: string) => void },
): Promise<DemoRecord> {
  const world = await openWorld(site, owner, { seed, today })
  try {
    const accounts = await openAccounts(world)
    log(`  ${accounts.logins.length} professionals have joined.`)
    const story: Story = {
      world,
      accounts,
      folk: inventPeople(world.random.branch('people'), today),
      people: new Map(),
      programmeId: '',
      as: (member) => accounts.sessions[member],
    }
    foundProgramme(story)
    const chance = world.random.branch('intake')
    for (const person of story.folk) openFile(story, person, -chance.whole(1, 200))
    let month = ''
    await world.run((day) => {
      if (month && day.startsWith(month)) return
      month = day.slice(0, 7)
      log(`  ${month} …`)
    })
    return { seed, today, staff: accounts.logins, participants: [], visit: [], url: null }
  } finally {
    await world.close()
  }
}
