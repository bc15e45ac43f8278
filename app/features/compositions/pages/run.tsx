import { Actions, Button, Form, LinkButton, Notice, Progress, StaffLayout, useView } from '../../../shared/ui/index.ts'
import { useCrumbs } from '../parts.tsx'
import { paths } from '../paths.ts'
import type { Run } from '../plan.ts'
import type { Failure, Watched } from '../run.searches.ts'
import type { Situation } from '../view.ts'

export type RunView = Pick<Situation, 'composition' | 'programme'> & {
  run: Run
  /** Undefined when nothing is under way. */
  watched: Watched | undefined
  failure: Failure | undefined
  /** How many are to be placed. */
  people: number
}

/** A search under way: how far it is, what it has found, and "good enough". Or why it ended without a plan. */
export function RunPage(view: RunView) {
  const { t } = useView()
  const crumbs = useCrumbs(view)
  return view.watched ? (
    <StaffLayout
      title={t('compositions.run.searching')}
      lead={t('compositions.run.searching.lead')}
      crumbs={crumbs}
      width="narrow"
    >
      <Searching {...view} watched={view.watched} />
    </StaffLayout>
  ) : (
    <StaffLayout title={t('compositions.run.ended')} crumbs={crumbs} width="narrow">
      <Ended {...view} />
    </StaffLayout>
  )
}

function Searching({ composition, run, watched, people }: RunView & { watched: Watched }) {
  const { t } = useView()
  const { progress } = watched
  const at = { compositionId: composition.id, runId: run.id }
  return (
    <>
      <noscript>
        <meta http-equiv="refresh" content="2" />
      </noscript>
      <div id="search-under-way" data-island="watch" data-testid="searching">
        <Progress
          label={t('compositions.run.progress')}
          value={Math.round((progress?.share ?? 0) * 100)}
          text={t('compositions.run.share', { percent: Math.round((progress?.share ?? 0) * 100) })}
        />
        <p class="lead" data-testid="found-so-far">
          {progress ? t('compositions.run.soFar', { seats: progress.seats, people }) : t('compositions.run.begins')}
        </p>
      </div>
      <Form action={paths.stopRun(at)} testId="stop-form">
        <Actions>
          <Button kind="primary" testId="stop-search">
            {t('compositions.run.stop')}
          </Button>
          <LinkButton kind="quiet" href={paths.run(at)}>
            {t('compositions.run.look')}
          </LinkButton>
        </Actions>
      </Form>
    </>
  )
}

function Ended({ composition, run, failure }: RunView) {
  const { t } = useView()
  const { id: compositionId } = composition
  const again = paths.propose({ compositionId }, run.basedOn ? { from: run.basedOn } : {})
  return (
    <Notice kind="warning" title={t('compositions.run.noPlan')} testId="no-plan">
      <p>{t(`compositions.run.why.${failure ?? 'interrupted'}`)}</p>
      <Actions>
        <LinkButton kind="primary" href={again} testId="propose-again">
          {t('compositions.run.again')}
        </LinkButton>
        <LinkButton kind="quiet" href={paths.show({ compositionId })}>
          {t('compositions.back')}
        </LinkButton>
      </Actions>
    </Notice>
  )
}
