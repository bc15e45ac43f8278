import { languageSkillIds } from '../../../data/language-levels.ts'
import {
  Actions,
  Button,
  Disclosure,
  Field,
  Fieldset,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { languageName } from '../../groups/parts/tabs.tsx'
import { paths as groupPaths } from '../../groups/paths.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName, type Person } from '../../people/person.ts'
import { type DatedLevel, isWritten, moments, testSources } from '../language-test.ts'
import { LevelScale } from '../parts/scale.tsx'
import { levelName } from '../parts/words.ts'
import { paths } from '../paths.ts'

type Props = {
  person: Person
  languages: readonly string[]
  testNames: string[]
  /** What was found before in the language the form begins with, of each skill the latest. */
  before: readonly DatedLevel[]
  /** Where the member list that led here is. */
  group: { id: string; name: string } | undefined
  state: FormState
}

/** A sitting, in the order of a test: listening, speaking, reading, writing. Only what was tested needs an answer. */
export function NewTestPage({ person, languages, testNames, before, group, state }: Props) {
  const { t, lang, date } = useView()
  const personId = person.id
  const last = (skill: string) => {
    const one = before.find((level) => level.skill === skill)
    return one ? t('languageTests.lastTime', { level: levelName(one.level, { t, lang }), date: date(one.on) }) : null
  }
  const scales = (written: boolean) =>
    languageSkillIds
      .filter((skill) => isWritten(skill) === written)
      .map((skill) => <LevelScale key={skill} skill={skill} last={last(skill)} />)
  const wrong = Object.keys(state.errors ?? {})
  return (
    <StaffLayout
      title={t('languageTests.new.title', { name: fullName(person) })}
      lead={t('languageTests.new.lead')}
      crumbs={
        group
          ? [
              { href: groupPaths.show({ groupId: group.id }), label: group.name },
              { href: paths.group({ groupId: group.id }), label: t('languageTests.group.tab') },
            ]
          : [
              { href: people.show({ personId }), label: fullName(person) },
              { href: paths.show({ personId }), label: t('languageTests.title') },
            ]
      }
      invalid={wrong.length > 0}
    >
      <Form action={paths.create({ personId })} {...state} testId="language-test-form">
        {group && <Hidden name="group" value={group.id} />}
        <div class="field-grid">
          <Field
            name="language"
            type="select"
            label={t('languageTests.language')}
            options={languages.map((value) => ({ value, label: languageName(value, lang) }))}
          />
          <Field name="on" type="date" label={t('languageTests.on')} hint={t('languageTests.on.hint')} />
        </div>
        <Field
          name="moment"
          type="radio"
          row
          label={t('languageTests.moment')}
          testId="moment"
          options={moments.map((value) => ({ value, label: t(`languageTests.moment.${value}`) }))}
        />
        <Fieldset legend={t('languageTests.oral')}>{scales(false)}</Fieldset>
        <Fieldset legend={t('languageTests.written')}>{scales(true)}</Fieldset>
        <Field
          name="source"
          type="radio"
          row
          label={t('languageTests.source')}
          testId="source"
          options={testSources.map((value) => ({ value, label: t(`languageTests.source.${value}`) }))}
        />
        <Disclosure
          summary={t('languageTests.more')}
          open={['testName', 'issuer', 'assessor'].some((name) => wrong.includes(name) || state.values?.[name])}
        >
          <div class="field-grid">
            <Field
              name="testName"
              label={t('languageTests.testName')}
              hint={t('languageTests.testName.hint')}
              suggestions={testNames}
              maxlength={120}
              optional
            />
            <Field
              name="issuer"
              label={t('languageTests.issuer')}
              hint={t('languageTests.issuer.hint')}
              maxlength={120}
              optional
            />
            <Field
              name="assessor"
              label={t('languageTests.assessor')}
              hint={t('languageTests.assessor.hint')}
              maxlength={120}
              optional
            />
          </div>
        </Disclosure>
        <Actions>
          <Button kind="primary" testId="save-language-test">
            {t('languageTests.save')}
          </Button>
          <LinkButton kind="quiet" href={group ? paths.group({ groupId: group.id }) : paths.show({ personId })}>
            {t('languageTests.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
