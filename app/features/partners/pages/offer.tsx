import type { Refusal as RuleRefusal } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  EmptyState,
  Facts,
  Field,
  Form,
  type FormState,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import type { OfferFault } from '../exchange/writing.ts'
import type { Partner } from '../partner.ts'
import { paths } from '../paths.ts'

type OfferView = {
  own?: Partner
  services: number
  candidates: Partner[]
  wrong: OfferFault[]
  state: FormState
  refusal?: RuleRefusal
}

/** The institution's own structure and services, for others to read. */
export function OfferPage({ own, services, candidates, wrong, state, refusal }: OfferView) {
  const { t, date } = useView()
  return (
    <StaffLayout
      title={t('partners.offer.title')}
      lead={t('partners.offer.lead')}
      crumbs={[{ href: paths.list(), label: t('partners.list.title') }]}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {refusal && <Refusal reason={refusal} />}
      {own && (
        <Section title={t('partners.own')} card>
          <Facts
            facts={[
              { label: t('partners.name'), value: <a href={paths.show({ partnerId: own.id })}>{own.name}</a> },
              { label: t('partners.services'), value: t('partners.offer.services', { count: services }) },
              { label: t('partners.changed'), value: date(own.changedOn) },
            ]}
          />
          {wrong.length === 0 ? (
            <Actions>
              <LinkButton
                kind="primary"
                icon="download"
                href={paths.offerFile({ file: 'structures.json' })}
                download
                testId="offer-structures"
              >
                {t('partners.offer.structures')}
              </LinkButton>
              <LinkButton
                icon="download"
                href={paths.offerFile({ file: 'services.json' })}
                download
                testId="offer-services"
              >
                {t('partners.offer.servicesFile')}
              </LinkButton>
            </Actions>
          ) : (
            <>
              <Notice kind="warning" title={t('partners.offer.wrong')} />
              <Table
                caption={t('partners.offer.wrong')}
                hideCaption
                testId="offer-faults"
                rows={wrong}
                rowKey={(one) => `${one.called} ${one.field}`}
                columns={[
                  { label: t('partners.name'), head: true, cell: (one) => one.called },
                  { label: t('partners.fault.field'), cell: (one) => <code>{one.field}</code> },
                  {
                    label: t('partners.fault.problem'),
                    cell: (one) => t(`partners.fault.${one.why}`, { expected: one.expected }),
                  },
                ]}
              />
            </>
          )}
          <p class="hint">{t('partners.import.attribution')}</p>
        </Section>
      )}
      {candidates.length > 0 ? (
        <Section title={t(own ? 'partners.offer.another' : 'partners.offer.choose')} card>
          <Form action={paths.offer()} {...state}>
            <Field
              name="partnerId"
              type="select"
              label={t('partners.offer.which')}
              hint={t('partners.offer.which.hint')}
              empty={t('partners.offer.pick')}
              value={own?.id ?? ''}
              options={candidates.map((one) => ({ value: one.id, label: one.name }))}
              testId="own-partner"
            />
            <Actions>
              <Button testId="choose-own">{t('partners.save')}</Button>
            </Actions>
          </Form>
        </Section>
      ) : (
        <EmptyState
          title={t('partners.offer.none')}
          action={<LinkButton href={paths.create()}>{t('partners.create.title')}</LinkButton>}
        >
          <p>{t('partners.offer.none.text')}</p>
        </EmptyState>
      )}
    </StaffLayout>
  )
}
