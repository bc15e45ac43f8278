import { Facts, LinkButton, Section, Status, useView } from '../../../shared/ui/index.ts'
import { addressLines, isWebAddress, type Service } from '../partner.ts'
import { labelIn, Themes } from '../parts/terms.tsx'
import { paths } from '../paths.ts'
import { Mail, Phone, Web } from './links.tsx'

/** One service on its partner's page. */
export function ServiceCard({ service, can }: { service: Service; can: { edit: boolean } }) {
  const { t, lang, date } = useView()
  const words = (ids: readonly string[]) => ids.map((id) => labelIn(id, lang)).join(', ')
  const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ')
  return (
    <Section
      title={service.name}
      level={3}
      card
      actions={
        can.edit && (
          <LinkButton
            size="small"
            kind="quiet"
            href={paths.editService({ partnerId: service.partnerId, serviceId: service.id })}
            label={t('partners.service.edit', { name: service.name })}
          >
            {t('partners.edit')}
          </LinkButton>
        )
      }
    >
      {service.endedOn && (
        <p>
          <Status kind="stopped">{t('partners.service.endedOn', { date: date(service.endedOn) })}</Status>
        </p>
      )}
      <Themes themes={service.themes} />
      <p class="words" dir="auto">
        {service.description}
      </p>
      <Facts
        facts={[
          { label: t('partners.themes'), value: words(service.themes) },
          ...(service.kind ? [{ label: t('partners.service.kind'), value: labelIn(service.kind, lang) }] : []),
          ...(service.audiences.length > 0 || service.audienceDetails
            ? [{ label: t('partners.audiences'), value: joined(words(service.audiences), service.audienceDetails) }]
            : []),
          ...(service.conditions ? [{ label: t('partners.conditions'), value: service.conditions }] : []),
          ...(service.fees || service.feeDetails
            ? [
                {
                  label: t('partners.fees'),
                  value: joined(service.fees && labelIn(service.fees, lang), service.feeDetails),
                },
              ]
            : []),
          ...(service.ways.length > 0 || service.wayDetails || service.callers.length > 0
            ? [
                {
                  label: t('partners.ways'),
                  value: joined(words(service.ways), service.wayDetails),
                },
                ...(service.callers.length > 0
                  ? [{ label: t('partners.callers'), value: words(service.callers) }]
                  : []),
              ]
            : []),
          ...(service.wayLink && isWebAddress(service.wayLink)
            ? [{ label: t('partners.wayLink'), value: <Web href={service.wayLink} /> }]
            : []),
          ...(service.modes.length > 0 ? [{ label: t('partners.modes'), value: words(service.modes) }] : []),
          ...(service.contactName ? [{ label: t('partners.contactName'), value: service.contactName }] : []),
          ...(service.phone ? [{ label: t('partners.phone'), value: <Phone number={service.phone} /> }] : []),
          ...(service.email ? [{ label: t('partners.email'), value: <Mail to={service.email} /> }] : []),
          ...(addressLines(service).length > 0
            ? [{ label: t('partners.address'), value: addressLines(service).join(', ') }]
            : []),
          ...(service.opening ? [{ label: t('partners.opening'), value: service.opening }] : []),
        ]}
      />
    </Section>
  )
}
