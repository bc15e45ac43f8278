import { useView } from '../../../shared/ui/index.ts'
import { lastOf, type PartnerReferral } from '../../partners/partner.ts'
import { ReferralStatus } from '../../partners/parts/terms.tsx'
import { paths as partners } from '../../partners/paths.ts'

/** To whom somebody who is or was elsewhere was passed on, each with its state and the way to it. */
export function PassedOn({ referrals }: { referrals: readonly PartnerReferral[] }) {
  const { t } = useView()
  if (referrals.length === 0) return null
  return (
    <div>
      <small>{t('orientation.elsewhere.referrals')}</small>
      <ul class="notes" data-testid="passed-on">
        {referrals.map((one) => (
          <li key={one.id}>
            <a href={partners.showReferral({ partnerReferralId: one.id })} dir="auto">
              {one.content?.partnerName ?? t(`vault.${one.closed ?? 'damaged'}`)}
            </a>{' '}
            <ReferralStatus state={lastOf(one).state} />
          </li>
        ))}
      </ul>
    </div>
  )
}
