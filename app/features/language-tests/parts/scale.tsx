import { type LanguageSkillId, levelsFor } from '../../../data/language-levels.ts'
import { HintAndError, Legend } from '../../../shared/ui/field-parts.tsx'
import { useField } from '../../../shared/ui/form.tsx'
import { classes, useView } from '../../../shared/ui/index.ts'
import { withheldLevel } from '../../referrals/positioning.ts'
import { levelField } from '../form.ts'
import { levelParts, skillName } from './words.ts'

/** One skill as a row of big steps to press; a step says its name and what it means. Not tested is the answer it begins with. */
export function LevelScale({ skill, last }: { skill: LanguageSkillId; last: string | null }) {
  const { t, lang } = useView()
  const name = levelField(skill)
  const { id, error, value, describedBy } = useField({ name, hint: last })
  const chosen = value ?? ''
  const levels = levelsFor(skill).filter(({ ordinal }) => ordinal !== null)
  const alpha = levels.filter(({ track }) => track === 'alpha')
  const cefr = levels.filter(({ track }) => track === 'cefr')
  const step = (code: string, label: string, means: string | null, first = false) => (
    <label class={classes('chip', (code === '' || code === withheldLevel) && 'apart')} key={code}>
      <input
        id={first ? id : undefined}
        type="radio"
        name={name}
        value={code}
        checked={chosen === code}
        data-testid={`${skill}-${code || 'untested'}`}
      />
      <span>
        <strong>{label}</strong>
        {means && <small>{means}</small>}
      </span>
    </label>
  )
  return (
    <fieldset class={classes('field level-scale', error && 'wrong')} aria-describedby={describedBy}>
      <Legend label={skillName(skill, lang)} />
      <HintAndError id={id} hint={last} error={error} />
      {alpha.length > 0 && <p class="hint">{t('languageTests.track.alpha')}</p>}
      {[alpha, cefr].map(
        (track, i) =>
          track.length > 0 && (
            <div class="level-steps" key={track[0]!.code}>
              {track.map(({ code }, j) => {
                const { name: label, means } = levelParts(code, lang)
                return step(code, label, means, j === 0 && (i === 0 || alpha.length === 0))
              })}
              {track === cefr && step('', t('languageTests.untested'), null)}
              {track === cefr && step(withheldLevel, t('languageTests.withheld'), null)}
            </div>
          ),
      )}
    </fieldset>
  )
}
