import { fields, formState, parseForm } from '../../shared/forms/forms.ts'
import { act, type Ctx, page } from '../../shared/http/doors.tsx'
import { invalid, notFound, refused, seeOther, show } from '../../shared/http/outcome.ts'
import { mayRead } from '../groups/policy.ts'
import { findGroup } from '../groups/store.ts'
import { ContentLevelPage } from './pages/show.tsx'
import { paths } from './paths.ts'
import { mayDecideContent } from './policy.ts'
import { addContentLevel } from './store.ts'
import { viewContentLevel } from './view.ts'

const find = ({ tx, params }: { tx: Ctx['tx']; params: { groupId: string } }) => findGroup(tx, params.groupId)

export const routes = [
  page(paths.show, { policy: mayRead, find }, async ({ tx, actor, subject: group }) => {
    const view = await viewContentLevel(tx, actor, group)
    return view ? show(<ContentLevelPage group={group} view={view} state={{}} />) : notFound()
  }),

  act(paths.show, { policy: mayDecideContent, find }, async ({ tx, actor, typed, today, subject: group }) => {
    const view = await viewContentLevel(tx, actor, group)
    if (!view) return notFound()
    const parsed = parseForm({ level: fields.choice(view.levels.map(({ key }) => key)) }, typed)
    if (!parsed.ok) return invalid(<ContentLevelPage group={group} view={view} state={formState(parsed)} />)
    if (!view.can.decide)
      return refused(
        <ContentLevelPage group={group} view={view} state={{}} refusal={{ key: 'contentLevels.closed' }} />,
      )
    const { level } = parsed.value
    await addContentLevel(tx, actor, { groupId: group.id, level, suggested: view.suggested?.key ?? null, today })
    return seeOther(paths.show({ groupId: group.id }), {
      did: { act: 'contentLevels.decide', on: ['group', group.id] },
      say: 'contentLevels.saved',
    })
  }),
]
