import { deliveredArm, type StudyUnit } from '../../../engine/allocation/study.ts'
import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  LinkButton,
  Refusal,
  Section,
  StaffLayout,
  Table,
  Timeline,
  useView,
} from '../../../shared/ui/index.ts'
import { CovariateFacts } from '../parts/covariates.tsx'
import { paths } from '../paths.ts'
import type { Named, StudyRecord } from '../study.ts'
import { UnitName } from './show.tsx'

type Props = {
  record: StudyRecord
  unit: StudyUnit
  named: Named | undefined
  can: { draw: boolean; override: boolean }
  state?: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** One unit of a study: its covariates as they were saved, then its arm, then what became of it. */
export function UnitPage(props: Props) {
  const { t } = useView()
  const { record, unit, named, state, refusal } = props
  const number = String(unit.number)
  return (
    <StaffLayout
      title={t('studies.unit.title', { number: unit.number, name: named?.name ?? t('studies.erased') })}
      crumbs={[
        { href: paths.ofProgramme({ programmeId: record.programmeId }), label: t('studies.title') },
        { href: paths.show({ studyId: record.id }), label: record.name },
      ]}
      invalid={Object.keys(state?.errors ?? {}).length > 0}
      width="narrow"
    >
      {refusal && <Refusal reason={refusal} />}
      <Section title={t('studies.arm')} card>
        {unit.allocation ? (
          <Drawn {...props} />
        ) : (
          <>
            <p>{t('studies.draw.lead')}</p>
            {props.can.draw ? (
              <Form action={paths.arm({ studyId: record.id, number })} id="arm">
                <Button kind="primary" testId="draw-arm">
                  {t('studies.draw')}
                </Button>
              </Form>
            ) : (
              <p>{t('studies.draw.notYou')}</p>
            )}
          </>
        )}
      </Section>
      <Section title={t('studies.unit.frozen')} card>
        <p>
          <UnitName named={named} />
        </p>
        <CovariateFacts record={record} levels={unit.levels} />
        {unit.allowed && (
          <p>
            {t('studies.unit.leftOut', {
              arms: unit.allowed.map((arm) => record.study.protocol.arms[arm]).join(', '),
              reason: unit.reason ?? '',
            })}
          </p>
        )}
      </Section>
      <History {...props} />
      {props.can.override && <Override {...props} />}
      {unit.allocation && (
        <Actions>
          <LinkButton href={paths.show({ studyId: record.id })} testId="back-to-study">
            {t('studies.unit.back')}
          </LinkButton>
        </Actions>
      )}
    </StaffLayout>
  )
}

function Drawn({ record, unit }: Props) {
  const { t, number } = useView()
  const { allocation } = unit
  if (!allocation) return null
  const delivered = deliveredArm(unit)
  return (
    <>
      <p class="figure-value" data-testid="arm">
        {allocation.arm}
      </p>
      {delivered !== allocation.arm && <p>{t('studies.arm.delivered', { arm: delivered })}</p>}
      {'probabilities' in allocation ? (
        <Table
          caption={t('studies.draw.how')}
          rows={record.study.protocol.arms.map((arm, i) => ({
            arm,
            probability: allocation.probabilities[i] ?? 0,
            G: allocation.G[i] ?? 0,
          }))}
          rowKey={({ arm }) => arm}
          columns={[
            { label: t('studies.arm'), head: true, cell: ({ arm }) => arm },
            {
              label: t('studies.draw.G'),
              number: true,
              cell: ({ G }) => number(G, { maximumFractionDigits: 3 }),
            },
            {
              label: t('studies.draw.probability'),
              number: true,
              cell: ({ probability }) => number(probability, { maximumFractionDigits: 3 }),
            },
          ]}
        />
      ) : (
        <p class="hint">
          {t('studies.draw.position', { position: allocation.position, stratum: allocation.stratum || '–' })}
        </p>
      )}
    </>
  )
}

function History({ unit }: Props) {
  const { t, date } = useView()
  const { saved, allocation, overrides } = unit
  return (
    <Section title={t('studies.unit.history')}>
      <Timeline
        label={t('studies.unit.history')}
        events={[
          { key: 'saved', mark: saved, title: t('studies.kind.unit') },
          ...(allocation
            ? [{ key: 'drawn', mark: allocation, title: t('studies.unit.drawn', { arm: allocation.arm }) }]
            : []),
          ...overrides.map((override, i) => ({
            key: `override ${i}`,
            mark: override,
            title: t('studies.unit.overridden', { arm: override.arm, reason: override.reason }),
          })),
        ].map(({ key, mark, title }) => ({
          key,
          when: date(mark.at, 'time'),
          datetime: mark.at,
          who: mark.by.name,
          title,
        }))}
      />
    </Section>
  )
}

function Override({ record, unit, state }: Props) {
  const { t } = useView()
  const delivered = deliveredArm(unit)
  const failed = Object.keys(state?.errors ?? {}).length > 0 || state?.values !== undefined
  return (
    <details class="disclosure" open={failed}>
      <summary data-testid="override">{t('studies.override')}</summary>
      <div>
        <p>{t('studies.override.lead')}</p>
        <Form
          action={paths.override({ studyId: record.id, number: String(unit.number) })}
          id="override"
          {...state}
          testId="override-form"
        >
          <Field
            name="arm"
            type="radio"
            label={t('studies.override.arm')}
            options={record.study.protocol.arms
              .filter((arm) => arm !== delivered)
              .map((arm) => ({ value: arm, label: arm }))}
          />
          <Field
            name="reason"
            label={t('studies.override.reason')}
            hint={t('studies.unit.reason.hint')}
            maxlength={500}
          />
          <Actions>
            <Button testId="save-override">{t('studies.override.save')}</Button>
          </Actions>
        </Form>
      </div>
    </details>
  )
}
