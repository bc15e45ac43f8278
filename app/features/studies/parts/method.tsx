import { Section, useView } from '../../../shared/ui/index.ts'
import type { GroupMethod } from '../store.ts'

/** The method of a group where a study allocated it; nothing where none did. */
export function MethodSection({ methods }: { methods: readonly GroupMethod[] }) {
  const { t } = useView()
  if (methods.length === 0) return null
  return (
    <Section title={t('studies.group.method')} card>
      <ul class="stack-small" data-testid="group-method">
        {methods.map(({ study, arm, delivered }) => (
          <li key={study}>
            <strong>{delivered}</strong>
            <br />
            <small>
              {t(delivered === arm ? 'studies.group.allocated' : 'studies.group.overridden', { study, arm })}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
