import { textIn } from '../../../shared/i18n/text.ts'
import { Button, Disclosure, Field, Form, type FormState, Section, Status, useView } from '../../../shared/ui/index.ts'
import { levelName } from '../../language-tests/parts/words.ts'
import { paths } from '../paths.ts'
import type { ContentLevelView } from '../view.ts'

/** At which level the group works, what is suggested and why, and the form that confirms or changes it. */
export function ContentLevelSection({ view, state }: { view: ContentLevelView; state?: FormState }) {
  const { t, lang, date } = useView()
  const { levels, decided, suggested, can } = view
  const [now, ...before] = decided
  const level = levels.find(({ key }) => key === now?.level)
  const label = (key: string) => {
    const found = levels.find((one) => one.key === key)
    return found ? textIn(found.label, lang).text : key
  }
  // Whoever decided otherwise knew the suggestion of then.
  const differs =
    suggested !== null && now !== undefined && suggested.key !== now.level && suggested.key !== now.suggested
  return (
    <Section title={t('contentLevels.title')} card id="content-level">
      {now ? (
        <p data-testid="content-level">
          <strong>{label(now.level)}</strong>
          {level && <span class="block">{textIn(level.means, lang).text}</span>}
          <small class="block">{t('contentLevels.decided', { name: now.by, date: date(now.on) })}</small>
        </p>
      ) : (
        <p class="unknown">{t('contentLevels.open')}</p>
      )}
      <p data-testid="content-suggested">
        {differs && <Status kind="attention">{t('contentLevels.differs')}</Status>}{' '}
        {suggested
          ? t('contentLevels.suggested', { level: label(suggested.key) })
          : t('contentLevels.unknown', { members: view.members })}
        {suggested && (
          <small class="block">
            {t('contentLevels.because', {
              oral: levelName(suggested.oral, { t, lang }),
              known: suggested.known,
              members: view.members,
              learners: suggested.learnToRead,
            })}
          </small>
        )}
      </p>
      {can.decide && (
        <Disclosure
          summary={t(now ? 'contentLevels.change' : 'contentLevels.decide')}
          open={!now || state !== undefined}
        >
          <Form action={paths.show({ groupId: view.groupId })} id="content" {...state} testId="content-form">
            <Field
              name="level"
              type="radio"
              label={t('contentLevels.level')}
              testId="content"
              value={suggested?.key ?? now?.level ?? ''}
              options={levels.map((one) => ({
                value: one.key,
                label: textIn(one.label, lang).text,
                hint: textIn(one.means, lang).text,
              }))}
            />
            <Button testId="save-content-level">{t('contentLevels.save')}</Button>
          </Form>
        </Disclosure>
      )}
      {before.length > 0 && (
        <Disclosure summary={t('contentLevels.before', { count: before.length })}>
          <ul>
            {before.map((one) => (
              <li key={one.id}>
                {t('contentLevels.was', { level: label(one.level), name: one.by, date: date(one.on) })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  )
}
