import type { Refusal as RuleRefusal } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  EmptyState,
  Field,
  Fieldset,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Pagination,
  Refusal,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { audiences } from '../../notes/note.ts'
import { paths as people } from '../../people/paths.ts'
import {
  agreements,
  type Partner,
  type PartnerFilter,
  type PartnersFound,
  placeLine,
  type Service,
} from '../partner.ts'
import { paths } from '../paths.ts'
import { filterQuery, PartnerFilters, PartnersTable } from './list.tsx'

type Whom = { personId: string; name: string }

function useCrumbs({ personId, name }: Whom) {
  const { t } = useView()
  return [
    { href: people.list(), label: t('people.list.title') },
    { href: people.show({ personId }), label: name },
  ]
}

/** First: which partner? */
export function ChoosePartnerPage(props: Whom & { filter: PartnerFilter; found: PartnersFound; places: string[] }) {
  const { t } = useView()
  const { personId, filter, found, places } = props
  const href = (change: Partial<PartnerFilter>) =>
    paths.refer({ personId }, filterQuery({ ...filter, page: 1, ...change }))
  return (
    <StaffLayout
      title={t('partners.refer.title', { name: props.name })}
      lead={t('partners.refer.choose')}
      crumbs={useCrumbs(props)}
      width="wide"
    >
      <PartnerFilters
        action={paths.refer({ personId })}
        filter={filter}
        total={found.total}
        places={places}
        hrefWithout={href}
      />
      <PartnersTable
        partners={found.partners}
        hrefFor={(partner) => paths.refer({ personId }, { partner })}
        empty={
          <EmptyState
            title={t('partners.list.nothing')}
            action={<LinkButton href={paths.refer({ personId })}>{t('partners.list.showAll')}</LinkButton>}
          >
            <p>{t('partners.list.nothing.text')}</p>
          </EmptyState>
        }
      />
      <Pagination page={filter.page} pages={found.pages} hrefFor={(page) => href({ page })} />
    </StaffLayout>
  )
}

/** Then: for what, and what the person says to it. */
export function ReferPage(
  props: Whom & { partner: Partner; services: Service[]; state: FormState; refusal?: RuleRefusal },
) {
  const { t } = useView()
  const { personId, partner, state } = props
  const running = props.services.filter(({ endedOn }) => !endedOn)
  return (
    <StaffLayout
      title={t('partners.refer.title', { name: props.name })}
      crumbs={useCrumbs(props)}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      <p>
        <strong dir="auto">{partner.name}</strong> {placeLine(partner)}{' '}
        <a href={paths.refer({ personId })}>{t('partners.refer.other')}</a>
      </p>
      <Form action={paths.refer({ personId })} {...state} testId="partner-referral-form">
        <Hidden name="partner" value={partner.id} />
        {running.length > 0 && (
          <Field
            name="service"
            type="select"
            label={t('partners.refer.service')}
            optional
            empty={t('partners.refer.noService')}
            value={running.length === 1 ? running[0]!.id : ''}
            options={running.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        <Field
          name="purpose"
          type="textarea"
          label={t('partners.purpose')}
          hint={t('partners.purpose.hint')}
          testId="purpose"
        />
        <Fieldset legend={t('partners.agreement')} hint={t('partners.agreement.hint')}>
          <Field
            name="agreement"
            type="radio"
            label={t('partners.agreement.what')}
            options={agreements.map((value) => ({ value, label: t(`partners.agreement.${value}`) }))}
            testId="agreement"
          />
          <Field
            name="agreedOn"
            type="date"
            label={t('partners.agreement.on')}
            hint={t('partners.today.hint')}
            optional
          />
        </Fieldset>
        <Field
          name="audience"
          type="radio"
          label={t('partners.audience')}
          hint={t('partners.audience.hint')}
          value="institution"
          options={audiences.map((value) => ({ value, label: t(`notes.audience.${value}`) }))}
        />
        <NextFields />
        <Actions>
          <Button kind="primary" testId="save-partner-referral">
            {t('partners.refer.save')}
          </Button>
          <LinkButton kind="quiet" href={people.show({ personId })}>
            {t('partners.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

export function NextFields() {
  const { t } = useView()
  return (
    <Fieldset legend={t('partners.next')} columns>
      <Field name="nextStep" label={t('partners.next.what')} optional />
      <Field name="nextOn" type="date" label={t('partners.next.on')} optional />
    </Fieldset>
  )
}
