import { type FormState, Refusal, StaffLayout, useView } from '../../../shared/ui/index.ts'
import type { Group } from '../../groups/group.ts'
import { paths as groups } from '../../groups/paths.ts'
import { ContentLevelSection } from '../parts/section.tsx'
import type { ContentLevelView } from '../view.ts'

type Props = {
  group: Group
  view: ContentLevelView
  state: FormState
  refusal?: { key: string }
}

/** What a group works on, on a page of its own: where its decision is made and kept. */
export function ContentLevelPage({ group, view, state, refusal }: Props) {
  const { t } = useView()
  return (
    <StaffLayout
      title={t('contentLevels.of', { name: group.name })}
      crumbs={[
        { href: groups.list(), label: t('groups.title') },
        { href: groups.show({ groupId: group.id }), label: group.name },
      ]}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {refusal && <Refusal reason={refusal} />}
      <ContentLevelSection view={view} state={state} />
    </StaffLayout>
  )
}
