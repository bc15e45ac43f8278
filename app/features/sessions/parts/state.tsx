import type { MessageKey } from '../../../shared/i18n/i18n.ts'
import { Status, useView } from '../../../shared/ui/index.ts'
import type { Session } from '../session.ts'

/** Never silent: a cancelled session says why, a moved one from when. */
export function SessionState({ session }: { session: Session }) {
  const { t, date, today } = useView()
  if (session.cancelledOn)
    return (
      <>
        <Status kind="stopped">{t('sessions.cancelled')}</Status>{' '}
        <small>{t(`sessions.cancelled.reason.${session.cancelReason}` as MessageKey)}</small>
      </>
    )
  const moved = session.movedFrom && session.movedFrom !== session.onDate
  return (
    <>
      {session.closedAt ? (
        <Status kind="done">{t('sessions.closed')}</Status>
      ) : session.onDate <= today ? (
        <Status kind="attention">{t('sessions.toClose')}</Status>
      ) : (
        <Status kind="none">{t('sessions.planned')}</Status>
      )}
      {moved && <small class="block">{t('sessions.movedFrom', { date: date(session.movedFrom!) })}</small>}
    </>
  )
}
