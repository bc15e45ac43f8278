import { Actions, Button, Form, Notice, ParticipantLayout, Tile, Tiles, useView } from '../../../../shared/ui/index.ts'
import { me } from '../../paths.ts'
import type { HandOver, Version } from '../../profile.ts'
import type { Tasks } from '../../tasks.ts'

/** Before the first step: what it is and whose it is. */
export function WelcomePage() {
  const { t } = useView()
  return (
    <ParticipantLayout title={t('profiles.me.title')} back={{ href: '/me', label: t('profiles.me.home') }}>
      <ul class="bullets">
        {(['yours', 'steps', 'time'] as const).map((key) => (
          <li key={key}>{t(`profiles.me.welcome.${key}`)}</li>
        ))}
      </ul>
      <Form action={me.start()} testId="profile-start">
        <Actions>
          <Button kind="primary">{t('profiles.me.welcome.start')}</Button>
        </Actions>
      </Form>
    </ParticipantLayout>
  )
}

/** The steps of the profile, each with how far it is. */
export function OverviewPage(props: { tasks: Tasks; version: Version | undefined }) {
  const { t } = useView()
  const { tasks, version } = props
  const later = (open: boolean, href: string) => (open ? { href } : {})
  return (
    <ParticipantLayout
      title={t('profiles.me.title')}
      lead={t('profiles.me.lead')}
      back={{ href: '/me', label: t('profiles.me.home') }}
    >
      {version && <VersionNotice version={version} />}
      <Tiles>
        <Tile
          href={me.picks()}
          picture="strengths"
          title={t('profiles.me.task.pick')}
          note={t('profiles.me.task.picked', { count: tasks.picked })}
          testId="task-pick"
        />
        <Tile
          {...later(tasks.picked > 0, me.answers())}
          picture="levels"
          title={t('profiles.me.task.rate')}
          note={
            tasks.selfIn
              ? t('profiles.me.done')
              : tasks.picked === 0
                ? t('profiles.me.first.pick')
                : t('profiles.me.task.rated', { count: tasks.rated, of: tasks.picked })
          }
          testId="task-rate"
        />
        <Tile
          {...later(tasks.picked > 0, me.evidence())}
          picture="homework"
          title={t('profiles.me.task.evidence')}
          note={
            tasks.picked === 0 ? t('profiles.me.first.pick') : t('profiles.me.task.lines', { count: tasks.evidence })
          }
          testId="task-evidence"
        />
        <Tile
          href={me.words()}
          picture="ideas"
          title={t('profiles.me.task.words')}
          note={t('profiles.me.task.lines', { count: tasks.lines })}
          testId="task-words"
        />
        {tasks.peers !== 'none' && (
          <Tile
            href={me.peers()}
            picture="people"
            title={t('profiles.me.task.peers')}
            note={t(`profiles.me.task.peers.${tasks.peers}`)}
            testId="task-peers"
          />
        )}
        <Tile
          {...later(tasks.viewsOpen, me.views())}
          picture="eye"
          title={t('profiles.me.task.views')}
          note={
            tasks.viewsOpen
              ? t('profiles.me.task.thirdIn', { count: tasks.thirdIn })
              : t(tasks.selfIn ? 'profiles.me.first.third' : 'profiles.me.first.rate')
          }
          testId="task-views"
        />
        <Tile
          {...later(tasks.mayDecide, me.decisions())}
          picture="plan"
          title={t('profiles.me.task.decide')}
          note={tasks.mayDecide ? t('profiles.me.task.chosen', { count: tasks.chosen }) : t('profiles.me.first.rate')}
          testId="task-decide"
        />
        <Tile
          {...later(tasks.mayDecide && tasks.chosen > 0, me.preview())}
          picture="envelope"
          title={t('profiles.me.task.handOver')}
          note={
            tasks.mayDecide && tasks.chosen > 0 ? t('profiles.me.task.handOver.note') : t('profiles.me.first.decide')
          }
          testId="task-hand-over"
        />
      </Tiles>
    </ParticipantLayout>
  )
}

function VersionNotice({ version }: { version: Version }) {
  const { t, date } = useView()
  const { handOver } = version
  return (
    <Notice
      kind={handOver ? 'done' : 'info'}
      title={
        handOver
          ? t('profiles.me.handedOver', { date: date(handOver.on, 'long') })
          : t('profiles.me.frozen', { date: date(version.frozenOn, 'long') })
      }
    >
      {handOver && <HandOverSteps handOver={handOver} />}
      <p>
        <a class="button quiet" href={me.version({ versionId: version.id })}>
          {t('profiles.me.version', { number: version.number })}
        </a>
      </p>
    </Notice>
  )
}

/** What the receiver did with it, by day. */
export function HandOverSteps({ handOver }: { handOver: HandOver }) {
  const { t, date } = useView()
  if (handOver.steps.length === 0) return <p>{t('profiles.me.waiting', { name: handOver.toName ?? '' })}</p>
  return (
    <ul class="bullets">
      {handOver.steps.map((step) => (
        <li key={step.kind + step.on}>{t(`profiles.step.${step.kind}`, { date: date(step.on, 'long') })}</li>
      ))}
    </ul>
  )
}
