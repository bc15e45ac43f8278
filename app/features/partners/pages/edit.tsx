import { categoryOf, termIds, terms } from '../../../data/data-inclusion/vocabulary.ts'
import {
  Actions,
  Button,
  Disclosure,
  Field,
  Fieldset,
  Form,
  type FormState,
  LinkButton,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { themesField } from '../form.ts'
import { identifierKinds, type Partner, type Service } from '../partner.ts'
import { labelIn, termOptions } from '../parts/terms.tsx'
import { paths } from '../paths.ts'

const isInvalid = (state: FormState) => Object.keys(state.errors ?? {}).length > 0

/** A new partner, or an existing one (then `partner` is given). */
export function EditPartnerPage({ partner, state }: { partner?: Partner; state: FormState }) {
  const { t } = useView()
  const back = partner ? paths.show({ partnerId: partner.id }) : paths.list()
  return (
    <StaffLayout
      title={partner ? t('partners.edit.title', { name: partner.name }) : t('partners.create.title')}
      lead={partner?.origin ? t('partners.edit.imported') : undefined}
      crumbs={[
        { href: paths.list(), label: t('partners.list.title') },
        ...(partner ? [{ href: back, label: partner.name }] : []),
      ]}
      width="narrow"
      invalid={isInvalid(state)}
    >
      <Form action={partner ? paths.edit({ partnerId: partner.id }) : paths.create()} {...state} testId="partner-form">
        <Field name="name" label={t('partners.name')} />
        <Field name="description" type="textarea" label={t('partners.description')} optional />
        <Fieldset legend={t('partners.contact')} columns>
          <Field name="phone" type="tel" label={t('partners.phone')} optional />
          <Field name="email" type="email" label={t('partners.email')} optional />
          <Field
            name="website"
            type="url"
            label={t('partners.website')}
            hint={t('partners.webAddress.hint')}
            optional
          />
          <Field name="opening" label={t('partners.opening')} hint={t('partners.opening.hint')} optional />
        </Fieldset>
        <AddressFields />
        <Fieldset legend={t('partners.identifier')} hint={t('partners.identifier.hint')} columns>
          <Field
            name="identifierKind"
            type="select"
            label={t('partners.identifier.kind')}
            optional
            empty={t('partners.none')}
            options={identifierKinds.map((value) => ({ value, label: t(`partners.identifier.${value}`) }))}
          />
          <Field name="identifier" label={t('partners.identifier.value')} optional width="medium" />
        </Fieldset>
        <Field
          name="shared"
          type="radio"
          label={t('partners.shownTo')}
          value="yes"
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`partners.shared.${value}`) }))}
        />
        <Actions>
          <Button kind="primary" testId="save-partner">
            {t('partners.save')}
          </Button>
          <LinkButton kind="quiet" href={back}>
            {t('partners.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

function AddressFields({ hint }: { hint?: string }) {
  const { t } = useView()
  return (
    <Fieldset legend={t('partners.address')} hint={hint} columns>
      <Field name="street" label={t('partners.street')} optional />
      <Field name="extraAddress" label={t('partners.extraAddress')} optional />
      <Field name="postalCode" label={t('partners.postalCode')} optional width="short" />
      <Field name="place" label={t('partners.place')} optional />
    </Fieldset>
  )
}

/** A new service of a partner, or an existing one (then `service` is given). */
export function EditServicePage({
  partner,
  service,
  state,
}: {
  partner: Partner
  service?: Service
  state: FormState
}) {
  const { t, lang } = useView()
  const partnerId = partner.id
  const back = paths.show({ partnerId })
  return (
    <StaffLayout
      title={service ? t('partners.service.edit', { name: service.name }) : t('partners.service.create')}
      lead={service?.origin ? t('partners.edit.imported') : undefined}
      crumbs={[
        { href: paths.list(), label: t('partners.list.title') },
        { href: back, label: partner.name },
      ]}
      width="narrow"
      invalid={isInvalid(state)}
    >
      <Form
        action={service ? paths.editService({ partnerId, serviceId: service.id }) : paths.createService({ partnerId })}
        {...state}
        testId="service-form"
      >
        <Field name="name" label={t('partners.service.name')} />
        <Field
          name="description"
          type="textarea"
          label={t('partners.description')}
          hint={t('partners.service.description.hint')}
        />
        <ThemeFields state={state} />
        <Field
          name="kind"
          type="select"
          label={t('partners.service.kind')}
          optional
          empty={t('partners.none')}
          options={termOptions('kinds', lang)}
        />
        <Fieldset legend={t('partners.audiences')}>
          <Field
            name="audiences"
            type="checkboxes"
            row
            label={t('partners.audiences.which')}
            optional
            options={termOptions('audiences', lang)}
          />
          <Field name="audienceDetails" label={t('partners.audienceDetails')} optional />
        </Fieldset>
        <Field
          name="conditions"
          type="textarea"
          rows={3}
          label={t('partners.conditions')}
          hint={t('partners.conditions.hint')}
          optional
        />
        <Fieldset legend={t('partners.fees')} columns>
          <Field
            name="fees"
            type="select"
            label={t('partners.fees.which')}
            optional
            empty={t('partners.none')}
            options={termOptions('fees', lang)}
          />
          <Field name="feeDetails" label={t('partners.feeDetails')} optional />
        </Fieldset>
        <Fieldset legend={t('partners.ways')}>
          <Field
            name="ways"
            type="checkboxes"
            label={t('partners.ways.which')}
            optional
            options={termOptions('ways', lang)}
          />
          <Field
            name="callers"
            type="checkboxes"
            label={t('partners.callers')}
            optional
            options={termOptions('callers', lang)}
          />
          <Field name="wayDetails" label={t('partners.wayDetails')} optional />
          <Field
            name="wayLink"
            type="url"
            label={t('partners.wayLink')}
            hint={t('partners.webAddress.hint')}
            optional
          />
          <Field
            name="modes"
            type="checkboxes"
            label={t('partners.modes')}
            optional
            options={termOptions('modes', lang)}
          />
        </Fieldset>
        <Fieldset legend={t('partners.contact')} hint={t('partners.service.contact.hint')} columns>
          <Field name="contactName" label={t('partners.contactName')} optional />
          <Field name="phone" type="tel" label={t('partners.phone')} optional />
          <Field name="email" type="email" label={t('partners.email')} optional />
          <Field name="opening" label={t('partners.opening')} hint={t('partners.opening.hint')} optional />
        </Fieldset>
        <AddressFields hint={t('partners.service.address.hint')} />
        {service && <Field name="ended" type="checkbox" label={t('partners.service.ended')} />}
        <Actions>
          <Button kind="primary" testId="save-service">
            {t('partners.save')}
          </Button>
          <LinkButton kind="quiet" href={back}>
            {t('partners.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

/** Eighty-five themes: by category, each closed until it is needed. */
function ThemeFields({ state }: { state: FormState }) {
  const { t, lang } = useView()
  return (
    <Fieldset legend={t('partners.themes')} hint={t('partners.themes.hint')}>
      {terms('categories').map(({ id }, at) => {
        const name = themesField(id)
        const chosen = state.values?.[name]
        return (
          <Disclosure
            key={id}
            summary={labelIn(id, lang)}
            open={(chosen !== undefined && chosen.length > 0) || (at === 0 && state.errors?.[name] !== undefined)}
          >
            <Field
              name={name}
              type="checkboxes"
              label={labelIn(id, lang)}
              optional
              testId="theme"
              options={[
                ...termIds('themes')
                  .filter((theme) => categoryOf(theme) === id)
                  .map((theme) => ({ value: theme, label: labelIn(theme, lang) })),
                { value: id, label: t('partners.themes.broad') },
              ]}
            />
          </Disclosure>
        )
      })}
    </Fieldset>
  )
}
