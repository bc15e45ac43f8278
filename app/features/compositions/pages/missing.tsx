import {
  Actions,
  Button,
  EmptyState,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Progress,
  Refusal,
  StaffLayout,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { fullName } from '../../people/person.ts'
import { PositioningFields, type PositioningView } from '../../referrals/parts/positioning-fields.tsx'
import { Tags } from '../../referrals/parts/tags.tsx'
import { paths as referrals } from '../../referrals/paths.ts'
import { useCrumbs, wordOf } from '../parts.tsx'
import { paths } from '../paths.ts'
import type { AskedCandidate, Situation } from '../view.ts'

/** Of whom something is not known yet, those who have waited longest first. */
export function MissingPage(situation: Situation) {
  const { composition, candidates } = situation
  const { t } = useView()
  const crumbs = useCrumbs(situation)
  const { id: compositionId } = composition
  const open = candidates.filter((one) => one.missing.length > 0)
  const [next] = open
  return (
    <StaffLayout
      title={t('compositions.missing.title', { count: open.length })}
      lead={t('compositions.missing.lead')}
      crumbs={crumbs}
      actions={
        next && (
          <>
            <Form inline id="without" action={`${paths.candidates({ compositionId })}?known=incomplete`}>
              <Hidden name="do" value="none" />
              <Button kind="secondary" testId="compose-without">
                {t('compositions.missing.without', { count: open.length })}
              </Button>
            </Form>
            <LinkButton
              kind="primary"
              href={paths.ask({ compositionId, enrolmentId: next.enrolmentId })}
              testId="ask-first"
            >
              {t('compositions.missing.begin')}
            </LinkButton>
          </>
        )
      }
    >
      <Progress
        label={t('compositions.missing.progress')}
        value={candidates.length - open.length}
        max={Math.max(1, candidates.length)}
        text={t('compositions.missing.done', { done: candidates.length - open.length, all: candidates.length })}
      />
      <Table
        caption={t('compositions.missing.title', { count: open.length })}
        hideCaption
        rows={open}
        rowKey={(one) => one.enrolmentId}
        testId="missing"
        empty={
          <EmptyState
            title={t('compositions.missing.none')}
            action={<LinkButton href={paths.show({ compositionId })}>{t('compositions.back')}</LinkButton>}
          />
        }
        columns={[
          {
            label: t('referrals.person'),
            head: true,
            cell: (one) => <a href={paths.ask({ compositionId, enrolmentId: one.enrolmentId })}>{fullName(one)}</a>,
          },
          {
            label: t('compositions.notKnown'),
            cell: (one) => (
              <Tags words={one.missing.map((question) => ({ key: question, word: t(wordOf[question]) }))} />
            ),
          },
        ]}
      />
    </StaffLayout>
  )
}

export type AskView = Pick<Situation, 'composition' | 'programme'> & {
  candidate: AskedCandidate
  /** How many people are still to be asked, this one included. */
  left: number
  positioning: PositioningView
  /** Names of the fields that are asked. */
  asked: ReadonlySet<string>
  /** The next person to ask, if any. */
  next: string | null
  state: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** One person: only what is missing. What stays empty stays to be asked. */
export function AskPage(view: AskView) {
  const { composition, candidate, positioning, asked, state, next } = view
  const { t } = useView()
  const crumbs = useCrumbs(view)
  const { id: compositionId } = composition
  return (
    <StaffLayout
      title={t('compositions.ask.title', { name: fullName(candidate) })}
      lead={t('compositions.ask.lead', { count: view.left })}
      crumbs={[...crumbs, { href: paths.missing({ compositionId }), label: t('compositions.missing.crumb') }]}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <Form action={paths.ask({ compositionId, enrolmentId: candidate.enrolmentId })} {...state} testId="ask-form">
        <PositioningFields {...positioning} fold={false} only={asked} asksLanguages state={state} />
        <Actions>
          <Button kind="primary" testId="save-and-next">
            {next ? t('compositions.ask.saveNext') : t('compositions.save')}
          </Button>
          {next && (
            <LinkButton href={paths.ask({ compositionId, enrolmentId: next })} testId="ask-later">
              {t('compositions.ask.later')}
            </LinkButton>
          )}
          <LinkButton kind="quiet" href={referrals.positioning({ personId: candidate.personId })}>
            {t('compositions.ask.sheet')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
