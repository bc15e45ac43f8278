import { Section, useView } from '../../../shared/ui/index.ts'
import type { Move } from '../group.ts'

/** On the person's page: from which group to which, when and why. */
export function MovesSection({ moves }: { moves: Move[] }) {
  const { t } = useView()
  return (
    <Section title={t('groups.moves')} card id="group-moves">
      <ul class="stack-small">
        {moves.map((move) => (
          <li key={move.id}>
            <MoveWords move={move} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function MoveWords({ move }: { move: Move }) {
  const { t, date } = useView()
  const hidden = t('groups.moves.hidden')
  return (
    <>
      {t('groups.moves.one', { from: move.fromName ?? hidden, to: move.toName ?? hidden, date: date(move.on) })}
      <small class="block">{t(`groups.moveReason.${move.reason}`)}</small>
    </>
  )
}
