/** What others recorded, as events of the timeline: a line or two each, with the way to its own page. */
import { languageSkillIds } from '../../../data/language-levels.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { type Event, useView } from '../../../shared/ui/index.ts'
import { kindName, ResultStatus } from '../../aims/parts/words.tsx'
import { paths as aims } from '../../aims/paths.ts'
import { paths as evaluations } from '../../evaluations/paths.ts'
import { paths as reports } from '../../final-reports/paths.ts'
import { languageName } from '../../groups/parts/tabs.tsx'
import { levelName, skillName } from '../../language-tests/parts/words.ts'
import { paths as language } from '../../language-tests/paths.ts'
import { paths as orientation } from '../../orientation/paths.ts'
import { SignalStatus } from '../../signals/parts/status.tsx'
import { paths as signals } from '../../signals/paths.ts'
import { themeLabel } from '../../signals/view.ts'
import type { ElsewhereFact } from '../elsewhere.ts'
import type { FollowUpView } from '../view.ts'
import { Said } from './parts.tsx'

type Shown = Pick<Event, 'title' | 'children' | 'icon'>

export function useElsewhere({ blueprint, enrolment, person }: FollowUpView): (fact: ElsewhereFact) => Shown {
  const { t, lang } = useView()
  const enrolmentId = enrolment.id
  return (fact) => {
    switch (fact.kind) {
      case 'orientation': {
        const step = blueprint.orientation?.steps.find(({ key }) => key === fact.step)
        return {
          icon: 'arrow',
          title: (
            <a href={orientation.show({ enrolmentId })}>
              {t('orientation.way.title', {
                step: step ? textIn(step.label, lang).text : fact.step,
                result: t(`orientation.result.${fact.result}`),
              })}
            </a>
          ),
        }
      }
      case 'language-test': {
        const levels = new Map(fact.test.levels.map(({ skill, level }) => [skill, level]))
        return {
          icon: 'note',
          title: (
            <a href={language.show({ personId: person.id })}>
              {t('languageTests.section', { language: languageName(fact.test.language, lang) })}
            </a>
          ),
          children: (
            <ul class="moment-levels">
              {languageSkillIds.flatMap((skill) => {
                const level = levels.get(skill)
                return level && level !== 'not-assessed' ? (
                  <li key={skill}>
                    {t('languageTests.skillLevel', {
                      skill: skillName(skill, lang),
                      level: levelName(level, { t, lang }),
                    })}
                  </li>
                ) : (
                  []
                )
              })}
            </ul>
          ),
        }
      }
      case 'aim':
        return {
          icon: 'info',
          title: (
            <a href={aims.show({ enrolmentId })}>
              {t(fact.aim.isDream ? 'followUps.moment.dream' : 'followUps.moment.aim', {
                kind: kindName(fact.aim.kind, blueprint.aims?.kinds ?? [], { t, lang }),
              })}
            </a>
          ),
          children: <Said words={fact.aim.words} />,
        }
      case 'aim-result':
        return {
          icon: 'check',
          title: (
            <>
              <a href={aims.show({ enrolmentId })}>{t('aims.result')}</a> <ResultStatus result={fact.result.result} />
            </>
          ),
          children: <Said words={fact.result.words} />,
        }
      case 'signal':
      case 'signal-settled': {
        const theme = themeLabel(blueprint.signals, fact.signal.theme, lang)
        const settled = fact.kind === 'signal-settled'
        return {
          icon: settled ? 'check' : 'flag',
          title: (
            <>
              <a href={signals.show({ signalId: fact.signal.id })}>
                {t(settled ? 'followUps.moment.signalSettled' : 'followUps.moment.signal', { theme })}
              </a>{' '}
              {!settled && fact.signal.state !== 'settled' && <SignalStatus signal={fact.signal} />}
            </>
          ),
          children: !settled && <Said words={fact.signal.body} />,
        }
      }
      case 'evaluation':
        return {
          icon: 'note',
          title: (
            <a href={evaluations.show({ enrolmentId })}>{t(`followUps.moment.evaluation.${fact.evaluation.kind}`)}</a>
          ),
          children: <Said words={fact.evaluation.words} />,
        }
      case 'entrance-test':
        return {
          icon: 'check',
          title: (
            <a href={evaluations.show({ enrolmentId })}>
              {t('followUps.moment.entranceTest', { result: t(`evaluations.result.${fact.result}`) })}
            </a>
          ),
          children: <Said words={fact.test.training} />,
        }
      case 'report':
        return {
          icon: 'arrow',
          title: (
            <a href={reports.version({ reportId: fact.version.reportId, versionId: fact.version.id })}>
              {t('followUps.moment.report', { version: fact.version.number })}
            </a>
          ),
        }
    }
  }
}
