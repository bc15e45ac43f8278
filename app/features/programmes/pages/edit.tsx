import { stageKinds } from '../../../blueprints/blueprint.ts'
import { type TextLanguage, textLanguages } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Field,
  Fieldset,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Refusal,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { rowsOf, type Section } from '../form.ts'
import { paths } from '../paths.ts'
import { blueprintOf, type Programme, titleIn } from '../programme.ts'

type Props = {
  programme: Programme
  section: Section
  state: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** One section of a programme's settings. */
export function EditProgrammePage({ programme, section, state, refusal }: Props) {
  const { t, lang } = useView()
  const back = paths.show({ programmeId: programme.id })
  return (
    <StaffLayout
      title={t(`programmes.section.${section}`)}
      crumbs={[
        { href: paths.list(), label: t('programmes.list.title') },
        { href: back, label: titleIn(programme, lang) },
      ]}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {refusal && <Refusal reason={refusal} />}
      <Form action={paths.edit({ programmeId: programme.id, section })} {...state} testId={`programme-${section}`}>
        {section === 'basics' && <Basics programme={programme} />}
        {section === 'funding' && <Funding programme={programme} state={state} />}
        {section === 'sites' && <Sites state={state} />}
        {section === 'stages' && <Stages programme={programme} state={state} />}
        {section === 'numbers' && <Numbers programme={programme} />}
        <Actions>
          <Button kind="primary" testId="save-section">
            {t('programmes.save')}
          </Button>
          <LinkButton kind="quiet" href={back}>
            {t('programmes.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

/** One text in every language of the programme; other languages it already has stay editable. */
export function TextFields(props: {
  name: string
  label: string
  programme: Programme
  state: FormState
  area?: boolean
  also?: readonly TextLanguage[]
  optional?: boolean
}) {
  const { lang } = useView()
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  const needed = props.programme.settings.languages
  const shown = textLanguages.filter(
    (code) =>
      needed.includes(code) || props.also?.includes(code) || Boolean(props.state.values?.[`${props.name}.${code}`]),
  )
  return (
    <Fieldset legend={props.label} columns={!props.area}>
      {shown.map((code) => (
        <Field
          key={code}
          name={`${props.name}.${code}`}
          label={names.of(code) ?? code}
          lang={code}
          optional={props.optional || !needed.includes(code)}
          {...(props.area ? { type: 'textarea' as const, rows: 2 } : {})}
        />
      ))}
    </Fieldset>
  )
}

function Basics({ programme }: { programme: Programme }) {
  const { t, lang } = useView()
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  return (
    <>
      <TextFields
        name="title"
        label={t('programmes.title')}
        programme={programme}
        state={{}}
        also={['fr', 'de', 'en', 'nl']}
      />
      <Field
        name="languages"
        type="checkboxes"
        row
        label={t('programmes.languages')}
        hint={t('programmes.languages.hint')}
        options={textLanguages.map((value) => ({ value, label: names.of(value) ?? value }))}
      />
      <Fieldset legend={t('programmes.dates')} columns>
        <Field name="startsOn" type="date" label={t('programmes.startsOn')} optional />
        <Field name="endsOn" type="date" label={t('programmes.endsOn')} optional />
      </Fieldset>
      <Field name="targetPersons" type="number" min={1} label={t('programmes.target')} optional />
    </>
  )
}

function Funding({ programme, state }: { programme: Programme; state: FormState }) {
  const { t } = useView()
  const count = rowCount(state, 'funding.funders')
  const hasLines = blueprintOf(programme).fundingLines !== undefined
  return (
    <>
      <Fieldset legend={t('programmes.funding.total')} columns hint={t('programmes.funding.hint')}>
        <Field name="funding.total" label={t('programmes.funding.amount')} inputmode="decimal" width="short" optional />
        <Field
          name="funding.currency"
          type="select"
          width="short"
          label={t('programmes.funding.currency')}
          options={[
            { value: 'CHF', label: 'CHF' },
            { value: 'EUR', label: 'EUR' },
          ]}
        />
        <Field name="funding.years" type="number" min={1} label={t('programmes.funding.years')} />
        <Field name="funding.approximate" type="checkbox" label={t('programmes.funding.approximate')} />
      </Fieldset>
      {hasLines && <p class="hint">{t('programmes.funding.inLines')}</p>}
      {(hasLines ? [] : rowsOf(count)).map((i) => (
        <Fieldset key={i} legend={t('programmes.funder', { number: i + 1 })} columns>
          <RowKey state={state} name={`funding.funders.${i}`} />
          {programme.settings.languages.map((code) => (
            <Field
              key={code}
              name={`funding.funders.${i}.name.${code}`}
              lang={code}
              label={t('programmes.funder.name', { language: code.toUpperCase() })}
              optional={i >= count}
            />
          ))}
          <Field
            name={`funding.funders.${i}.percent`}
            label={t('programmes.funder.percent')}
            inputmode="decimal"
            width="short"
            unit="%"
            optional
          />
          {textLanguages
            .filter((code) => !programme.settings.languages.includes(code))
            .map((code) => (
              <KeptValue key={code} state={state} name={`funding.funders.${i}.name.${code}`} />
            ))}
        </Fieldset>
      ))}
    </>
  )
}

function Sites({ state }: { state: FormState }) {
  const { t } = useView()
  return (
    <>
      {rowsOf(rowCount(state, 'sites')).map((i) => (
        <Fieldset key={i} legend={t('programmes.site', { number: i + 1 })} columns>
          <RowKey state={state} name={`sites.${i}`} />
          <Field name={`sites.${i}.name`} label={t('programmes.site.name')} optional />
          <Field name={`sites.${i}.address`} label={t('programmes.site.address')} optional />
        </Fieldset>
      ))}
      <p class="hint">{t('programmes.rows.hint')}</p>
    </>
  )
}

function Stages({ programme, state }: { programme: Programme; state: FormState }) {
  const { t } = useView()
  const count = rowCount(state, 'stages')
  return (
    <>
      {rowsOf(count).map((i) => (
        <Fieldset key={i} legend={t('programmes.stage', { number: i + 1 })} columns>
          <RowKey state={state} name={`stages.${i}`} />
          {programme.settings.languages.map((code) => (
            <Field
              key={code}
              name={`stages.${i}.label.${code}`}
              lang={code}
              label={t('programmes.stage.label', { language: code.toUpperCase() })}
              optional={i >= count}
            />
          ))}
          <Field
            name={`stages.${i}.kind`}
            type="select"
            label={t('programmes.stage.kind')}
            options={stageKinds.map((value) => ({ value, label: t(`programmes.kind.${value}`) }))}
            empty={t('programmes.choose')}
          />
          {textLanguages
            .filter((code) => !programme.settings.languages.includes(code))
            .map((code) => (
              <KeptValue key={code} state={state} name={`stages.${i}.label.${code}`} />
            ))}
        </Fieldset>
      ))}
      <p class="hint">{t('programmes.rows.hint')}</p>
    </>
  )
}

function Numbers({ programme: { settings: s } }: { programme: Programme }) {
  const { t } = useView()
  return (
    <>
      {s.group && (
        <Fieldset legend={t('programmes.group')} columns>
          <Field name="group.min" type="number" min={1} label={t('programmes.least')} />
          <Field name="group.max" type="number" min={1} label={t('programmes.most')} />
        </Fieldset>
      )}
      {s.calendar && (
        <Fieldset legend={t('programmes.weeks')} columns>
          {s.calendar.repeats && (
            <Field
              name="calendar.count"
              type="number"
              min={1}
              label={t('programmes.halfDays')}
              hint={t('programmes.halfDays.hint')}
            />
          )}
          <Field name="calendar.weeksMin" type="number" min={1} label={t('programmes.least')} />
          <Field name="calendar.weeksMax" type="number" min={1} label={t('programmes.most')} />
        </Fieldset>
      )}
      <Field
        name="unexcusedLimit"
        type="number"
        min={1}
        label={t('programmes.unexcusedLimit')}
        hint={t('programmes.unexcusedLimit.hint')}
        optional
      />
      {s.handover && (
        <Fieldset legend={t('programmes.handover')} hint={t('programmes.handover.hint')} columns>
          {(['received', 'read', 'talkPlanned', 'talkHeld'] as const).map((step) => (
            <Field
              key={step}
              name={`handover.${step}`}
              type="number"
              min={1}
              unit={t('programmes.days.unit')}
              label={t(`programmes.handover.${step}`)}
            />
          ))}
        </Fieldset>
      )}
    </>
  )
}

/** How many lines the form came with. */
const rowCount = (state: FormState, name: string) =>
  new Set(
    Object.entries(state.values ?? {})
      .filter(([key, value]) => key.startsWith(`${name}.`) && value)
      .map(([key]) => key.slice(name.length + 1).split('.')[0]),
  ).size

const typedValue = (state: FormState, name: string) => String(state.values?.[name] ?? '')

function RowKey({ state, name }: { state: FormState; name: string }) {
  const key = typedValue(state, `${name}.key`)
  return key ? <Hidden name={`${name}.key`} value={key} /> : null
}

/** A text in a language that is not shown, so that saving does not lose it. */
function KeptValue({ state, name }: { state: FormState; name: string }) {
  const value = typedValue(state, name)
  return value ? <Hidden name={name} value={value} /> : null
}
