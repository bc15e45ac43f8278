import type { Language } from '../../../shared/i18n/languages.ts'
import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  LinkButton,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { contactLanguages } from '../../people/languages.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName, type Person } from '../../people/person.ts'
import { readings, scripts, withheld, yesNo } from '../language-test.ts'
import { paths } from '../paths.ts'

/** What is known of the schooling, begun with what was known before. Each question may be left open or not told. */
export function SchoolingPage({ person, state }: { person: Person; state: FormState }) {
  const { t, lang } = useView()
  const personId = person.id
  const empty = t('languageTests.unknown')
  return (
    <StaffLayout
      title={t('languageTests.schooling.of', { name: fullName(person) })}
      lead={t('languageTests.schooling.lead')}
      crumbs={[
        { href: people.show({ personId }), label: fullName(person) },
        { href: paths.show({ personId }), label: t('languageTests.title') },
      ]}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      <Form action={paths.schooling({ personId })} {...state} testId="schooling-form">
        <Field
          name="years"
          type="number"
          min={0}
          max={30}
          label={t('languageTests.years')}
          hint={t('languageTests.years.hint')}
          optional
        />
        <Field name="yearsWithheld" type="checkbox" label={t('languageTests.years.withheld')} />
        <Field
          name="schooledIn"
          type="select"
          label={t('languageTests.schooledIn')}
          empty={empty}
          options={[
            ...contactLanguages({ lang: lang as Language }),
            { value: withheld, label: t('languageTests.withheld') },
          ]}
        />
        <Field
          name="script"
          type="select"
          label={t('languageTests.script')}
          empty={empty}
          options={scripts.map((value) => ({ value, label: t(`languageTests.script.${value}`) }))}
        />
        <Field
          name="reads"
          type="radio"
          label={t('languageTests.reads')}
          testId="reads"
          options={readings.map((value) => ({ value, label: t(`languageTests.reads.${value}`) }))}
        />
        <Field
          name="literacyClasses"
          type="radio"
          row
          label={t('languageTests.literacyClasses')}
          testId="literacy-classes"
          options={yesNo.map((value) => ({ value, label: t(`languageTests.yesNo.${value}`) }))}
        />
        <Actions>
          <Button kind="primary" testId="save-schooling">
            {t('languageTests.save')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ personId })}>
            {t('languageTests.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
