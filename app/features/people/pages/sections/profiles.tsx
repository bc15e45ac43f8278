import { Section, Status, useView } from '../../../../shared/ui/index.ts'
import { paths } from '../../../profiles/paths.ts'
import { stateKind } from '../../../profiles/rules/states.ts'
import type { ProfileOf } from '../../../profiles/store/index.ts'

/** On the person's page, for those who accompany: how far the profile is, never what it says. */
export function ProfilesSection({ profiles }: { profiles: ProfileOf[] }) {
  const { t } = useView()
  if (profiles.length === 0) return null
  return (
    <Section title={t('profiles.group.tab')} id="profiles" card>
      <ul>
        {profiles.map(({ profile, state }) => (
          <li key={profile.id}>
            <Status kind={stateKind[state]}>{t(`profiles.state.${state}`)}</Status>{' '}
            <a href={paths.show({ profileId: profile.id })}>{t('profiles.section.open')}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
