import type { LocalText } from '../../../shared/i18n/text.ts'
import { Listen, Notice, ParticipantLayout, Tile, Tiles, useView } from '../../../shared/ui/index.ts'
import { paths as audit } from '../../audit/paths.ts'
import { paths as reports } from '../../final-reports/paths.ts'
import { paths as followUps } from '../../follow-ups/paths.ts'
import { paths as plans } from '../../plans/paths.ts'
import { me as profile } from '../../profiles/paths.ts'
import { paths as information } from '../../referrals/paths.ts'
import { me as smileys } from '../../smileys/paths.ts'
import { paths } from '../paths.ts'
import type { Contact, OwnSession } from '../session.ts'
import { Absence, Changes, Contacts, Said, SessionFacts } from './parts.tsx'

type HomeView = {
  /** In a programme with individual follow-up. */
  hasFollowUp: boolean
  next: OwnSession | undefined
  homework: LocalText | null
  cancelled: OwnSession[]
  contacts: Contact[]
  /** One of their programmes has a profile that they work on. */
  hasProfile: boolean
  /** A final report was sent about them. */
  hasReport: boolean
  /** A session that can be voted on now. */
  vote: { id: string } | undefined
}

/** The first page: what comes next, and where everything else is. */
export function HomePage({ hasFollowUp, next, homework, cancelled, contacts, hasProfile, hasReport, vote }: HomeView) {
  const { t, date } = useView()
  return (
    <ParticipantLayout title={t('space.home.title')}>
      {cancelled.map((session) => (
        <Notice key={session.id} kind="warning" title={date(session.onDate, 'weekday')} testId="cancelled">
          <p>{t('space.cancelled')}</p>
        </Notice>
      ))}
      {next ? (
        <section class="card stack-small">
          <div id="next" class="stack-small">
            <h2 class="label-small">{t('space.next')}</h2>
            <Changes session={next} />
            <p class="theme">
              <Said text={next.theme} />
            </p>
            <SessionFacts session={next} dated homework={homework} />
          </div>
          <Listen what="next" />
          <Absence session={next} />
          <Contacts contacts={contacts} />
        </section>
      ) : (
        <Notice title={t('space.none')}>
          <p>{t('space.none.text')}</p>
        </Notice>
      )}
      <Tiles>
        {vote && (
          <Tile
            href={smileys.ballot({ sessionId: vote.id })}
            picture="heart"
            title={t('smileys.vote.title')}
            note={t('smileys.vote.tile')}
            testId="tile-vote"
          />
        )}
        <Tile href={paths.sessions()} picture="calendar" title={t('space.sessions.title')} testId="tile-sessions" />
        {hasFollowUp && (
          <Tile href={followUps.mine()} picture="people" title={t('followUps.mine.title')} testId="tile-appointments" />
        )}
        {hasProfile && (
          <>
            <Tile href={profile.start()} picture="strengths" title={t('space.profile')} testId="tile-profile" />
            <Tile href={profile.words()} picture="ideas" title={t('space.perspectives')} testId="tile-perspectives" />
          </>
        )}
        {hasReport && (
          <Tile href={reports.own()} picture="papers" title={t('finalReports.own.title')} testId="tile-report" />
        )}
        <Tile href={plans.mine()} picture="plan" title={t('space.plan')} testId="tile-plan" />
        <Tile href={audit.openings()} picture="eye" title={t('audit.openings.title')} testId="tile-openings" />
        <Tile href={information.ownSheet()} picture="question" title={t('space.sheet.title')} testId="tile-sheet" />
      </Tiles>
    </ParticipantLayout>
  )
}
