import { ParticipantLayout, Tile, Tiles, useLinks, useView } from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'

/** The shared tablet's first page: nobody's. */
export function KioskPage() {
  const { t } = useView()
  const { help } = useLinks()
  return (
    <ParticipantLayout title={t('cards.kiosk.title')} lead={t('cards.kiosk.lead')}>
      <Tiles>
        <Tile href={paths.code()} picture="tick" title={t('cards.kiosk.code')} testId="kiosk-code" />
        <Tile href={help} picture="question" title={t('cards.kiosk.help')} />
      </Tiles>
      <p class="foot-links">
        <a href={paths.tablet()} data-testid="kiosk-staff">
          {t('cards.kiosk.staff')}
        </a>
      </p>
    </ParticipantLayout>
  )
}
