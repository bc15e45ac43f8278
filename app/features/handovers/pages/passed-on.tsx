import {
  Actions,
  Button,
  Columns,
  EmptyState,
  Facts,
  Field,
  Form,
  type FormState,
  LinkButton,
  Notice,
  PersonChip,
  Section,
  StaffLayout,
  Status,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { fullName } from '../../people/person.ts'
import { paths as plans } from '../../plans/paths.ts'
import type { PassedOn } from '../handover.ts'
import { paths } from '../paths.ts'
import type { VersionRead } from '../version.ts'
import { Document } from './show.tsx'

const isLate = (one: PassedOn, today: string) => !one.measure && one.byDate !== null && one.byDate < today

export function PassedOnStatus({ passed }: { passed: PassedOn }) {
  const { t, today } = useView()
  if (passed.measure) return <Status kind="done">{t('handovers.passed.assigned')}</Status>
  if (isLate(passed, today)) return <Status kind="attention">{t('handovers.passed.late')}</Status>
  return <Status kind="waiting">{t('handovers.passed.waiting')}</Status>
}

/** What was passed on to the measures officer: without a measure first. */
export function PassedOnListPage({ passedOn }: { passedOn: PassedOn[] }) {
  const { t, date, today } = useView()
  return (
    <StaffLayout title={t('handovers.passed.title')} lead={t('handovers.passed.lead')}>
      <Table
        caption={t('handovers.passed.title')}
        hideCaption
        testId="passed-on"
        rows={passedOn}
        rowKey={(one) => one.directionId}
        highlight={(one) => isLate(one, today)}
        columns={[
          {
            label: t('handovers.person'),
            head: true,
            cell: (one) => (
              <PersonChip name={fullName(one.person)} href={paths.passedOnOne({ directionId: one.directionId })} />
            ),
          },
          { label: t('handovers.state'), cell: (one) => <PassedOnStatus passed={one} /> },
          { label: t('handovers.direction'), cell: (one) => t(`handovers.direction.${one.direction}`) },
          { label: t('handovers.byDate'), cell: (one) => one.byDate && date(one.byDate) },
          { label: t('handovers.passed.by'), cell: (one) => one.decidedByName },
          { label: t('handovers.measure'), cell: (one) => one.measure?.measure },
        ]}
        empty={
          <EmptyState title={t('handovers.passed.empty')}>
            <p>{t('handovers.passed.emptyText')}</p>
          </EmptyState>
        }
      />
    </StaffLayout>
  )
}

/** One person passed on: what was agreed, the profile if it went along, and the measure. */
export function PassedOnPage(props: { passed: PassedOn; version: VersionRead | undefined; state: FormState }) {
  const { t, date } = useView()
  const { passed, version, state } = props
  const { directionId, measure } = passed
  const name = fullName(passed.person)
  return (
    <StaffLayout
      title={name}
      crumbs={[{ href: paths.passedOn(), label: t('handovers.passed.title') }]}
      lead={t('handovers.passed.oneLead', { name: passed.decidedByName, date: date(passed.decidedOn) })}
      invalid={Object.keys(state.errors ?? {}).length > 0}
      width="wide"
      actions={
        <>
          {version?.content.state === 'open' && (
            <LinkButton href={paths.passedOnPdf({ directionId })} icon="download" download>
              {t('handovers.pdf')}
            </LinkButton>
          )}
          <LinkButton href={plans.show({ personId: passed.person.id })} icon="list">
            {t('handovers.openPlan')}
          </LinkButton>
        </>
      }
    >
      <Columns
        asideFirst
        main={
          passed.profilePassed ? (
            <Document version={version} />
          ) : (
            <Notice title={t('handovers.passed.withoutProfile')}>
              <p>{t('handovers.passed.withoutProfileText')}</p>
            </Notice>
          )
        }
        aside={
          <>
            <Section title={t('handovers.passed.agreed')} card>
              <Facts
                facts={[
                  { label: t('handovers.direction'), value: t(`handovers.direction.${passed.direction}`) },
                  { label: t('handovers.byDate'), value: passed.byDate && date(passed.byDate) },
                  ...(passed.words ? [{ label: t('handovers.words'), value: passed.words }] : []),
                  {
                    label: t('handovers.passed.by'),
                    value: [passed.decidedByName, passed.decidedByPhone].filter(Boolean).join(' · '),
                  },
                ]}
              />
            </Section>
            <Section title={t(measure ? 'handovers.measure' : 'handovers.measure.assign')} card>
              {measure && (
                <Facts
                  facts={[
                    { label: t('handovers.measure'), value: measure.measure },
                    { label: t('handovers.measure.provider'), value: measure.provider },
                    { label: t('handovers.measure.startsOn'), value: measure.startsOn && date(measure.startsOn) },
                    { label: t('handovers.measure.recordedOn'), value: date(measure.recordedOn) },
                  ]}
                />
              )}
              <Form action={paths.assign({ directionId })} {...state} testId="measure-form">
                <Field name="measure" label={t('handovers.measure')} value={measure?.measure} />
                <Field
                  name="provider"
                  label={t('handovers.measure.provider')}
                  optional
                  value={measure?.provider ?? undefined}
                />
                <Field
                  name="startsOn"
                  type="date"
                  label={t('handovers.measure.startsOn')}
                  optional
                  value={measure?.startsOn ?? undefined}
                />
                <Actions>
                  <Button kind={measure ? 'secondary' : 'primary'} testId="assign-measure">
                    {t(measure ? 'handovers.measure.change' : 'handovers.measure.save')}
                  </Button>
                </Actions>
              </Form>
            </Section>
          </>
        }
      />
    </StaffLayout>
  )
}
