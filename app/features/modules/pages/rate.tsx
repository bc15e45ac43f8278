import type { ProgrammeModule } from '../../../blueprints/parts/modules.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  LinkButton,
  Refusal,
  StaffLayout,
  type Text,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import type { Change } from '../module.ts'
import { paths } from '../paths.ts'
import type { Enrolled } from '../subject.ts'

type RateView = Pick<Enrolled, 'enrolment' | 'person'> & {
  module: ProgrammeModule
  changes: Change[]
  state: FormState
  refusal?: Text
}

/** All changes of a module on one page: what was last said stands beside each, nothing needs an answer. */
export function RatePage(view: RateView) {
  const { t, lang, today } = useView()
  const { enrolment, person, module, changes } = view
  const name = fullName(person)
  const enrolmentId = enrolment.id
  const label = textIn(module.label, lang).text
  return (
    <StaffLayout
      title={t('modules.rate.title', { name })}
      lead={label}
      invalid={Boolean(view.state.errors && Object.keys(view.state.errors).length > 0)}
      crumbs={[
        { href: people.show({ personId: person.id }), label: name },
        { href: paths.show({ enrolmentId }), label: t('modules.title') },
      ]}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <Form action={paths.rate({ enrolmentId, module: module.key })} {...view.state} testId="rate-form">
        <p class="hint">{t('modules.rate.hint')}</p>
        <Field name="onDate" type="date" label={t('modules.rate.on')} value={today} />
        {changes.map((change) => (
          <ChangeFields key={change.key} change={change} />
        ))}
        <Actions>
          <Button kind="primary" testId="save-ratings">
            {t('modules.rate.save')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ enrolmentId })}>
            {t('modules.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

function ChangeFields({ change }: { change: Change }) {
  const { t, date, lang } = useView()
  const last = change.ratings.at(-1)
  const lastPoint = last && change.points[last.point - 1]
  const options = [
    ...change.points.map((point, i) => ({ value: String(i + 1), label: textIn(point, lang).text })),
    { value: '', label: t('modules.rate.notNow') },
  ]
  const label = textIn(change.label, lang).text
  return (
    <div class="change-fields">
      <Field
        name={`point.${change.key}`}
        type="radio"
        row
        label={label}
        hint={last && lastPoint && t('modules.rate.last', { date: date(last.on), point: textIn(lastPoint, lang).text })}
        options={options}
        value=""
        testId={`point-${change.key}`}
      />
      <Field name={`words.${change.key}`} label={t('modules.rate.words', { change: label })} optional />
    </div>
  )
}
