import { LinkButton, Section, Status, useView } from '../../../../shared/ui/index.ts'
import { lastOf, type PartnerReferral } from '../../../partners/partner.ts'
import { ReferralStatus } from '../../../partners/parts/terms.tsx'
import { paths } from '../../../partners/paths.ts'

/** To whom the person was passed on, and what came of it. */
export function PartnerReferralsSection(props: {
  personId: string
  referrals: PartnerReferral[]
  can: { refer: boolean }
}) {
  const { t, date, today } = useView()
  const { personId, referrals, can } = props
  return (
    <Section
      title={t('partners.section')}
      id="partners"
      card
      actions={
        can.refer && (
          <LinkButton size="small" icon="plus" href={paths.refer({ personId })} testId="refer-to-partner">
            {t('partners.section.add')}
          </LinkButton>
        )
      }
    >
      {referrals.length === 0 && <p class="unknown">{t('partners.section.none')}</p>}
      <ul class="notes" data-testid="partner-referrals">
        {referrals.map((referral) => {
          const last = lastOf(referral)
          const late = last.nextOn !== null && last.nextOn < today && last.state !== 'done'
          return (
            <li key={referral.id}>
              <p>
                <a href={paths.showReferral({ partnerReferralId: referral.id })} dir="auto">
                  {referral.content?.partnerName ?? t(`vault.${referral.closed ?? 'damaged'}`)}
                </a>{' '}
                <ReferralStatus state={last.state} />
              </p>
              <small>
                {date(last.on)}
                {last.nextOn && last.state !== 'done' && (
                  <>
                    {' '}
                    <Status kind={late ? 'attention' : 'waiting'}>
                      {t(late ? 'ui.next.late' : 'ui.next.by', { date: date(last.nextOn) })}
                    </Status>
                  </>
                )}
              </small>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
