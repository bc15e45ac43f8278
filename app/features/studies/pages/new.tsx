import type { Protocol } from '../../../engine/allocation/log.ts'
import {
  Actions,
  Button,
  Disclosure,
  Field,
  Fieldset,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Notice,
  Section,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { armRows } from '../form.ts'
import { factorLabel } from '../labels.ts'
import { ProtocolFacts } from '../parts/protocol.tsx'
import { paths } from '../paths.ts'
import { factorsOf, type MethodName, methods, type UnitKind, units } from '../study.ts'

type Kind = { unit: UnitKind; method: MethodName }

/** First: what is allocated, and how. The rest of the form follows from it. */
export function ChooseKindPage({ programme, state }: { programme: Programme; state: FormState }) {
  const { t } = useView()
  return (
    <StaffLayout
      title={t('studies.new')}
      lead={t('studies.new.lead')}
      crumbs={crumbs(programme, t('studies.title'))}
      invalid={Object.keys(state.errors ?? {}).length > 0}
      width="narrow"
    >
      <form method="get" action={paths.create({ programmeId: programme.id })} class="form" data-testid="study-kind">
        <Field
          name="unit"
          type="radio"
          label={t('studies.new.unit')}
          value={String(state.values?.unit ?? 'group')}
          error={state.errors?.unit}
          options={units.map((unit) => ({
            value: unit,
            label: t(`studies.new.unit.${unit}`),
            hint: t(`studies.new.unit.${unit}.hint`),
          }))}
        />
        <Field
          name="method"
          type="radio"
          label={t('studies.new.method')}
          value={String(state.values?.method ?? 'minimisation-v1')}
          error={state.errors?.method}
          options={methods.map((method) => ({
            value: method,
            label: t(`studies.method.${method}`),
            hint: t(`studies.method.${method}.hint`),
          }))}
        />
        <Actions>
          <button type="submit" class="button primary" data-testid="study-kind-next">
            {t('studies.new.next')}
          </button>
        </Actions>
      </form>
    </StaffLayout>
  )
}

const crumbs = (programme: Programme, label: string) => [
  { href: paths.ofProgramme({ programmeId: programme.id }), label },
]

type Props = { programme: Programme; kind: Kind; state: FormState; draft?: Protocol }

/** The design; then its draft to look at before it is laid down for good. */
export function NewStudyPage(props: Props) {
  const { t, lang } = useView()
  const { programme, kind, state, draft } = props
  return (
    <StaffLayout
      title={draft ? t('studies.draft.title') : t('studies.new')}
      lead={draft ? t('studies.draft.lead') : t('studies.form.lead', { programme: titleIn(programme, lang) })}
      crumbs={crumbs(programme, t('studies.title'))}
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {draft ? (
        <>
          <Draft {...props} draft={draft} />
          <Section title={t('studies.draft.change')}>
            <StudyForm {...props} />
          </Section>
        </>
      ) : (
        <>
          <p>
            <a href={paths.create({ programmeId: programme.id })}>{t('studies.form.otherKind')}</a>
          </p>
          <StudyForm key={kind.method} {...props} />
        </>
      )}
    </StaffLayout>
  )
}

function Draft({ programme, state, draft }: Props & { draft: Protocol }) {
  const { t } = useView()
  const oneSize = draft.method === 'blocks-v1' && new Set(draft.multipliers).size === 1
  return (
    <>
      {oneSize && (
        <Notice kind="warning">
          <p>{t('studies.draft.oneSize')}</p>
        </Notice>
      )}
      <Section title={draft.name} card>
        <ProtocolFacts protocol={draft} />
      </Section>
      <Form action={paths.create({ programmeId: programme.id })} id="confirm" testId="confirm-study">
        {Object.entries(state.values ?? {}).flatMap(([name, value]) =>
          name === 'intent' || value === undefined
            ? []
            : [value].flat().map((one) => <Hidden key={`${name}${one}`} name={name} value={one} />),
        )}
        <Actions>
          <Button kind="primary" name="intent" value="confirm" testId="create-study">
            {t('studies.draft.confirm')}
          </Button>
        </Actions>
      </Form>
    </>
  )
}

/** So many rows are open; the others unfold. */
const usualArms = 3

function ArmFields({ row }: { row: number }) {
  const { t } = useView()
  return (
    <Fieldset legend={t('studies.form.arm', { number: row })} columns>
      <Field name={`arm-${row}`} label={t('studies.form.arm.name')} optional={row > 2} maxlength={60} />
      <Field
        name={`ratio-${row}`}
        type="number"
        label={t('studies.form.ratio')}
        hint={row === 1 ? t('studies.form.ratio.hint') : undefined}
        optional={row > 2}
        min={1}
        max={20}
      />
    </Fieldset>
  )
}

function StudyForm({ programme, kind, state }: Props) {
  const { t } = useView()
  const isTyped = (row: number) => [`arm-${row}`, `ratio-${row}`].some((name) => state.values?.[name])
  return (
    <Form action={paths.create({ programmeId: programme.id })} {...state} testId="study-form">
      <Hidden name="id" value={String(state.values?.id ?? '')} />
      <Hidden name="unit" value={kind.unit} />
      <Hidden name="method" value={kind.method} />
      <Field name="name" label={t('studies.name')} hint={t('studies.form.name.hint')} maxlength={120} />
      {armRows.slice(0, usualArms).map((row) => (
        <ArmFields key={row} row={row} />
      ))}
      <Disclosure summary={t('studies.form.moreArms')} open={armRows.slice(usualArms).some(isTyped)}>
        {armRows.slice(usualArms).map((row) => (
          <ArmFields key={row} row={row} />
        ))}
      </Disclosure>
      {kind.method === 'blocks-v1' ? <BlocksFields unit={kind.unit} /> : <MinimisationFields unit={kind.unit} />}
      <Actions>
        <Button kind="primary" name="intent" value="preview" testId="preview-study">
          {t('studies.form.preview')}
        </Button>
        <LinkButton kind="quiet" href={paths.ofProgramme({ programmeId: programme.id })}>
          {t('studies.cancel')}
        </LinkButton>
      </Actions>
    </Form>
  )
}

function BlocksFields({ unit }: { unit: UnitKind }) {
  const { t } = useView()
  return (
    <>
      <Field
        name="strata"
        type="checkboxes"
        label={t('studies.form.strata')}
        hint={t('studies.form.strata.hint')}
        optional
        options={factorsOf[unit].map((factor) => ({ value: factor, label: factorLabel(factor, unit, t) }))}
      />
      <Field
        name="multipliers"
        label={t('studies.form.multipliers.label')}
        hint={t('studies.form.multipliers.hint')}
        width="short"
      />
    </>
  )
}

function MinimisationFields({ unit }: { unit: UnitKind }) {
  const { t } = useView()
  return (
    <>
      <Fieldset legend={t('studies.form.factors')} hint={t('studies.form.factors.hint')} columns>
        {factorsOf[unit].map((factor) => (
          <Field
            key={factor}
            name={`weight-${factor}`}
            label={t('studies.form.weight', { factor: factorLabel(factor, unit, t) })}
            inputmode="decimal"
            width="short"
            optional
          />
        ))}
      </Fieldset>
      <Field
        name="p"
        label={t('studies.form.p.label')}
        hint={t('studies.form.p.hint')}
        inputmode="decimal"
        width="short"
      />
      <Field
        name="measure"
        type="radio"
        label={t('studies.form.measure')}
        options={(['range', 'variance'] as const).map((measure) => ({
          value: measure,
          label: t(`studies.measure.${measure}`),
        }))}
      />
    </>
  )
}
