import type { ProgrammeSettings } from '../../../blueprints/settings.ts'
import { EmptyState, Figure, Figures, LinkButton, Section, StaffLayout, useView } from '../../../shared/ui/index.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { paths as staff } from '../../staff/paths.ts'
import type { Counts } from '../figures.ts'
import { figuresOf, losses } from '../figures.ts'
import type { Need } from '../need.ts'
import { paths } from '../paths.ts'
import type { SiteState } from '../store/administrator.ts'
import { FigureCard } from './figure-card.tsx'
import { NeedList } from './need-list.tsx'

export type TodayView = {
  needs: Need[]
  /** A coordinator's programmes with their figures. */
  programmes?: { id: string; title: string; settings: Pick<ProgrammeSettings, 'handover'>; counts: Counts }[]
  site?: SiteState
}

/** The first page of every role: what needs me now, in the order in which it presses. */
export function TodayPage({ needs, programmes: mine, site }: TodayView) {
  const { t, date, today, viewer } = useView()
  const there = needs.filter((need) => need.items.length > 0)
  const waiting = there.filter((need) => !need.calm).reduce((sum, need) => sum + (need.count ?? 0), 0)
  const nothing = there.length === 0
  return (
    <StaffLayout
      title={t('today.title')}
      heading={t('today.hello', { name: viewer.name ?? '' })}
      lead={site ? date(today, 'weekday') : t('today.lead', { date: date(today, 'weekday'), count: waiting })}
      width="wide"
    >
      {mine?.map((programme) => (
        <ProgrammeFigures key={programme.id} programme={programme} />
      ))}
      {mine?.length === 0 && (
        <EmptyState
          title={t('today.lead.noProgramme')}
          action={
            <LinkButton kind="primary" href={programmes.list()}>
              {t('today.lead.toProgrammes')}
            </LinkButton>
          }
        />
      )}
      {site && <SiteFigures site={site} />}
      {there.length > 0 && (
        <div class="today-grid">
          {there.map((need) => (
            <NeedList key={need.key} need={need} />
          ))}
        </div>
      )}
      {nothing && !site && !(mine && mine.length === 0) && (
        <EmptyState title={t('today.nothing')}>
          <p>{t('today.nothingText')}</p>
        </EmptyState>
      )}
    </StaffLayout>
  )
}

const shown = ['registered', 'contacted', 'waiting', 'inGroups', 'finished', 'handedOver', 'lost'] as const

function ProgrammeFigures({ programme }: { programme: NonNullable<TodayView['programmes']>[number] }) {
  const { t } = useView()
  const { id, title, settings, counts } = programme
  const most = losses.reduce((a, b) => (counts[b] > counts[a] ? b : a))
  return (
    <Section
      title={title}
      actions={
        <LinkButton href={paths.figures({ programmeId: id })} size="small" icon="arrow">
          {t('figures.all')}
        </LinkButton>
      }
    >
      <Figures>
        {figuresOf(shown, settings).map((key) => (
          <FigureCard key={key} programmeId={id} figure={key} value={counts[key]} />
        ))}
        {counts.lost > 0 && <FigureCard programmeId={id} figure={most} value={counts[most]} tone="attention" />}
      </Figures>
    </Section>
  )
}

function SiteFigures({ site }: { site: SiteState }) {
  const { t, date } = useView()
  return (
    <>
      <Figures>
        <Figure
          value={site.accounts}
          label={t('today.admin.accounts')}
          definition={t('today.admin.accounts.definition')}
          href={staff.list()}
        />
        <Figure
          value={site.invitations}
          label={t('today.admin.invitations')}
          definition={t('today.admin.invitations.definition')}
          href={staff.list()}
        />
        <Figure
          value={site.unsealed}
          label={t('today.admin.unsealed')}
          definition={t('today.admin.unsealed.definition')}
          tone={isStale(site) ? 'attention' : 'calm'}
        />
      </Figures>
      {isStale(site) && site.oldest && (
        <p class="late">{t('today.admin.stale', { since: date(new Date(site.oldest).toISOString(), 'time') })}</p>
      )}
      <EmptyState
        title={t('today.admin.noFiles')}
        action={<LinkButton href={staff.list()}>{t('today.admin.toStaff')}</LinkButton>}
      >
        <p>{t('today.admin.noFilesText')}</p>
      </EmptyState>
    </>
  )
}

/** The sealer works within a second; a hundred waiting entries mean that it does not work. */
const isStale = (site: SiteState) => site.unsealed >= 100
