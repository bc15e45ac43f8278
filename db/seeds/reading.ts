// Notices are read: what happened long ago no longer stands on anybody's first page.
import { paths } from '../../app/features/notices/paths.ts'
import { listNotices } from '../../app/features/notices/store.ts'
import { cast, type MemberKey } from './cast.ts'
import type { Story } from './story.ts'

/** On two days everybody who gets notices looks through theirs. */
export function readNotices(story: Story): void {
  const { world } = story
  for (const offset of [-60, -5])
    for (const key of Object.keys(cast) as MemberKey[])
      world.plan(world.workday(offset), undefined, async () => {
        for (const { id } of await world.as(story.as(key), (tx) => listNotices(tx)))
          await world.post(story.as(key), paths.seen({ noticeId: id }))
      })
}
