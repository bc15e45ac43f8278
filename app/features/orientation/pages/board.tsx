import type { Orientation } from '../../../blueprints/parts/orientation.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { LinkButton, Section, StaffLayout, Status, Tabs, useView } from '../../../shared/ui/index.ts'
import { fullName } from '../../people/person.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { paths as referrals } from '../../referrals/paths.ts'
import type { BoardRow } from '../board.store.ts'
import { paths } from '../paths.ts'

export type BoardView = {
  programme: Programme
  plan: Orientation
  rows: BoardRow[]
  show: 'all' | 'mine' | 'late'
  counts: { all: number; mine: number; late: number }
  /** Whether the reader works with the list of possible participants, and with the waiting list. */
  can: { candidates: boolean; waiting: boolean }
}

/** Who waits at which step, for how long; those on hold and elsewhere apart. */
export function BoardPage(view: BoardView) {
  const { t, lang } = useView()
  const { programme, plan, rows, counts } = view
  const programmeId = programme.id
  const href = (show: BoardView['show']) => paths.board({ programmeId }, { show: show === 'all' ? undefined : show })
  const open = rows.filter((r) => r.state === 'at-step')
  return (
    <StaffLayout
      title={t('orientation.board.title')}
      crumbs={[
        { href: programmes.list(), label: t('programmes.list.title') },
        { href: programmes.show({ programmeId }), label: titleIn(programme, lang) },
      ]}
      actions={
        <>
          {view.can.candidates && (
            <LinkButton href={paths.candidates({ programmeId })} testId="to-candidates">
              {t('orientation.candidates.title')}
            </LinkButton>
          )}
          {view.can.waiting && (
            <LinkButton href={referrals.waitingList({ programmeId })}>{t('programmes.link.waitingList')}</LinkButton>
          )}
        </>
      }
    >
      <Tabs
        label={t('orientation.board.show')}
        items={(['all', 'mine', 'late'] as const).map((show) => ({
          href: href(show),
          label: t(`orientation.board.${show}`),
          current: view.show === show,
          count: counts[show],
        }))}
      />
      <div class="path-board" data-testid="orientation-board">
        {plan.steps.map((step) => {
          const here = open.filter((r) => r.step === step.key)
          return (
            <Section key={step.key} title={textIn(step.label, lang).text} card>
              <p class="quiet">{t('orientation.board.count', { count: here.length })}</p>
              <Cards rows={here} />
            </Section>
          )
        })}
      </div>
      {(['on-hold', 'elsewhere'] as const).map((state) => {
        const here = rows.filter((r) => r.state === state)
        return (
          here.length > 0 && (
            <Section key={state} title={t(`orientation.state.${state}`)}>
              <Cards rows={here} plan={plan} />
            </Section>
          )
        )
      })}
    </StaffLayout>
  )
}

function Cards({ rows, plan }: { rows: BoardRow[]; plan?: Orientation }) {
  const { t, lang, date } = useView()
  const step = (key: string) => textIn(plan?.steps.find((s) => s.key === key)?.label ?? {}, lang).text
  return (
    <ul class="path-cards">
      {rows.map((r) => (
        <li key={r.key} class={r.late ? 'late' : undefined}>
          <a
            href={
              r.enrolmentId
                ? paths.show({ enrolmentId: r.enrolmentId })
                : paths.candidate({ candidateId: r.candidateId! })
            }
          >
            {fullName(r)}
          </a>
          <small>
            {t('orientation.board.days', { count: r.days })} · {r.owner ?? t('orientation.path.noOwner')}
          </small>
          {plan && <small>{step(r.step)}</small>}
          {r.reason && <small>{t(`orientation.reasons.${r.reason}`)}</small>}
          {r.dueOn &&
            (r.late ? (
              <Status kind="attention">{t('ui.next.late', { date: date(r.dueOn) })}</Status>
            ) : (
              <small>{t('ui.next.by', { date: date(r.dueOn) })}</small>
            ))}
        </li>
      ))}
    </ul>
  )
}
