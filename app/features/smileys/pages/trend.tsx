import { moduleOfTheme, type ProgrammeModule } from '../../../blueprints/parts/modules.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { EmptyState, LinkButton, Section, StaffLayout, Table, useView } from '../../../shared/ui/index.ts'
import { useAnswerWord } from '../parts/face.tsx'
import { AnswerHeads, Bar } from '../parts/results.tsx'
import { StateTag } from '../parts/state.tsx'
import { paths } from '../paths.ts'
import { ENOUGH } from '../rules.ts'
import type { Result, VoteState } from '../smileys.ts'
import type { VotedSession } from '../store.ts'
import { answersIn, happyShare, type Sums, sumsBy, sumsOf } from '../trend.ts'

export type TrendSession = VotedSession & { team: string; state: VoteState }

export type TrendView = {
  crumbs: { href: string; label: string }[]
  sessions: TrendSession[]
  results: ReadonlyMap<string, Result>
  /** Of a whole programme: the team matters; of a group it is one. */
  byTeam: boolean
  /** Of the programme, where it has them. */
  modules?: readonly ProgrammeModule[] | undefined
  linesHref?: string
}

/** How people found it, over time, by module and theme, and by team of trainers. */
export function TrendPage({ crumbs, sessions, results, byTeam, modules = [], linesHref }: TrendView) {
  const { t, lang, number } = useView()
  const titles = new Map(sessions.map(({ theme }) => [theme.key, textIn(theme.title, lang).text]))
  const byTheme = sumsBy(sessions, results, ({ theme }) => theme.key)
  const moduleOf = ({ theme }: TrendSession) => textIn(moduleOfTheme(modules, theme.key)?.label ?? {}, lang).text
  return (
    <StaffLayout
      title={t('smileys.trend')}
      crumbs={crumbs}
      lead={t('smileys.trend.lead', { enough: number(ENOUGH) })}
      actions={
        linesHref && (
          <LinkButton href={linesHref} testId="edit-lines">
            {t('smileys.lines')}
          </LinkButton>
        )
      }
    >
      {byTheme.length === 0 && <EmptyState title={t('smileys.trend.none')} />}
      {byTheme.length > 0 && (
        <>
          <Course sessions={sessions} results={results} />
          {modules.length > 0 && (
            <Section title={t('smileys.trend.byModule')}>
              <SumTable
                caption={t('smileys.trend.byModule')}
                label={t('smileys.trend.module')}
                rows={sumsBy(sessions, results, moduleOf)}
                testId="by-module"
              />
            </Section>
          )}
          <Section title={t('smileys.trend.byTheme')}>
            <SumTable
              caption={t('smileys.trend.byTheme')}
              label={t('smileys.trend.theme')}
              rows={byTheme.map(({ name, sums }) => ({ name: titles.get(name) ?? name, sums }))}
              testId="by-theme"
            />
          </Section>
          {byTeam && (
            <Section title={t('smileys.trend.byTeam')}>
              <SumTable
                caption={t('smileys.trend.byTeam')}
                label={t('smileys.trend.team')}
                rows={sumsBy(sessions, results, ({ team }) => team).map(({ name, sums }) => ({
                  name: name || t('smileys.trend.noTeam'),
                  sums,
                }))}
                testId="by-team"
              />
            </Section>
          )}
        </>
      )}
      <Sessions sessions={sessions} results={results} byTeam={byTeam} />
    </StaffLayout>
  )
}

function SumTable(props: { caption: string; label: string; rows: { name: string; sums: Sums }[]; testId: string }) {
  const { t, number } = useView()
  const word = useAnswerWord()
  const answers = answersIn(props.rows.map(({ sums }) => sums))
  return (
    <>
      <AnswerHeads answers={answers} />
      <Table
        caption={props.caption}
        hideCaption
        rows={props.rows}
        rowKey={({ name }) => name}
        testId={props.testId}
        columns={[
          { label: props.label, head: true, cell: ({ name }) => <bdi>{name}</bdi> },
          { label: t('smileys.trend.sessions'), number: true, cell: ({ sums }) => number(sums.sessions) },
          { label: t('smileys.trend.votes'), number: true, cell: ({ sums }) => number(sums.votes) },
          ...answers.map((answer) => ({
            label: word(answer),
            number: true,
            cell: ({ sums }: { sums: Sums }) => number(sums.answers[answer]),
          })),
          {
            label: t('smileys.shares'),
            cell: ({ sums }) => <Bar tally={answers.map((answer) => ({ answer, count: sums.answers[answer] }))} />,
          },
        ]}
      />
    </>
  )
}

const WIDTH = 640
const HEIGHT = 140
const LEFT = 56

/** The share of happy faces from session to session, as a line of points; the list below says the same in numbers. */
function Course({ sessions, results }: Pick<TrendView, 'sessions' | 'results'>) {
  const { t, date } = useView()
  const points = sessions.toReversed().flatMap(({ sessionId, onDate }) => {
    const result = results.get(sessionId)
    const share = result?.counts ? happyShare(sumsOf([result])) : null
    return share === null ? [] : [{ onDate, share }]
  })
  if (points.length < 2) return null
  const x = (i: number) => LEFT + 12 + (i * (WIDTH - LEFT - 36)) / (points.length - 1)
  const y = (share: number) => 12 + (1 - share) * (HEIGHT - 40)
  return (
    <Section title={t('smileys.trend.course')}>
      <p class="hint">{t('smileys.trend.course.hint')}</p>
      <svg
        class="smiley-course"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('smileys.trend.course.label', {
          from: percent(points[0]!.share),
          to: percent(points.at(-1)!.share),
        })}
      >
        <g fill="none" stroke="currentColor">
          {[0, 0.5, 1].map((share) => (
            <path key={share} d={`M${LEFT} ${y(share)}H${WIDTH - 12}`} stroke-opacity=".25" />
          ))}
          <path
            d={points.map(({ share }, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(share).toFixed(1)}`).join('')}
            stroke-width="2.5"
          />
        </g>
        {points.map(({ share }, i) => (
          <circle key={`${i}`} cx={x(i)} cy={y(share)} r="5" fill="currentColor" />
        ))}
        <g fill="currentColor" font-size="13">
          <text x={LEFT} y={HEIGHT - 6}>
            {date(points[0]!.onDate)}
          </text>
          <text x={WIDTH - 12} y={HEIGHT - 6} text-anchor="end">
            {date(points.at(-1)!.onDate)}
          </text>
          {[0, 0.5, 1].map((share) => (
            <text key={share} x={LEFT - 8} y={y(share) + 4} text-anchor="end">
              {`${percent(share)} %`}
            </text>
          ))}
        </g>
      </svg>
    </Section>
  )
}

const percent = (share: number) => Math.round(share * 100)

function Sessions({ sessions, results, byTeam }: Pick<TrendView, 'sessions' | 'results' | 'byTeam'>) {
  const { t, date, lang, number } = useView()
  const votesOf = ({ sessionId }: TrendSession) => {
    const result = results.get(sessionId)
    return (result?.cast ?? 0) + (result?.paper ?? 0)
  }
  return (
    <Section title={t('smileys.trend.list')}>
      <Table
        caption={t('smileys.trend.list')}
        hideCaption
        rows={sessions}
        rowKey={({ sessionId }) => sessionId}
        testId="smiley-sessions"
        empty={<p>{t('smileys.trend.noSession')}</p>}
        columns={[
          {
            label: t('smileys.trend.session'),
            head: true,
            cell: ({ sessionId, onDate, theme }) => (
              <a href={paths.show({ sessionId })}>
                {t('smileys.trend.one', { date: date(onDate), theme: textIn(theme.title, lang).text })}
              </a>
            ),
          },
          ...(byTeam
            ? [{ label: t('smileys.trend.group'), cell: ({ groupName }: TrendSession) => <bdi>{groupName}</bdi> }]
            : []),
          {
            label: t('smileys.state'),
            cell: ({ state }) => <StateTag state={state} />,
          },
          { label: t('smileys.trend.votes'), number: true, cell: (session) => number(votesOf(session)) },
          {
            label: t('smileys.trend.happy'),
            number: true,
            cell: ({ sessionId }) => {
              const result = results.get(sessionId)
              const share = result?.counts ? happyShare(sumsOf([result])) : null
              return share === null ? t('smileys.trend.notShown') : `${percent(share)} %`
            },
          },
        ]}
      />
    </Section>
  )
}
