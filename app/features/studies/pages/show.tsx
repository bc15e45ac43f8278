// A study's page and its parts, kept together: each is shown here only.
import { deliveredArm, pendingUnit, type StudyUnit } from '../../../engine/allocation/study.ts'
import {
  Button,
  Columns,
  EmptyState,
  Facts,
  Form,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  Status,
  Steps,
  Table,
  Tag,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as groups } from '../../groups/paths.ts'
import { paths as people } from '../../people/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { factorLabel, levelLabel } from '../labels.ts'
import { ProtocolFacts } from '../parts/protocol.tsx'
import { paths } from '../paths.ts'
import { countsOf } from '../rules.ts'
import { factorsIn, type Named, type StudyRecord, type Waiting } from '../study.ts'

export type StudyView = {
  record: StudyRecord
  programme: Programme
  names: Map<number, Named>
  /** Null where nothing may be allocated now. */
  waiting: Waiting[] | null
  /** Why not. */
  stopped: { key: string } | null
  can: { drawSeed: boolean; allocate: boolean; close: boolean; export: boolean }
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> } | undefined
}

/** A study: where it stands, what comes next, and what was allocated. */
export function StudyPage(view: StudyView) {
  const { t, lang } = useView()
  const { record, programme, can } = view
  const studyId = record.id
  return (
    <StaffLayout
      title={record.name}
      crumbs={[{ href: paths.ofProgramme({ programmeId: programme.id }), label: t('studies.title') }]}
      lead={titleIn(programme, lang)}
      actions={
        <>
          <LinkButton href={paths.record({ studyId })} testId="study-record">
            {t('studies.record')}
          </LinkButton>
          <LinkButton href={paths.paragraph({ studyId })} testId="study-paragraph">
            {t('studies.paragraph')}
          </LinkButton>
          {can.close && (
            <LinkButton kind="quiet" href={paths.closure({ studyId })} testId="close-study">
              {t('studies.close')}
            </LinkButton>
          )}
        </>
      }
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      {!record.proof.ok && <Notice kind="warning" title={t('studies.broken', { number: record.proof.firstBad })} />}
      <Way record={record} />
      <Columns
        main={
          <>
            <NextStep {...view} />
            <Allocations {...view} />
          </>
        }
        aside={
          <>
            <Section title={t('studies.protocol')} card>
              <ProtocolFacts protocol={record.study.protocol} />
            </Section>
            <Commitment record={record} />
            <Counts record={record} />
          </>
        }
      />
    </StaffLayout>
  )
}

function Way({ record: { study, proof } }: { record: StudyRecord }) {
  const { t, date } = useView()
  const closed = study.closure !== undefined
  return (
    <Steps
      label={t('studies.way')}
      steps={[
        { label: t('studies.way.setUp'), state: 'done', note: date(study.setUp.at, 'time') },
        {
          label: t('studies.way.seed'),
          state: study.commitment ? 'done' : closed ? 'skipped' : 'current',
          ...(study.commitment ? { note: date(study.commitment.at, 'time') } : {}),
        },
        {
          label: t('studies.way.allocate'),
          state: closed ? 'done' : study.commitment ? 'current' : 'todo',
          note: t('studies.way.count', { count: proof.allocations, unit: study.protocol.unit }),
        },
        {
          label: t('studies.way.close'),
          state: closed ? 'done' : 'todo',
          ...(study.closure ? { note: date(study.closure.at, 'time') } : {}),
        },
      ]}
    />
  )
}

function NextStep({ record, can, waiting }: StudyView) {
  const { t, date } = useView()
  const { study } = record
  const studyId = record.id
  const pending = pendingUnit(study)
  if (study.closure)
    return (
      <Notice kind="done" title={t('studies.closed', { date: date(study.closure.at, 'time') })}>
        <p>{study.closure.reason}</p>
      </Notice>
    )
  if (!study.commitment) return <SeedStep record={record} mayDraw={can.drawSeed} />
  if (pending && can.allocate)
    return (
      <Notice kind="warning" title={t('studies.pending', { number: pending.number })}>
        <p>
          <LinkButton kind="primary" href={paths.unit({ studyId, number: String(pending.number) })} testId="to-pending">
            {t('studies.pending.go')}
          </LinkButton>
        </p>
      </Notice>
    )
  if (waiting === null)
    return (
      <Notice kind="info">
        <p>{t(can.allocate ? 'studies.refused.drewSeed' : 'studies.onlyCoordinators')}</p>
      </Notice>
    )
  return <WaitingUnits record={record} waiting={waiting} />
}

function SeedStep({ record, mayDraw }: { record: StudyRecord; mayDraw: boolean }) {
  const { t } = useView()
  return (
    <Section title={t('studies.way.seed')} card>
      <p>{t('studies.seed.why')}</p>
      {mayDraw ? (
        <>
          <p>{t('studies.seed.consequence')}</p>
          <Form action={paths.seed({ studyId: record.id })} id="seed">
            <Button kind="primary" testId="draw-seed">
              {t('studies.seed.draw')}
            </Button>
          </Form>
        </>
      ) : (
        <p data-testid="seed-colleague">
          <strong>{t('studies.seed.colleague')}</strong>
        </p>
      )}
    </Section>
  )
}

function WaitingUnits({ record, waiting }: { record: StudyRecord; waiting: Waiting[] }) {
  const { t, date } = useView()
  const { unit } = record.study.protocol
  return (
    <Section title={t('studies.waiting', { unit })}>
      <p class="hint">{t('studies.waiting.hint')}</p>
      <Table
        caption={t('studies.waiting', { unit })}
        hideCaption
        rows={waiting}
        rowKey={(one) => one.id}
        testId="waiting-units"
        empty={
          <EmptyState title={t('studies.waiting.none', { unit })}>
            <p>{t('studies.waiting.none.why', { unit })}</p>
          </EmptyState>
        }
        columns={[
          { label: t(`studies.unit.${unit}`), head: true, cell: (one) => one.name },
          ...(unit === 'group'
            ? [
                {
                  label: t('studies.waiting.start'),
                  cell: (one: Waiting) => (one.startsOn ? date(one.startsOn) : ''),
                },
                { label: t('studies.waiting.members'), number: true, cell: (one: Waiting) => one.members ?? '' },
              ]
            : []),
          {
            label: t('studies.waiting.allocate'),
            hideLabel: true,
            cell: (one) =>
              one.members === 0 ? (
                <small>{t('studies.waiting.empty')}</small>
              ) : (
                <LinkButton
                  size="small"
                  href={paths.newUnit({ studyId: record.id }, { of: one.id })}
                  label={t('studies.waiting.allocate.of', { name: one.name })}
                  testId={`allocate-${one.id}`}
                >
                  {t('studies.waiting.allocate')}
                </LinkButton>
              ),
          },
        ]}
      />
    </Section>
  )
}

function Allocations({ record, names }: StudyView) {
  const { t } = useView()
  const { units, protocol } = record.study
  return (
    <Section title={t('studies.allocations')}>
      <Table
        caption={t('studies.allocations')}
        hideCaption
        rows={units}
        rowKey={(one) => one.number}
        testId="allocations"
        empty={<EmptyState title={t('studies.allocations.none')} />}
        columns={[
          {
            label: t('studies.number'),
            number: true,
            cell: (one) => <a href={paths.unit({ studyId: record.id, number: String(one.number) })}>{one.number}</a>,
          },
          {
            label: t(`studies.unit.${protocol.unit}`),
            head: true,
            cell: (one) => <UnitName named={names.get(one.number)} />,
          },
          { label: t('studies.covariates'), cell: (one) => <Levels record={record} unit={one} /> },
          { label: t('studies.arm'), cell: (one) => <Arm unit={one} /> },
        ]}
      />
    </Section>
  )
}

/** A link to the group or person; a person who was erased has no name any more. */
export function UnitName({ named }: { named: Named | undefined }) {
  const { t } = useView()
  if (!named?.name) return <span class="unknown">{t('studies.erased')}</span>
  const href = named.groupId ? groups.show({ groupId: named.groupId }) : people.show({ personId: named.personId! })
  return <a href={href}>{named.name}</a>
}

function Levels({ record, unit }: { record: StudyRecord; unit: StudyUnit }) {
  const view = useView()
  const { protocol } = record.study
  return (
    <span class="tags">
      {factorsIn(protocol).map((factor, i) => (
        <Tag key={factor}>
          <span class="visually-hidden">{factorLabel(factor, protocol.unit, view.t)} </span>
          {levelLabel(factor, unit.levels[i] ?? '', view)}
        </Tag>
      ))}
    </span>
  )
}

function Arm({ unit }: { unit: StudyUnit }) {
  const { t } = useView()
  if (!unit.allocation) return <Status kind="waiting">{t('studies.arm.pending')}</Status>
  return (
    <>
      <strong>{unit.allocation.arm}</strong>
      {unit.overrides.length > 0 && (
        <>
          <br />
          <Status kind="attention">{t('studies.arm.delivered', { arm: deliveredArm(unit) })}</Status>
        </>
      )}
    </>
  )
}

function Commitment({ record: { study } }: { record: StudyRecord }) {
  const { t, date } = useView()
  if (!study.commitment) return null
  const { by, at, commitment } = study.commitment
  return (
    <Section title={t('studies.commitment')} card>
      <Facts
        facts={[
          { label: t('studies.commitment.by'), value: by.name },
          { label: t('studies.commitment.on'), value: date(at, 'time') },
          { label: 'SHA-256', value: <code data-testid="commitment">{commitment}</code> },
          ...(study.seed ? [{ label: t('studies.seed'), value: <code data-testid="seed">{study.seed}</code> }] : []),
        ]}
      />
    </Section>
  )
}

function Counts({ record: { study } }: { record: StudyRecord }) {
  const { t } = useView()
  if (study.units.length === 0) return null
  return (
    <Section title={t('studies.counts')} card>
      <Facts
        facts={countsOf(study).map(({ arm, allocated, delivered }) => ({
          label: arm,
          value: allocated === delivered ? String(allocated) : t('studies.counts.both', { allocated, delivered }),
        }))}
      />
    </Section>
  )
}
