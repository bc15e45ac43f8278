import type { EvaluationsPlan } from '../../../blueprints/parts/evaluations.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { Table, useView } from '../../../shared/ui/index.ts'
import { Face } from '../../smileys/parts/face.tsx'
import type { Evaluation } from '../evaluation.ts'

/** The person's own word beside the trainer's, line by line, never averaged; two points apart is something to talk about. */
export function SideBySide(props: { evaluation: Evaluation; plan: EvaluationsPlan; firstName: string }) {
  const { t, lang } = useView()
  const { evaluation, plan, firstName } = props
  const own = (key: string) => {
    const point = evaluation.own[key] ?? null
    if (point === null) return <span class="unknown">{t('evaluations.notAsked')}</span>
    if (point === 'not-disclosed') return t('evaluations.notDisclosed')
    const face = plan.faces[point - 1]
    return face ? (
      <span class="with-picture">
        <Face answer={face.face} size={28} /> <span>{textIn(face.label, lang).text}</span>
      </span>
    ) : (
      point
    )
  }
  const trainer = (key: string) => {
    const point = evaluation.trainer[key] ?? null
    if (point === null) return <span class="unknown">{t('evaluations.notAsked')}</span>
    const words = plan.items.find((item) => item.key === key)?.points[point - 1]
    return words ? textIn(words, lang).text : point
  }
  const isApart = (key: string) => {
    const [a, b] = [evaluation.own[key], evaluation.trainer[key]]
    return typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) >= 2
  }
  return (
    <Table
      caption={t('evaluations.sideBySide')}
      hideCaption
      rows={plan.items}
      rowKey={({ key }) => key}
      testId="side-by-side"
      columns={[
        {
          label: t('evaluations.item'),
          head: true,
          cell: (item) => (
            <>
              {textIn(item.label, lang).text} {isApart(item.key) && <span class="talk">{t('ui.voices.talk')}</span>}
            </>
          ),
        },
        { label: t('evaluations.says', { name: firstName }), cell: ({ key }) => own(key) },
        { label: t('evaluations.trainer'), cell: ({ key }) => trainer(key) },
      ]}
    />
  )
}
