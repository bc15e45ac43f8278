import { modes } from '../../../engine/groups/list.ts'
import {
  Actions,
  Button,
  Field,
  Fieldset,
  Form,
  type FormState,
  LinkButton,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { paths } from '../paths.ts'

type Props = {
  programme: Programme
  /** Names of the groups of the last composition that can be taken over. */
  lastOffers: string[]
  state: FormState
}

/** A new composition: its name and what makes a good group. */
export function NewCompositionPage({ programme, lastOffers, state }: Props) {
  const { t, lang } = useView()
  const back = paths.ofProgramme({ programmeId: programme.id })
  return (
    <StaffLayout
      title={t('compositions.new')}
      lead={t('compositions.new.lead')}
      crumbs={[{ href: back, label: t('compositions.of', { programme: titleIn(programme, lang) }) }]}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      <Form action={paths.create({ programmeId: programme.id })} {...state} testId="composition-form">
        <Field name="name" label={t('compositions.name')} hint={t('compositions.name.hint')} maxlength={120} />
        <ModeField />
        {lastOffers.length > 0 && (
          <Fieldset legend={t('compositions.offers')}>
            <Field
              name="takeOver"
              type="checkbox"
              label={t('compositions.takeOver', { count: lastOffers.length })}
              hint={lastOffers.join(' · ')}
            />
            <Field
              name="start"
              type="date"
              label={t('compositions.takeOver.start')}
              hint={t('compositions.takeOver.start.hint')}
            />
          </Fieldset>
        )}
        <Actions>
          <Button kind="primary" testId="create-composition">
            {t('compositions.create')}
          </Button>
          <LinkButton kind="quiet" href={back}>
            {t('compositions.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

export function ModeField() {
  const { t } = useView()
  return (
    <Field
      name="mode"
      type="radio"
      label={t('compositions.mode')}
      testId="mode"
      options={modes.map((value) => ({
        value,
        label: t(`compositions.mode.${value}`),
        hint: t(`compositions.mode.${value}.hint`),
      }))}
    />
  )
}
