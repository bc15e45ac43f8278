import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  LinkButton,
  Section,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import type { Enrolled } from '../../modules/subject.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { type Aim, withheldKind } from '../aim.ts'
import { AimWords } from '../parts/words.tsx'
import { paths } from '../paths.ts'

type Props = Enrolled & { current: Aim | undefined; canShare: boolean; state: FormState }

/** An aim in the person's own words. What stood before stays, with the reason of the change. */
export function NewAimPage({ enrolment, person, blueprint, current, canShare, state }: Props) {
  const { t, lang } = useView()
  const { kinds } = blueprint.aims!
  const enrolmentId = enrolment.id
  const name = fullName(person)
  return (
    <StaffLayout
      title={t('aims.new.title', { name })}
      lead={t('aims.new.lead')}
      crumbs={[
        { href: people.show({ personId: person.id }), label: name },
        { href: paths.show({ enrolmentId }), label: t('aims.title') },
      ]}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {current && (
        <Section title={t('aims.current')} card>
          <AimWords aim={current} kinds={kinds} />
        </Section>
      )}
      <Form action={paths.create({ enrolmentId })} {...state} testId="aim-form">
        <Field
          name="kind"
          type="radio"
          label={t('aims.kind')}
          testId="kind"
          options={[
            ...kinds.map((one) => ({
              value: one.key,
              label: textIn(one.label, lang).text,
              hint: textIn(one.success, lang).text,
            })),
            { value: withheldKind, label: t('aims.withheld') },
          ]}
        />
        <Field name="words" type="textarea" rows={4} label={t('aims.words')} hint={t('aims.words.hint')} optional />
        <Field name="isDream" type="checkbox" label={t('aims.isDream')} hint={t('aims.isDream.hint')} />
        <Field name="way" type="textarea" rows={2} label={t('aims.way')} hint={t('aims.way.hint')} optional />
        {current && !current.isDream && (
          <Field
            name="reason"
            type="textarea"
            rows={2}
            label={t('aims.reason')}
            hint={t('aims.reason.hint')}
            optional
          />
        )}
        <Field name="on" type="date" label={t('aims.on')} hint={t('aims.on.hint')} />
        {canShare && <Field name="shared" type="checkbox" label={t('aims.share.agree')} hint={t('aims.share.hint')} />}
        <Actions>
          <Button kind="primary" testId="save-aim">
            {t('aims.save')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ enrolmentId })}>
            {t('aims.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
