import { Figure, useView } from '../../../shared/ui/index.ts'
import type { FigureKey, Filter } from '../figures.ts'
import { paths } from '../paths.ts'

/** A figure of a programme: its definition below it, the people behind it one click away. */
export function FigureCard(props: {
  programmeId: string
  figure: FigureKey
  value: number
  filter?: Filter
  tone?: 'attention'
}) {
  const { t } = useView()
  const { programmeId, figure, value, filter } = props
  return (
    <Figure
      value={value}
      label={t(`figures.${figure}`)}
      definition={t(`figures.${figure}.definition`)}
      href={paths.figure({ programmeId, figure }, filter)}
      tone={props.tone}
      testId={`figure-${figure}`}
    />
  )
}
