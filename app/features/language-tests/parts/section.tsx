import { type LanguageSkillId, languageSkillIds } from '../../../data/language-levels.ts'
import { LinkButton, Section, useView } from '../../../shared/ui/index.ts'
import { languageName } from '../../groups/parts/tabs.tsx'
import type { LearnerProfile, ThenAndNow } from '../language-test.ts'
import { paths } from '../paths.ts'
import type { currentLevels } from '../rules.ts'
import { StepsWords } from './steps.tsx'
import { levelName, skillName } from './words.ts'

type Props = {
  personId: string
  language: string
  levels: ReturnType<typeof currentLevels>
  thenAndNow: ThenAndNow[]
  triage: LearnerProfile | null
  canWrite: boolean
}

/** On the person's page: what counts now, oral first, and how it grew. */
export function LanguageSection({ personId, language, levels, thenAndNow, triage, canWrite }: Props) {
  const { t, lang } = useView()
  const known = languageSkillIds.filter((skill) => levels[skill] && levels[skill] !== 'not-assessed')
  const grown = (skill: LanguageSkillId) =>
    thenAndNow.find((one) => one.skill === skill && one.steps > 0 && one.last.level === levels[skill])
  return (
    <Section
      title={t('languageTests.section', { language: languageName(language, lang) })}
      card
      id="language"
      actions={
        canWrite && (
          <LinkButton size="small" href={paths.create({ personId }, { language })} testId="section-language-test">
            {t('languageTests.new')}
          </LinkButton>
        )
      }
    >
      {known.length === 0 ? (
        <p class="unknown">{t('languageTests.none')}</p>
      ) : (
        <ul class="stack-small">
          {known.map((skill) => {
            const one = grown(skill)
            return (
              <li key={skill}>
                {t('languageTests.skillLevel', {
                  skill: skillName(skill, lang),
                  level: levelName(levels[skill]!, { t, lang }),
                })}{' '}
                {one && <StepsWords one={one} />}
              </li>
            )
          })}
        </ul>
      )}
      {triage && <p>{t('languageTests.section.triage', { profile: t(`languageTests.profile.${triage}`) })}</p>}
      <p>
        <a href={paths.show({ personId })} data-testid="open-languages">
          {t('languageTests.section.open')}
        </a>
      </p>
    </Section>
  )
}
