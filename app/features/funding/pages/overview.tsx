import type { TeamPlan } from '../../../blueprints/parts/funding.ts'
import { EmptyState, Figure, Figures, LinkButton, Section, Table, useView } from '../../../shared/ui/index.ts'
import type { Programme } from '../../programmes/programme.ts'
import type { Cents, LineSet, Member } from '../funding.ts'
import { firstDay, type Month, monthOf } from '../months.ts'
import { paths } from '../paths.ts'
import type { Gap } from '../rules/lines.ts'
import { fullTimeOn, profilesHeld } from '../rules/team.ts'
import { FundingFrame, useMoney } from './frame.tsx'
import { GapNotice } from './lines.tsx'

type Props = {
  programme: Programme
  /** The version that counts, and a draft that is newer. */
  set: LineSet | undefined
  draft: { set: LineSet; gaps: Gap[] } | undefined
  plan: TeamPlan | undefined
  members: Member[]
  /** Newest first. */
  months: { month: Month; cents: Cents | undefined }[]
  spent: Cents
  budget: Cents
}

/** A programme's money at a glance. */
export function OverviewPage({ programme, set, draft, plan, members, months, spent, budget }: Props) {
  const { t, date, today } = useView()
  const { money, percent, fullTime } = useMoney(programme)
  const of = { programmeId: programme.id }
  const missing = plan ? profilesHeld(plan, members, today).filter(({ holders }) => holders.length === 0).length : 0
  return (
    <FundingFrame
      programme={programme}
      part="overview"
      title={t('funding.title')}
      actions={
        <LinkButton kind="primary" href={paths.report(of)} testId="to-report">
          {t('funding.part.report')}
        </LinkButton>
      }
    >
      <Figures>
        <Figure
          value={fullTime(fullTimeOn(members, today))}
          label={t('funding.team.fullTimeToday')}
          definition={t('funding.team.fullTimeToday.definition', { asked: fullTime((plan?.fullTime ?? 0) * 100) })}
          href={paths.team(of)}
        />
        {plan && (
          <Figure
            value={missing}
            label={t('funding.team.missing')}
            definition={t('funding.team.missing.definition', { count: plan.profiles.length })}
            href={paths.team(of)}
            tone={missing > 0 ? 'attention' : 'calm'}
          />
        )}
        <Figure
          value={money(spent)}
          label={t('funding.outings.spent')}
          definition={t('funding.outings.spent.definition', { budget: money(budget) })}
          href={paths.outings(of)}
          tone={spent > budget ? 'attention' : 'calm'}
        />
      </Figures>
      {draft && (
        <>
          <GapNotice programme={programme} gaps={draft.gaps} />
          <p>{t(set ? 'funding.lines.draftBeside' : 'funding.lines.draftOnly', { number: set?.number ?? 0 })}</p>
        </>
      )}
      <Section
        title={t('funding.lines.title')}
        actions={
          <LinkButton size="small" href={paths.lines(of)} testId="edit-lines">
            {t('funding.lines.edit')}
          </LinkButton>
        }
      >
        <Table
          caption={t('funding.lines.title')}
          hideCaption
          rows={set?.lines ?? []}
          rowKey={({ key }) => key}
          empty={<EmptyState title={t('funding.lines.empty')} />}
          testId="lines"
          columns={[
            { label: t('funding.lines.funder'), head: true, cell: (line) => line.funder },
            { label: t('funding.lines.share'), number: true, cell: (line) => percent(line.share) },
            { label: t('funding.lines.base'), cell: (line) => t(`funding.base.${line.costBase}`) },
            {
              label: t('funding.period'),
              cell: (line) => t('funding.fromTo', { from: date(line.from), to: date(line.to) }),
            },
            {
              label: t('funding.lines.eligibility'),
              cell: (line) => line.eligibilityWords ?? t(`funding.eligibility.${line.eligibility}`),
            },
            {
              label: t('funding.lines.fte'),
              number: true,
              cell: (line) => (line.fte === null ? '–' : fullTime(line.fte)),
            },
          ]}
        />
      </Section>
      <Section title={t('funding.costs.title')} id="staff-cost">
        <Table
          caption={t('funding.costs.title')}
          hideCaption
          rows={months}
          rowKey={({ month }) => month}
          highlight={({ month, cents }) => cents === undefined && month < monthOf(today)}
          testId="staff-costs"
          columns={[
            { label: t('funding.month'), head: true, cell: ({ month }) => date(firstDay(month), 'month') },
            {
              label: t('funding.costs.amount'),
              number: true,
              cell: ({ cents }) => (cents === undefined ? t('funding.costs.missing') : money(cents)),
            },
            {
              label: t('funding.costs.enter'),
              hideLabel: true,
              cell: ({ month, cents }) => (
                <a
                  href={paths.month({ ...of, month })}
                  aria-label={t(cents === undefined ? 'funding.costs.enter.of' : 'funding.costs.correct.of', {
                    month: date(firstDay(month), 'month'),
                  })}
                  data-testid={`month-${month}`}
                >
                  {t(cents === undefined ? 'funding.costs.enter' : 'funding.costs.correct')}
                </a>
              ),
            },
          ]}
        />
      </Section>
    </FundingFrame>
  )
}
