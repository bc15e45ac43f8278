import {
  Actions,
  Button,
  Field,
  Fieldset,
  Form,
  type FormState,
  LinkButton,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import { genders } from '../person.ts'

/** New person, or an existing one (then `personId` is given). */
export function EditPersonPage(props: {
  personId?: string
  name?: string
  state: FormState
  languages: { value: string; label: string }[]
}) {
  const { t } = useView()
  const { personId, state } = props
  const title = personId ? t('people.edit.title', { name: props.name }) : t('people.create.title')
  const invalid = Object.keys(state.errors ?? {}).length > 0
  return (
    <StaffLayout
      title={title}
      crumbs={[{ href: paths.list(), label: t('people.list.title') }]}
      width="narrow"
      invalid={invalid}
      lead={personId ? undefined : t('people.create.lead')}
    >
      <Form action={personId ? paths.edit({ personId }) : paths.create()} {...state} testId="person-form">
        <Fieldset legend={t('people.identity')} columns>
          <Field name="firstName" label={t('people.firstName')} autocomplete="off" />
          <Field name="lastName" label={t('people.lastName')} optional autocomplete="off" />
          <Field name="birthDate" type="date" label={t('people.birthDate')} optional />
          <Field name="birthYear" type="number" min={1900} max={2100} label={t('people.birthYear')} optional />
          <Field
            name="gender"
            type="select"
            label={t('people.gender')}
            optional
            empty={t('people.notKnown')}
            options={genders.map((value) => ({ value, label: t(`people.gender.${value}`) }))}
          />
        </Fieldset>
        <Fieldset legend={t('people.contact')} columns hint={t('people.contact.hint')}>
          <Field name="phone" type="tel" label={t('people.phone')} optional autocomplete="off" />
          <Field name="email" type="email" label={t('people.email')} optional autocomplete="off" />
          <Field name="street" label={t('people.street')} optional autocomplete="off" />
          <Field name="postalCode" label={t('people.postalCode')} optional width="short" autocomplete="off" />
          <Field name="town" label={t('people.town')} optional autocomplete="off" />
        </Fieldset>
        <Fieldset legend={t('people.languages')} columns>
          <Field
            name="language"
            type="select"
            label={t('people.language')}
            optional
            empty={t('people.notKnown')}
            options={props.languages}
          />
          <Field
            name="interpreter"
            type="select"
            label={t('people.interpreter')}
            optional
            empty={t('people.notKnown')}
            options={[
              { value: 'yes', label: t('people.yes') },
              { value: 'no', label: t('people.no') },
            ]}
          />
        </Fieldset>
        <Actions>
          <Button kind="primary" testId="save-person">
            {t('people.save')}
          </Button>
          <LinkButton kind="quiet" href={personId ? paths.show({ personId }) : paths.list()}>
            {t('people.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
