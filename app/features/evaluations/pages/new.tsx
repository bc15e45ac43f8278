import type { EvaluationItem, EvaluationsPlan } from '../../../blueprints/parts/evaluations.ts'
import { type TextLanguage, textIn } from '../../../shared/i18n/text.ts'
import { useField } from '../../../shared/ui/form.tsx'
import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Listen,
  Pictogram,
  Refusal,
  Section,
  StaffLayout,
  Tabs,
  type Text,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { Face } from '../../smileys/parts/face.tsx'
import { ownField, trainerField } from '../form.ts'
import { paths } from '../paths.ts'
import type { Evaluated } from '../policy.ts'

export type NewEvaluationView = Evaluated & {
  kind: 'regular' | 'final'
  id: string
  /** In which language the person's side speaks, and those on offer. */
  theirs: TextLanguage
  languages: { code: TextLanguage; name: string }[]
  state: FormState
  refusal?: Text
}

/**
 * On the tablet, together: the person first, by faces with words that can be read aloud, in their language; then the trainer on
 * the same lines; then what both agree. Nothing must be answered, and "I rather not say" is an answer.
 */
export function NewEvaluationPage(view: NewEvaluationView) {
  const { t, today } = useView()
  const { enrolment, person, plan, kind, theirs } = view
  const enrolmentId = enrolment.id
  const name = fullName(person)
  return (
    <StaffLayout
      title={t(kind === 'final' ? 'evaluations.new.final' : 'evaluations.new.regular', { name })}
      crumbs={[
        { href: people.show({ personId: person.id }), label: name },
        { href: paths.show({ enrolmentId }), label: t('evaluations.title') },
      ]}
      width="narrow"
      invalid={Object.keys(view.state.errors ?? {}).length > 0}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <Tabs
        label={t('evaluations.language')}
        items={view.languages.map(({ code, name: label }) => ({
          href: paths.create({ enrolmentId }, { kind, in: code }),
          label,
          current: code === theirs,
        }))}
      />
      <Form
        action={paths.create({ enrolmentId }, { in: theirs })}
        autosave={paths.draft({ enrolmentId })}
        {...view.state}
        testId="evaluation-form"
      >
        <Hidden name="id" value={view.id} />
        <Hidden name="kind" value={kind} />
        <Section title={t('evaluations.own', { name: person.firstName })}>
          <div lang={theirs} dir={theirs === 'ar' ? 'rtl' : 'ltr'} class="evaluation-own">
            {plan.items.map((item) => (
              <OwnLine key={item.key} item={item} plan={plan} lang={theirs} />
            ))}
          </div>
        </Section>
        <Section title={t('evaluations.trainer')}>
          <p class="hint">{t('evaluations.trainer.hint')}</p>
          {plan.items.map((item) => (
            <TrainerLine key={item.key} item={item} />
          ))}
        </Section>
        <Section title={t('evaluations.together')}>
          <Field
            name="words"
            type="textarea"
            rows={3}
            label={t('evaluations.agreed')}
            hint={t('evaluations.agreed.hint')}
            optional
            testId="evaluation-words"
          />
          <Field name="onDate" type="date" label={t('evaluations.on')} value={today} max={today} />
        </Section>
        <Actions>
          <Button kind="primary" testId="save-evaluation">
            {t('evaluations.save')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ enrolmentId })}>
            {t('evaluations.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

/** A sentence of the person's own and a face to touch; every face has its word. */
function OwnLine({ item, plan, lang }: { item: EvaluationItem; plan: EvaluationsPlan; lang: TextLanguage }) {
  const field = useField({ name: ownField(item.key) })
  const said = `said-${item.key}`
  const options = [
    ...plan.faces.map((face, i) => ({
      value: String(i + 1),
      face: face.face,
      label: textIn(face.label, lang).text,
    })),
    { value: 'not-disclosed', face: undefined, label: textIn(plan.notSaid, lang).text },
  ]
  return (
    <fieldset class="faces" aria-describedby={field.error ? `${field.id}-error` : undefined}>
      <legend>
        <span class="with-picture" id={said}>
          <Pictogram name={item.picture} size={32} /> <span>{textIn(item.says, lang).text}</span>
        </span>
      </legend>
      <Listen what={said} />
      {field.error && (
        <p class="error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
      <div class="faces-row">
        {options.map(({ value, face, label }, i) => (
          <label key={value} class={face ? 'face' : 'face quiet'}>
            <input
              type="radio"
              name={ownField(item.key)}
              value={value}
              id={i === 0 ? field.id : undefined}
              checked={field.value === value}
              data-testid={`own-${item.key}-${value}`}
            />
            {face && <Face answer={face} />}
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function TrainerLine({ item }: { item: EvaluationItem }) {
  const { lang } = useView()
  return (
    <Field
      name={trainerField(item.key)}
      type="radio"
      row
      label={textIn(item.label, lang).text}
      options={item.points.map((point, i) => ({ value: String(i + 1), label: textIn(point, lang).text }))}
      testId={`trainer-${item.key}`}
    />
  )
}
