import { languageNames, staffLanguages } from '../../../shared/i18n/languages.ts'
import { holidayRegions } from '../../../shared/time/holidays.ts'
import { Field, useView } from '../../../shared/ui/index.ts'
import { institutionKinds } from './institution.ts'

/** Name, kind, languages, region: in the first run and where an administrator adds or edits one. */
export function InstitutionFields(props: { nameField: 'name' | 'institutionName' }) {
  const { t } = useView()
  return (
    <>
      <Field name={props.nameField} label={t('staff.institution.name')} testId="institution-name" />
      <Field
        name="kind"
        type="select"
        label={t('staff.institution.kind')}
        empty={t('staff.choose')}
        options={institutionKinds.map((value) => ({ value, label: t(`staff.institution.kind.${value}`) }))}
        testId="institution-kind"
      />
      <Field
        name="languages"
        type="checkboxes"
        row
        label={t('staff.institution.languages')}
        options={staffLanguages.map((value) => ({ value, label: languageNames[value] }))}
        testId="institution-language"
      />
      <Field
        name="region"
        type="select"
        label={t('staff.institution.region')}
        hint={t('staff.institution.region.hint')}
        value="CH-BE"
        options={holidayRegions.map((value) => ({ value, label: t(`staff.region.${value}`) }))}
        testId="institution-region"
      />
    </>
  )
}
