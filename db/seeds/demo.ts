// The demo: the invented town Rivemont / Uferwil, eight months into its first FocusTravail programme; and a second one,
// Lindebourg / Lindeburg, in its first year of MOVE'UP (moveup/).
import type pg from 'pg'
import { paths as attendance } from '../../app/features/attendance/paths.ts'
import type { DemoRecord } from '../../app/features/demo/logins.ts'
import { paths as peoplePaths } from '../../app/features/people/paths.ts'
import type { PlainDate } from '../../app/shared/time/dates.ts'
import type { Site } from '../../app/site.ts'
import { openAccounts } from './accounts.ts'
import { cast } from './cast.ts'
import { composeGroups } from './composing.ts'
import { type Folk, inventPeople } from './folk.ts'
import { type GroupPlan, liveGroup, planGroups } from './groups.ts'
import { openFile } from './intake.ts'
import { openColleagues } from './moveup/accounts.ts'
import { tellMoveup } from './moveup/moveup.ts'
import { knowPartners } from './partners.ts'
import { foundProgramme } from './programme.ts'
import { readNotices } from './reading.ts'
import type { Story } from './story.ts'
import { planStudy } from './study.ts'
import { getReady, neverStart, wait } from './way-in.ts'
import { openWorld } from './world.ts'

export async function buildDemo(
  site: Site,
  owner: pg.Client,
  { seed, today, log }: { seed: number; today: PlainDate; log: (line: string) => void },
): Promise<DemoRecord> {
  const world = await openWorld(site, owner, { seed, today })
  try {
    const accounts = await openAccounts(world)
    const colleagues = await openColleagues(world, accounts.sessions.mathias)
    const logins = [...accounts.logins, ...colleagues.logins]
    log(`  ${logins.length} professionals have joined.`)
    const story: Story = {
      world,
      accounts,
      folk: inventPeople(world.random.branch('people'), today),
      programmeId: '',
      people: new Map(),
      enrolments: new Map(),
      groups: new Map(),
      cards: new Map(),
      sessionToday: '',
      as: (member) => accounts.sessions[member],
    }
    const tale = tellMoveup(world, colleagues)
    foundProgramme(story)
    const plans = planGroups(today)
    for (const person of story.folk) live(story, person, plans)
    for (const plan of plans) liveGroup(story, plan)
    knowPartners(story)
    planStudy(story)
    composeGroups(story)
    readNotices(story)
    await tell(story, log)
    return {
      seed,
      today,
      staff: logins,
      participants: [...story.cards.values(), ...tale.cards.values()].map(({ session: _, ...login }) => login),
      visit: worthSeeing(story),
      url: null,
    }
  } finally {
    await world.close()
  }
}

/** Somebody's way, decided beforehand; what happens in groups is theirs to plan. */
function live(story: Story, person: Folk, plans: GroupPlan[]): void {
  const chance = story.world.random.branch(`life ${person.number}`)
  const { way } = person
  if (way.kind === 'known') openFile(story, person, -chance.whole(1, 200))
  if (way.kind === 'group') getReady(story, person, plans.find(({ key }) => key === way.group)!.start)
  if (way.kind === 'waiting') wait(story, person, way.stage)
  if (way.kind === 'never-started') neverStart(story, person)
}

/** The three pages to visit first. */
function worthSeeing({ folk, people, sessionToday }: Story): DemoRecord['visit'] {
  const nadia = folk[0]!
  return [
    { path: '/', as: cast.helene.name, about: 'from the referral to the first step, and where people are lost' },
    {
      path: peoplePaths.show({ personId: people.get(nadia.number)! }),
      as: cast[nadia.holder].name,
      about: 'one person’s story on one page',
    },
    {
      path: attendance.register({ sessionId: sessionToday }),
      as: cast.marc.name,
      about: 'today’s half-day, one tap a person',
    },
  ]
}

async function tell({ world }: Story, log: (line: string) => void) {
  let month = ''
  await world.run((day) => {
    if (month && day.startsWith(month)) return
    month = day.slice(0, 7)
    log(`  ${month} …`)
  })
}
