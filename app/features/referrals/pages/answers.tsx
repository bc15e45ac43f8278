import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  Refusal,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as peoplePaths } from '../../people/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import type { Enrolment } from '../enrolment.ts'
import { InstrumentAnswers } from '../parts/answers.tsx'
import { paths } from '../paths.ts'
import type { InstrumentMoment } from '../referral-store.ts'

type Props = {
  enrolment: Enrolment
  name: string
  programme: Programme
  moment: InstrumentMoment
  state: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** Copies what a person answered on paper, before the start, at the end or later: for the evaluation. */
export function AnswersPage({ enrolment, name, programme, moment, state, refusal }: Props) {
  const { t, lang } = useView()
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  const { languages } = programme.settings
  return (
    <StaffLayout
      title={t(`referrals.answers.${moment}`)}
      lead={t('referrals.before.hint')}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
      crumbs={[
        { href: peoplePaths.show({ personId: enrolment.personId }), label: name },
        { href: paths.enrolment({ enrolmentId: enrolment.id }), label: titleIn(programme, lang) },
      ]}
    >
      {refusal && <Refusal reason={refusal} />}
      <Form action={paths.answers({ enrolmentId: enrolment.id, moment })} {...state} testId="answers-form">
        <Field name="on" type="date" label={t('referrals.answers.on')} />
        <Field
          name="language"
          type="radio"
          row
          label={t('referrals.answers.language')}
          options={languages.map((value) => ({ value, label: names.of(value) ?? value }))}
        />
        <InstrumentAnswers programme={programme} moment={moment} />
        <Actions>
          <Button kind="primary" testId="save-answers">
            {t('referrals.answers.save')}
          </Button>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
