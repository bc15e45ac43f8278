import { Facts, useView } from '../../../shared/ui/index.ts'
import { factorLabel, levelLabel } from '../labels.ts'
import { type Factor, factorsIn, type StudyRecord } from '../study.ts'

/** The strata or factors of a unit with its levels; a level that is missing is not known yet. */
export function CovariateFacts(props: { record: StudyRecord; levels: readonly (string | null)[] }) {
  const view = useView()
  const { protocol } = props.record.study
  return (
    <Facts
      columns
      facts={factorsIn(protocol).map((factor: Factor, i) => ({
        label: factorLabel(factor, protocol.unit, view.t),
        value: props.levels[i] && levelLabel(factor, props.levels[i], view),
      }))}
    />
  )
}
