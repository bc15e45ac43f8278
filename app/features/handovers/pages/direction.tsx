import type { Direction as Offered } from '../../../blueprints/blueprint.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Field,
  Fieldset,
  Form,
  type FormState,
  LinkButton,
  Notice,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { fullName } from '../../people/person.ts'
import type { HandOver } from '../handover.ts'
import { paths } from '../paths.ts'

export type DirectionView = {
  handOver: HandOver
  offered: readonly Offered[]
  officers: { id: string; name: string; institution: string }[]
  socialWorkers: { id: string; name: string }[]
  state: FormState
}

/** The end of the talk in one form. */
export function DirectionPage({ handOver, offered, officers, socialWorkers, state }: DirectionView) {
  const { t, lang, today } = useView()
  const name = fullName(handOver.person)
  const back = paths.show({ handOverId: handOver.id })
  const institutions = [...new Set(officers.map((one) => one.institution))]
  return (
    <StaffLayout
      title={t(handOver.direction ? 'handovers.direction.changeTitle' : 'handovers.direction.title', { name })}
      crumbs={[
        { href: paths.list(), label: t('handovers.list.title') },
        { href: back, label: name },
      ]}
      lead={t('handovers.direction.lead')}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {handOver.direction && <Notice kind="warning" title={t('handovers.direction.changeNotice')} />}
      <Form action={paths.direction({ handOverId: handOver.id })} {...state} testId="direction-form">
        <Field
          name="direction"
          type="radio"
          label={t('handovers.direction')}
          options={offered.map((one) => ({
            value: one.key,
            label: textIn(one.label, lang).text,
            hint: t(`handovers.direction.hint.${one.key}`),
          }))}
        />
        <Fieldset legend={t('handovers.takenUp.legend')} hint={t('handovers.takenUp.hint')}>
          <Field
            name="takenUp"
            type="select"
            label={t('handovers.takenUp')}
            empty={t('handovers.takenUp.choose')}
            options={[
              { value: 'person', label: t('handovers.takenUp.theyThemselves', { name }) },
              ...socialWorkers.map((one) => ({ value: one.id, label: one.name })),
              ...institutions.map((group) => ({
                group,
                options: officers
                  .filter((one) => one.institution === group)
                  .map((one) => ({ value: one.id, label: one.name })),
              })),
              { value: 'desk', label: t('handovers.takenUp.desk') },
            ]}
          />
          <Field name="byDate" type="date" label={t('handovers.byDate')} min={today} />
          <Field name="words" label={t('handovers.words')} hint={t('handovers.words.hint')} optional />
          <Field
            name="profileGoes"
            type="checkbox"
            label={t('handovers.profileGoes', { name })}
            hint={t('handovers.profileGoes.hint')}
          />
        </Fieldset>
        {[1, 2].map((n) => (
          <Fieldset
            key={n}
            legend={t(n === 1 ? 'handovers.firstStep' : 'handovers.secondStep')}
            hint={n === 1 ? t('handovers.firstStep.hint') : undefined}
          >
            <Field name={`step${n}`} label={t('plans.what')} optional />
            <Field
              name={`step${n}Who`}
              type="radio"
              row
              label={t('plans.who')}
              value="person"
              options={[
                { value: 'person', label: name },
                { value: 'me', label: t('plans.who.me') },
              ]}
            />
            <Field name={`step${n}By`} type="date" label={t('plans.dueOn')} min={today} optional />
          </Fieldset>
        ))}
        <Actions>
          <Button kind="primary" testId="save-direction">
            {t('handovers.direction.save')}
          </Button>
          <LinkButton kind="quiet" href={back}>
            {t('handovers.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
