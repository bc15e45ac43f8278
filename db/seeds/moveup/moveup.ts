// The second story of the demo: Lindebourg / Lindeburg, a year into MOVE'UP. Each part is told by those who would act.

import { paths } from '../../../app/features/notices/paths.ts'
import { listNotices } from '../../../app/features/notices/store.ts'
import type { Accounts } from '../accounts.ts'
import type { World } from '../world.ts'
import { noteAims } from './aims.ts'
import { type ColleagueKey, cast } from './cast.ts'
import { followChanges } from './changes.ts'
import { evaluateTogether } from './evaluations.ts'
import { accompanyOneByOne } from './follow-up.ts'
import { foundMoveup, knowNeighbours, registerNeighbours } from './frame.ts'
import { liveGroups } from './groups.ts'
import { testAgain, testNeighbours } from './language.ts'
import { askStatuses, keepBooks } from './money.ts'
import { listNeighbours, orientNeighbours } from './orientation.ts'
import { reportOnTheEnd } from './reports.ts'
import { noteSignals } from './signals.ts'
import { askSmileys } from './smileys.ts'
import { newTale, type Tale } from './story.ts'

/** Plans everything that happens in the second town. */
export function tellMoveup(world: World, accounts: Accounts<ColleagueKey>): Tale {
  const tale = newTale(world, accounts)
  foundMoveup(tale)
  knowNeighbours(tale)
  listNeighbours(tale)
  registerNeighbours(tale)
  orientNeighbours(tale)
  testNeighbours(tale)
  noteAims(tale)
  accompanyOneByOne(tale)
  keepBooks(tale)
  askStatuses(tale)
  readOldNotices(tale)
  const parts = [
    followChanges(tale),
    testAgain(tale),
    noteSignals(tale),
    askSmileys(tale),
    reportOnTheEnd(tale),
    evaluateTogether(tale),
  ]
  liveGroups(tale, async (given) => {
    for (const part of parts) await part(given)
  })
  return tale
}

/** What happened a month ago no longer stands on anybody's first page. */
function readOldNotices(tale: Tale): void {
  const { world } = tale
  for (const key of Object.keys(cast) as ColleagueKey[])
    world.plan(world.workday(-21), undefined, async () => {
      for (const { id } of await world.as(tale.as(key), (tx) => listNotices(tx)))
        await world.post(tale.as(key), paths.seen({ noticeId: id }))
    })
}
