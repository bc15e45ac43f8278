import type { PlainDate } from '../../shared/time/dates.ts'
import { Notice, ParticipantLayout, useLinks, useView } from '../../shared/ui/index.ts'
import type { Opening } from './openings.ts'

/** The person's own page: who read or changed what, in plain words, day by day. */
export function OpeningsPage({ days }: { days: [PlainDate, Opening[]][] }) {
  const { t, date } = useView()
  return (
    <ParticipantLayout
      title={t('audit.openings.title')}
      lead={t('audit.openings.lead')}
      back={{ href: '/me', label: t('audit.openings.back') }}
    >
      {days.length === 0 && <Notice title={t('audit.openings.none')} />}
      {days.map(([day, openings]) => (
        <section key={day} class="section stack-small">
          <h2>{date(day, 'weekday')}</h2>
          <ul class="lines">
            {openings.map((opening) => (
              <li key={`${opening.actorId} ${opening.what}`} data-testid="opening">
                <OpeningLine {...opening} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Ask />
    </ParticipantLayout>
  )
}

function OpeningLine({ name, role, did, what }: Opening) {
  const { t } = useView()
  const who = name ?? t('audit.openings.someone')
  const about = {
    hasRole: role ? 'yes' : 'no',
    role: role ? t(`roles.${role}`) : '',
    did,
    // A message's choices have no hyphen in their names.
    what: what.replace(/-(.)/, (_, letter: string) => letter.toUpperCase()),
  }
  return <>{t('audit.openings.line', { who, ...about })}</>
}

function Ask() {
  const { t } = useView()
  const { help } = useLinks()
  return (
    <p>
      {t('audit.openings.ask')} <a href={help}>{t('audit.openings.help')}</a>
    </p>
  )
}
