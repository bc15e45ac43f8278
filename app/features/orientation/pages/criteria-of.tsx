import type { TargetCriterion } from '../../../blueprints/parts/orientation.ts'
import { type FormState, StaffLayout, useView } from '../../../shared/ui/index.ts'
import { CriteriaForm } from '../parts/criteria.tsx'

/** Whether somebody is of the target group, criterion by criterion. */
export function CriteriaOfPage(props: {
  name: string
  criteria: readonly TargetCriterion[]
  action: string
  back: string
  state: FormState
}) {
  const { t } = useView()
  return (
    <StaffLayout
      title={t('orientation.criteria.title', { name: props.name })}
      lead={t('orientation.criteria.lead')}
      crumbs={[{ href: props.back, label: props.name }]}
      width="narrow"
      invalid={Object.keys(props.state.errors ?? {}).length > 0}
    >
      <CriteriaForm action={props.action} criteria={props.criteria} state={props.state} />
    </StaffLayout>
  )
}
