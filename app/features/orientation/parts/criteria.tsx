import type { TargetCriterion } from '../../../blueprints/parts/orientation.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { Actions, Button, Field, Fieldset, Form, type FormState, Status, useView } from '../../../shared/ui/index.ts'
import { type CriterionAnswer, type CriterionFact, criterionAnswers, evidenceKinds } from '../criteria.store.ts'
import { answerName, evidenceName, evidenceOnName } from '../form.ts'

const looks = {
  met: 'done',
  'not-met': 'attention',
  'not-disclosed': 'none',
  'not-known': 'none',
} as const satisfies Record<CriterionAnswer, string>

/** Each criterion with what is known of it. */
export function CriteriaFacts(props: { criteria: readonly TargetCriterion[]; facts: readonly CriterionFact[] }) {
  const { t, lang, date } = useView()
  return (
    <ul class="notes" data-testid="criteria">
      {props.criteria.map((c) => {
        const fact = props.facts.find((f) => f.criterion === c.key)
        const answer = fact?.answer ?? 'not-known'
        return (
          <li key={c.key}>
            <span>{textIn(c.label, lang).text}</span>
            <small>
              <Status kind={looks[answer]}>{t(`orientation.answer.${answer}`)}</Status>{' '}
              {fact?.evidence &&
                t('orientation.evidence.line', {
                  kind: t(`orientation.evidence.${fact.evidence}`),
                  date: date(fact.evidenceOn!),
                })}
              {c.evidence && answer === 'met' && !fact?.evidence && t('orientation.evidence.asked')}
            </small>
          </li>
        )
      })}
    </ul>
  )
}

/** The form for all of them; the proof is asked for where a funder wants one. */
export function CriteriaForm(props: { action: string; criteria: readonly TargetCriterion[]; state: FormState }) {
  const { t, lang, today } = useView()
  return (
    <Form action={props.action} {...props.state} testId="criteria-form">
      {props.criteria.map((c) => (
        <Fieldset key={c.key} legend={textIn(c.label, lang).text}>
          <Field
            name={answerName(c.key)}
            type="radio"
            row
            label={t('orientation.answer')}
            options={criterionAnswers.map((value) => ({ value, label: t(`orientation.answer.${value}`) }))}
          />
          {c.evidence && (
            <>
              <Field
                name={evidenceName(c.key)}
                type="select"
                label={t('orientation.evidence')}
                hint={t('orientation.evidence.hint')}
                empty={t('orientation.evidence.none')}
                options={evidenceKinds.map((value) => ({ value, label: t(`orientation.evidence.${value}`) }))}
              />
              <Field
                name={evidenceOnName(c.key)}
                type="date"
                label={t('orientation.evidence.on')}
                hint={t('orientation.evidence.on.hint')}
                max={today}
              />
            </>
          )}
        </Fieldset>
      ))}
      <Actions>
        <Button kind="primary" testId="save-criteria">
          {t('orientation.save')}
        </Button>
      </Actions>
    </Form>
  )
}
