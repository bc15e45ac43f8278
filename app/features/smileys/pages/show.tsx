import type { Refusal as Reason } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  Columns,
  Disclosure,
  Facts,
  Field,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as attendance } from '../../attendance/paths.ts'
import type { Group } from '../../groups/group.ts'
import { paths as groups } from '../../groups/paths.ts'
import { paths as sessions } from '../../sessions/paths.ts'
import { type Session, titleOf } from '../../sessions/session.ts'
import { ResultTable } from '../parts/results.tsx'
import { StateTag } from '../parts/state.tsx'
import { paths } from '../paths.ts'
import { ENOUGH, isEnough, lastDay } from '../rules.ts'
import type { Counts, Grid, Talk, Vote, VoteState } from '../smileys.ts'

export type SmileysView = {
  session: Session
  group: Group
  grid: Grid
  vote: Vote | undefined
  state: VoteState
  /** Null until they may be seen. */
  counts: Counts | null
  ceiling: number
  talks: Talk[]
  can: { run: boolean; talk: boolean; invite: boolean; close: boolean; reopen: boolean; type: boolean }
  refusal?: Reason
  /** The talk as typed, when it came back. */
  talk?: FormState
}

/** The vote of one session: ways in, opening and closing, what came of it, and what the group said about it. */
export function SmileysPage(view: SmileysView) {
  const { t, date, lang } = useView()
  const { session, group } = view
  const sessionId = session.id
  return (
    <StaffLayout
      title={t('smileys.title')}
      crumbs={[
        { href: groups.show({ groupId: group.id }), label: group.name },
        {
          href: sessions.show({ sessionId }),
          label: t('sessions.one', { number: session.number, title: titleOf(session, lang) }),
        },
      ]}
      lead={date(session.onDate, 'weekday')}
      actions={
        <>
          <LinkButton href={attendance.register({ sessionId })} icon="check">
            {t('groups.record')}
          </LinkButton>
          <LinkButton href={paths.ofGroup({ groupId: group.id })} testId="group-smileys">
            {t('smileys.ofGroup')}
          </LinkButton>
        </>
      }
      invalid={Boolean(view.talk?.errors && Object.keys(view.talk.errors).length > 0)}
    >
      {view.refusal && <Refusal reason={view.refusal} instead={{ key: `${view.refusal.key}.instead` }} />}
      {/* The table of what was said needs the whole width. */}
      {view.counts && <Results view={view} />}
      <Columns
        main={
          <>
            {!view.counts && <Results view={view} />}
            <TalkSection view={view} />
          </>
        }
        aside={
          <>
            <State view={view} />
            <WaysIn view={view} />
          </>
        }
        asideFirst
      />
    </StaffLayout>
  )
}

function State({ view }: { view: SmileysView }) {
  const { t, date, number } = useView()
  const { session, vote, state, can } = view
  const sessionId = session.id
  return (
    <Section title={t('smileys.state')} card>
      <p data-testid="vote-state">
        <StateTag state={state} />
      </p>
      <Facts
        facts={[
          {
            label: t('smileys.until'),
            value: date(vote?.closedOn ?? lastDay(session.onDate, vote?.openUntil ?? null), 'weekday'),
          },
          { label: t('smileys.cast'), value: number(vote?.cast ?? 0) },
          { label: t('smileys.sheets'), value: number(vote?.paper ?? 0) },
        ]}
      />
      {can.close && (
        <Form action={paths.closure({ sessionId })} inline id="closure">
          <Button kind="primary" testId="close-vote">
            {t(vote && isEnough(vote) ? 'smileys.close.show' : 'smileys.close')}
          </Button>
          <p class="hint">{t('smileys.close.hint')}</p>
        </Form>
      )}
      {can.reopen && (
        <Form action={paths.reopening({ sessionId })} inline id="reopening">
          <Button testId="reopen-vote">{t('smileys.reopen')}</Button>
        </Form>
      )}
    </Section>
  )
}

function WaysIn({ view }: { view: SmileysView }) {
  const { t, number } = useView()
  const { session, can } = view
  const sessionId = session.id
  return (
    <Section title={t('smileys.ways')} card>
      <ul class="stack">
        {can.invite && (
          <>
            <li class="stack-small">
              <Form action={paths.wall({ sessionId })} inline id="wall">
                <Button testId="show-sign">{t('smileys.wall.show')}</Button>
              </Form>
              <p class="hint">{t('smileys.wall.hint', { most: number(view.ceiling) })}</p>
            </li>
            <li class="stack-small">
              <Form action={paths.tablet({ sessionId })} inline id="tablet">
                <Button testId="lend-for-votes">{t('smileys.tablet')}</Button>
              </Form>
              <p class="hint">{t('smileys.tablet.hint')}</p>
            </li>
          </>
        )}
        <li class="stack-small">
          <div class="actions">
            {can.type && (
              <LinkButton href={paths.paper({ sessionId })} testId="type-paper">
                {t('smileys.paper.type')}
              </LinkButton>
            )}
            <LinkButton icon="print" href={paths.printed({ sessionId })} testId="print-grid">
              {t('smileys.paper.print')}
            </LinkButton>
          </div>
        </li>
      </ul>
      <p class="hint">{t('smileys.card.hint')}</p>
    </Section>
  )
}

function Results({ view }: { view: SmileysView }) {
  const { t, number } = useView()
  const { counts, vote, grid } = view
  const votes = (vote?.cast ?? 0) + (vote?.paper ?? 0)
  const enough = vote !== undefined && isEnough(vote)
  return (
    <Section title={t('smileys.results')} card>
      {counts ? (
        <>
          <p>{t('smileys.results.of', { count: votes })}</p>
          <ResultTable grid={vote?.grid ?? grid} counts={counts} caption={t('smileys.results')} />
        </>
      ) : (
        <Notice
          kind="info"
          title={enough ? t('smileys.hidden.ready') : t('smileys.hidden', { enough: number(ENOUGH) })}
          testId="not-shown"
        >
          <p>{t('smileys.hidden.count', { count: votes })}</p>
          <p>
            {enough
              ? t('smileys.hidden.close')
              : votes >= ENOUGH
                ? t('smileys.hidden.paper', { enough: number(ENOUGH) })
                : t('smileys.hidden.why')}
          </p>
        </Notice>
      )}
    </Section>
  )
}

/** What was decided matters more than the faces: people who find it hard to rate themselves are asked together. */
function TalkSection({ view }: { view: SmileysView }) {
  const { t, date } = useView()
  const { session, talks, can } = view
  const last = talks[0]
  const editable = can.talk && !last?.closes
  return (
    <Section title={t('smileys.talk')} card>
      {last && !editable && (
        <Facts
          facts={[
            { label: t('smileys.talk.wentWell'), value: <Words text={last.wentWell} /> },
            { label: t('smileys.talk.toChange'), value: <Words text={last.toChange} /> },
            { label: t('smileys.talk.decided'), value: <Words text={last.decided} /> },
          ]}
        />
      )}
      {!last && !editable && <p>{t('smileys.talk.none')}</p>}
      {editable && (
        <Form
          action={paths.talk({ sessionId: session.id })}
          id="talk"
          testId="talk-form"
          {...(view.talk ?? {
            values: {
              wentWell: last?.wentWell ?? '',
              toChange: last?.toChange ?? '',
              decided: last?.decided ?? '',
            },
          })}
        >
          <p class="hint">{t('smileys.talk.hint')}</p>
          <Hidden name="number" value={(last?.number ?? 0) + 1} />
          <Field name="wentWell" type="textarea" rows={3} label={t('smileys.talk.wentWell')} optional />
          <Field name="toChange" type="textarea" rows={3} label={t('smileys.talk.toChange')} optional />
          <Field name="decided" type="textarea" rows={3} label={t('smileys.talk.decided')} optional />
          <Actions>
            <Button kind="primary" testId="save-talk">
              {t('smileys.talk.save')}
            </Button>
            <Button name="closes" value="yes" testId="close-talk">
              {t('smileys.talk.close')}
            </Button>
          </Actions>
        </Form>
      )}
      {talks.length > 0 && (
        <Disclosure summary={t('smileys.talk.history', { count: talks.length })}>
          <ol class="stack-small" reversed>
            {talks.map((talk) => (
              <li key={talk.number}>
                {t(talk.closes ? 'smileys.talk.closedBy' : 'smileys.talk.by', {
                  name: talk.by,
                  time: date(talk.at.toISOString(), 'time'),
                })}
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </Section>
  )
}

function Words({ text }: { text: string }) {
  const { t } = useView()
  return text === '' ? <span>{t('smileys.talk.nothing')}</span> : <span class="pre-line">{text}</span>
}
