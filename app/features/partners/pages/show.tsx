import {
  Actions,
  Button,
  Columns,
  Disclosure,
  EmptyState,
  Facts,
  Field,
  Form,
  type FormState,
  LinkButton,
  Notice,
  Section,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { addressLines, isWebAddress, type Partner, type PartnerNote, type Service } from '../partner.ts'
import { paths } from '../paths.ts'
import { Mail, Phone, Web } from './links.tsx'
import { ServiceCard } from './service-card.tsx'

export type PartnerView = {
  partner: Partner
  services: Service[]
  note?: PartnerNote
  can: { edit: boolean; note: boolean; retire: boolean }
  noteState?: FormState
  retireState?: FormState
}

export function PartnerPage(view: PartnerView) {
  const { t, date } = useView()
  const { partner, services, can } = view
  const partnerId = partner.id
  return (
    <StaffLayout
      title={partner.name}
      lead={partner.institution ? t('partners.keptBy', { institution: partner.institution }) : undefined}
      crumbs={[{ href: paths.list(), label: t('partners.list.title') }]}
      invalid={[view.noteState, view.retireState].some((state) => Object.keys(state?.errors ?? {}).length > 0)}
      actions={
        can.edit && (
          <>
            <LinkButton href={paths.edit({ partnerId })} hotkey="e" testId="edit-partner">
              {t('partners.edit')}
            </LinkButton>
            <Form action={paths.check({ partnerId })} id="check" inline>
              <Button icon="check" testId="check-partner">
                {t('partners.check')}
              </Button>
            </Form>
          </>
        )
      }
    >
      {partner.retired && (
        <Notice kind="warning" title={t('partners.retired.on', { date: date(partner.retired.on) })}>
          <p dir="auto">{partner.retired.why}</p>
        </Notice>
      )}
      <Columns
        main={
          <>
            {partner.description && (
              <Section title={t('partners.description')} card>
                <p class="words" dir="auto">
                  {partner.description}
                </p>
              </Section>
            )}
            <Section
              title={t('partners.services')}
              id="services"
              actions={
                can.edit && (
                  <LinkButton size="small" icon="plus" href={paths.createService({ partnerId })} testId="new-service">
                    {t('partners.service.create')}
                  </LinkButton>
                )
              }
            >
              {services.length === 0 && (
                <EmptyState title={t('partners.services.none')}>
                  <p>{t('partners.services.none.text')}</p>
                </EmptyState>
              )}
              {services.map((service) => (
                <ServiceCard key={service.id} service={service} can={can} />
              ))}
            </Section>
          </>
        }
        aside={
          <>
            <Contact partner={partner} />
            <Provenance partner={partner} />
            <OwnNote {...view} />
            {can.retire && <Retirement {...view} />}
          </>
        }
      />
    </StaffLayout>
  )
}

function Contact({ partner }: { partner: Partner }) {
  const { t } = useView()
  const lines = addressLines(partner)
  return (
    <Section title={t('partners.contact')} card>
      <Facts
        facts={[
          { label: t('partners.phone'), value: partner.phone && <Phone number={partner.phone} /> },
          { label: t('partners.email'), value: partner.email && <Mail to={partner.email} /> },
          {
            label: t('partners.website'),
            value: partner.website && isWebAddress(partner.website) && <Web href={partner.website} />,
          },
          {
            label: t('partners.address'),
            value: lines.length > 0 && lines.map((line) => <div key={line}>{line}</div>),
          },
          { label: t('partners.opening'), value: partner.opening },
        ]}
      />
    </Section>
  )
}

function Provenance({ partner }: { partner: Partner }) {
  const { t, date } = useView()
  const { origin } = partner
  return (
    <Section title={t('partners.origin')} card>
      <Facts
        facts={[
          {
            label: t('partners.checked'),
            value:
              partner.checkedOn &&
              (partner.checkedBy
                ? t('partners.checked.by', { date: date(partner.checkedOn), name: partner.checkedBy })
                : date(partner.checkedOn)),
          },
          {
            label: t('partners.source'),
            value: origin
              ? t('partners.source.of', { source: origin.source, date: date(origin.on) })
              : t('partners.source.own'),
          },
          ...(origin ? [{ label: t('partners.sourceId'), value: origin.sourceId }] : []),
          ...partner.identifiers.map(({ kind, value }) => ({ label: t(`partners.identifier.${kind}`), value })),
          {
            label: t('partners.shownTo'),
            value: t(partner.shared ? 'partners.shared.yes' : 'partners.shared.no'),
          },
        ]}
      />
      {origin?.link && isWebAddress(origin.link) && (
        <p>
          <a href={origin.link} rel="noreferrer">
            {t('partners.source.link')}
          </a>
        </p>
      )}
    </Section>
  )
}

function OwnNote({ partner, note, can, noteState }: PartnerView) {
  const { t, date } = useView()
  if (!note && !can.note) return null
  return (
    <Section title={t('partners.note')} id="note" card>
      {note?.body && (
        <>
          <p class="words" dir="auto" data-testid="partner-note">
            {note.body}
          </p>
          <p class="hint">{t('partners.note.by', { date: date(note.writtenOn), name: note.writtenBy })}</p>
        </>
      )}
      {can.note && (
        <Disclosure summary={t(note?.body ? 'partners.note.change' : 'partners.note.add')} open={Boolean(noteState)}>
          <Form
            action={paths.note({ partnerId: partner.id })}
            id="note"
            {...(noteState ?? { values: { body: note?.body ?? '' } })}
          >
            <Field
              name="body"
              type="textarea"
              label={t('partners.note')}
              hint={t('partners.note.hint')}
              optional
              testId="note-body"
            />
            <Actions>
              <Button testId="save-partner-note">{t('partners.save')}</Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </Section>
  )
}

function Retirement({ partner, retireState }: PartnerView) {
  const { t } = useView()
  const partnerId = partner.id
  if (partner.retired)
    return (
      <Form action={paths.bringBack({ partnerId })} id="return">
        <Actions>
          <Button testId="bring-back-partner">{t('partners.bringBack')}</Button>
        </Actions>
      </Form>
    )
  return (
    <Disclosure summary={t('partners.retire')} open={Boolean(retireState)}>
      <Form action={paths.retire({ partnerId })} id="retire" {...retireState}>
        <Field name="why" label={t('partners.retire.why')} hint={t('partners.retire.hint')} testId="retire-why" />
        <Actions>
          <Button kind="danger" testId="retire-partner">
            {t('partners.retire')}
          </Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}
